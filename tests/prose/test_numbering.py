"""What paragraphs are counted by, and where the counting breaks off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.prose.numbering import ARABIC, BRACKETED, BRACKETED_ARABIC, CLAUSE, HEADING, chinese_ordinal, numbered, slips


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("九", 9),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("九十九", 99),
        ("一二", 0),
        ("十十", 0),
        ("", 0),
        ("十十一", 0),
        ("二十一二", 0),
    ],
)
def test_an_ordinal_is_read(text: str, number: int) -> None:
    assert chinese_ordinal(text) == number


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("一、主动公开\n二、其他", [("一、", HEADING, 1), ("二、", HEADING, 2)]),
        ("### （一）主动公开\n\n（十二）其他", [("（一）", BRACKETED, 1), ("（十二）", BRACKETED, 12)]),
        ("(一)主动公开。(二)其他", [("(一)", BRACKETED, 1), ("(二)", BRACKETED, 2)]),
        ("1.甲\n2. 乙\n3、丙\n4\\. 丁\n5．戊", [("1.", 1), ("2.", 2), ("3、", 3), ("4\\.", 4), ("5．", 5)]),
        ("（1）甲；（2）乙", [("（1）", BRACKETED_ARABIC, 1), ("（2）", BRACKETED_ARABIC, 2)]),
        ("**一是甲**；**二是乙**，三是丙", [("一是", CLAUSE, 1), ("二是", CLAUSE, 2), ("三是", CLAUSE, 3)]),
        ("- 一是甲", [("一是", CLAUSE, 1)]),
    ],
)
def test_marks_are_found(source: str, marks: list[tuple[str, int, int]]) -> None:
    found = [(source[mark.start : mark.end], mark.depth, mark.number) for mark in numbered(source)]
    assert found == [mark if len(mark) == 3 else (mark[0], ARABIC, mark[1]) for mark in marks]


@pytest.mark.parametrize(
    "source",
    [
        "第二十条第（一）项",
        "（一）项规定",
        "1.5万元",
        "2022.3.1",
        "这一是非",
        "收到（3）件",
        "见一、二条",
        "## 一、总体情况",
        "# 七、附则",
        "一)甲",
        "（一、甲）",
        "一.甲",
        "1是甲",
        "十十、甲",
        "1234、甲",
        "甲。一、乙",
        "（一1）甲",
    ],
)
def test_what_is_no_mark_is_passed_over(source: str) -> None:
    assert list(numbered(source)) == []


def broken(source: str) -> list[tuple[str, str]]:
    """Each slip: the mark that stood last, and the one that does not follow it."""
    return [(source[slip.before.start : slip.before.end], source[slip.at.start : slip.at.end]) for slip in slips(numbered(source))]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("（一）\n（二）\n（三）\n（三）\n（四）", [("（三）", "（三）")]),
        ("（一）\n（二）\n（三）\n（三）\n（五）", [("（三）", "（三）")]),
        ("（一）\n（二）\n（四）\n（五）", [("（二）", "（四）")]),
        ("（一）\n（二）\n（四）\n（四）", [("（二）", "（四）")]),
        ("（一）\n（二）\n（六）\n（四）\n（五）", [("（二）", "（六）")]),
        ("一是甲；二是乙；四是丁", [("二是", "四是")]),
        ("（一）\n（三）\n（六）", [("（一）", "（三）"), ("（三）", "（六）")]),
        ("（一）\n（二）\n（一）\n（二）", []),
        ("（三）\n（四）", []),
        ("（一）一是；二是\n（二）一是；二是；三是", []),
        ("一是：一是甲；二是乙。二是丙", []),
        ("一是：一是甲；二是乙。三是丙", []),
        ("1.甲\n（1）子\n（2）丑\n2.乙\n（1）子", []),
        ("一、甲\n（一）子\n（二）丑\n二、乙\n（一）子", []),
        ("一、甲\n（一）子\n二、乙\n（二）丑", []),
    ],
)
def test_slips_are_found(source: str, found: list[tuple[str, str]]) -> None:
    assert broken(source) == found


NUMERALS = "一二三四五六七八九"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_any_number_of_whole_series_is_whole(lengths: list[int]) -> None:
    text = "\n".join(f"（{NUMERALS[at]}）文字。" for length in lengths for at in range(length))
    assert broken(text) == []


@given(st.integers(3, 9), st.data())
def test_a_number_left_out_is_one_slip_at_the_next(length: int, data: st.DataObject) -> None:
    missing = data.draw(st.integers(1, length - 2))
    text = "\n".join(f"（{NUMERALS[at]}）文字。" for at in range(length) if at != missing)
    assert broken(text) == [(f"（{NUMERALS[missing - 1]}）", f"（{NUMERALS[missing + 1]}）")]
