"""Collects a reader's notices: each once, quotations cut short, and no more than anybody reads."""

from collections import Counter

from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot

MOST_NOTICES = 300
_LONGEST_QUOTATION = 300


class Noting:
    """Notices in the order they came up."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: dict[Notice, None] = {}
        self._more: Counter[str] = Counter()
        self._doubts: dict[Notice, None] = {}

    def add(self, zh: str, en: str, spot: Spot = Spot()) -> None:  # noqa: B008 - a named tuple, which cannot change
        """Note a sentence in both languages."""
        notice = Notice(Text(zh, en), spot)
        if len(self._found) < MOST_NOTICES:
            self._found[notice] = None
        elif notice not in self._found:
            self._more["further"] += 1

    def quote(self, zh: str, en: str, text: str, spot: Spot = Spot()) -> None:  # noqa: B008 - likewise
        """Note a sentence with the text it is about; nothing where that is blank."""
        if words := _short(text):
            self.add(f"{zh}：{words}", f"{en}: {words}", spot)

    def doubt(self, zh: str, en: str, text: str, spot: Spot) -> None:
        """Note it as `quote` does, and that the cell or line at `spot` is therefore not all that the file holds there."""
        self.quote(zh, en, text, spot)
        if words := _short(text):
            self._doubts[Notice(Text(f"{zh}：{words}", f"{en}: {words}"), spot)] = None

    def all(self) -> tuple[Notice, ...]:
        """Give the notices, and how many more there were."""
        more = self._more["further"]
        last = (Notice(Text(f"另有 {more} 条同类提示未列出", f"{more} further notices are not listed")),) if more else ()
        return (*self._found, *last)

    def doubts(self) -> tuple[Notice, ...]:
        """Give the doubts: all of them, since each changes how a figure is taken."""
        return tuple(self._doubts)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_QUOTATION else words[:_LONGEST_QUOTATION] + "……"
