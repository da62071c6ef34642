"""Which numbers a text holds, and what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.prose import Number, numbers_in
from giar_site.prose.numbers import han_value


def only(text: str) -> Number:
    found = list(numbers_in(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到6件", 6, "件"),
        ("收到１２８件", 128, "件"),
        ("收到1,084条", 1084, "条"),
        ("收到12，345件", 12345, "件"),
        ("收到二十三件", 23, "件"),
        ("收到一百零五件", 105, "件"),
        ("收到两件", 2, "件"),
        ("收到〇件", 0, "件"),
        ("收到十件次", 10, "件次"),
        ("共1.2万条", 12000, "条"),
        ("共3亿条", 300_000_000, "条"),
        ("收费88.6万元", Decimal("88.6"), "万元"),
        ("收费123000元", Decimal("12.3"), "万元"),
        ("收费0.15亿元", 1500, "万元"),
        ("占93.38%", Decimal("93.38"), "%"),
        ("占93％", 93, "%"),
        ("共 45 条", 45, "条"),
        ("均为0", 0, ""),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: int | Decimal, unit: str) -> None:
    number = only(text)
    assert (number.value, number.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.2万条", 11500, 12500),
        ("120余件", 120, 130),
        ("13050余条", 13050, 13060),
        ("百余件", 100, 200),
        ("一百多件", 100, 200),
        ("1.2万余件", 12000, 13000),
        ("近130件", 117, 131),
        ("约130件", 117, 143),
        ("130件左右", 117, 143),
        ("超过130件", 130, 260),
        ("130件以上", 130, 260),
        ("不足130件", 0, 130),
        ("130件以内", 0, 131),
        ("3至5件", 3, 6),
        ("3-5件", 3, 6),
        ("12.3万元", Decimal("12.25"), Decimal("12.35")),
    ],
)
def test_precision_and_wording_imply_an_interval(text: str, low: int | Decimal, high: int | Decimal) -> None:
    number = only(text)
    assert (number.low, number.high, number.exact) == (Decimal(low), Decimal(high), False)
    assert number.covers(Decimal(low))
    assert not number.covers(Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "2020年1月1日至2020年12月31日",
        "2020-2023年",
        "国办公开办函〔2019〕60号",
        "电话:0913-3256586",
        "邮编:715100",
        "邮编715100电话",
        "电话13800138000",
        "第20条、第三条",
        "（3）完善制度",
        "一是完善，二是加强",
        "六稳六保、两微一端、一次性、进一步",
        "《十四条补充措施（14条）》",
        "“十四五”、“26个领域”",
        "PM2.5、SSL3、IPV6",
        "24小时、15个工作日、3天、6个月",
        "12345热线、12345平台",
        "1. 主动公开",
        "https://example.org/12件",
        "每件申请、同一件事、连续两次",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_an_exact_number_covers_itself_alone() -> None:
    number = only("收到6件")
    assert number.exact
    assert [value for value in map(Decimal, ("5.9", "6", "6.5", "7")) if number.covers(value)] == [Decimal(6)]


def test_numbers_come_in_order_with_their_places() -> None:
    text = "收到二十三件，答复20件，转12件"
    assert [(text[each.start : each.end], int(each.value)) for each in numbers_in(text)] == [("二十三件", 23), ("20件", 20), ("12件", 12)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("一千二百", 1200),
        ("三万零二十", 30020),
        ("一亿二千万", 120_000_000),
        ("二〇二〇", 2020),
    ],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert han_value(written) == value


@given(st.text(alphabet="0123456789１,，.万亿余多约近件条%至-一二十百〇年月第（）《》 "))
def test_any_text_can_be_read(text: str) -> None:
    for number in numbers_in(text):
        assert number.low <= number.high
        assert 0 <= number.start < number.end <= len(text)
