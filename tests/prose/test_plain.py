"""What a reader sees of Markdown, and where it stands in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.prose import plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("收到申请6件。", "收到申请6件。"),
        ("### (一)主动公开\n\n公开**12**条", "(一)主动公开\n\n公开12条"),
        ("## 标题 ##", "标题"),
        ("- 收到6件\n- 答复*5*件", "收到6件\n答复5件"),
        ("1. 收到6件", "收到6件"),
        ("1.收到6件", "1.收到6件"),
        ("> 引用6件", "引用6件"),
        ('见[年报](https://example.org/2020 "6")第3页', "见年报第3页"),
        ("见[年报](https://example.org/a_(b))", "见年报"),
        ("前![图](files/a.png)后", "前后"),
        (r"收到\*6\*件 1\. 条", "收到*6*件 1. 条"),
        ("一行\\\n下一行", "一行\n下一行"),
        ("138****1234", "138****1234"),
        ("a_b@c.cn 与 _强调_", "a_b@c.cn 与 强调"),
        ("`代码`", "代码"),
        ("a < b & c &lt; d", "a < b & c &lt; d"),
        ("标题\n----\n正文", "标题\n\n正文"),
        ("", ""),
        ("**", ""),
        ("[没有链接]6件", "[没有链接]6件"),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert plain_text(source).text == text


@given(st.text(alphabet="六6件。*_`#>-[]()\\!\n 12.，a&<"))
def test_every_character_is_found_again_in_the_source(source: str) -> None:
    plain = plain_text(source)
    assert [source[plain.offset(at)] for at in range(len(plain.text))] == list(plain.text)


def test_a_span_covers_the_markup_inside_it() -> None:
    source = "### 收到**6**件"
    plain = plain_text(source)
    start, end = plain.span(0, 4)
    assert source[start:end] == "收到**6**件"
    start, end = plain.span(2, 3)
    assert (source[start:end], start) == ("6", 8)
