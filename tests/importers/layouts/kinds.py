"""The kinds of mutation by name, with the layouts each makes sense in."""

import random
from collections.abc import Callable
from typing import NamedTuple

from originals import YEARS

from giar_site import forms
from giar_site.importers.document import Document
from tests.importers.layouts import around, in_columns, in_figures, in_rows, in_words
from tests.importers.layouts.figures import form_of, random_figures, real_figures
from tests.importers.layouts.in_words import Expected
from tests.importers.layouts.layouts import ALL, GRIDS, Layout, Source, document, spans
from tests.importers.layouts.printed import printed

OnSource = Callable[[Source, Expected, random.Random], None]
OnDocument = Callable[[Document, random.Random], Document]
_UNREPEATED = tuple(layout for layout in ALL if layout.__name__ != "repeats")  # a merged figure repeated looks like several


class Kind(NamedTuple):
    """A mutation, on the printed tables or on the blocks, and the layouts it is tried in."""

    layouts: tuple[Layout, ...] = ALL
    on_source: OnSource | None = None
    on_document: OnDocument | None = None


KINDS: dict[str, Kind] = {
    "none": Kind(),
    "labels split over lines": Kind(ALL, in_words.split_labels),
    "heads split over cells": Kind(GRIDS, in_columns.split_over_cells),
    "labels one character a line": Kind(ALL, in_words.vertical_labels),
    "two heads in one cell": Kind(ALL, in_columns.glued_heads),
    "group and row in one cell": Kind(ALL, in_rows.glued_labels),
    "two rows in one": Kind(ALL, in_rows.glued_rows),
    "group label in every row": Kind(ALL, in_rows.repeated_groups),
    "figures merged": Kind(_UNREPEATED, in_columns.merged_figures),
    "empty rows": Kind(ALL, in_rows.empty_rows),
    "empty columns": Kind(GRIDS, in_columns.empty_columns),
    "columns swapped": Kind(ALL, in_columns.swapped_columns),
    "rows swapped": Kind(ALL, in_rows.swapped_rows),
    "column missing": Kind(ALL, in_columns.missing_column),
    "row missing": Kind(ALL, in_rows.missing_row),
    "heads missing": Kind(ALL, in_rows.no_heads),
    "heads repeated on a new page": Kind(ALL, around.repeated_heads),
    "table broken over pages": Kind(ALL, around.page_break),
    "row of subtotals": Kind(ALL, in_rows.subtotals),
    "one row for 其他处理": Kind(ALL, in_rows.one_row_for_other),
    "column of numbers in front": Kind(ALL, in_columns.numbered_rows),
    "column of remarks behind": Kind(ALL, in_columns.remarks),
    "full-width digits": Kind(ALL, in_words.full_width),
    "signs for nothing": Kind(ALL, in_words.signs_for_nothing),
    "blanks": Kind(ALL, in_words.blanks),
    "only totals filled": Kind(ALL, in_words.only_totals),
    "thousands separated": Kind(ALL, in_words.thousands),
    "spaces in figures": Kind(ALL, in_words.spaces),
    "figures with units": Kind(ALL, in_words.units),
    "digits broken over lines": Kind(ALL, in_words.broken_digits),
    "traditional characters": Kind(ALL, in_words.traditional),
    "typos of one character": Kind(ALL, in_words.one_typo),
    "typos of two characters": Kind(ALL, in_words.two_typos),
    "labels in other words": Kind(ALL, in_words.renamed_labels),
    "captions, units and notes": Kind(ALL, around.captions),
    "page furniture between": Kind(ALL, on_document=around.furniture),
    "bare page numbers": Kind(ALL, on_document=around.numbered_pages),
    "spans lost": Kind((spans,), in_columns.lost_spans),
    "number split, one missing": Kind(ALL, in_figures.split_and_missing),
    "number added, one missing": Kind(ALL, in_figures.added_and_missing),
    "blank added, one missing": Kind(ALL, in_figures.blank_and_missing),
    "two reports": Kind(ALL, around.two_reports),
    "stray number": Kind(ALL, on_document=around.stray_number),
}


class Case(NamedTuple):
    """A mutated report: what is to be read, and the text of each cell (None: it cannot be known)."""

    name: str
    kinds: tuple[str, ...]
    document: Document
    form: forms.Form
    expected: Expected


def case_of(kind: str, number: int) -> Case:
    """The case `number` of `kind`, always the same: layouts in turn, real figures in one case of four."""
    chance = random.Random(f"{kind} {number}")  # noqa: S311 - nothing secret
    layout = KINDS[kind].layouts[number % len(KINDS[kind].layouts)]
    if chance.random() < 0.25:
        slug = chance.choice(sorted(YEARS))
        form, figures = form_of(slug), real_figures(slug)
    else:
        form = chance.choice(forms.editions())
        figures = random_figures(form, chance)
    source = Source(form, printed(form, figures), {}, {})
    expected: Expected = dict(figures)
    kinds = [kind] if chance.random() < 0.67 else [kind, chance.choice([name for name in KINDS if layout in KINDS[name].layouts])]
    for each in kinds:
        if on_source := KINDS[each].on_source:
            on_source(source, expected, chance)
    made = document(source, layout, chance)
    for each in kinds:
        if on_document := KINDS[each].on_document:
            made = on_document(made, chance)
    return Case(f"{' + '.join(kinds)} #{number} {layout.__name__} {form.edition}", tuple(kinds), made, form, expected)
