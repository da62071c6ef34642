"""The notes printed below a table: what was published otherwise than in plain digits, and what was let stand for a reason."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from giar_site.derive import texts_as_published
from giar_site.diagnostics import Finding
from giar_site.forms import Form
from giar_site.load import plain_digits
from giar_site.model import Figures


class NoteView(NamedTuple):
    """A note: on a published text (`published`, read as `value` in `unit`) or on a finding let stand (`message`, `reason`).

    `table` is the table it belongs to ("": the whole report), `cell` the id of the cell it is about, `label` the cell's words, `check` the
    kind of check that fails, where its cells do not tell.
    """

    id: str
    table: str
    cell: str
    label: str
    cells: tuple[str, ...]
    published: str
    value: str
    unit: str
    message: str
    reason: str
    check: str = ""


def notes_of(figures: Figures, findings: Iterable[Finding], language: str) -> list[NoteView]:
    """All notes of a report, in printed order: published texts first, then accepted findings."""
    form = figures.form
    notes = []
    for at, text in enumerate(texts_as_published(figures), 1):
        value = "" if text.value is None else plain_digits(text.value)
        cell = text.cell
        notes.append(NoteView(f"published-{at}", cell.table, cell.id, cell.label, (cell.id,), text.text, value, text.unit, "", ""))
    for at, finding in enumerate((each for each in findings if each.accepted is not None), 1):
        cells = tuple(cell for cell in (*finding.cells, finding.at.item) if cell in form.by_id)
        target, label = target_of(form, finding)
        message = finding.message.in_language(language)
        said = message, finding.accepted or "", finding.check
        note = NoteView(f"accepted-{at}", _table(form, target), target, label, cells, "", "", "", *said)
        notes.append(note)
    return notes


def by_cell(notes: Iterable[NoteView]) -> dict[str, str]:
    """The ids of the notes on each cell, by cell id."""
    found: dict[str, str] = {}
    for note in notes:
        for cell in dict.fromkeys(note.cells):
            found[cell] = f"{found[cell]} {note.id}" if cell in found else note.id
    return found


def target_of(form: Form, finding: Finding) -> tuple[str, str]:
    """The id on the report's page that a finding is about, and its words; "" and "" when it is about no place on it."""
    for name in (finding.at.item, *finding.cells):
        found = next(_place(form, name), None)
        if found is not None:
            return found
    return "", ""


def _place(form: Form, name: str) -> Iterator[tuple[str, str]]:
    """The cell, row, section or table called `name`."""
    if name in form.by_id:
        yield name, form.by_id[name].label
    for row in form.rows if "." in name else ():
        if row.id == name:
            yield name, "·".join(head.label for head in row.path)
    for section in form.sections:
        if name and section.key == name:
            yield section_id(name), section.title


def section_id(key: str) -> str:
    """The id of a section on the page."""
    return f"section-{key}" if key else "preamble"


def _table(form: Form, target: str) -> str:
    """The table below which a note on `target` is printed: only tables that stand in a section can carry notes."""
    tables = {section_id(section.key): section.table for section in form.sections}
    key = tables.get(target) or target.split(".", 1)[0]
    return key if key in tables.values() else ""
