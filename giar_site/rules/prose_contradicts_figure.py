"""G401."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.prose import ClaimKind
from giar_site.rules.contradictions import cells_named, contradictions, place_of


@rule("G401", Severity.WARNING, over="agency")
def prose_contradicts_figure(agency: Agency) -> Iterator[Finding]:
    """正文与表格不一致 / Prose contradicts a figure

    What it checks
        正文里说到表中某一格的数（收到申请、答复、结转、各种处理结果、行政复议、行政诉讼、规范性文件、行政许可和处罚决定、收费），应与表格相同。只说某个部门、某段时间或其他事情的数不作比较。

        A number in the prose that speaks of a cell (requests, outcomes, reviews, suits, documents, decisions, fees) must be the figure in the table. Numbers about one office, part of a year or other matters are not compared.

    Why
        正文与表格说法不一，读者不知道该信哪一个，这也是年报检查中常见的问题。

        Where prose and table disagree no reader knows which to believe; inspections complain of it often.

    Wrong
        applications:
          received:  [6, 0, 0, 0, 0, 0, 6]
          outcome:
            granted: [6, 0, 0, 0, 0, 0, 6]
            total:   [6, 0, 0, 0, 0, 0, 6]
            …
          …
        --- report.md
        ## 三、收到和处理政府信息公开申请情况

        全年共收到政府信息公开申请9件。

        …

    Right
        applications:
          received:  [6, 0, 0, 0, 0, 0, 6]
          outcome:
            granted: [6, 0, 0, 0, 0, 0, 6]
            total:   [6, 0, 0, 0, 0, 0, 6]
            …
          …
        --- report.md
        ## 三、收到和处理政府信息公开申请情况

        全年共收到政府信息公开申请6件。

        …

    How to mend it
        对照台账：正文错了改 report.md，表格错了改 figures.yaml。两处口径不同的，在正文中写明这个数是谁的、是哪段时间的。

        Compare with the register and correct report.md or figures.yaml. If the two count differently, let the sentence say whose number it is and of what time.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report, claim in contradictions(agency, ClaimKind.FIGURE):
        label = cells_named(report.figures.form, claim.cells)
        yield Finding(
            at=place_of(report, claim),
            message=Text(
                f"正文写“{claim.quote}”，而表格中“{label}”是 {claim.expected}。",
                f"the prose says “{claim.quote}”, but “{label}” in the table is {claim.expected}.",
            ),
            mend=Text(
                "对照台账，改正文或改表格；口径不同的，在正文中写明是谁的、哪段时间的数。",
                "compare with the register and correct prose or table; if they count differently, say in the prose whose number it is and of what time.",
            ),
            cells=claim.cells,
            expected=claim.expected,
            actual=claim.stated,
            related=tuple(Address(report.agency, report.year, "figures", cell) for cell in claim.cells),
        )
