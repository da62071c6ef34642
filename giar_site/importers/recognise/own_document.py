"""The Word file of `giar export`: its title and particulars are known by their styles, so that no line of its prose is taken for one."""

from collections.abc import Sequence
from typing import TypeGuard

from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.metadata import BELOW_TITLE, CONTACT_LABELS, FIELD_OF, Heading, year_in
from giar_site.importers.recognise.report_title import Title, title_in
from giar_site.importers.recognise.values import CONTACT, FoundValue, found_value


def is_own_document(blocks: Sequence[Block]) -> bool:
    """Whether the blocks are of such a file, with a title that is marked as one."""
    return any(isinstance(block, Paragraph) and plays(block, "title") for block in blocks)


def plays(block: Block, role: str) -> TypeGuard[Paragraph]:
    """Whether a paragraph is marked as `role`."""
    return isinstance(block, Paragraph) and block.shape is not None and block.shape.role == role


def own_heading(blocks: Sequence[Block]) -> Heading:
    """What stands above the first section of such a file."""
    first = next(block for block in blocks if plays(block, "title"))
    title = title_in(first.text) or Title(" ".join(first.text.split()), "", year_in(first.text))
    values: list[FoundValue] = []
    taken = [first]
    rest: list[Block] = []
    for block in blocks:
        if plays(block, "particular") and (key := _key(block.text)):
            taken.append(block)
            values.append(found_value(key, _value(block.text), BELOW_TITLE, block.spot))
        elif block is not first:
            rest.append(block)
    return Heading(title, tuple(values), (), tuple(rest), tuple(taken))


def own_attachment(block: Paragraph) -> str:
    """The title of the attachment that a line below the report names."""
    return _value(block.text)


def _key(text: str) -> str:
    label = text.partition("：")[0]
    return CONTACT + CONTACT_LABELS[label] if label in CONTACT_LABELS else FIELD_OF.get(label, "")


def _value(text: str) -> str:
    return text.partition("：")[2]
