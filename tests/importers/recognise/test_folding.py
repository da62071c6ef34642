"""Folding is for comparing: it forgets widths, blanks, punctuation and traditional characters, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from giar_site.importers.recognise.folding import folded, squeezed, unnumbered, without_remark


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_squeezing_leaves_no_blank(text: str) -> None:
    assert not any(char.isspace() for char in squeezed(text))


def test_traditional_characters_and_full_width_digits_fold_to_the_forms_own() -> None:
    assert folded("第２０條 第（一）項") == folded("第20条第(一)项")


def test_a_number_before_a_label_is_left_out() -> None:
    assert [unnumbered(text) for text in ("一、总体情况", "（三）不予公开", "1.属于国家秘密", "1.5倍")] == [
        "总体情况",
        "不予公开",
        "属于国家秘密",
        "1.5倍",
    ]


def test_a_remark_at_the_end_is_left_out() -> None:
    assert without_remark("部分公开（区分处理的，只计这一情形）") == "部分公开"
