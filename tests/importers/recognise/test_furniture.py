"""What surrounds a report is told from what it says."""

import pytest

from giar_site.importers.document import Paragraph, Spot
from giar_site.importers.recognise.furniture import is_furniture, is_own_page_number, without_footer
from tests.importers.recognising import lines


@pytest.mark.parametrize(
    "text", ["- 3 -", "第 3 页 共 8 页", "—4—", "3 / 8", "·5·", "扫一扫在手机打开当前页", "网站标识码:5113020061", "首页 > 政务公开"]
)
def test_page_numbers_and_switches_are_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", ["3", "-14", "规章", "公开第3页所列信息。", "本机关版权所有的作品已在网站公开。"])
def test_figures_labels_and_sentences_are_not(text: str) -> None:
    assert not is_furniture(text)


def test_a_footer_begins_with_its_first_sure_line_and_leaves_sentences() -> None:
    kept, footer = without_footer(lines("没有收费。", "版权所有:某市", "联系我们", "另:数据截至12月31日。"))
    assert [block.text for block in kept if isinstance(block, Paragraph)] == ["没有收费。", "另:数据截至12月31日。"]
    assert [block.text for block in footer] == ["版权所有:某市", "联系我们"]


def test_a_bare_number_is_a_page_number_only_on_its_page() -> None:
    assert is_own_page_number(Paragraph("3", Spot(page=3)))
    assert not is_own_page_number(Paragraph("3", Spot(page=4)))
    assert not is_own_page_number(Paragraph("3", Spot()))
