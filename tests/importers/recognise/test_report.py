"""A whole report: hybrids are read as what they are, and every text of any source is accounted for."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from giar_site import forms
from giar_site.importers.document import Document, Paragraph, Refused, Spot
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importing.accounts import unaccounted
from tests.importers.layouts.figures import random_figures
from tests.importers.layouts.in_rows import one_row_for_other
from tests.importers.layouts.in_words import Expected
from tests.importers.layouts.layouts import Source, document, spans, values
from tests.importers.layouts.printed import printed
from tests.importers.recognising import lines

FORM = forms.edition(2021)
WHOLE = document(
    Source(FORM, printed(FORM, random_figures(FORM, random.Random(1))), {}, {}),  # noqa: S311 - nothing secret
    values,
    random.Random(0),  # noqa: S311 - nothing secret
)


def hybrid() -> tuple[Recognised, Expected]:
    chance = random.Random(1)  # noqa: S311 - nothing secret
    figures = random_figures(FORM, chance)
    source, expected = Source(FORM, printed(FORM, figures), {}, {}), dict[str, str | None](figures)
    one_row_for_other(source, expected, chance)
    return recognise(document(source, spans, chance)), expected


def test_one_row_for_a_group_is_its_other_and_said() -> None:
    report, expected = hybrid()
    cells = {cell.cell: cell for cell in report.cells}
    total = cells["applications.outcome.other.other@total"]
    assert (total.text, total.confidence) == (expected[total.cell], Confidence.INFERRED)
    assert cells["applications.outcome.other.uncorrected@total"].confidence is Confidence.MISSING


def test_a_misspelt_title_is_read_and_said() -> None:
    blocks = tuple(
        Paragraph("三、收到和处理政府信息公开申情情况", Spot())
        if isinstance(block, Paragraph) and block.text.startswith("三、收到")
        else block
        for block in WHOLE.blocks
    )
    report = recognise(Document("text", blocks))
    assert [doubt.zh for doubt in report.doubts] == ["标题“三、收到和处理政府信息公开申情情况”按“三、收到和处理政府信息公开申请情况”读"]
    assert {cell.confidence for cell in report.cells} == {Confidence.EXACT}


def test_a_title_that_is_missing_is_said_with_what_to_do() -> None:
    blocks = tuple(block for block in WHOLE.blocks if not (isinstance(block, Paragraph) and block.text.startswith("五、")))
    report = recognise(Document("text", blocks))
    assert [doubt.zh for doubt in report.doubts] == [
        "没有找到标题“五、存在的主要问题及改进情况”：原文有这一部分的，请在它的上面补写这个标题，单独一行，再导入；现在它的内容算在前一部分里。"
    ]
    assert recognise(WHOLE).doubts == ()


def test_title_and_preamble_may_be_rows_of_a_sheet() -> None:
    report = recognise(document(Source(FORM, printed(FORM, {cell.id: "0" for cell in FORM.cells}), {}, {}), spans, random.Random(0)))  # noqa: S311
    assert report.name == "某某市某某局"
    assert report.year.year == 2022


_LINE = st.sampled_from(
    ["规章", "0", "17", "|", "5 | 6 |", "（三）不予公开", "总计", "其他", "约三件", "一、总体情况", "无", "- 3 -", "说明：见附件。"]
) | st.text(min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE.blocks)), _LINE), max_size=12))
def test_every_text_of_a_report_among_random_lines_is_accounted_for(strays: list[tuple[int, str]]) -> None:
    blocks = list(WHOLE.blocks)
    for at, text in strays:
        if text.strip():
            blocks.insert(at, *lines(" ".join(text.split())))
    source = Document("text", tuple(blocks))
    try:
        report = recognise(source)
    except Refused:
        return
    assert unaccounted(source, report) == ()
