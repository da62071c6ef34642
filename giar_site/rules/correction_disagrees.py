"""G126."""

from collections.abc import Iterable, Iterator

from giar_site.derive import (
    Standings,
    field_value,
    first_untrue,
    former_names_of,
    generated_title,
    new_corrections,
    places_of,
    places_recorded,
    quotes,
    standings_of,
    text_of,
    version_of,
    versions_of,
)
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.locked import Locked
from giar_site.model import Agency, Correction, Report, Site

_BOTH = Text("was 写公布时的内容，now 写现在的内容。", "write what was published as `was`, and what is there as `now`.")
_NONE = Text(
    "没有改动的，删去这一条；要补正已经公布的一条更正，was 照那一条写。",
    "where nothing changed, delete the entry; one that mends a published entry repeats what that one says in its `was`.",
)


@rule("G126", Severity.ERROR, over="relations", acceptable=False)
def correction_disagrees(agency: Agency, site: Site) -> Iterator[Finding]:
    """更正与表格不一致 / Correction disagrees with the table

    What it checks
        corrections: 中每一格（或标题、日期等）最后一次更正的 now，应当就是现在的内容；at 要指得出是哪一格、哪一部分；was 和 now 要不一样。
        公布内容已有记录的（published.lock），更正还要与记录相符：was 是公布时的内容，或前一条更正写的 now；公布以后没有改动的，不写更正。
        附件撤下或换了文件名的，at 写原来的 files/文件名，was 写附件名称，now 写“撤下”或新的 files/文件名（或新的附件名称）；新的文件不必另写一条。

        What the last correction of a cell or field calls `now` must be what stands there; `at` must name a cell, section, field or file;
        `was` and `now` must differ. Where `published.lock` knows the place, `was` must be what was published, or what the correction before made
        of it, and something must have changed. An attachment taken down or renamed is corrected at its former files/name;
        where `now` is the new files/name or its title, the new file needs no entry of its own.

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
        if not report.corrections:
            continue
        versions = versions_of(site, agency.slug, report.year)
        told = list(_by_themselves(report, versions))
        yield from told
        if versions:
            yield from _beside_the_record(agency, report, site, versions, {each.at.item for each in told})


def _by_themselves(report: Report, versions: tuple[Locked, ...]) -> Iterator[Finding]:
    last = {correction.at: (number, correction) for number, correction in enumerate(report.corrections, 1)}
    places = places_of(report) | places_recorded(versions)
    for number, correction in last.values():
        if _is_unread(report, correction.at):
            continue
        at = Address(report.agency, report.year, "figures", f"corrections.{number}")
        if _same(correction):
            yield _says_nothing(correction, at)
        elif correction.at in report.figures.form.by_id:
            yield from _on_a_cell(report, correction, at)
        elif correction.at in places:
            yield from _on_a_field(report, correction, at)
        else:
            yield _is_nowhere(correction, at)


def _is_unread(report: Report, place: str) -> bool:
    """True where what stands there is in a report.md that could not be read."""
    return "report" in report.unread and place not in report.figures.form.by_id and place not in {"name", "scope"}


def _is_nowhere(correction: Correction, at: Address) -> Finding:
    return Finding(
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
    shown = text_of(report.figures[correction.at])
    if quotes(correction.now, shown):
        return
    label = report.figures.form.by_id[correction.at].label
    yield Finding(
        at=at,
        message=Text(
            f"更正记录说“{label}”现在是 {correction.now}，表里却是 {shown or '空白'}。",
            f"the correction says that “{label}” is {correction.now} now, the table says {shown or 'nothing'}.",
        ),
        mend=Text("改正表里的数，或改正更正记录里的 now。", "correct the figure in the table, or the `now` of the correction."),
        cells=(correction.at,),
        expected=correction.now,
        actual=shown,
    )


def _on_a_field(report: Report, correction: Correction, at: Address) -> Iterator[Finding]:
    value = field_value(report, correction.at)
    if value is None or quotes(correction.now, value):  # of a section or file only a person can say whether the words fit
        return
    yield Finding(
        at=at,
        message=Text(
            f"更正记录说“{correction.at}”现在是 {correction.now}，report.md 里却是 {value or '空白'}。",
            f"the correction says that “{correction.at}” is {correction.now} now, report.md says {value or 'nothing'}.",
        ),
        mend=Text("改正 report.md，或改正更正记录里的 now。", "correct report.md, or the `now` of the correction."),
        expected=correction.now,
        actual=value,
    )


def _beside_the_record(agency: Agency, report: Report, site: Site, versions: tuple[Locked, ...], told: set[str]) -> Iterator[Finding]:
    """New corrections that tell of a change there was none of, or of another than there was."""
    new = new_corrections(versions[-1], report)
    named = agency if agency.name != agency.slug else None  # one without a name is told for that
    names = former_names_of(site, agency, report.year)
    now = version_of(report, agency=named)
    for place in dict.fromkeys(each.at for each in new if not _is_unread(report, each.at)):
        known = standings_of((*versions, now), place)
        before = [Correction(*each) for each in versions[-1].corrections if each[1] == place]
        meant = _meant_by(place, names, versions[-1], report.year)
        wrong = first_untrue([each for each in new if each.at == place], before, known, meant)
        if wrong and not _is_silent(wrong, new, report, known):
            at = Address(report.agency, report.year, "figures", f"corrections.{report.corrections.index(wrong) + 1}")
            if at.item not in told:
                yield _says_otherwise(at, wrong, known)


def _is_silent(wrong: Correction, new: list[Correction], report: Report, known: Standings) -> bool:
    """True for a cell that changed and of which nothing was said: changed_after_publication tells of that."""
    published, there = known.texts[-2:] if wrong.at in report.figures.form.by_id else ("", "")
    return published != there and not any(each.at == wrong.at and quotes(each.was, published) for each in new)


def _meant_by(place: str, names: Iterable[str], version: Locked, year: int) -> set[str]:
    """What a name or a title may also have been, or have become, because the agency was renamed."""
    if place == "name":
        return set(names)
    return {generated_title(version, year, name) for name in names} if place == "title" else set()


def _says_otherwise(at: Address, correction: Correction, known: Standings) -> Finding:
    place, was, now = correction.at, correction.was, correction.now
    published, there = known.texts[-2:] if known.held else ("", "")
    then, still = _quoted(published), _quoted(there)
    zh, en, mend = f"公布时却是{then.zh}，现在是{still.zh}", f"{then.en} was published, {still.en} is there", _BOTH
    if not known.held:
        zh, en, mend = (
            "那里公布以后却没有改动（空格、换行不算）",
            "nothing has changed there since it was published, white space apart",
            _NONE,
        )
    elif published == there:
        zh, en, mend = f"那里公布时和现在却都是{still.zh}", f"{still.en} was published, and is there still", _NONE
    return Finding(
        at=at,
        message=Text(
            f"更正记录说“{place}”由“{was}”改为“{now}”，{zh}。",
            f"the correction says that “{place}” was “{was}” and is “{now}” now; {en}.",
        ),
        mend=mend,
        expected=f"{published} → {there}" if known.held else None,
        actual=f"{was} → {now}",
    )


def _quoted(text: str) -> Text:
    return Text(f"“{text}”", f"“{text}”") if text else Text("空白", "nothing")
