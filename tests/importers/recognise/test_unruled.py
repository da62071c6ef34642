"""A PDF whose tables have no lines is not read by guess: it is refused, or told table by table, with what to import instead."""

from dataclasses import replace

import pytest

from giar_site.importers.document import Document, Refused
from giar_site.importers.recognise.report import recognise
from tests.importers.recognising import grid, lines

HEADS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "第二十条第（一）项", "第二十条第（五）项")
UNRULED = Document(
    "pdf",
    lines(
        "某局2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", *HEADS, *LABELS, "三、收到和处理政府信息公开申请情况", "自然人"
    ),
)


def test_where_no_table_has_lines_the_pdf_is_refused_with_what_to_import() -> None:
    with pytest.raises(Refused) as refused:
        recognise(UNRULED)
    assert refused.value.reason.zh == (
        "这份 PDF 的表格没有框线或者是图片，看不出数字在哪一格。请用 Word 或 Excel 原件导入，或者给表格加上框线，重新生成 PDF"
    )


def test_where_one_table_has_lines_the_others_are_told() -> None:
    ruled = grid(HEADS, ("规章", "1", "2", "3"))
    head, title, *rest = UNRULED.blocks
    told = [doubt.zh for doubt in recognise(replace(UNRULED, blocks=(head, title, ruled, *rest))).doubts]
    assert any(line.startswith("“三、收到和处理政府信息公开申请情况”的表格在 PDF 里没有框线或者是图片，一格也没有读出") for line in told)
    assert not any(line.startswith("“二、主动公开政府信息情况”的表格") for line in told)


def test_other_formats_are_not_concerned() -> None:
    assert recognise(replace(UNRULED, reader="docx")).cells
