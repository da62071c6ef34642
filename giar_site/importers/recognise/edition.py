"""Which editions of the form a source may be on, by the labels that only one of them prints."""

from collections.abc import Iterator, Sequence
from functools import cache

from giar_site import forms
from giar_site.importers.document import Block, Grid
from giar_site.importers.recognise.folding import folded, unnumbered
from giar_site.importers.recognise.lexicon import lexicon

_ENOUGH = 3


def possible_editions(blocks: Sequence[Block]) -> tuple[forms.Form, ...]:
    """The one edition whose own labels `blocks` show, if they show several and none of another; else all of them."""
    shown = {folded(text) for block in blocks for text in _texts(block)}
    counts = {form: len(_own(form) & shown) for form in forms.editions()}
    only = [form for form, count in counts.items() if count]
    return tuple(only) if len(only) == 1 and counts[only[0]] >= _ENOUGH else forms.editions()


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell.text for cell in block.cells if cell.text)
    else:
        yield from block.text.split("|")


@cache
def _own(form: forms.Form) -> frozenset[str]:
    """The folded labels that only `form` prints, with and without their numbers."""
    sets = [_printed(each) for each in forms.editions() if each is not form]
    return _printed(form) - frozenset().union(*sets)


@cache
def _printed(form: forms.Form) -> frozenset[str]:
    words = [lexicon(form.edition, table.key) for table in form.tables]
    return frozenset(folded(name) for each in words for text in each.own for name in (text, unnumbered(text)))
