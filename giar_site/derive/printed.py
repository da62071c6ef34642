"""What a report's page shows beside its own words: whose it is, what it is called when it has no title, what its attachments are called."""

from collections.abc import Collection, Iterator

from giar_site import forms
from giar_site.locked import Locked
from giar_site.model import Agency, Attachment, Report, Site

NAME, TITLE, SCOPE, UNFILED = "name", "printed_title", "scope", "attachments"
_FILED = "title of "  # and the file


def printed_title(report: Report, agency: Agency) -> str:
    """The report's title as published, else the form's own."""
    return report.metadata.title or report.figures.form.report_title.format(agency=agency.name, year=report.year)


def printed_texts(report: Report, agency: Agency) -> Iterator[tuple[str, str]]:
    """All of it, by the key it has in published.lock. `scope` because the page of a roll-up says that it is one; the kind stands nowhere."""
    yield NAME, agency.name
    yield TITLE, printed_title(report, agency)
    yield SCOPE, agency.scope
    listed = [each for each in report.metadata.attachments if each.listed]
    yield UNFILED, "；".join(_called(each) for each in listed if not each.file)
    for each in listed:
        if each.file:
            yield f"{_FILED}files/{each.file}", _called(each)


def is_printed(key: str) -> bool:
    """True for the keys in published.lock that are these, which older ones do not hold."""
    return key in {NAME, TITLE, SCOPE, UNFILED} or key.startswith(_FILED)


def printed_changes(before: Locked, report: Report, agency: Agency, formerly: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What of it reads otherwise than in `before`: where a correction of it says it is, what it was, what it is.

    What `before` does not hold is not compared. A name in `formerly` was the agency's own, and so was the title made of it.
    """
    for key, now in printed_texts(report, agency):
        was = before.texts.get(key, now)
        if was == now or (key == NAME and was in formerly):
            continue
        if (
            key == TITLE
            and now == _generated(before, report.year, agency.name)
            and was in (_generated(before, report.year, name) for name in formerly)
        ):
            continue
        yield "title" if key == TITLE else key.removeprefix(_FILED), was, now


def former_names_of(site: Site, agency: Agency, year: int) -> frozenset[str]:
    """What the report of `agency` on `year` may have been published under: its names before the renamings of that year and later.

    Where only a folder is named as what it was, that is the name recorded under it. A renaming still to come has changed no name.
    """
    found: set[str] = set()
    for change in agency.lineage:
        if change.year >= year and not (site.today and change.date > site.today):
            found.update(change.own_former_names)
            folders = change.origins if change.kind == "renamed" else ()
            found.update(version.texts.get(NAME, "") for old in folders for version in site.locked.get((old, year), ()))
    return frozenset(found - {""})


def _called(attachment: Attachment) -> str:
    return f"{attachment.title}（{attachment.note}）" if attachment.note else attachment.title


def _generated(before: Locked, year: int, name: str) -> str:
    return forms.edition(before.form).report_title.format(agency=name, year=year)
