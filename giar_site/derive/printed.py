"""What a report's page shows beside its own words: whose it is, what it is called when it has no title, what its attachments are called."""

from collections.abc import Collection, Iterator, Mapping

from giar_site import forms
from giar_site.locked import Locked
from giar_site.model import Agency, Attachment, Report, Site
from giar_site.reorganisation import Reorganisation

NAME, TITLE, SCOPE, UNFILED = "name", "printed_title", "scope", "attachments"
TITLE_OF = "title of "  # and the place of the file, such as files/a.csv


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
            yield f"{TITLE_OF}files/{each.file}", _called(each)


def is_printed(key: str) -> bool:
    """True for the keys in published.lock that are these, which older ones do not hold."""
    return key in {NAME, TITLE, SCOPE, UNFILED} or key.startswith(TITLE_OF)


def printed_changes(before: Locked, now: Mapping[str, str], year: int, formerly: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What of `now` reads otherwise than in `before`: where a correction of it says it is, what it was, what it is.

    What `before` does not hold is not compared. A name in `formerly` was the agency's own, and so was the title made of it.
    """
    for key, text in now.items():
        was = before.texts.get(key, text)
        if was == text or (key == NAME and was in formerly):
            continue
        if (
            key == TITLE
            and text == generated_title(before, year, now.get(NAME, ""))
            and was in (generated_title(before, year, name) for name in formerly)
        ):
            continue
        yield "title" if key == TITLE else key.removeprefix(TITLE_OF), was, text


def former_names_of(site: Site, agency: Agency, year: int) -> frozenset[str]:
    """What the report of `agency` on `year` may have been published under: its names before the renamings of that year and later.

    Where only a folder is named as what it was, that is the name recorded under it. A renaming still to come has changed no name.
    """
    found: set[str] = set()
    for change in agency.lineage:
        if change.year >= year and not _is_to_come(site, change):
            found.update(change.own_former_names)
            folders = change.origins if change.kind == "renamed" else ()
            found.update(version.texts.get(NAME, "") for old in folders for version in site.locked.get((old, year), ()))
    return frozenset(found - {""})


def renamed_too_early(site: Site, agency: Agency) -> Reorganisation | None:
    """The next renaming still to come, where the agency does not go by the name it has until then; else None."""
    coming = [change for change in agency.lineage if change.own_former_names and _is_to_come(site, change)]
    following = min(coming, key=lambda change: change.date, default=None)
    return following if following and agency.name not in following.own_former_names else None


def _is_to_come(site: Site, change: Reorganisation) -> bool:
    return bool(site.today) and change.date > site.today


def _called(attachment: Attachment) -> str:
    return f"{attachment.title}（{attachment.note}）" if attachment.note else attachment.title


def generated_title(before: Locked, year: int, name: str) -> str:
    """The title that a report without one of its own had in `before` when the agency was called `name`."""
    return forms.edition(before.form).report_title.format(agency=name, year=year)
