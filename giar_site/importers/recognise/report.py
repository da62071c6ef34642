"""A document → the report it holds: its cells, its prose, what it says of itself, and what found no place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple, TypeGuard

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Paragraph, Refused, Spot
from giar_site.importers.recognise.displaced import with_doubts
from giar_site.importers.recognise.edition import possible_editions
from giar_site.importers.recognise.figures import NOT_FOUND, NOTHING, cells_of
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.furniture import is_furniture, is_own_page_number, without_footer
from giar_site.importers.recognise.left_out import with_totals
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.metadata import Heading, attachment_in, heading_of
from giar_site.importers.recognise.own import Own, own_workbook
from giar_site.importers.recognise.particulars import Particulars, without_particulars
from giar_site.importers.recognise.pieces import Separated, separated
from giar_site.importers.recognise.properties import attachments_of, named_title
from giar_site.importers.recognise.said import values_said
from giar_site.importers.recognise.sections import Part, divided, flattened, in_lines
from giar_site.importers.recognise.tables import ReadTable, read_table
from giar_site.importers.recognise.titles import doubtful_title, missing_titles, no_report
from giar_site.importers.recognise.two_reports import only_one_report, only_one_table_each
from giar_site.importers.recognise.unfilled import unfilled
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
    texts that were taken for labels of the form, `set_aside` the sheets that are no content.
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
_LONGEST_ADDITION = 8  # （续表） and blanks
_GOES_ON = re.compile("[(（]?续表?[)）]?$")
_NO_HEADING = Heading(None, (), (), (), ())


def recognise(document: Document, file_name: str = "") -> Recognised:
    """Find the report in `document`. Raises Refused where there is none, with what was looked for, or more than one."""
    own = own_workbook(document)
    furniture: list[str] = []
    if own:
        parts, particulars = own.tables, own.particulars
        only_one_table_each(parts)
    else:
        flat = flattened(document.blocks)
        only_one_report(flat)
        bare, furniture = _without_furniture(divided(flat))
        known, particulars = without_particulars(bare)
        parts = [_in_lines(part) for part in known]
    form, tables = _best_form(parts)
    if sum(table.known_labels for _, table in tables.values()) < _LEAST_LABELS:
        raise Refused(no_report(parts))
    found = {key: cell for _, table in tables.values() for key, cell in cells_of(table.rows, form).items()}
    cells = with_totals([found.get(cell.id) or _absent(cell) for cell in form.cells], form, own=own is not None)
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
        cells=cells if own else with_doubts(cells, form),  # in our own workbook every figure has its place, whatever it adds up to
        furniture=(*furniture, *words.head.furniture, *particulars.furniture),
        unplaced=tuple(Unplaced(piece.text, piece.spot) for piece in unplaced),
        taken=(*words.head.taken, *words.taken, *particulars.taken),
        labels=(*(text for _, table in tables.values() for text in table.labels), *particulars.labels, *(own.titles if own else ())),
        doubts=(
            *(doubtful_title(part) for part in (own.text if own else parts) if not part.exact),
            *(unfilled(cells, unplaced) if own else missing_titles(parts, form)),
            *unruled(document, form, found),
        ),
        set_aside=own.set_aside if own else (),
    )


def _in_lines(part: Part) -> Part:
    has_table = any(section.table for form in forms.editions() for section in form.sections if section.key == part.key)
    return part if has_table else replace(part, blocks=tuple(in_lines(part.blocks)))


def _absent(cell: forms.Cell) -> FoundCell:
    return FoundCell(cell.id, NOTHING, "", Confidence.MISSING, Spot(), NOT_FOUND)


def _without_furniture(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """What surrounds the report: the footer below its last section, and page numbers and breadcrumbs wherever they stand."""
    furniture: list[str] = []
    kept: list[Part] = []
    for part in parts:
        blocks, footer = without_footer(part.blocks) if part is parts[-1] and part.key else (part.blocks, ())
        sure = [
            at
            for at, block in enumerate(blocks)
            if isinstance(block, Paragraph) and (_is_title_again(block, part) or _is_furniture(blocks, at, block))
        ]
        furniture += [block.text for block in (*(blocks[at] for at in sure), *footer) if isinstance(block, Paragraph)]
        kept.append(replace(part, blocks=tuple(block for at, block in enumerate(blocks) if at not in sure)))
    return kept, furniture


def _is_title_again(block: Paragraph, part: Part) -> bool:
    """Whether a line is the head of a new page: the section's title once more."""
    if part.title is None or abs(len(block.text) - len(part.title.text)) > _LONGEST_ADDITION:
        return False
    return _GOES_ON.sub("", squeezed(block.text)) == squeezed(part.title.text)


def _is_furniture(blocks: Sequence[Block], at: int, block: Paragraph) -> bool:
    return block.level == 0 and ((is_own_page_number(block) and _on_another_page(blocks, at)) or _is_line_of_furniture(block))


def _is_line_of_furniture(block: Paragraph) -> bool:
    return is_furniture(block.text) and not any(word in block.text for word in ("来源", "发布", "索引号", "文号"))


def _on_another_page(blocks: Sequence[Block], at: int) -> bool:
    """Whether a new page or the end follows, or a page ended just before."""
    page = blocks[at].spot.page
    neighbours = [blocks[each].spot.page for each in (at - 1, at + 1) if 0 <= each < len(blocks)]
    return len(neighbours) < 2 or any(each != page for each in neighbours)


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
            read[table.key] = apart, read_table(apart.tables, form, table)
    return read


def _words_of(parts: Sequence[Part], tables: _Read, particulars: Particulars, properties: Mapping[str, str]) -> _Words:
    """The lines above the report, its passages, and what stands below them."""
    named = named_title(properties.get("title", ""))
    head = heading_of(parts[0].blocks, named)
    passages: list[Passage] = []
    lines: list[Paragraph] = []
    for part in parts[1:]:
        blocks = tables[part.key][0].text if part.key in tables else part.blocks
        if part is parts[-1]:
            lines = [block for block in blocks if _is_attachment(block)]
            blocks = tuple(block for block in blocks if not _is_attachment(block))
        passages.append(Passage(part.key, part.title.marker + part.title.text if part.title else "", blocks))
    attachments = tuple(FoundAttachment(title, spot=line.spot) for line in lines if (title := attachment_in(line.text)))
    return _Words(head, tuple(passages), particulars, attachments, tuple(lines))


def _own_words(own: Own, tables: _Read) -> _Words:
    """The prose of our own workbook; what stands beside a table on its sheet belongs to its section."""
    passages = [
        Passage(part.key, part.title.text if part.title else "", (*part.blocks, *(tables[part.key][0].text if part.key in tables else ())))
        for part in own.text[1:]
    ]
    return _Words(_NO_HEADING._replace(rest=own.text[0].blocks), tuple(passages), own.particulars)


def _is_attachment(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and bool(attachment_in(block.text))
