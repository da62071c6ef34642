"""A report as a version of what is published, and how it differs from the version published before."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from giar_site import forms
from giar_site.derive.printed import NAME, SCOPE, TITLE, UNFILED, is_printed, printed_changes, printed_texts
from giar_site.locked import Locked
from giar_site.model import PREAMBLE, Agency, Correction, Figure, Reading, Report

FIELDS = ("title", "published", "document_number", "index_number", "source")


class Change(NamedTuple):
    """What was published and what would be published now, at a cell, a field, a section or a file; "" for a digest or nothing."""

    at: str
    was: str
    now: str


def version_of(report: Report, date: str = "", accepted: dict[str, str] | None = None, agency: Agency | None = None) -> Locked:
    """`report` as it stands now, to be recorded as published on `date`; `accepted`: place of each accepted finding → its value.

    `agency`: whose it is, for what the page shows beside the report's own words; None leaves that out.
    """
    return Locked(
        date=date,
        form=report.figures.edition,
        figures=tuple(map(text_of, report.figures.values)),
        texts=dict(_texts(report)) | dict(printed_texts(report, agency) if agency else ()),
        corrections=tuple(tuple(each) for each in report.corrections),
        accepted=accepted or {},
    )


def text_of(figure: Figure) -> str:
    """What readers see of a figure, "" for a blank; a total that was left out shows its sum."""
    if figure.reading in {Reading.BLANK, Reading.MISSING}:
        return ""
    return f"{figure.value:f}" if figure.reading is Reading.DERIVED and figure.value is not None else figure.text


def quotes(said: str, text: str) -> bool:
    """True when a correction that says `said` means `text`, a cell's or field's; a blank is called by any word without a digit."""
    return said == text or (not text and not any(character.isdigit() for character in said))


def figure_changes(before: Locked, report: Report) -> Iterator[Change]:
    """Every cell that no longer shows what was published, in printed order; cells only one of the editions has included.

    None of figures that could not be read.
    """
    if "figures" in report.unread:
        return iter(())
    return changed_cells(before, report.figures.edition, tuple(map(text_of, report.figures.values)))


def changed_cells(before: Locked, form: int, texts: tuple[str, ...]) -> Iterator[Change]:
    """Every cell that shows something else in `texts`, the figures of a report on the edition `form`, than in `before`."""
    if before.form == form and before.figures == texts:
        return
    was = dict(zip(_ids(before.form), before.figures, strict=True))
    now = dict(zip(_ids(form), texts, strict=True))
    for cell in now | was:
        if was.get(cell, "") != now.get(cell, ""):
            yield Change(cell, was.get(cell, ""), now.get(cell, ""))


def _ids(edition: int) -> list[str]:
    return [cell.id for cell in forms.edition(edition).cells]


def text_changes(before: Locked, report: Report, agency: Agency | None = None, formerly: Collection[str] = ()) -> Iterator[Change]:
    """Every field, section and file that is not as it was published; of sections and files only that they differ is known.

    Nothing of a report.md that could not be read. `agency`: whose it is, to compare also what the page shows beside the report's own words; `formerly`: what it may have been called.
    """
    unread = "report" in report.unread
    shown = dict(printed_texts(report, agency)) if agency is not None else {}
    if unread:  # only what agency.yaml says is known
        shown = {key: text for key, text in shown.items() if key in {NAME, SCOPE}}
    yield from (Change(*each) for each in printed_changes(before, shown, report.year, formerly))
    if unread:
        return
    now = dict(_texts(report))
    for name in now | {name: "" for name in before.texts if not is_printed(name)}:
        if name == "title" and agency is not None and TITLE in before.texts:
            continue  # what counts is the title on the page
        if before.texts.get(name, "") != now.get(name, ""):
            is_field = name in FIELDS
            yield Change(name, before.texts.get(name, "") if is_field else "", now.get(name, "") if is_field else "")


def original_figures(versions: tuple[Locked, ...], report: Report) -> dict[str, str]:
    """What was first published of the cells that show something else now."""
    return {change.at: change.was for change in figure_changes(versions[0], report)} if versions else {}


def new_corrections(before: Locked, report: Report) -> list[Correction]:
    """The corrections that were not yet there when `before` was published."""
    return [each for each in report.corrections if tuple(each) not in before.corrections]


def lost_corrections(before: Locked, report: Report) -> list[Correction]:
    """The corrections that were there when `before` was published and are gone or rewritten now; none where they could not be read."""
    if "figures" in report.unread:
        return []
    there = {tuple(each) for each in report.corrections}
    return [Correction(*each) for each in before.corrections if each not in there]


def places_of(report: Report) -> frozenset[str]:
    """Everything of the report but its cells that a correction may be about: sections, fields, files."""
    return frozenset(
        {
            *FIELDS,
            NAME,
            SCOPE,
            UNFILED,
            PREAMBLE,
            *(each.key for each in report.figures.form.sections),
            *(name for name, _ in _files(report)),
        }
    )


def field_value(report: Report, name: str) -> str | None:
    """The text of a field as it stands now; None for what is no field, and for a title that is made of the agency's name."""
    text = str(getattr(report.metadata, name)) if name in FIELDS else None
    return None if name == "title" and not text else text


def _texts(report: Report) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        yield name, str(getattr(report.metadata, name))
    for passage in (report.preamble, *report.sections):
        yield passage.key or PREAMBLE, passage.digest
    yield from _files(report)


def _files(report: Report) -> Iterator[tuple[str, str]]:
    for each in report.metadata.attachments:
        if each.file:
            yield f"files/{each.file}", each.sha256
