"""G310."""

from collections.abc import Iterator

from giar_site.derive import Lineage, Step, lineage_of, register_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.reorganisation import Reorganisation

_MEND = Text(
    "核对沿革的日期和机关；前身仍保留的，用 change: split，在它自己的 agency.yaml 里也写明；旧文件夹只留在真正改名的机关里。",
    "check the day and the agencies; of one that stayed write change: split, in its own agency.yaml, too; "
    "leave an old folder only to the agency that was renamed.",
)


@rule("G310", Severity.WARNING, over="relations")
def contested_lineage(agency: Agency, site: Site) -> Iterator[Finding]:
    """沿革与别的机关对不上 / Contested lineage

    What it checks
        说别的机关已经改为或并入本机关的，那个机关在当年、以后就不应再有自己的报告；一个旧文件夹只能归一个机关。

        An agency said to have been renamed to or merged into this one should not report beside it, nor later on; an old folder is one agency's.

    Why
        两边都有报告，就分不清结转的申请是谁的，本机关的上年结转无从核对；那个机关照自己的报告核对。两个机关都说是自己的旧网址，哪个也不指向。

        Where both report nobody can tell whose applications were carried over, so this agency's are not checked; the other's are,
        by its own reports. An old address that two agencies claim leads to neither.

    Wrong
        --- agency.yaml
        lineage:
          - {change: renamed, date: "2021-03-01", from: [b-ju], basis: 某编办〔2021〕3号}
        …
        --- content/b-ju/agency.yaml
        name: 某某市乙局
        --- content/b-ju/2022/figures.yaml
        …

    Right
        --- agency.yaml
        lineage:
          - {change: renamed, date: "2021-03-01", from: [b-ju], basis: 某编办〔2021〕3号}
        …
        --- content/b-ju/agency.yaml
        name: 某某市乙局
        --- content/b-ju/2020/figures.yaml
        …

    How to mend it
        核对沿革的日期和机关；前身仍保留的，用 change: split，在它自己的 agency.yaml 里也写明；旧文件夹只留在真正改名的机关里。

        Check the day and the agencies; of one that stayed write `change: split`, in its own agency.yaml, too; leave an old folder only
        to the agency that was renamed.

    Source
        giar 的文件约定。
    """
    lineage = lineage_of(site)
    for change in agency.lineage:
        for said, other in (*_still_reporting(agency, site, lineage, change), *_claimed_twice(agency, site, lineage, change)):
            yield Finding(
                at=Address(agency.slug, None, "agency", f"lineage.{change.number}"),
                message=Text(f"lineage 第 {change.number} 条：{said.zh}。", f"lineage, entry {change.number}: {said.en}."),
                mend=_MEND,
                related=(Address(other),),
            )


def _still_reporting(agency: Agency, site: Site, lineage: Lineage, change: Reorganisation) -> Iterator[tuple[Text, str]]:
    """Agencies that by `change` went into another, and report all the same."""
    register = register_of(site)
    for step in (*lineage.back(agency.slug), *lineage.onward(agency.slug)):
        if step.change == change and step.apart:
            origin, heir = register.agencies[step.origin], register.agencies[step.heir]
            years = _years(site, step)
            zh, en = "、".join(map(str, years)), ", ".join(map(str, years))
            yield (
                Text(
                    f"说{origin.label} {change.date} 已经改为或并入{heir.label}，但{origin.label}还有 {zh} 年的报告",
                    f"{origin.label} is said to have gone into {heir.label} on {change.date}, but it still reports {en}",
                ),
                step.origin if step.heir == agency.slug else step.heir,
            )


def _years(site: Site, step: Step) -> list[int]:
    """The years of the origin's reports that the step leaves no room for."""
    return [year for year in sorted(site.years) if year >= step.change.year and (step.origin, year) in register_of(site).standings]


def _claimed_twice(agency: Agency, site: Site, lineage: Lineage, change: Reorganisation) -> Iterator[tuple[Text, str]]:
    """Old folders of the change that another agency says were its own, too."""
    for old in change.origins:
        claimants = lineage.contested.get(old, ()) if change.kind == "renamed" else ()
        for slug in claimants:
            if slug != agency.slug:
                name = register_of(site).agencies[slug].label
                yield (
                    Text(
                        f"旧文件夹 {old} 也写在{name}的沿革里，同一个旧网址不能指向两处，现在哪处也不指向",
                        f"the old folder {old} stands in the lineage of {name}, too: its address can lead to one only, and now leads to neither",
                    ),
                    slug,
                )
