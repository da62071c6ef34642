"""G702."""

from collections.abc import Iterator

from giar_site.derive import Change, new_corrections, text_changes, versions_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import PREAMBLE, Agency, Report, Site

_FIELDS = {
    "title": Text("标题", "the title"),
    "published": Text("公布日期", "the date of publication"),
    "document_number": Text("文号", "the document number"),
    "index_number": Text("索引号", "the index number"),
    "source": Text("来源", "the source"),
    PREAMBLE: Text("正文开头的说明", "the preamble"),
}


@rule("G702", Severity.ERROR, over="relations", acceptable=False)
def text_changed_after_publication(agency: Agency, site: Site) -> Iterator[Finding]:
    """公布后改了文字而没有更正记录 / Text changed after publication

    What it checks
        published.lock 记下了已经公布的标题、日期、各部分文字和附件。以后有改动的，corrections: 里要有新的一条，at 写这一部分的编号。

        `published.lock` records title, date, sections and attachments as published. One that changes later needs a new entry in `corrections:`.

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
        said = {each.at for each in new_corrections(versions[-1], report)}
        for change in text_changes(versions[-1], report):
            if change.at not in said:
                yield _finding(report, change)


def _finding(report: Report, change: Change) -> Finding:
    name = _name(report, change.at)
    zh, en = (f"公布时是“{change.was}”，现在是“{change.now}”", f"was “{change.was}”, is now “{change.now}”")
    if not (change.was or change.now):
        zh, en = "与公布时不同", "differs from what was published"
    return Finding(
        at=Address(report.agency, report.year, "report", change.at),
        message=Text(
            f"{name.zh}公布以后有改动，没有更正记录：{zh}。", f"{name.en} changed since publication without a correction: it {en}."
        ),
        mend=Text(
            f"恢复公布时的内容，或在 figures.yaml 的 corrections: 里写更正：{{date: …, at: {change.at}, was: …, now: …, reason: …}}。",
            f"put back what was published, or write a correction into figures.yaml: {{date: …, at: {change.at}, was: …, now: …, reason: …}}.",
        ),
        expected=change.was or None,
        actual=change.now or None,
    )


def _name(report: Report, at: str) -> Text:
    if at in _FIELDS:
        return _FIELDS[at]
    title = next((section.title for section in report.figures.form.sections if section.key == at), "")
    return Text(f"“{title}”", f"“{title}”") if title else Text(f"附件“{at}”", f"the attachment “{at}”")
