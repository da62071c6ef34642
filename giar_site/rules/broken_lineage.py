"""G307."""

from collections.abc import Iterator

from giar_site.derive import Lineage, lineage_of, register_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.load import SLUG
from giar_site.model import Agency, Site
from giar_site.reorganisation import Reorganisation
from giar_site.rules.wording import nearest


@rule("G307", Severity.ERROR, over="relations", acceptable=False)
def broken_lineage(agency: Agency, site: Site) -> Iterator[Finding]:
    """机构沿革接不上 / Broken lineage

    What it checks
        lineage 里写的机关要在本站（不在本站的写全称），不能是自己的前身，两边写的日期要在同一年。

        An agency in `lineage` must be on this site, or be written by its full name; none is its own predecessor; both sides tell the same year.

    Why
        年度之间的结转按沿革相加，旧网址按沿革指向新页；沿革写错，就会算错、指错。

        Carry-over is added up along the lineage, and old addresses lead on along it: a slip in it misleads both.

    Wrong
        --- agency.yaml
        lineage:
          - {change: merged, date: "2022-03-01", from: [caizheng-ju, guozi-ban], basis: 某编办〔2022〕3号}
        …

    Right
        --- agency.yaml
        lineage:
          - {change: merged, date: "2022-03-01", from: [某某市财政局, 某某市国资办], basis: 某编办〔2022〕3号}
        …

    How to mend it
        照 content/ 里的文件夹名改正；不在本站的机关写全称；日期照文件写。

        Write the folder as it stands in content/, the full name of an agency that is not on this site, and the day as in the document.

    Source
        giar 的文件约定。
    """
    lineage = lineage_of(site)
    for change in agency.lineage:
        for problem in _problems(agency, site, lineage, change):
            yield Finding(
                at=Address(agency.slug, None, "agency", f"lineage.{change.number}"),
                message=Text(f"lineage 第 {change.number} 条：{problem.zh}。", f"lineage, entry {change.number}: {problem.en}."),
                mend=Text(
                    "照 content/ 里的文件夹名改正；不在本站的机关写全称；日期照文件写。",
                    "write the folder as it stands in content/, the full name of an agency that is not here, the day as in the document.",
                ),
            )


def _problems(agency: Agency, site: Site, lineage: Lineage, change: Reorganisation) -> Iterator[Text]:
    known = register_of(site).agencies
    named = change.heirs if change.kind == "renamed" else (*change.origins, *change.heirs)
    for slug in named:
        if SLUG.fullmatch(slug) and slug not in known and slug not in lineage.moved and slug not in lineage.contested:
            near = nearest(slug, known)
            zh, en = (f"（是不是 {near}？）", f" (is it {near}?)") if near else ("", "")
            yield Text(f"本站没有 {slug} 这个机关{zh}", f"there is no agency {slug} on this site{en}")
    if agency.slug in change.heirs or (change.kind == "renamed" and agency.slug in change.origins):
        yield Text("写的是本机关自己", "it names the agency itself")
    if change.kind == "split" and change.heirs and agency.slug not in change.origins:
        yield Text(
            "change: split 的 to 由仍保留的原机关写，from 里要有本机关自己",
            "`to` of a split is written by the agency that stayed, which names itself in `from`",
        )
    if _in_circle(lineage, agency.slug, change.date):
        yield Text(f"{change.date} 这一天的几条首尾相接，互为前身", f"the changes of {change.date} run in a circle")
    for slug in change.heirs:
        told = [other for other in (known[slug].lineage if slug in known else ()) if agency.slug in other.origins]
        if told and all(other.year != change.year for other in told):
            name, day = known[slug].label, told[0].date
            yield Text(
                f"写的是 {change.date}，而{name}的 lineage 写的是 {day}", f"it says {change.date}, but the lineage of {name} says {day}"
            )


def _in_circle(lineage: Lineage, slug: str, date: str) -> bool:
    """True when the changes of one day lead from the agency back to itself."""
    waiting = [slug]
    seen: set[str] = set()
    for each in waiting:
        heirs = {step.heir for step in lineage.onward(each) if step.change.date == date} - seen
        if slug in heirs:
            return True
        seen |= heirs
        waiting += heirs
    return False
