"""Where sentences and clauses begin and end."""

import pytest

from giar_site.prose import Span, clauses, sentences


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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到6件，答复5件；其中：公开3件。", [("收到6件", "，"), ("答复5件", "；"), ("其中", "："), ("公开3件", "。")]),
        ("公开1,084条,其中2条", [("公开1,084条", ","), ("其中2条", "")]),
        ("收到6件（网上3件，当面3件），办结", [("收到6件（网上3件，当面3件）", "，"), ("办结", "")]),
        ("第12,其中", [("第12", ","), ("其中", "")]),
        ("一\n二", [("一", ""), ("二", "")]),
        ("，，", []),
    ],
)
def test_clauses(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(clause.of(text), clause.mark) for clause in clauses(text)] == parts


def test_clauses_of_a_part_keep_the_offsets_of_the_whole() -> None:
    text = "前，后。再，完"
    assert [tuple(clause) for clause in clauses(text, Span(4, 7))] == [(4, 5, "，"), (6, 7, "")]
