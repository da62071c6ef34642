"""Title, dates, numbers and contact, word for word."""

import pytest

from giar_site.importers.recognise.metadata import attachment_in, heading_of, period_year
from giar_site.importers.recognise.report_title import title_in
from tests.importers.recognising import lines


@pytest.mark.parametrize(
    ("text", "agency", "year"),
    [
        ("某某市某某局2022年政府信息公开工作年度报告", "某某市某某局", 2022),
        ("某某局关于2022年度政府信息公开工作报告", "某某局", 2022),
        ("某局二〇二二年政府信息公开工作年度报告", "某局", 2022),
    ],
)
def test_a_title_names_agency_and_year(text: str, agency: str, year: int) -> None:
    title = title_in(text)
    assert title
    assert (title.agency, title.year) == (agency, year)


def test_a_title_may_stand_on_two_lines() -> None:
    head = heading_of(lines("某某市某某局", "2022年政府信息公开工作年度报告", "根据《条例》编制。"))
    assert head.title
    assert head.title.agency == "某某市某某局"
    assert [block.text for block in head.rest] == ["根据《条例》编制。"]


def test_a_line_below_the_title_names_source_and_time_and_what_is_of_no_interest() -> None:
    title, line = "某某局2022年政府信息公开工作年度报告", "来源：县财政局 作者：办公室 时间：2023-01-12 更新时间：2023-02-01"
    head = heading_of(lines(title, line, "开放时间：周一"))
    assert [(value.key, value.text) for value in head.values] == [("source", "县财政局"), ("published", "2023-01-12")]
    assert head.furniture == ("作者:办公室", "更新时间:2023-02-01")
    assert [block.text for block in head.rest] == ["开放时间：周一"]


def test_an_attachment_is_a_line_that_names_one() -> None:
    assert attachment_in("附件:统计表.docx") == "统计表.docx"
    assert attachment_in("附件见下页。") == ""


def test_the_period_tells_the_year() -> None:
    assert period_year("数据期限为2020年1月1日至2020年12月31日") == 2020
