"""Where sentences begin and end."""

import pytest

from giar_site.prose import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到6件。答复5件；结转1件。", ["收到6件。", "答复5件；结转1件。"]),
        ("标题\n\n正文", ["标题", "正文"]),
        ("转发《融资难?用工难?》一文。完", ["转发《融资难?用工难?》一文。", "完"]),
        ("他说“收到。答复。”完。再", ["他说“收到。答复。”完。", "再"]),
        ("（见下。）完。再（未完。下", ["（见下。）完。", "再（未完。", "下"]),
        ("真的吗？！是", ["真的吗？！", "是"]),
        ("  \n", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == parts
