"""G126."""

from collections.abc import Iterator

from giar_site.derive import Change, field_value, new_corrections, places_of, text_changes, versions_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Correction, Report, Site


@rule("G126", Severity.ERROR, over="relations", acceptable=False)
def correction_disagrees(agency: Agency, site: Site) -> Iterator[Finding]:
    """更正与表格不一致 / Correction disagrees with the table

    What it checks
        corrections: 中每一格（或标题、日期等）最后一次更正的 now，应当就是现在的内容；at 要指得出是哪一格、哪一部分；was 和 now 要不一样。
        标题、机关名称、日期、附件名称等锁定以后更正的，was 应当就是公布时的内容。

        What the last correction of a cell or field calls `now` must be what stands there; `at` must name a cell, section, field or file;
        `was` and `now` must differ. Of a title, a name, a date or the like that was locked, `was` must be what was published.

    Why
        更正记录公布在表格旁边。记录写“更正为 6”，表里却是 12，读者不知道该信哪一个。

        Corrections are printed beside the table: where one says 6 and the table 12, no reader knows which to believe.

    Wrong
        review_and_litigation:
          review: [1, 0, 0, 0, 1]
          …
        corrections:
          - {date: "2023-03-01", at: review_and_litigation.review@total, was: "0", now: "2", reason: 漏计}

    Right
        review_and_litigation:
          review: [1, 0, 0, 0, 1]
          …
        corrections:
          - {date: "2023-03-01", at: review_and_litigation.review@total, was: "0", now: "1", reason: 漏计}

    How to mend it
        改正表里的数，或改正这条更正的 now；不是这一格，就改正 at。

        Correct the figure in the table, or the `now` of the correction, or its `at`.

    Source
        giar 的约定：更正记录与表格同时公布。
    """
    for report in agency.reports:
        told = list(_by_themselves(report))
        yield from told
        yield from _beside_the_record(agency, report, site, {each.at.item for each in told})


def _by_themselves(report: Report) -> Iterator[Finding]:
    last = {correction.at: (number, correction) for number, correction in enumerate(report.corrections, 1)}
    for number, correction in last.values():
        at = Address(report.agency, report.year, "figures", f"corrections.{number}")
        if _same(correction):
            yield _says_nothing(correction, at)
        elif correction.at in report.figures.form.by_id:
            yield from _on_a_cell(report, correction, at)
        elif correction.at not in places_of(report):
            yield Finding(
                at=at,
                message=Text(
                    f"更正的位置“{correction.at}”不是表里的一格，也不是报告的一部分。",
                    f"“{correction.at}” is no cell of the tables and no part of the report.",
                ),
                mend=Text(
                    "写单元格的编号，例如 applications.received@total；或部分、信息项的编号，例如 overview、title、files/附表.pdf。",
                    "write a cell's id, such as applications.received@total, or that of a section, field or file: overview, title, files/a.pdf.",
                ),
                actual=correction.at,
            )
        else:
            yield from _on_a_field(report, correction, at)


def _same(correction: Correction) -> bool:
    """True when the entry tells of no change; white space is none."""
    return "".join(correction.was.split()) == "".join(correction.now.split()) != ""


def _says_nothing(correction: Correction, at: Address) -> Finding:
    return Finding(
        at=at,
        message=Text(
            f"对“{correction.at}”的更正，was 和 now 都是“{correction.now}”，看不出改了什么。",
            f"the correction of “{correction.at}” has “{correction.now}” both as `was` and as `now`: nobody can see what changed.",
        ),
        mend=Text(
            "was 写公布时的内容，now 写现在的内容；只改了一段的，写明改了哪几句。",
            "write what was published as `was` and what stands there now as `now`; of a long text, the sentences that changed.",
        ),
        actual=correction.now,
    )


def _on_a_cell(report: Report, correction: Correction, at: Address) -> Iterator[Finding]:
    figure = report.figures[correction.at]
    shown = figure.text or (f"{figure.value:f}" if figure.value is not None else "")
    if correction.now == shown:
        return
    label = report.figures.form.by_id[correction.at].label
    yield Finding(
        at=at,
        message=Text(
            f"更正记录说“{label}”现在是 {correction.now}，表里却是 {shown}。",
            f"the correction says that “{label}” is {correction.now} now, the table says {shown}.",
        ),
        mend=Text("改正表里的数，或改正更正记录里的 now。", "correct the figure in the table, or the `now` of the correction."),
        cells=(correction.at,),
        expected=correction.now,
        actual=shown,
    )


def _on_a_field(report: Report, correction: Correction, at: Address) -> Iterator[Finding]:
    value = field_value(report, correction.at)
    if value is None or value == correction.now:  # of a section or file only a person can say whether the words fit
        return
    yield Finding(
        at=at,
        message=Text(
            f"更正记录说“{correction.at}”现在是 {correction.now}，report.md 里却是 {value}。",
            f"the correction says that “{correction.at}” is {correction.now} now, report.md says {value}.",
        ),
        mend=Text("改正 report.md，或改正更正记录里的 now。", "correct report.md, or the `now` of the correction."),
        expected=correction.now,
        actual=value,
    )


def _beside_the_record(agency: Agency, report: Report, site: Site, told: set[str]) -> Iterator[Finding]:
    """New corrections of what was published, and of which both texts are known, that say something else of it."""
    versions = versions_of(site, agency.slug, report.year) if report.corrections else ()
    if not versions:
        return
    new = new_corrections(versions[-1], report)
    changes = list(text_changes(versions[-1], report, agency))
    places = [change.at for change in changes]
    for change in changes:
        own = [each for each in new if each.at == change.at]
        item = f"corrections.{report.corrections.index(own[-1]) + 1}" if own else ""
        # a file that is another, too, is corrected in free words
        if own and item not in told and places.count(change.at) == 1 and not _agrees(own, change):
            yield _says_otherwise(Address(report.agency, report.year, "figures", item), own, change)


def _agrees(own: list[Correction], change: Change) -> bool:
    """True where the first says what was published and the last what is there; white space, and how nothing is called, is all the same."""
    sides = ((change.was, own[0].was), (change.now, own[-1].now))
    return all(not real or "".join(real.split()) == "".join(said.split()) for real, said in sides)


def _says_otherwise(at: Address, own: list[Correction], change: Change) -> Finding:
    was, now = own[0].was, own[-1].now
    return Finding(
        at=at,
        message=Text(
            f"更正记录说“{change.at}”由“{was}”改为“{now}”，公布时却是“{change.was}”，现在是“{change.now}”。",
            f"the correction says that “{change.at}” was “{was}” and is “{now}” now; “{change.was}” was published, “{change.now}” is there.",
        ),
        mend=Text("was 写公布时的内容，now 写现在的内容。", "write what was published as `was`, and what is there as `now`."),
        expected=f"{change.was} → {change.now}",
        actual=f"{was} → {now}",
    )
