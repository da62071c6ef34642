"""The text of a figures.yaml as giar reads it, for a program that means to change it."""

from typing import NamedTuple

from giar_site import forms
from giar_site.load.figures import OTHER_KEYS, read_figures
from giar_site.load.nodes import Mapping, Node, Scalar, Sequence
from giar_site.load.sink import Sink
from giar_site.load.text import deceiving_characters
from giar_site.load.yaml_nodes import parse
from giar_site.model import Figures, Reading


class Read(NamedTuple):
    """The lines, the figures, where they stand (`sink.spots`), what could not be taken (`sink.faults`), and what is no table."""

    lines: list[str]
    figures: Figures
    sink: Sink
    rest: tuple[object, ...]

    def written(self, identity: str) -> tuple[int, int, int] | None:
        """Line, column and length of a cell, row or group that was written."""
        return self.sink.spots.get(identity)


def read(text: str) -> Read | None:
    """Read `text`; None where it is not safely understood: no YAML, deceiving characters, an edition nobody knows."""
    if next(deceiving_characters(text), None):
        return None
    document = parse(text)
    root = document.root
    if document.problems or not isinstance(root, Mapping):
        return None
    form = root.pairs.get("form", (None, None))[1]
    known = {str(each.edition): each.edition for each in forms.editions()}
    if not isinstance(form, Scalar) or form.text not in known:
        return None
    sink = Sink("", None, "figures", "figures.yaml")
    figures = read_figures(root, known[form.text], sink)
    return Read(text.split("\n"), figures, sink, tuple((key, _plain(root.pairs[key][1])) for key in OTHER_KEYS if key in root.pairs))


def faithful(before: Read, after: Read | None) -> bool:
    """Whether `after` says everything that `before` said: what was a figure or a blank still is, and all else was not touched."""
    if after is None or after.rest != before.rest or len(after.sink.faults) > len(before.sink.faults):
        return False
    for old, new in zip(before.figures.values, after.figures.values, strict=True):
        if old.reading in {Reading.PLAIN, Reading.CONVERTED, Reading.BLANK} and new != old:
            return False
        if old.reading is Reading.DERIVED and old.value is not None and new.value != old.value:
            return False
    return True


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text, node.plain
    if isinstance(node, Sequence):
        return tuple(_plain(item) for item in node.items)
    return tuple((key, _plain(value)) for key, (_, value) in node.pairs.items())
