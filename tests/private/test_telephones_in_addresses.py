"""In an address a number is a telephone only where its own folder or parameter says so, however near other words stand."""

import pytest

from giar_site.private import Kind, masked, private_data

NUMBER = "15826037419"
HOST = "https://www.a.gov.cn/"


def found(text: str) -> list[str]:
    return [each.masked for each in private_data(text)]


SILENT = (
    "hotel/{}.html",
    "hotel/{}",
    "telecom/{}.html",
    "intelligence/{}",
    "excellent/{}.html",
    "mobile/2025/art_{}.html",
    "mobile/2025/{}",
    "col/mobile_{}.html",
    "a?from=mobile&articleId={}",
    "c?cellId={}",
    "c?phoneModel={}",
    "d?itel=1&aid={}",
    "d?hotel={}",
    "wechat/2025/{}.html",
    "mobile/files/{}.jpg",
    "mobile/{}.html",  # a page made for telephones
    "art/{}.html",
    "zwgk/content/{}",
    "files/{}.pdf",
    "files/{}.pdf?tel=1",
    "a?t={}",
    "sj/{}/",
    "手机版/{}.html",
    "%E6%89%8B%E6%9C%BA%E7%89%88/{}.html",
    "手机/2025/{}.html",
    "a?tel={}abc",
    "a?tel={}@b",
    "tel/{}-1",
    "tel/{}_1.html",
    "a#{}-1",
    "a?%E5%8F%B7={}",
    "a?1={}",
)
SURROUNDINGS = (
    HOST + "{}",
    "[手机](" + HOST + "{})",
    "![电话](/{} '图')",
    "联系电话见{}",
    "手机：./{}",
    '<a href="/{}">电话</a>',
    "[1]: x/{}",
)


@pytest.mark.parametrize("address", SILENT)
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_a_page_numbered_like_a_telephone_is_none_whatever_words_stand_near(address: str, around: str) -> None:
    if around.startswith(("联系", "手机")) and ("?" not in address and ".html" not in address):
        around = "手机：/zwgk/{}"  # one folder alone is no address in plain text
    assert found(around.format(address.format(NUMBER))) == []


NAMED = (
    "tel/{}",
    "TEL/{}/",
    "a/phone/{}?a=1",
    "mobile/{}",
    "mobile/{}#a",
    "phone/+86{}",
    "sjh/{}.html",
    "tel/{}.jpg",
    "lxdh/{}",
    "手机/{}",
    "联系电话/{}/",
    "%E6%89%8B%E6%9C%BA/{}",
    "%e6%89%8b%e6%9c%ba%e5%8f%b7%e7%a0%81/{}.html",
    "a?tel={}",
    "a?id=1&phone={}&b=2",
    "a?id=1;mobile={};b=2",
    "a?sjh={}",
    "a?lxdh=%2B86{}",
    "a?userPhone={}",
    "a?link_tel_no={}",
    "a?mobileNumber={}",
    "a?TEL={}",
    "a?phone1={}",
    "a?手机={}",
    "a,手机:{}",
    "tel:{}",
    "a?q=tel:{}",
    "a?%E6%89%8B%E6%9C%BA%E5%8F%B7={}",
    "a?tel={},15812345678",
    "a?tel={}%20",
    "a#{}",
    "a#tel={}",
    "a#/tel/{}",
)


@pytest.mark.parametrize("address", NAMED)
@pytest.mark.parametrize("around", [HOST + "{}", "[图](" + HOST + "{})", "![图](/{})", "见 ./{} 。", '<a href="/{}">图</a>', "[1]: x/{}"])
def test_a_number_in_a_folder_or_parameter_named_for_telephones_is_one(address: str, around: str) -> None:
    if around.startswith("见") and "#" in address:
        around = "见 ./x/{} 。"
    assert found(around.format(address.format(NUMBER)))[:1] == ["158****7419"]


@pytest.mark.parametrize(
    "text",
    [
        "https://{}@a.gov.cn/",
        "https://{}:secret@a.gov.cn/",
        "[x](https://a.gov.cn/{})",
        "[x](/{})",
        "[x](#{})",
        "[x]({})",
        "[x](tel:{})",
        "[x](tel:+86{})",
        "<a href='sms:{}?body=a'>x</a>",
        "[x](mailto:{}@139.com)",
        "[x](mailto:a@b.cn?subject={})",
        "tel:+86-{}",
        "手机/微信/{}",
        "手机/{}",
        "姓名/电话：张三/{}",
        "https://a.gov.cn/，电话/{}",
        "https://a.gov.cn/tel/{}，",
        "https://a.gov.cn;手机:{}",
        "http://a.gov.cn,tel:{}",
    ],
)
def test_a_number_is_one_where_no_page_would_be_numbered(text: str) -> None:
    assert found(text.format(NUMBER)) == ["158****7419"]


@pytest.mark.parametrize(
    "text",
    [
        "https://a{}@a.gov.cn/",
        "https://{}.gov.cn/",
        "https://a.gov.cn/hotel:{}",
        "https://a.gov.cn/{}.html",
        "[x](/{}.html)",
        "[x](/{}-1)",
        "[x]({}.pdf)",
    ],
)
def test_a_number_that_something_grows_from_is_none(text: str) -> None:
    assert found(text.format(NUMBER)) == []


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("158%202603%207419", "158%20****%207419"),
        ("158%2d2603%2D7419", "158%2d****%2D7419"),
        ("158%C2%A02603%E3%80%807419", "158%C2%A0****%E3%80%807419"),
        ("158-2603-7419", "158-****-7419"),
        ("158/2603/7419", "158/****/7419"),
        ("158,26037419", "158,****7419"),
        ("１５８２６０３７４１９", "１５８****７４１９"),
    ],
)
def test_a_number_in_an_address_is_found_and_masked_through_what_divides_it(written: str, hidden: str) -> None:
    named, page = "https://a.gov.cn/a?tel={}&a=1", "https://a.gov.cn/hotel/{}"
    assert [(each.kind, each.masked) for each in private_data(named.format(written))] == [(Kind.MOBILE, "158****7419")]
    assert masked(named.format(written)) == named.format(hidden)
    assert found(page.format(written)) == []


@pytest.mark.parametrize("text", ["占13%2087654321", "增长15%2022年", "占5%，15%2026037419件"])
def test_percentages_divide_no_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("address", ["{}", "/art/{}.html", "a?id={}", "hotel/{}", "mobile/2025/{}.jpg"])
def test_an_identity_number_is_found_anywhere_in_an_address(address: str) -> None:
    for around in ("https://a.gov.cn/{}", "[x]({})", "见 {}"):
        assert found(around.format(address.format("11010519491231002X"))) == ["110***********002X"]
        assert found(around.format(address.format("110105%2019491231%20002X"))) == ["110***********002X"]


@pytest.mark.parametrize("address", ["https://a.gov.cn/a?id={}", "[身份证](/id/{})"])
@pytest.mark.parametrize("number", ["130503670401001", "6222021234567890128"])
def test_what_has_no_check_digit_or_a_common_one_is_left_alone_in_an_address(address: str, number: str) -> None:
    assert found(address.format(number)) == []
