"""G303."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.across_years import discontinuity, failures

_MEND = Text(
    "补上漏计的制发、废止件数，或改正现行有效件数；因清理重新计数的，在 accept: 中写明理由。",
    "mend what was issued, repealed or in force; where the stock was counted anew, explain it in accept:.",
)


@rule("G303", Severity.WARNING, over="relations")
def in_force_mismatch(agency: Agency, site: Site) -> Iterator[Finding]:
    """现行有效件数与去年的接不上 / Documents in force do not follow from last year's

    What it checks
        “现行有效件数”应等于上一年的现行有效件数，加本年制发，减本年废止。

        Documents in force must be last year's, plus those issued, less those repealed this year.

    Why
        三个数互相印证：对不上，要么漏计了制发或废止，要么做过清理、重新计了数。

        The three figures confirm each other: where they do not, something was not counted, or the stock was counted anew.

    Wrong
        --- 2021/figures.yaml
        disclosure:
          normative_documents: [0, 0, 10]
          …
        --- 2022/figures.yaml
        disclosure:
          normative_documents: [3, 1, 11]
          …

    Right
        --- 2021/figures.yaml
        disclosure:
          normative_documents: [0, 0, 10]
          …
        --- 2022/figures.yaml
        disclosure:
          normative_documents: [3, 1, 12]
          …

    How to mend it
        补上漏计的制发、废止件数，或改正现行有效件数；因清理重新计数的，在 accept: 中写明理由。

        Mend what was issued, repealed or in force; where the stock was counted anew, explain it in `accept:`.

    Source
        国办公开办函〔2021〕30号，表二第二十条第（一）项。
    """
    for report in agency.reports:
        for each in failures(site, report, "stock"):
            yield discontinuity(site, report, each, _MEND)
