"""What stands in the site's folder: site.yaml, the theme, the agencies, the record of what was published, the built site."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from giar_site.addresses import OUTPUT
from giar_site.diagnostics import CannotGoOn, Fault, Severity, Text
from giar_site.examining.examined import Examined, State, of_site
from giar_site.load import Folder, load_agency, load_lock, refuse_lost_records, survey
from giar_site.model import Agency
from giar_site.publish import is_site
from giar_site.render.theme import load_theme
from giar_site.rules import RULES
from giar_site.scaffold import EXAMPLE, is_example

_MOST_NAMED: Final = 5


def settings_file(faults: Sequence[Fault]) -> Examined:
    """Whether site.yaml is as giar reads it."""
    if not faults:
        return of_site("site_yaml", State.OK, Text("site.yaml 可以读取。", "site.yaml can be read."))
    errors = {rule.name for rule in RULES if rule.severity is Severity.ERROR}
    state = State.FAULT if any(fault.kind in errors for fault in faults) else State.ADVICE
    said = Text(f"site.yaml 有 {len(faults)} 处写得不对。", f"site.yaml is wrong in {len(faults)} places.")
    return of_site("site_yaml", state, said, Text("运行 giar check 查看是哪几处、怎样改。", "giar check lists them and how to mend them."))


def theme(site: Path, name: str) -> Examined:
    """Whether the theme is there and whole."""
    try:
        load_theme(site, name)
    except CannotGoOn as failure:
        mend = Text("请补全主题的文件，或在 site.yaml 写 theme: default。", "complete the theme, or write theme: default in site.yaml.")
        return of_site("theme", State.FAULT, failure.text, mend)
    return of_site("theme", State.OK, Text("页面主题完整。", "the theme is complete."))


def record(site: Path, built: Path) -> Examined:
    """Whether published.lock is there, can be read, and has lost nothing."""
    try:
        with Folder.top(site) as top:
            locks = load_lock(top)
        refuse_lost_records(built, locks)
    except CannotGoOn as failure:
        mend = Text(
            "请从备份或版本库恢复 published.lock，不要删去。", "restore published.lock from a backup or the repository; never delete it."
        )
        return of_site("record", State.FAULT, failure.text, mend)
    if locks or not is_site(built):
        return of_site(
            "record", State.OK, Text(f"公布记录里有 {len(locks)} 份报告。", f"reports in the record of what was published: {len(locks)}.")
        )
    return of_site(
        "record",
        State.ADVICE,
        Text("网站已经生成，却还没有公布记录 published.lock。", "the site is built, but there is no published.lock."),
        Text(
            "如果网站已经公开，请运行 giar lock；还没有公开的，公开后再运行。",
            "if the site is public, run giar lock; else run it once it is.",
        ),
    )


def example(agencies: Iterable[Agency]) -> Examined:
    """Whether the agency that `giar init` made up is still there."""
    if not any(map(is_example, agencies)):
        return of_site("example", State.OK, Text("没有示例机关。", "there is no example agency."))
    return of_site(
        "example",
        State.FAULT,
        Text(
            f"content/{EXAMPLE} 还是 giar init 写的示例，会和真的报告一起公开。",
            f"content/{EXAMPLE} is still the example of giar init and would be published.",
        ),
        Text(
            f"请改成真的机关，或删去文件夹 content/{EXAMPLE}。", f"make it an agency of your own, or delete the folder content/{EXAMPLE}."
        ),
    )


def reports(slugs: Sequence[str], empty: Sequence[str]) -> Examined:
    """Whether there are agencies, and each of them has a report; `empty`: those without."""
    if slugs and not empty:
        return of_site("reports", State.OK, Text(f"{len(slugs)} 个机关都有报告。", f"agencies, all with a report: {len(slugs)}."))
    more = len(empty) - _MOST_NAMED
    zh, en = "、".join(empty[:_MOST_NAMED]) + ("等" if more > 0 else ""), ", ".join(empty[:_MOST_NAMED]) + (" and more" if more > 0 else "")
    said = (
        Text(f"content/ 里有 {len(empty)} 个机关一份报告也没有：{zh}。", f"agencies in content/ without any report: {len(empty)} ({en}).")
        if slugs
        else Text("content/ 里还没有机关。", "there is no agency in content/ yet.")
    )
    mend = Text(
        "用 giar new 机关 年度 新建报告，或用 giar import 导入；不用的文件夹请删去。",
        "start a report with giar new AGENCY YEAR or import one; delete folders that are not used.",
    )
    return of_site("reports", State.ADVICE, said, mend)


def agencies_of(site: Path) -> list[Examined]:
    """What content/ says."""
    with Folder.top(site) as top:
        slugs = survey(top).slugs
        if not slugs:
            return [reports((), ())]
        with top.folder("content") as content:
            examples = [load_agency(content, EXAMPLE).agency] if EXAMPLE in slugs else []
    empty = [slug for slug in slugs if not any((site / "content" / slug).glob("[12][0-9][0-9][0-9]/*"))]
    return [reports(slugs, empty), example(examples)]


def contents(site: Path, theme_name: str) -> list[Examined]:
    """All of it but site.yaml."""
    return [theme(site, theme_name), *agencies_of(site), record(site, site / OUTPUT)]
