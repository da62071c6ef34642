"""G306."""

from collections.abc import Iterator
from functools import lru_cache

from giar_site.derive import last_year_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.forms import Form
from giar_site.model import Agency, Figures, Site

_ENOUGH = 10


@rule("G306", Severity.WARNING, over="relations")
def figures_repeated(agency: Agency, site: Site) -> Iterator[Finding]:
    """数字与去年完全一样 / Figures repeated from last year

    What it checks
        三张表的数字不应与上一年完全相同；只看非零数字不少于 10 个的报告，换了格式版本的只比两年都有的格子。

        The figures must not all be those of last year. Only reports with 10 figures or more that are not 0 are looked at; across editions the cells of both.

    Why
        这么多数字两年一个不差，多半是抄了去年的表，忘了改。

        So many figures do not come out the same by chance: last year's table was probably copied and not filled in.

    Wrong
        --- 2021/figures.yaml
        disclosure:
          rules:               [0, 0, 0]
          normative_documents: [2, 2, 8]
          licensing:           [117]
          penalties:           [36]
          coercion:            [4]
          fees:                [12.5]
        applications:
          received: [5, 0, 0, 0, 0, 0, 5]
          outcome:
            granted: [5, 0, 0, 0, 0, 0, 5]
            total:   [5, 0, 0, 0, 0, 0, 5]
            …
          …
        --- 2022/figures.yaml
        disclosure:
          rules:               [0, 0, 0]
          normative_documents: [2, 2, 8]
          licensing:           [117]
          penalties:           [36]
          coercion:            [4]
          fees:                [12.5]
        applications:
          received: [5, 0, 0, 0, 0, 0, 5]
          outcome:
            granted: [5, 0, 0, 0, 0, 0, 5]
            total:   [5, 0, 0, 0, 0, 0, 5]
            …
          …

    Right
        --- 2021/figures.yaml
        disclosure:
          rules:               [0, 0, 0]
          normative_documents: [2, 2, 8]
          licensing:           [117]
          penalties:           [36]
          coercion:            [4]
          fees:                [12.5]
        applications:
          received: [5, 0, 0, 0, 0, 0, 5]
          outcome:
            granted: [5, 0, 0, 0, 0, 0, 5]
            total:   [5, 0, 0, 0, 0, 0, 5]
            …
          …
        --- 2022/figures.yaml
        disclosure:
          rules:               [0, 0, 0]
          normative_documents: [2, 2, 8]
          licensing:           [103]
          penalties:           [36]
          coercion:            [4]
          fees:                [12.5]
        applications:
          received: [5, 0, 0, 0, 0, 0, 5]
          outcome:
            granted: [5, 0, 0, 0, 0, 0, 5]
            total:   [5, 0, 0, 0, 0, 0, 5]
            …
          …

    How to mend it
        按本年台账重新填写；数字确实相同的，在 accept: 中写明理由（at: form）。

        Fill the table in anew from this year's register; figures that really are the same are explained in `accept:` (at: form).

    Source
        审核年度报告的通常做法。
    """
    for report in agency.reports:
        last = last_year_of(site, report)
        told = _repeated(last.figures, report.figures) if last and last.figures else 0
        if last and told:
            yield Finding(
                at=Address(report.agency, report.year, "figures", "form"),
                message=Text(
                    f"{report.year} 年的数字与 {report.year - 1} 年完全一样（其中非零的 {told} 个）。",
                    f"the figures of {report.year} are all those of {report.year - 1} ({told} of them not 0).",
                ),
                mend=Text(
                    "按本年台账重新填写；确实相同的，在 accept: 中写明理由。",
                    "fill the table in anew from this year's register; explain in accept: why they are the same.",
                ),
                related=(Address(last.agency.slug, last.year, "figures", "form"),),
            )


def _repeated(last: Figures, now: Figures) -> int:
    """How many figures that are not 0 both years share; 0 where there are not enough, or any cell of both editions differs."""
    shared = _shared(last.form, now.form)
    count = sum(1 for _, index in shared if now.values[index].value)
    if count < _ENOUGH or any(last.values[before].value != now.values[index].value for before, index in shared):
        return 0
    return count


@lru_cache(maxsize=8)
def _shared(last: Form, now: Form) -> tuple[tuple[int, int], ...]:
    """The positions of the cells that both editions have."""
    return tuple((last.by_id[cell.id].index, cell.index) for cell in now.cells if cell.id in last.by_id)
