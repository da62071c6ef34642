"""A document → the report it holds: its cells, its prose, what it says of itself, and what found no place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple, TypeGuard

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Paragraph, Refused, Spot
from giar_site.importers.recognise.all_cells import all_cells
from giar_site.importers.recognise.edition import possible_editions
from giar_site.importers.recognise.figures import cells_of
from giar_site.importers.recognise.found import FoundCell
from giar_site.importers.recognise.furniture import without_furniture
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.metadata import Heading, attachment_in, heading_of
from giar_site.importers.recognise.own import Own, own_workbook
from giar_site.importers.recognise.own_blanks import with_places
from giar_site.importers.recognise.own_document import is_own_document, own_attachment, own_heading, plays
from giar_site.importers.recognise.particulars import Particulars, without_particulars
from giar_site.importers.recognise.pieces import Separated, separated
from giar_site.importers.recognise.properties import attachments_of, named_title
from giar_site.importers.recognise.said import values_said
from giar_site.importers.recognise.section_again import sections_again
from giar_site.importers.recognise.sections import Part, divided, flattened, in_lines
from giar_site.importers.recognise.tables import ReadTable, read_table
from giar_site.importers.recognise.titles import doubtful_title, missing_titles, no_report
from giar_site.importers.recognise.two_reports import only_one_report, only_one_table_each
from giar_site.importers.recognise.unfilled import unfilled
from giar_site.importers.recognise.units import unit_beside
from giar_site.importers.recognise.unruled import unruled
from giar_site.importers.recognise.values import FoundAttachment, Values
from giar_site.importers.recognise.year import FoundYear, found_year


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A text of the source that found no place in the report."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Passage:
    """A section as found: its title as published and its blocks, tables of the form left out."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A report as recognised. `cells` holds every cell of `form` in printed order. `name` and `year` are "" and 0 where nothing tells.

    `values`: its metadata, but for `attachments`. `taken` are the lines that title, metadata and attachments were taken from, `labels` the
    texts that were taken for labels of the form, `names` those beside the metadata, `set_aside` the sheets that are no content.
    """

    form: forms.Form
    year: FoundYear
    values: Values
    attachments: tuple[FoundAttachment, ...]
    preamble: tuple[Block, ...]
    passages: tuple[Passage, ...]
    cells: tuple[FoundCell, ...]
    furniture: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    taken: tuple[Paragraph, ...] = ()
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    doubts: tuple[Text, ...] = field(default=())
    set_aside: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The agency's name."""
        return self.values.text("name")


class _Words(NamedTuple):
    """All of a report but its tables."""

    head: Heading
    passages: tuple[Passage, ...]
    particulars: Particulars
    attachments: tuple[FoundAttachment, ...] = ()
    taken: tuple[Paragraph, ...] = ()


_LEAST_LABELS = 12
_NO_HEADING = Heading(None, (), (), (), ())


def recognise(document: Document, file_name: str = "") -> Recognised:
    """Find the report in `document`. Raises Refused where there is none, with what was looked for, or more than one."""
    own = own_workbook(document)
    furniture: list[str] = []
    if own:
        parts, particulars = own.tables, own.particulars
        only_one_table_each(parts)
    else:
        parts, particulars, furniture = _divided(document)
    form, tables = _best_form(parts)
    if sum(table.known_labels for _, table in tables.values()) < _LEAST_LABELS:
        raise Refused(no_report(parts))
    found = {key: cell for _, table in tables.values() for key, cell in cells_of(table.rows, form, table.unit).items()}
    cells = all_cells(found, form, document.doubts, own=own is not None)
    cells = with_places(cells, parts, form) if own else cells
    words = _own_words(own, tables) if own else _words_of(parts, tables, particulars, document.properties)
    values = values_said(words.head, words.particulars.values, {} if own else document.properties)
    listed = [each for each in particulars.attachments.values() if each.title] + list(words.attachments)
    unplaced = [piece for _, table in tables.values() for piece in table.unplaced]
    return Recognised(
        form=form,
        year=found_year(words.head, words.passages, document.properties, file_name, particulars.values),
        values=values,
        attachments=tuple(listed or ([] if own else attachments_of(document.properties))),
        preamble=words.head.rest,
        passages=words.passages,
        cells=cells,
        furniture=(*furniture, *words.head.furniture, *particulars.furniture),
        unplaced=tuple(Unplaced(piece.text, piece.spot) for piece in unplaced),
        taken=(*words.head.taken, *words.taken, *particulars.taken),
        labels=(*(text for _, table in tables.values() for text in table.labels), *(own.titles if own else ())),
        names=tuple(particulars.labels),
        doubts=(
            *(doubtful_title(part) for part in (own.text if own else parts) if not part.exact),
            *(unfilled(cells, unplaced) if own else (*missing_titles(parts, form), *sections_again(flattened(document.blocks)))),
            *unruled(document, form, found),
        ),
        set_aside=own.set_aside if own else (),
    )


def _divided(document: Document) -> tuple[list[Part], Particulars, list[str]]:
    """The sections, what tables of labels and values say, and what surrounds the report: nothing does in a file of our own."""
    flat = flattened(document.blocks)
    only_one_report(flat)
    parts = divided(flat)
    if is_own_document(document.blocks):
        return parts, Particulars(), []
    bare, furniture = without_furniture(parts)
    known, particulars = without_particulars(bare)
    return [_in_lines(part) for part in known], particulars, furniture


def _in_lines(part: Part) -> Part:
    has_table = any(section.table for form in forms.editions() for section in form.sections if section.key == part.key)
    return part if has_table else replace(part, blocks=tuple(in_lines(part.blocks)))


_Read = dict[str, tuple[Separated, ReadTable]]


def _best_form(parts: Sequence[Part]) -> tuple[forms.Form, _Read]:
    """The edition whose own labels the tables show most of, else whose labels they show most of; of equals the newer one."""
    blocks = [block for part in parts for block in part.blocks]
    read = [(form, _read_on(form, parts)) for form in possible_editions(blocks)]
    return max(read, key=lambda each: (_own_labels(each[1]), _labels(each[1]), -_lost(each[1]), each[0].edition))


def _own_labels(tables: _Read) -> int:
    return sum(table.own_labels for _, table in tables.values())


def _labels(tables: _Read) -> int:
    return sum(len(row.items) for _, table in tables.values() for row in table.rows) + sum(
        table.known_labels for _, table in tables.values()
    )


def _lost(tables: _Read) -> int:
    return sum(len(table.unplaced) for _, table in tables.values())


def _read_on(form: forms.Form, parts: Sequence[Part]) -> _Read:
    numbers = count()
    read: _Read = {}
    for table in form.tables:
        part = next((part for part in parts if part.key == table.key), None)
        if part:
            apart = separated(part.blocks, [lexicon(form.edition, table.key)], numbers)
            unit = unit_beside(part.blocks, part.title.text if part.title else "")
            read[table.key] = apart, replace(read_table(apart.tables, form, table), unit=unit)
    return read


def _words_of(parts: Sequence[Part], tables: _Read, particulars: Particulars, properties: Mapping[str, str]) -> _Words:
    """The lines above the report, its passages, and what stands below them."""
    named = named_title(properties.get("title", ""))
    ours = is_own_document(parts[0].blocks)
    head = own_heading(parts[0].blocks) if ours else heading_of(parts[0].blocks, named)
    passages: list[Passage] = []
    lines: list[Paragraph] = []
    for part in parts[1:]:
        blocks = tables[part.key][0].text if part.key in tables else part.blocks
        if part is parts[-1]:
            lines = [block for block in blocks if _is_attachment(block, ours=ours)]
            blocks = tuple(block for block in blocks if not _is_attachment(block, ours=ours))
        passages.append(Passage(part.key, part.title.marker + part.title.text if part.title else "", blocks))
    named_in = own_attachment if ours else _attachment
    attachments = tuple(FoundAttachment(title, spot=line.spot) for line in lines if (title := named_in(line)))
    return _Words(head, tuple(passages), particulars, attachments, tuple(lines))


def _own_words(own: Own, tables: _Read) -> _Words:
    """The prose of our own workbook; what stands beside a table on its sheet belongs to its section."""
    passages = [
        Passage(part.key, part.title.text if part.title else "", (*part.blocks, *(tables[part.key][0].text if part.key in tables else ())))
        for part in own.text[1:]
    ]
    return _Words(_NO_HEADING._replace(rest=own.text[0].blocks), tuple(passages), own.particulars)


def _is_attachment(block: Block, *, ours: bool) -> TypeGuard[Paragraph]:
    return plays(block, "attachment") if ours else isinstance(block, Paragraph) and bool(attachment_in(block.text))


def _attachment(line: Paragraph) -> str:
    return attachment_in(line.text)
