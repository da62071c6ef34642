"""G413."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from giar_site.derive import lineage_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.prose import TITLE

_SPEAK_FOR_OTHERS: Final = {"government", "office"}
_LEAST_ENDING: Final = 3  # 财政局: shorter endings, as 局, many kinds of body share
_LEAST_PLACE: Final = 2


@rule("G413", Severity.WARNING, over="relations")
def other_agency_named(agency: Agency, site: Site) -> Iterator[Finding]:
    """写成了别的机关 / Other agency named

    What it checks
        标题、开头和联系方式里自称的机关，应当是本机关，不应是本站的另一个机关，标题也不应是别处的同类机关。本机关的原名称、前身和后继机关、
        上下级机关、汇总报告由政府办公室编写的不算。

        The agency by which a report calls itself in its title, preamble and contact must be its own, not another agency of the site, and in
        the title not the same kind of body of another place. Parents, children, predecessors, successors and government offices that write for
        others are no fault, nor are names that the agency itself had before.

    Why
        这是借用别的机关的稿子没有改净；读者会把报告认错。

        Another agency's draft was used and not changed everywhere; readers take the report for somebody else's.

    Wrong
        --- 2022/report.md
        ---
        title: 某某市另一局2022年政府信息公开工作年度报告
        ---
        …
        --- content/other/agency.yaml
        name: 某某市另一局
        kind: department
        --- content/other/2022/report.md
        …

    Right
        --- 2022/report.md
        ---
        title: 某某市某某局2022年政府信息公开工作年度报告
        ---
        …
        --- content/other/agency.yaml
        name: 某某市另一局
        kind: department
        --- content/other/2022/report.md
        …

    How to mend it
        改成本机关的名称，再通读一遍；确实由那个机关编写或公布的，在 accept: 中写明理由。

        Write the agency's own name and read the text once more; where that agency really wrote or published it, explain it in `accept:`.

    Source
        国办公开办函〔2021〕30号：标题为机关名称加年份。
    """
    for report in agency.reports:
        for name, item in report.traces.names:
            other = _bearer(site, name, whole=item == TITLE)
            borrowed = _borrowed(site, agency, other, item) if other else item == TITLE and _elsewhere(agency.name, name)
            if borrowed:
                yield _finding(agency, Address(agency.slug, report.year, "report", item), name, other)


def _finding(agency: Agency, at: Address, name: str, other: Agency | None) -> Finding:
    where = Text("标题", "the title") if at.item == TITLE else Text("开头", "the preamble")
    return Finding(
        at=at,
        message=Text(
            f"{where.zh}写的是“{name}”，这却是“{agency.name}”的报告。", f"{where.en} speaks of “{name}” in the report of “{agency.name}”."
        ),
        mend=Text(f"改成“{agency.name}”，再通读一遍。", f"write “{agency.name}” and read the text once more."),
        expected=agency.name,
        actual=name,
        related=(Address(other.slug, at.year),) if other else (),
    )


def _bearer(site: Site, name: str, *, whole: bool) -> Agency | None:
    """Whose name it is; unless the `whole` must be the name, what follows it may be an office of that agency."""
    bearers = _bearers(site)
    shortest = len(name) if whole else _LEAST_ENDING
    return next((bearers[name[:end]] for end in range(len(name), shortest - 1, -1) if name[:end] in bearers), None)


@lru_cache(maxsize=1)
def _bearers(site: Site) -> dict[str, Agency]:
    """The agencies by the names that belong to one of them only."""
    found: dict[str, Agency | None] = {}
    for agency in site.agencies:
        for name in {agency.name, agency.short_name} - {""}:
            found[name] = None if name in found else agency
    return {name: agency for name, agency in found.items() if agency}


def _borrowed(site: Site, agency: Agency, other: Agency, item: str) -> bool:
    """True when `other` is nobody who would write, or answer, for the agency."""
    related = other.slug in {agency.slug, agency.parent, *lineage_of(site).beside(agency.slug)} or other.parent == agency.slug
    return not related and (item == TITLE or other.kind not in _SPEAK_FOR_OTHERS)


def _elsewhere(own: str, name: str) -> bool:
    """True when the names end alike (财政局) and the places before that have no character in common (甲县, 乙市)."""
    ending = next((at for at, (one, other) in enumerate(zip(reversed(own), reversed(name), strict=False)) if one != other), 0)
    place, other_place = own[: len(own) - ending], name[: len(name) - ending]
    longer = min(len(place), len(other_place)) >= _LEAST_PLACE
    return ending >= _LEAST_ENDING and longer and not set(place) & set(other_place)
