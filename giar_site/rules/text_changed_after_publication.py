"""G702."""

from collections.abc import Iterator

from giar_site.derive import (
    Change,
    former_names_of,
    new_corrections,
    places_of,
    places_told,
    renamed_too_early,
    text_changes,
    untold_changes,
    version_of,
    versions_of,
)
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import PREAMBLE, Agency, Report, Site

_FIELDS = {
    "title": Text("标题", "the title"),
    "name": Text("机关名称", "the agency's name"),
    "scope": Text("数字的范围（scope）", "the scope of the figures"),
    "attachments": Text("没有文件的附件的名称", "what the attachments without a file are called"),
    "published": Text("公布日期", "the date of publication"),
    "document_number": Text("文号", "the document number"),
    "index_number": Text("索引号", "the index number"),
    "source": Text("来源", "the source"),
    PREAMBLE: Text("正文开头的说明", "the preamble"),
}
_RENAMED = Text(
    "机关确实改了名的，不写更正，在 agency.yaml 的 lineage: 里写 change: renamed 和原名称。",
    " An agency that was really renamed needs none: write change: renamed and its former_name into lineage: of agency.yaml.",
)


@rule("G702", Severity.ERROR, over="relations", acceptable=False)
def text_changed_after_publication(agency: Agency, site: Site) -> Iterator[Finding]:
    """公布后改了文字而没有更正记录 / Text changed after publication

    What it checks
        published.lock 记下了已经公布的标题、机关名称、日期、各部分文字、附件和附件的名称。以后有改动的，corrections: 里要有新的一条，at 写这一部分的编号。
        机关改名，在 agency.yaml 的 lineage: 里写明原名称（former_name），改名当年和以前的报告就不必更正；还没有到的改名不算。

        `published.lock` records title, the agency's name, date, sections, attachments and their titles as published. One that changes later
        needs a new entry in `corrections:`. A renaming that `lineage:` tells of, with the `former_name`, explains the reports up to its year, once its day
        has come.

    Why
        年报公布后悄悄改写、倒签日期，是检查通报里常见的问题；有更正记录，读者看得见。

        Reports rewritten or back-dated in silence are what inspections complain of; a correction lets readers see it.

    Wrong
        --- report.md
        ## 六、其他需要报告的事项

        本年度没有收取信息处理费。

        …
        --- published.lock (locks other)
        …

    Right
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}
        --- report.md
        ## 六、其他需要报告的事项

        本年度没有收取信息处理费。

        …
        --- published.lock (locks other)
        …

    How to mend it
        恢复公布时的文字；确实要更正的，在 figures.yaml 的 corrections: 里写一条，说明改了什么、为什么改。

        Put the published text back, or add an entry to `corrections:` in figures.yaml that says what was changed, and why.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report in agency.reports:
        versions = versions_of(site, agency.slug, report.year)
        if not versions:
            continue
        names = former_names_of(site, agency, report.year)
        for version, change in untold_changes(versions, report.year, names):
            yield _in_the_record(report, change, version.date)
        if "figures" in report.unread:
            continue  # nobody knows what its corrections say
        early = renamed_too_early(site, agency)
        new = new_corrections(versions[-1], report)
        formerly = (names if early is None else frozenset()) | {each.was for each in new if each.at == "name"}
        named = agency if agency.name != agency.slug else None  # one without a name is told for that
        said = places_told(new, versions[-1].texts, version_of(report, agency=named).texts) if new else frozenset()
        for change in text_changes(versions[-1], report, named, formerly):
            if change.at not in said:
                yield _finding(report, change, early.date if early else "")


def _in_the_record(report: Report, change: Change, date: str) -> Finding:
    name = _name(report, change.at)
    return Finding(
        at=Address(report.agency, report.year, "report", change.at),
        message=Text(
            f"published.lock 里，{name.zh}在 {date} 的记录中由“{change.was}”变成了“{change.now}”，没有更正记录。",
            f"in published.lock {name.en} turns from “{change.was}” into “{change.now}” with the version of {date}, and no correction tells of it.",
        ),
        mend=Text(
            f"published.lock 被人改过的，从备份或版本库恢复。{_RENAMED.zh if change.at == 'name' else ''}",
            f"where published.lock was edited, restore it from a backup or the repository.{_RENAMED.en if change.at == 'name' else ''}",
        ),
        expected=change.was,
        actual=change.now,
    )


def _finding(report: Report, change: Change, renaming: str) -> Finding:
    """`renaming`: the day of one still to come that the agency's name does not wait for, "" for none."""
    name = _name(report, change.at)
    zh, en = (f"公布时是“{change.was}”，现在是“{change.now}”", f"was “{change.was}”, is now “{change.now}”")
    if not (change.was or change.now):
        zh, en = "与公布时不同", "differs from what was published"
    was, now = Text("…", "…"), Text("…", "…")
    if change.at.startswith("files/") and change.at not in places_of(report):
        zh, en = "公布时有，现在没有了", "was there and is gone"
        was, now = Text("附件名称", "its title"), Text("撤下", "taken down")
    renamed = _RENAMED if change.at == "name" else Text("", "")
    if change.at == "name" and renaming:
        renamed = Text(f"改名在 {renaming}，还没有到，到那天再改 name:。", f" The renaming is on {renaming}: change `name` on that day.")
    return Finding(
        at=Address(report.agency, report.year, "report", change.at),
        message=Text(
            f"{name.zh}公布以后有改动，没有更正记录：{zh}。", f"{name.en} changed since publication without a correction: it {en}."
        ),
        mend=Text(
            f"恢复公布时的内容，或在 figures.yaml 的 corrections: 里写更正：{{date: …, at: {change.at}, was: {was.zh}, now: {now.zh}, reason: …}}。{renamed.zh}",
            f"put back what was published, or write a correction into figures.yaml: {{date: …, at: {change.at}, was: {was.en}, now: {now.en}, "
            f"reason: …}}.{renamed.en}",
        ),
        expected=change.was or None,
        actual=change.now or None,
    )


def _name(report: Report, at: str) -> Text:
    if at in _FIELDS:
        return _FIELDS[at]
    title = next((section.title for section in report.figures.form.sections if section.key == at), "")
    return Text(f"“{title}”", f"“{title}”") if title else Text(f"附件“{at}”", f"the attachment “{at}”")
