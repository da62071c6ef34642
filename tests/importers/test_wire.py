"""What the child sends is what the parent gets."""

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Notice, Spot
from giar_site.importers.wire import packed, unpacked
from tests.importers.recognising import grid, lines

DOUBT = Notice(Text("划去", "struck"), Spot(table=1, row=2, column=3))


def test_a_document_comes_back_with_its_doubts() -> None:
    sent = Document("html", (*lines("甲"), grid(("乙", "1"))), {"title": "题"}, (DOUBT,), (DOUBT,))
    assert unpacked(packed(sent)) == sent
