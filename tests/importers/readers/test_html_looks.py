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
        ('52<a href="page.html#fn1">1</a>', "52¹"),
        ('52<a href="/art/2023.html#_ftn1">[1]</a>', "52[¹]"),
        ('52<a href="page.html#%E8%84%9A%E6%B3%A81">1</a>', "52¹"),
        ('5<a href="page.html#list2">2</a>', "52"),
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


SMALLER = "比旁边的数字小的数字也已取用，可能是脚注标记，请核对：1"
PERHAPS = "可能被网页隐藏或划去的数字也已取用，请核对：5"


@pytest.mark.parametrize(
    "figure",
    [
        "57<small>1</small>",
        "57 <small class=n> 1</small>",
        "<small>1</small>57",
        '57<span style="font-size:9px">1</span>',
        '<span style="font-size:12pt">57</span><span style="font-size: 10px">1</span>',
        '<p style="font:14px/1.5 a">57<b><i style="font-size:.7em">1</i></b></p>',
        '<font size=4>57</font><font size="2">1</font>',
        '57<span style="font-size:x-small">1</span>',
    ],
)
def test_a_digit_smaller_than_the_digits_it_stands_against_is_a_doubt(figure: str) -> None:
    document = table(figure)
    assert grids(document)[0][1][0].replace(" ", "") in {"571", "157"}
    assert told(document) == [(SMALLER, CELL)]


@pytest.mark.parametrize("rules", [".n{font-size:7pt}", "td{font-size:14px} .n{font-size:10px}"])
def test_a_rule_makes_a_digit_smaller_too(rules: str) -> None:
    assert told(table("57<i class=n>1</i>", f"<style>{rules}</style>")) == [(SMALLER, CELL)]


@pytest.mark.parametrize(
    "figure",
    [
        "<small>571</small>",
        '<span style="font-size:9px"><span style="font-size:9px">57</span>1</span>',
        '<span style="font-size:16px"><span style="font-size:10px">57</span></span>',
        '<span style="font-size:16px"><span class=n>5</span>71</span>',
        '<span style="font-size:14px">57</span><span style="font-size:12px">1</span>',
        '57<span style="font-size:14px">1</span>',
        '<span style="font-size:16px">57</span>1',
        "57<sup><small>1</small></sup>",
        '571<span style="font-size:9px">件</span>',
        "57<br><small>1</small>",
        "<p>57</p><p><small>1</small></p>",
        '57<span style="font-size:oops">1</span>',
    ],
)
def test_a_figure_small_as_a_whole_and_sizes_that_are_near_or_not_known_are_none(figure: str) -> None:
    assert told(table(figure)) == []


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;left:-9999px",
        "position: fixed; top: -999em",
        "display:inline-block; text-indent:-9999px",
        "position:absolute;clip:rect(0 0 0 0)",
        "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
        "clip-path: inset(50%)",
        "display:inline-block;width:0;overflow:hidden",
        "float:left;max-height:0px;overflow:hidden",
        "position:absolute;width:1px;height:1px;overflow:hidden",
        "display:inline-block;transform:scale(0)",
        "position:absolute;transform: translateX(-9999px)",
    ],
)
@pytest.mark.parametrize("by_rule", [False, True])
def test_digits_moved_or_cut_out_of_sight_are_left_out(style: str, *, by_rule: bool) -> None:
    document = table("<span class=x>5</span>7", f"<style>.x{{{style}}}</style>") if by_rule else table(f'<span style="{style}">5</span>7')
    assert grids(document)[0][1][0] == "7"
    assert told(document) == [(HIDDEN, CELL)]


@pytest.mark.parametrize(
    ("figure", "rule"),
    [
        ('<span style="transform:scale(0)">5</span>7', ""),
        ('<span style="width:0;overflow:hidden">5</span>7', ""),
        ('<span style="clip:rect(0,0,0,0)">5</span>7', ""),
        ('<span style="margin-left:-9999px">5</span>7', ""),
        ("<span class=sr-only>5</span>7", ""),
        ("<span class='a visually-hidden'>5</span>7", ""),
        ("<span class=screen-reader-text>5</span>7", ""),
        ("<span class=x>5</span>7", "td .x{font-size:0}"),
        ("<span class=x>5</span>7", "tr > td > span.x, b{display:none}"),
        ("<b>甲</b><span class=x>5</span>7", "table b + .x{text-decoration:line-through}"),
    ],
)
def test_digits_that_a_page_may_hide_are_a_doubt(figure: str, rule: str) -> None:
    document = table(figure, f"<style>{rule}</style>" if rule else "")
    assert grids(document)[0][1][0].endswith("57")
    assert told(document) == [(PERHAPS, CELL)]


@pytest.mark.parametrize(
    ("figure", "rule"),
    [
        ('<span style="position:absolute;left:-5px">5</span>7', ""),
        ('<span style="text-indent:-2em">5</span>7', ""),
        ('<p style="text-indent:-21pt;margin-left:21pt">57</p>', ""),
        ('<span style="display:inline-block;width:0">5</span>7', ""),
        ('<span style="overflow:hidden;width:40px">5</span>7', ""),
        ('<span style="clip-path:inset(5%)">5</span>7', ""),
        ('<span style="transform:scale(0.9)">5</span>7', ""),
        ("<span class=sr-only>无</span>57", ""),
        ("<span class=sr-only>57</span>", ""),
        ("<span class=x>5</span>7", "th .x{font-size:0}"),
        ("<span class=x>5</span>7", "td .x{color:red}"),
        ("<span class=x>5</span>7", "td:hover .x{display:none}"),
    ],
)
def test_what_hides_no_digit_of_a_figure_is_none(figure: str, rule: str) -> None:
    document = table(figure, f"<style>{rule}</style>" if rule else "")
    assert grids(document)[0][1][0].endswith("57")
    assert told(document) == []


@pytest.mark.parametrize("style", ["width:0;overflow:hidden", "max-height:0;overflow:hidden"])
def test_a_cell_grows_with_its_content_whatever_its_size_is(style: str) -> None:
    document = page(f'<table><tr><td>甲<td style="{style}">57</tr></table>')
    assert (grids(document)[0][1][0], told(document)) == ("57", [])
