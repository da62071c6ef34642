"""G701."""

from collections.abc import Iterator

from giar_site.derive import Change, broken_dependents, figure_changes, new_corrections, quotes, register_of, versions_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site
from giar_site.rules.across_years import changed_since

_MOST_NAMED = 5


@rule("G701", Severity.ERROR, over="relations", acceptable=False)
def changed_after_publication(agency: Agency, site: Site) -> Iterator[Finding]:
    """公布后改了数字而没有更正记录 / Figures changed after publication

    What it checks
        published.lock 记下了已经公布的每一个数。公布以后表里的数变了，corrections: 里就要有这一格的更正，was 写公布时的数；空白的写“空白”。
        下一年的报告照公布时的数接续、现在因此对不上的，一并指出。

        `published.lock` records every published figure. One that changes later needs an entry in `corrections:` whose `was` is the published text, or
        a word such as “blank”.
        Reports of the year after that went on from the published figure and no longer agree are named.

    Why
        公布过的数悄悄改掉，引用过它的人无从知道；有更正记录，读者看得见改了什么、为什么改。

        A published figure changed in silence betrays whoever has quoted it; a correction tells readers what changed, and why.

    Wrong
        review_and_litigation:
          review: [2, 0, 0, 0, 2]
          …
        --- published.lock (locks)
        review_and_litigation:
          review: [1, 0, 0, 0, 1]
          …

    Right
        review_and_litigation:
          review: [2, 0, 0, 0, 2]
          …
        corrections:
          - {date: "2023-03-01", at: review_and_litigation.review@upheld, was: "1", now: "2", reason: 漏计一件}
          - {date: "2023-03-01", at: review_and_litigation.review@total, was: "1", now: "2", reason: 漏计一件}
        --- published.lock (locks)
        review_and_litigation:
          review: [1, 0, 0, 0, 1]
          …

    How to mend it
        改错了的，恢复公布时的数；确实要更正的，在 figures.yaml 的 corrections: 里为每一格写一条，注明日期和原因。

        Put the published figure back, or write an entry for each changed cell into `corrections:`, with date and reason.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report in agency.reports:
        versions = versions_of(site, agency.slug, report.year)
        if not versions:
            continue
        new = new_corrections(versions[-1], report)
        silent = [
            change
            for change in figure_changes(versions[-1], report)
            if not any(each.at == change.at and quotes(each.was, change.was) for each in new)
        ]
        if silent:
            yield _finding(report, silent, _broken(site, report, silent))


def _broken(site: Site, report: Report, changes: list[Change]) -> dict[Address, Text]:
    """The reports of the year after that agreed with what was published and no longer do, each with its name."""
    agencies = register_of(site).agencies
    found: dict[Address, Text] = {}
    for later, assessment in broken_dependents(site, report, {change.at for change in changes}):
        if changed_since(site, later, assessment).zh:
            whose = "" if later.agency == report.agency else agencies[later.agency].label
            found.setdefault(
                Address(later.agency, later.year, "figures", assessment.comparison.at),
                Text(f"{whose} {later.year} 年报告".strip(), f"the report of {whose} {later.year}".replace("  ", " ")),
            )
    return found


def _finding(report: Report, changes: list[Change], broken: dict[Address, Text]) -> Finding:
    first = changes[0]
    more = len(changes) - _MOST_NAMED
    named = [(_label(report, change), change) for change in changes[:_MOST_NAMED]]
    zh = "；".join(f"{label}：公布时是 {_or_blank(change.was).zh}，现在是 {_or_blank(change.now).zh}" for label, change in named)
    en = "; ".join(f"{label}: was {_or_blank(change.was).en}, is now {_or_blank(change.now).en}" for label, change in named)
    rest = Text(f"；另有 {more} 格", f"; and {more} more") if more > 0 else Text("", "")
    return Finding(
        at=Address(report.agency, report.year, "figures", first.at),
        message=Text(
            f"公布以后改了 {len(changes)} 格，没有更正记录：{zh}{rest.zh}。{_then(broken).zh}",
            f"{len(changes)} cells changed since publication without a correction: {en}{rest.en}.{_then(broken).en}",
        ),
        mend=_mend(first),
        cells=tuple(change.at for change in changes),
        expected=first.was,
        actual=first.now,
        related=tuple(broken),
    )


def _mend(change: Change) -> Text:
    was, now = _or_blank(change.was), _or_blank(change.now)
    return Text(
        f'恢复公布时的数，或在 corrections: 里写更正，例如 {{date: …, at: {change.at}, was: "{was.zh}", now: "{now.zh}", reason: …}}。',
        f'put the published figures back, or write corrections: such as {{date: …, at: {change.at}, was: "{was.en}", now: "{now.en}", reason: …}}.',
    )


def _then(broken: dict[Address, Text]) -> Text:
    if not broken:
        return Text("", "")
    zh, en = "、".join(dict.fromkeys(name.zh for name in broken.values())), ", ".join(dict.fromkeys(name.en for name in broken.values()))
    return Text(f"{zh}照公布时的数接续，现在因此对不上。", f" It breaks {en}, which went on from what was published.")


def _label(report: Report, change: Change) -> str:
    cell = report.figures.form.by_id.get(change.at)
    return cell.label if cell else change.at


def _or_blank(text: str) -> Text:
    return Text(text, text) if text else Text("空白", "blank")
