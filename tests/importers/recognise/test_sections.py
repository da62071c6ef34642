"""The six titles divide a source, in the wording of any edition; a table of contents does not."""

import pytest

from giar_site.importers.document import Grid, Paragraph
from giar_site.importers.recognise.sections import in_lines, parts_of, section_of
from tests.importers.recognising import grid, lines


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("二、主动公开政府信息情况", "disclosure"),
        ("三、行政机关收到和处理政府信息公开申请情况", "applications"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "review_and_litigation"),
        ("五、存在问题及改进情况", "problems"),
        ("二、主動公開政府信息情況", "disclosure"),
        ("六、其他需要报告的事项", "other"),
    ],
)
def test_a_title_is_known_in_its_variants(title: str, key: str) -> None:
    assert section_of(title) == (key, True)


def test_a_misspelt_title_is_known_and_said_to_be_misspelt() -> None:
    assert section_of("三、收到和处理政府信息公开申情情况") == ("applications", False)


def test_a_sentence_is_no_title() -> None:
    assert section_of("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。") == ("", False)


def test_of_titles_that_are_there_twice_the_last_one_counts() -> None:
    parts = parts_of(lines("一、总体情况", "二、主动公开政府信息情况", "一、总体情况", "文字", "二、主动公开政府信息情况", "表"))
    assert [part.key for part in parts] == ["", "overview", "disclosure"]
    assert len(parts[0].blocks) == 2


def test_titles_within_a_sheet_divide_it() -> None:
    parts = parts_of((grid(("一、总体情况", ""), ("文字", ""), ("二、主动公开政府信息情况", ""), ("规章", "0")),))
    assert [part.key for part in parts] == ["", "overview", "disclosure"]


@pytest.mark.parametrize("text", ["表二", "单位：件", "（单位：件）", "注：截至12月31日。", "统计表如下："])
def test_a_caption_or_a_note_in_a_row_of_its_own_is_no_row_of_the_table(text: str) -> None:
    parts = parts_of((grid((text, ""), ("规章", "0")),))
    assert [type(block) for block in parts[0].blocks] == [Paragraph, Grid]


def test_a_grid_of_one_text_a_row_is_lines_and_another_stays() -> None:
    assert [type(block) for block in in_lines((grid(("文字", ""), ("", "文字")), grid(("索引号", "0001"))))] == [Paragraph, Paragraph, Grid]
