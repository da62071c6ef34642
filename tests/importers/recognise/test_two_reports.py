"""A file that holds two reports is refused, with what was found twice, where, and what to do; what only looks like two is not."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from giar_site import forms
from giar_site.importers.document import Block, Document, Grid, GridCell, Paragraph, Refused, Spot
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.report import Recognised, recognise
from tests.importers.layouts.figures import random_figures
from tests.importers.layouts.layouts import Layout, Source, bars, document, grid_of, sheet_spans, spans, values
from tests.importers.layouts.printed import Role, printed

FORM = forms.edition(2021)
TITLE = "某某市某某局2022年政府信息公开工作年度报告"
LAYOUTS = [spans, sheet_spans, bars, values]


def source(seed: int, title: str = TITLE) -> Source:
    return Source(FORM, printed(FORM, random_figures(FORM, random.Random(seed))), {}, {}, title=title)  # noqa: S311 - nothing secret


def blocks(seed: int, title: str = TITLE, layout: Layout = spans) -> list[Block]:
    return list(document(source(seed, title), layout, random.Random(0)).blocks)  # noqa: S311 - nothing secret


def numbered(found: Sequence[Block]) -> Document:
    """`found` with the lines' numbers."""
    return Document(
        "test", tuple(replace(each, spot=Spot(line=at)) if isinstance(each, Paragraph) else each for at, each in enumerate(found, 1))
    )


def reason(found: Sequence[Block]) -> str:
    with pytest.raises(Refused) as refused:
        recognise(numbered(found))
    return refused.value.reason.zh


def read(found: Sequence[Block]) -> Recognised:
    return recognise(numbered(found))


def lines(*texts: str) -> list[Block]:
    return [Paragraph(text, Spot()) for text in texts]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("title", [TITLE, TITLE.replace("2022", "2021"), TITLE.replace("某某局", "另一局")])
def test_two_reports_in_one_file_are_refused(layout: Layout, title: str) -> None:
    first = source(1)
    first.second = source(2, title)
    with pytest.raises(Refused, match="more than one annual report"):
        recognise(document(first, layout, random.Random(0)))  # noqa: S311 - nothing secret


def test_what_was_found_twice_is_said_with_its_places_and_what_to_do() -> None:
    first = blocks(1)
    assert reason([*first, *blocks(2, TITLE.replace("2022", "2021"))]) == (
        "文件里不止一份年度报告：“某某市某某局2022年政府信息公开工作年度报告”（第 1 行）、"
        f"“某某市某某局2021年政府信息公开工作年度报告”（第 {len(first) + 1} 行），下面各有报告的内容。"
        "一个文件只能放一份报告：请按报告拆成几个文件，再分别导入"
    )


def test_without_a_second_title_the_section_that_is_there_twice_is_named() -> None:
    first = blocks(1)
    assert "“二、主动公开政府信息情况”（第 6 行）、" in reason([*first, *blocks(2)[1:]])


def test_a_second_report_whose_sections_are_not_known_is_known_by_its_title() -> None:
    others = [
        Paragraph(f"第{at}部分", Spot()) if isinstance(block, Paragraph) and block.text[1] == "、" else block
        for at, block in enumerate(blocks(2, TITLE.replace("2022", "2021")))
    ]
    assert "2021年" in reason([*blocks(1), *others])


def test_the_text_of_a_report_without_tables_before_another_one_is_not_its_preamble() -> None:
    old = lines(TITLE.replace("2022", "2018"), "一、概述", "公开信息1条。", "二、受理情况", "受理申请2件。", "三、复议情况", "复议3件。")
    assert "2018年" in reason([*old, *blocks(1)])


def test_a_table_of_contents_is_no_report() -> None:
    contents = lines(TITLE, "目录", *(section.title for section in FORM.sections))
    assert {cell.confidence for cell in read([*contents, *blocks(1)]).cells} == {Confidence.EXACT}


def test_links_to_other_years_and_agencies_are_no_reports() -> None:
    links = lines("相关文档", TITLE.replace("2022", "2021"), TITLE.replace("某某局", "另一局"))
    assert read([*blocks(1), *links]).name == "某某市某某局"


def test_a_title_of_another_year_above_the_report_makes_its_year_doubtful() -> None:
    report = read([*lines(TITLE.replace("2022", "2021")), *blocks(1)])
    assert (report.year.year, report.year.others) == (2021, (2022,))


@pytest.mark.parametrize("again", ["", "（续）", "（续表）"])
def test_a_table_that_goes_on_below_its_repeated_title_is_one_table(again: str) -> None:
    report = read(continued(again))
    assert [passage.blocks for passage in report.passages if passage.key == "applications"] == [()]
    assert {cell.confidence for cell in report.cells} == {Confidence.EXACT}
    assert {cell.cell: cell.text for cell in report.cells} == random_figures(FORM, random.Random(1))  # noqa: S311 - nothing secret


def continued(again: str) -> list[Block]:
    """A report whose table three is broken after its fifth row, title and heads repeated."""
    whole = source(1)
    sheet = next(each for each in whole.sheets if each.key == "applications")
    at = next(index for index, block in enumerate(blocks(1)) if isinstance(block, Paragraph) and block.text.startswith("三、"))
    title = Paragraph("三、收到和处理政府信息公开申请情况" + again, Spot())
    rows = [cell for cell in sheet.cells if cell.role in {Role.HEAD, Role.CORNER}]
    upper = [replace(cell, rows=min(cell.rows, 8 - cell.row)) for cell in sheet.cells if cell.row < 8]
    lower = [replace(cell, row=cell.row - 5) for cell in sheet.cells if cell.row >= 8]
    groups = [replace(cell, row=3, rows=cell.row + cell.rows - 8) for cell in sheet.of(Role.GROUP) if cell.row < 8 < cell.row + cell.rows]
    found = blocks(1)
    return [*found[: at + 1], grid_of(upper), title, grid_of([*rows, *groups, *lower]), *found[at + 2 :]]


def test_a_form_left_empty_beside_the_filled_one_is_no_second_report() -> None:
    empty = [
        Grid(tuple(GridCell("", c.row, c.column, c.spot, c.rows, c.columns) if c.text.isdigit() else c for c in block.cells), block.spot)
        if isinstance(block, Grid)
        else block
        for block in blocks(1)
    ]
    assert read([*empty, *blocks(1)]).name == "某某市某某局"


OTHER = "某某市教育局2022年政府信息公开工作年度报告"


def test_the_title_and_first_paragraph_of_another_report_above_one_are_refused_with_both_places() -> None:
    told = reason([*lines(OTHER, "一、总体情况", "教育局公开信息1条。"), *blocks(1)])
    assert f"“{OTHER}”（第 1 行）、“{TITLE}”（第 4 行）" in told


@pytest.mark.parametrize("other", [OTHER, TITLE.replace("2022", "2021"), "2022年某某市教育局政府信息公开工作年度报告"])
def test_the_title_and_first_paragraph_of_another_report_below_one_are_refused(other: str) -> None:
    assert "不止一份年度报告" in reason([*blocks(1), *lines(other, "教育局公开信息1条。")])


def test_a_second_title_on_two_lines_is_known() -> None:
    assert "不止一份年度报告" in reason([*blocks(1), *lines("某某市教育局2022年", "政府信息公开工作年度报告", "教育局公开信息1条。")])


@pytest.mark.parametrize(
    "below",
    [
        (TITLE, "本页是页眉以后的文字。"),
        ("相关链接", OTHER, "请点击查看。"),
        ("附件1 " + OTHER, "附件另行下载。"),
        ("1." + OTHER, "见门户网站。"),
        ("具体见《", OTHER, "》。"),
        (OTHER, "版权所有：某某市人民政府"),
    ],
)
def test_a_title_that_is_a_page_head_a_link_an_attachment_or_part_of_a_sentence_is_no_second_report(below: tuple[str, ...]) -> None:
    assert read([*blocks(1), *lines(*below)]).name == "某某市某某局"
