"""Pieces are labels, figures, blanks or unknown; a label may lie over several pieces."""

import pytest

from giar_site.importers.recognise.items import Sort, is_figure
from tests.importers.recognising import items


@pytest.mark.parametrize(
    "text", ["0", "１２", "1,234", "+155", "-14", "增13", "减4", "8(计划)", "40984.52万元", "0元", "5件", "/", "—", "－", "无", " 1 2 "]
)
def test_what_is_published_in_a_cell_of_figures_is_a_figure(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["约五件", "2023年1月31日", "第3页", "3条第2款", "", "表1"])
def test_other_texts_with_digits_are_none(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    "pieces",
    [
        ("商业", "企业"),
        ("社会公", "益组", "织"),
        tuple("（四）无法提供"),
        ("（六）其他", "处理"),
        ("3.", "危及“三安全一稳定”"),
        ("3", ".危及“三安全一稳定”"),
    ],
)
def test_a_label_broken_over_lines_is_one_label(pieces: tuple[str, ...]) -> None:
    (item,) = items("applications", *pieces)
    assert item.sort is Sort.LABEL
    assert len(item.pieces) == len(pieces)


def test_a_figure_before_a_label_without_number_stays_a_figure() -> None:
    assert [item.sort for item in items("applications", "3", "危及三安全一稳定")] == [Sort.FIGURE, Sort.LABEL]


def test_a_sign_for_nothing_behind_a_label_is_no_part_of_it() -> None:
    assert [item.sort for item in items("disclosure", "规章", "－", "0")] == [Sort.LABEL, Sort.FIGURE, Sort.FIGURE]


def test_two_labels_in_one_piece_are_two_items() -> None:
    assert [item.match.printed for item in items("applications", "自然人 商业企业") if item.match] == ["自然人", "商业企业"]
