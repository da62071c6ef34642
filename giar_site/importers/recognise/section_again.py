"""A section of prose whose title is there twice, with text below both: another report may have been mixed in, and only a reader can tell."""

from collections.abc import Iterator, Sequence

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Paragraph, Spot
from giar_site.importers.places import place
from giar_site.importers.recognise.sections import all_titles, rank


def sections_again(flat: Sequence[Block]) -> Iterator[Text]:
    """A sentence for each such section. A table of contents has no text below its titles, and a sub-heading is numbered otherwise."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in flat]
    titles = [(at, key) for at, key, _ in all_titles(texts)]
    ends = [*(at for at, _ in titles[1:]), len(flat)]
    tables = {section.key for form in forms.editions() for section in form.sections if section.table}
    first: dict[tuple[str, int], int] = {}
    told: set[str] = set()
    for (at, key), end in zip(titles, ends, strict=True):
        if key in tables or not any("。" in text for text in texts[at + 1 : end]):
            continue
        before = first.setdefault((key, rank(texts[at])), at)
        if before != at and key not in told:
            told.add(key)
            yield _doubt(texts[at], flat[before].spot, flat[at].spot)


def _doubt(title: str, one: Spot, other: Spot) -> Text:
    places = [place(spot) for spot in (one, other)]
    zh, en = "、".join(each.zh for each in places if each.zh), ", ".join(each.en for each in places if each.en)
    return Text(
        f"标题“{title}”有两处" + (f"（{zh}）" if zh else "") + "，下面都有文字：可能混进了另一份报告，请对照原文，只留这一份的，再导入。",
        f"the title “{title}” is there twice"
        + (f" ({en})" if en else "")
        + " with text below both: another report may have been mixed in; "
        "compare it with the source, keep what belongs to this one, and import it again.",
    )
