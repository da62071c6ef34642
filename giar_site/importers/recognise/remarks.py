"""What stands in the cell of a label beyond the label: `行政处罚（含委托7790件）`. It is no figure of the form, and must not vanish."""

import difflib
import re
import unicodedata
from functools import cache, lru_cache

from giar_site import forms
from giar_site.importers.raised import without_marks
from giar_site.importers.recognise.folding import folded, squeezed, unnumbered
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Lexicon, printed_labels
from giar_site.importers.recognise.remembered import ANSWERS, SHORT, remembered

_REMARK = re.compile(r"[(（]([^()（）]*)[)）]\s*$")
_UNIT = re.compile(r"(?:单位[:：]?)?(?:人民币)?(?:[千百万亿]?元|[件个条宗项次人份篇户起家])(?:[/、,，](?:万?元|[件个条宗项次人]))*")
_NUMBERING = re.compile(r"(?<![0-9])[0-9]{1,2}[.、]\s*(?=[^\W0-9])")  # of the second label in a cell, too
_LEAST_LIKE = 0.6  # of a remark that the form prints, in the wordings that are in use


def remark_of(item: Item, words: Lexicon) -> str:
    """The remark in the label that `item` is; "" where all of it is the form's, or a unit."""
    if item.sort is not Sort.LABEL or item.match is None or (item.broken and len(item.pieces) == 1):
        return ""
    text = "".join(piece.text for piece in item.pieces)
    read = _remark_in_short if len(text) <= SHORT else _remark_in
    return read(text, words, exact=item.match.exact)


def _remark_in(label: str, words: Lexicon, *, exact: bool) -> str:
    text, marks = without_marks(label)
    if any(folded(wording) in words.labels for wording in (text, unnumbered(text))):
        return marks
    remark = _REMARK.search(text)
    if remark and not _is_printed(remark[1]):
        return remark[0].strip() + marks
    return marks or (" ".join(strange_numbers(text)) if not exact else "")


_remark_in_short = lru_cache(maxsize=ANSWERS)(_remark_in)


@remembered
def strange_numbers(label: str) -> tuple[str, ...]:
    """The numbers in `label` that no label of the form has, its numbering aside."""
    plain = _NUMBERING.sub("", unicodedata.normalize("NFKC", unnumbered(label)))
    return tuple(number for number in re.findall("[0-9]+", plain) if number not in _printed_numbers())


def _is_printed(remark: str) -> bool:
    """Whether the form prints that remark, or one like it with the same numbers."""
    plain = squeezed(remark)
    if not folded(plain) or _UNIT.fullmatch(unicodedata.normalize("NFKC", plain)):
        return True
    if strange_numbers(plain):
        return False
    return any(difflib.SequenceMatcher(None, folded(plain), known, autojunk=False).ratio() >= _LEAST_LIKE for known in _printed_remarks())


@cache
def _printed_remarks() -> frozenset[str]:
    texts = (text for form in forms.editions() for table in form.tables for text in printed_labels(table))
    return frozenset(folded(remark[1]) for text in texts if (remark := _REMARK.search(text)))


@cache
def _printed_numbers() -> frozenset[str]:
    texts = (text for form in forms.editions() for table in form.tables for text in printed_labels(table))
    return frozenset(number for text in texts for number in re.findall("[0-9]+", unnumbered(text)))
