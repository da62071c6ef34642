"""G403."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, in_prose
from giar_site.prose import ClaimKind
from giar_site.rules.contradictions import contradictions, place_of


@rule("G403", Severity.WARNING, over="agency")
def percentage_contradicts(agency: Agency) -> Iterator[Finding]:
    """百分比与数不符 / Percentage contradicts its numbers

    What it checks
        正文里“占N%”应与句中的数或表格中的数算出的结果相同，四舍五入或直接舍去尾数都可以。

        A share (占N%) in the prose must follow from the numbers of its sentence or of the tables; rounded or cut off, both are right.

    Why
        百分比算错，或者数改了百分比没有跟着改，读者会得到相反的印象。

        A share that was miscalculated, or kept when its numbers changed, gives readers a wrong impression.

    Wrong
        --- report.md
        ## 二、主动公开政府信息情况

        全年审查公文400件，主动公开320件，占85%。

        …

    Right
        --- report.md
        ## 二、主动公开政府信息情况

        全年审查公文400件，主动公开320件，占80%。

        …

    How to mend it
        重新计算百分比；分母是别的数的，在句中写明占什么的百分之几。

        Calculate the share again; if it is of another whole, let the sentence say of which.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report, claim in contradictions(agency, ClaimKind.PERCENTAGE):
        yield Finding(
            at=place_of(report, claim),
            message=Text(
                f"正文写“{claim.quote}”，按所列的数算却是 {claim.line}。",
                f"the prose says “{claim.quote}”, but by its numbers it is {claim.line}.",
            ),
            mend=Text(
                "重新计算；分母是别的数的，在句中写明占什么的百分之几。",
                "calculate it again; if it is of another whole, let the sentence say of which.",
            ),
            cells=claim.cells,
            expected=claim.expected,
            actual=claim.stated,
            related=(
                *(in_prose(report.agency, report.year, claim.section, *part) for part in claim.related),
                *(Address(report.agency, report.year, "figures", cell) for cell in claim.cells),
            ),
        )
