"""Private numbers are found, plain and disguised; what only looks like one is not."""

import random
import sys
from collections.abc import Iterator
from types import FrameType

import pytest
from conftest import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st

from giar_site.private import Kind, Private, digits_of, hushed, masked, private_data
from tests.private import planted as plants

COUNT = 2_000


def mask(number: str) -> str:
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def missed(seed: int, count: int, disguise: str = "") -> list[str]:
    """The planted sentences in which exactly the planted number was not found."""
    out = []
    for number, written, sentence in plants.planted(seed, count, disguise):
        kind = Kind.MOBILE if len(number) == 11 else Kind.IDENTITY
        start = sentence.index(written)
        spans = [(found.kind, found.start, found.masked) for found in private_data(sentence)]
        end = next((found.end for found in private_data(sentence)), 0)
        if spans != [(kind, start, mask(number.upper()))] or sentence[end : start + len(written)].strip("\ufe0f\u20e3"):
            out.append(sentence)
    return out


def test_all_plain_numbers_are_found() -> None:
    missing = missed(1, COUNT)
    print(f"plain: {COUNT - len(missing)} of {COUNT} found")
    assert missing == []


def test_disguised_numbers_are_found() -> None:
    each = COUNT // len(plants.DISGUISES) + 1
    missing = {name: missed(2, each, name) for name in plants.DISGUISES}
    total, lost = each * len(missing), sum(map(len, missing.values()))
    print(f"disguised: {total - lost} of {total} found; missed: { {name: len(lines) for name, lines in missing.items() if lines} }")
    assert total >= COUNT
    assert lost <= total // 100, [line for lines in missing.values() for line in lines]


def test_numbers_of_before_1999_are_found_where_words_announce_them() -> None:
    chance = random.Random(3)  # noqa: S311 - reproducible, not secret
    for at in range(300):
        number = plants.old_identity(chance)
        sentence = plants.OLD_SENTENCES[at % len(plants.OLD_SENTENCES)].format(number)
        assert [found.masked for found in private_data(sentence)] == [mask(number)], sentence


def test_cards_are_found() -> None:
    chance = random.Random(4)  # noqa: S311 - reproducible, not secret
    for at in range(300):
        number = plants.card(chance, *(("622202", 19), ("621700", 19), ("622588", 16), ("4", 16), ("5264", 16))[at % 5])
        written = number if at % 2 else " ".join(number[start : start + 4] for start in range(0, len(number), 4))
        sentence = plants.CARD_SENTENCES[at % 3].format(written)
        assert [(found.kind, found.masked) for found in private_data(sentence)] == [(Kind.CARD, mask(number))], sentence


def lookalikes() -> Iterator[str]:
    yield from plants.LOOKALIKES
    for line in plants.LOOKALIKES:
        yield from line.split()
    yield from plants.LOOKALIKES_OF_LINES
    yield from plants.generated_lookalikes(5, 100)


def test_lookalikes_are_left_alone() -> None:
    lines = list(lookalikes())
    wrong = [(line, found) for line in lines for found in private_data(line)]
    print(f"look-alikes: {len(wrong)} of {len(lines)} flagged")
    assert len(lines) >= 500
    assert wrong == []


def test_the_five_real_reports_hold_none() -> None:
    files = [path for path in sorted((REPOSITORY / "content").rglob("*")) if path.suffix in {".md", ".yaml"}]
    found = [(path.name, each.masked) for path in files for each in private_data(path.read_text("utf-8"))]
    print(f"real reports: {len(found)} flagged in {len(files)} files")
    assert len(files) == 15
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("手机13800138000", [Private(Kind.MOBILE, 2, 13, "138****8000")]),
        ("+86 138-0013-8000", [Private(Kind.MOBILE, 4, 17, "138****8000")]),
        ("（+86）13800138000", [Private(Kind.MOBILE, 5, 16, "138****8000")]),
        ("008613800138000", [Private(Kind.MOBILE, 4, 15, "138****8000")]),
        ("Tel 1 380 013 8000", [Private(Kind.MOBILE, 4, 18, "138****8000")]),
        ("mobile_no: 1 380 013 8000", [Private(Kind.MOBILE, 11, 25, "138****8000")]),
        ("手机013800138000", [Private(Kind.MOBILE, 3, 14, "138****8000")]),
        ("86138 0013 8000", [Private(Kind.MOBILE, 2, 15, "138****8000")]),
        ("+86 (138) 0013 8000", [Private(Kind.MOBILE, 5, 19, "138****8000")]),
        ("1-380-013-8000", [Private(Kind.MOBILE, 0, 14, "138****8000")]),
        ("13800138000. 2022年", [Private(Kind.MOBILE, 0, 11, "138****8000")]),
        ("138**0013**8000", [Private(Kind.MOBILE, 0, 15, "138****8000")]),
        (r"1380013\8000", [Private(Kind.MOBILE, 0, 12, "138****8000")]),
        ("13800138000@139.com", [Private(Kind.MOBILE, 0, 11, "138****8000")]),
        ("张三13800138000.docx", [Private(Kind.MOBILE, 2, 13, "138****8000")]),
        ("之一13800138000", [Private(Kind.MOBILE, 2, 13, "138****8000")]),
        ("手机13800138000次日回复", [Private(Kind.MOBILE, 2, 13, "138****8000")]),
        ("0817-2261090-13800138000", [Private(Kind.MOBILE, 13, 24, "138****8000")]),
        ("08172261090-13800138000", [Private(Kind.MOBILE, 12, 23, "138****8000")]),
        ("138 0013 8000 139 0013 9000", [Private(Kind.MOBILE, 0, 13, "138****8000"), Private(Kind.MOBILE, 14, 27, "139****9000")]),
        ("138-0013-8000 2022", [Private(Kind.MOBILE, 0, 13, "138****8000")]),
        ("2022 138-0013-8000", [Private(Kind.MOBILE, 5, 18, "138****8000")]),
        ("11010519491231002X", [Private(Kind.IDENTITY, 0, 18, "110***********002X")]),
        ("11010519491231002x，", [Private(Kind.IDENTITY, 0, 18, "110***********002X")]),
        ("110105 19491231 002 X", [Private(Kind.IDENTITY, 0, 21, "110***********002X")]),
        (
            "11010519491231002X 13800138000",
            [Private(Kind.IDENTITY, 0, 18, "110***********002X"), Private(Kind.MOBILE, 19, 30, "138****8000")],
        ),
        ("身份证编号：11010519491231002X", [Private(Kind.IDENTITY, 6, 24, "110***********002X")]),
        ("张某 130503670401001", [Private(Kind.IDENTITY, 3, 18, "130********1001")]),
        ("6222021234567890128", [Private(Kind.CARD, 0, 19, "622************0128")]),
        ("卡号4111111111111111", [Private(Kind.CARD, 2, 18, "411*********1111")]),
    ],
)
def test_a_number_is_found_exactly(text: str, found: list[Private]) -> None:
    assert list(private_data(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002XY",  # a letter more
        "110101199003077475A",  # a letter more
        "110105194912310021",  # wrong check digit
        "11010519490230002X",  # no such day
        "990105194912310020",  # no such province
        "统一社会信用代码：11010519491231002X",
        "编号：11010519491231002X",
        "编号：130503670401001",
        "130503670401001元",
        "身份证130503670401001A",
        "1305 0367 0401 001",  # divided, and nothing announces it
        "130500670401001",  # a district 00
        "135803670401001",  # a prefecture that never was
        "130503671301001",  # a month 13
        "11050319491231X",  # 15 characters and a check digit
        "130503670401001 2022",
        "130503670401001件",
        "6222021234567890123",  # Luhn fails
        "4111111111111111",  # nothing announces it
        "订单号6222021234567890128",
        "6222021234567890128元",
        "6222021234567890128条",
        "6222021234567890128A",
        "https://a.gov.cn/6222021234567890128",
        "62220212-34567890128",  # not in fours
        "2022-6222021234567890128",
        "6222021234567890128-1",
        "2022-13800138000",
        "13800138000-1",
        "手机13800138000.5",
        "12 138 0013 8000 12",
        "138 0013 8000 12",
        "1-38-0013-8000-1",
        "1500*2000*800",
        "013800138000",
        "1 380 213 8000",
        "13-8001-38000",
        "1.13800138000",
        "0 138 0013 8000",
        "86.13800138000",
        "hotel 1 380 013 8000",  # announces none: tel is no word of its own there
        "telecom 1 380 013 8000",
        "Excel 1 380 013 8000",
    ],
)
def test_a_number_that_is_none_is_left_alone(text: str) -> None:
    assert list(private_data(text)) == []


@pytest.mark.parametrize("divider", [*"/／,，、~～|｜", " / ", " ~ "])
@pytest.mark.parametrize("number", ["13987654321", "１３９８７６５４３２１"])
def test_signs_that_stand_between_figures_divide_a_mobile_number_in_three_four_and_four(divider: str, number: str) -> None:
    text = f"请找张某{divider.join((number[:3], number[3:7], number[7:]))}。"
    assert list(private_data(text)) == [Private(Kind.MOBILE, 4, len(text) - 1, "139****4321")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("原文a13987654321。", (3, 14)),
        ("a13987654321", (1, 12)),
        ("wx13987654321", (2, 13)),
        ("见 https://www.a.gov.cn/13987654321/", (23, 34)),
        ("https://www.a.gov.cn/13987654321", (21, 32)),
        ("https://www.a.gov.cn/tel/13987654321.", (25, 36)),
        ("https://www.a.gov.cn/13987654321#a", (21, 32)),
        ("[x](https://www.a.gov.cn/?tel=13987654321)", (30, 41)),
        ("https://www.a.gov.cn/?a=1&phone=13987654321&b=2", (32, 43)),
        ("张某l3987654321。", (2, 13)),
        ("1398765432O", (0, 11)),
        ("I39oO654321，", (0, 11)),
        ("联系人张某 1，3，9，8，7，6，5，4，3，2，1。", (6, 27)),
        ("电话：139，87654321", (3, 15)),
        ("电话：1398765、4321", (3, 15)),
        ("| 姓名 | 手机 | |\n|---|---|---|\n| 张某 | 139 | 87654321 |", (35, 49)),
        ("| 手机号 | | |\n|---|---|---|\n| 139 | 8765 | 4321 |", (28, 45)),
        ("张某139<b>8765</b>4321", (2, 20)),
        ('139<font color="x1">8765</FONT><!-- 1 -->4321 ', (0, 45)),
        ("| 联系人 | |\n|---|---|\n| 1398765 | 4321", (22, 36)),
    ],
)
def test_a_number_is_found_through_what_is_put_round_and_between_its_digits(text: str, found: tuple[int, int]) -> None:
    assert [(each.kind, each.start, each.end) for each in private_data(text)] == [(Kind.MOBILE, *found)]


def test_an_identity_number_is_found_through_tags() -> None:
    text = "110105<i>19491231</i>002X"
    [found] = private_data(text)
    assert found == Private(Kind.IDENTITY, 0, len(text), "110***********002X")
    assert digits_of(text, found) == "11010519491231002X"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.a.gov.cn/news/15812345678",
        "https://www.a.gov.cn/xxgk/17012345678/",
        "https://weibo.com/u/15812345678",
        "https://www.a.gov.cn/?v=15812345678",
        "https://www.a.gov.cn/a?timestamp=15812345678",
        "https://www.a.gov.cn/a?_=16987654321",
        "https://www.a.gov.cn/a?user=15812345678",
    ],
)
def test_a_page_that_is_numbered_like_a_telephone_is_left_alone(address: str) -> None:
    assert list(private_data(f"见{address}。")) == []


@pytest.mark.parametrize("address", ["https://a.gov.cn/{}.html", "https://a.gov.cn/n?id={}", "https://a.gov.cn/t_{}/"])
def test_an_identity_number_is_found_anywhere_in_an_address(address: str) -> None:
    assert [found.masked for found in private_data(address.format("11010519491231002X"))] == ["110***********002X"]


@pytest.mark.parametrize("text", ["电话分别为139、8765、4321", "电话：编号139/8765/4321"])
def test_words_that_announce_a_telephone_outweigh_those_that_announce_figures(text: str) -> None:
    assert [found.masked for found in private_data(text)] == ["139****4321"]


def test_a_number_beside_tags_is_found_once() -> None:
    assert [found.masked for found in private_data("13800138000，5<b>6</b>7")] == ["138****8000"]


def test_numbers_of_both_kinds_are_found_in_order() -> None:
    text = "13800138000、139/8765/4321、110105 19491231 002X"
    assert [found.masked for found in private_data(text)] == ["138****8000", "139****4321", "110***********002X"]


def test_two_readings_of_the_same_digits_are_one_number() -> None:
    assert [found.masked for found in private_data("卡号6222 0212 3456 7898 139/8765/4321")] == ["622************8139"]
    assert [found.masked for found in private_data("卡号6222 0212 3456 7890 139/8765/4321")] == ["139****4321"]


def test_numbers_on_successive_lines_are_each_found() -> None:
    text = "联系人\n13800138000\n13911114321 \n130503670401001\n150 0013 8001\n1398765\n4321号"
    assert [found.masked for found in private_data(text)][:2] == ["138****8000", "139****4321"]


def test_a_mask_keeps_length_and_dividers_and_hides_the_middle() -> None:
    assert masked("电话138 0013 8000，") == "电话138 **** 8000，"
    assert masked("１３８００１３８０００") == "１３８****８０００"
    assert masked("一三八零零一三八零零零") == "一三八****八零零零"
    assert masked("138\u200b00138000") == "138\u200b****8000"
    assert masked("110105 19491231 002x") == "110*** ******** 002x"
    assert masked("没有号码") == "没有号码"
    assert masked("139<b>8765</b>4321<i>") == "139<b>****</b>4321<i>"
    assert masked("110105<font x>19491231</font>002X") == "110***<font x>********</font>002X"
    assert masked("l398765432O") == "l39****432O"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("“no row 13800138000”", "“no row 138****8000”"),
        ("订单号：13800138000", "订单号：138****8000"),
        ("“13 800 13 8000”", "“13 8** ** 8000”"),
        ("编号：11010519491231002X", "编号：110***********002X"),
        ("1305 0367 0401 001", "130* **** ***1 001"),
        ("订单号4111111111111111", "订单号411*********1111"),
        ("| 139 | 87654321 |", "| 139 | ****4321 |"),
        ("“139，87654321”", "“139，****4321”"),
        ("13800138000元", "13800138000元"),
        ("合计 15012345678.50", "合计 15012345678.50"),
    ],
)
def test_a_text_torn_from_its_context_is_masked_eagerly(text: str, hidden: str) -> None:
    assert hushed(text) == hidden
    assert text.startswith("“no") or masked(text) == text


@given(st.text(alphabet="0138 -.*一三八零X元\u200b手机", max_size=60))
def test_a_masked_text_keeps_its_length_and_holds_no_private_number(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    assert list(private_data(once)) == []


@given(st.text(max_size=200))
def test_any_text_is_taken_and_places_are_in_order(text: str) -> None:
    places = [place for found in private_data(text) for place in (found.start, found.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "13 ",
        "1.",
        "138\u200b",
        "138 0013 8000 ",
        "13800138000 ",
        "a13800138000/",
        "110101 19900307 7475 ",
        "1234567890,",
        "1" + "\u200b" * 200,
        "1" + " " * 20,
        "1" + " \u200b" * 10,
        "1\n",
        "13987654321\n",
        "139/8765/4321/",
        "139/8765/4321，",
        "139，8765",
        "1，3，",
        "139 | ",
        "| 139 | 87654321 ",
        "l39876543",
        "139<b>8765</b>",
        "1<b>",
        "<b 1",
        "9<b 9",
        "9<b>9>9",
        "l3987654321 ",
        "https://a.cn/?aaaa",
        "13987654321%20",
        "](13987654321/",
        "/tel/13987654321",
        "?tel=13987654321",
        "//a13987654321.a@",
        "1 \n ",
    ],
)
def test_the_work_grows_with_the_text_and_not_faster(piece: str) -> None:
    small, large = calls(piece * (16_384 // len(piece))), calls(piece * (131_072 // len(piece)))
    assert large <= 8.2 * small + 100, (small, large)


def calls(text: str) -> int:
    """How many functions masking `text` calls."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        masked(text)
    finally:
        sys.setprofile(None)
    return made
