"""What a page does not show, or shows as not said any more, is no part of a figure; where it was left out, a figure is doubtful."""

import pytest

from giar_site.importers.document import Document, Spot
from tests.importers.readers.test_html import grids, notices, page, texts

CELL = Spot(table=1, row=1, column=2)
STRUCK = "划去的文字未取用：5"
HIDDEN = "网页隐藏的文字未取用：5"


def table(figure: str, head: str = "") -> Document:
    return page(f"<table><tr><td>甲<td>{figure}</tr></table>", head)


def told(document: Document) -> list[tuple[str, Spot]]:
    return [(doubt.text.zh, doubt.spot) for doubt in document.doubts]


@pytest.mark.parametrize(
    "figure",
    [
        "<s>5</s>7",
        "<del>5</del>7",
        "<strike>5</strike>7",
        '<span style="text-decoration : Line-Through red">5</span>7',
        '<b style="text-decoration-line:line-through"><i>5</i></b>7',
    ],
)
def test_digits_struck_through_are_left_out_and_make_the_cell_doubtful(figure: str) -> None:
    document = table(figure)
    assert grids(document)[0][1][0] == "7"
    assert told(document) == [(STRUCK, CELL)]
    assert notices(document) == [STRUCK]


@pytest.mark.parametrize(
    "style", ["font-size:0", "font-size: 0px", "font:0/0 a", "opacity:0", "opacity:.0", "visibility:hidden", "display:none !important"]
)
def test_digits_that_nobody_sees_are_left_out_and_make_the_cell_doubtful(style: str) -> None:
    document = table(f'<span style="{style}">5</span>7')
    assert grids(document)[0][1][0] == "7"
    assert told(document) == [(HIDDEN, CELL)]


def test_a_cell_that_is_struck_or_unseen_keeps_its_place_and_one_that_is_gone_does_not() -> None:
    document = page(
        '<table><tr><td>甲<td style="text-decoration:line-through">5<td>1</tr><tr style="visibility:hidden"><td>乙<td>5<td>2</tr>'
        '<tr><td>丙<td style="display:none">5<td>3</tr></table>'
    )
    assert [cell[:3] for cell in grids(document)[0]] == [
        *(("甲", 0, 0), ("", 0, 1), ("1", 0, 2)),
        *(("", 1, 0), ("", 1, 1), ("", 1, 2)),
        *(("丙", 2, 0), ("3", 2, 1)),
    ]
    assert [text for text, _ in told(document)] == [STRUCK, "网页隐藏的文字未取用：乙", HIDDEN, "网页隐藏的文字未取用：2"]


@pytest.mark.parametrize(
    "figure",
    ['<p style="font-size:0"><span style="font-size:14px">57</span></p>', '<p style="font-size:0"><i class=n>57</i></p>', "5<u>7</u>"],
)
def test_letters_that_have_a_size_again_are_shown(figure: str) -> None:
    document = table(figure)
    assert (grids(document)[0][1][0], told(document)) == ("57", [])


@pytest.mark.parametrize(
    "figure",
    [
        '<span style="color:#FFF">5</span>7',
        "<font color=white>5</font>7",
        '<b style="background:#ddd"><i style="color:#ddd">5</i></b>7',
        '<b style="background:none"><i style="color:rgb(255, 255, 255)">5</i></b>7',
    ],
)
def test_letters_in_the_colour_of_what_is_behind_them_are_taken_and_doubtful(figure: str) -> None:
    document = table(figure)
    assert grids(document)[0][1][0] == "57"
    assert told(document) == [("与底色同色的文字也已取用：5", CELL)]


def test_white_letters_on_a_coloured_head_are_no_doubt() -> None:
    assert page('<table bgcolor="#0055aa"><tr><td style="color:#fff">甲<td style="color:red">1</tr></table>').doubts == ()


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        (".x{display:none}", "<i class='y x'>5</i>7"),
        ("/* . */ p , i.x:hover, i.x { color:red; visibility:hidden }", "<i class=x>5</i>7"),
        ("#a{display:block}#a{display:none}", "<i id=a>5</i>7"),
        (".x{font-size:0}", "<i class=x>5</i>7"),
        ("@import 'a.css'; i{opacity:0}", "<i>5</i>7"),
    ],
)
def test_a_simple_rule_of_the_page_hides_what_it_names(rule: str, figure: str) -> None:
    document = table(figure, f"<style>{rule}</style>")
    assert grids(document)[0][1][0] == "7"
    assert told(document) == [(HIDDEN, CELL)]


def test_a_simple_rule_may_strike_through_and_hide_a_paragraph() -> None:
    document = page("<p class=x>甲乙。</p><p>丙<i class=z>丁</i></p>", "<style>p.x{display:none}.z{text-decoration:line-through}</style>")
    assert texts(document) == ["丙"]
    assert [text for text, _ in told(document)] == ["网页隐藏的文字未取用：甲乙。", "划去的文字未取用：丁"]


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{i{display:none}}",
        "b i{display:none}",
        "i:before{display:none}",
        "i{display:none}i.x{display:inline}",
        "p.x{display:none}",
        ".x{display:none}.x{display:inline}",
        "i{",
        "}",
    ],
)
def test_what_a_rule_does_not_say_for_sure_is_shown(rule: str) -> None:
    document = table("<i class=x>5</i>7", f"<style>{rule}</style>")
    assert (grids(document)[0][1][0], told(document)) == ("57", [])


def test_of_rules_that_contradict_each_other_the_last_counts_however_often_they_are_said() -> None:
    style = "<style>.x{display:none}.y{display:block}.x{display:none}</style>"
    assert texts(page("<p class='x y'>甲</p>", style)) == []
    assert texts(page("<p class='x y'>甲</p>", style.replace("</style>", ".y{display:block}</style>"))) == ["甲"]


def test_the_style_of_an_element_counts_more_than_a_rule() -> None:
    assert texts(page("<p class=x style='display:block'>甲</p>", "<style>.x{display:none}</style>")) == ["甲"]


def test_raised_and_lowered_characters_are_kept_as_such() -> None:
    assert texts(page('<p>共31<sup>1</sup>件，m<sup>2</sup>、CO<sub>2</sub>，<i style="vertical-align:super">[3]</i></p>')) == [
        "共31¹件，m²、CO₂，[³]"
    ]
    assert grids(table("31<sup><a>[1]</a></sup>"))[0][1][0] == "31[¹]"


@pytest.mark.parametrize(
    ("figure", "read"),
    [
        ('52<a href="#fn1">1</a>', "52¹"),
        ('52<a href="#fn1">[1]</a>', "52[¹]"),
        ('52<a href="#fn1"><sup>1</sup></a>', "52¹"),
        ('<a href="#fn1">52</a>', "52"),
        ('5<a href="fn.html">2</a>', "52"),
        ('52<a href="#fn1">1</a>件', "52¹件"),
    ],
)
def test_a_link_to_a_note_of_the_page_is_the_mark_of_a_footnote_and_no_digit(figure: str, read: str) -> None:
    assert grids(table(figure))[0][1][0] == read


OFF_LINE = "比旁边的字高或低的数字也已取用，可能是脚注标记，请核对：1"


@pytest.mark.parametrize("style", ["position:relative;top:-4px", "position: relative; bottom: .3em"])
@pytest.mark.parametrize("by_rule", [False, True])
def test_a_digit_moved_off_its_line_is_a_doubt(style: str, *, by_rule: bool) -> None:
    document = (
        table('57<span class="up">1</span>', f"<style>.up {{{style}}}</style>") if by_rule else table(f'57<span style="{style}">1</span>')
    )
    assert grids(document)[0][1][0] == "571"
    assert told(document) == [(OFF_LINE, CELL)]


@pytest.mark.parametrize(
    "figure",
    [
        '<span style="position:relative;top:-4px">571</span>',
        '571<span style="position:relative;top:-4px">件</span>',
        '57<span style="position:relative">1</span>',
        '57<span style="position:relative;top:0px">1</span>',
    ],
)
def test_figures_moved_as_a_whole_and_words_are_none(figure: str) -> None:
    assert told(table(figure)) == []
