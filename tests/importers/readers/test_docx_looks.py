"""Runs of a Word file that are raised or struck through, fractions and drop-down fields: as they are seen, and never as other figures."""

import pytest

from giar_site.importers.document import Document, Grid, Spot
from giar_site.importers.readers.docx import read
from tests.importers.readers.test_docx import notices, texts
from tests.importers.word_files import cell, docx, paragraph, row, run, table

STRUCK = "划去的文字未取用：5"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def figure(*runs: str, styles: str = "") -> tuple[str, Document]:
    data = table(row(cell("甲"), cell(paragraph("".join(runs)))))
    document = read(docx(data, styles=styles) if styles else docx(data))
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return grid.cells[1].text, document


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="1"/>', '<w:rStyle w:val="x"/>'])
def test_a_run_that_is_struck_through_is_left_out_and_makes_the_cell_doubtful(properties: str) -> None:
    style = '<w:style w:type="character" w:styleId="x"><w:rPr><w:strike/></w:rPr></w:style>'
    text, document = figure(run("5", properties), run("7"), styles=style)
    assert text == "7"
    assert [(doubt.text.zh, doubt.spot) for doubt in document.doubts] == [(STRUCK, Spot(table=1, row=1, column=2))]
    assert notices(document) == [STRUCK]


def test_a_run_may_switch_off_what_its_style_strikes_through() -> None:
    text, document = figure(run("5", '<w:strike w:val="0"/>'), run("7"))
    assert (text, document.doubts) == ("57", ())


def test_hidden_digits_make_the_cell_doubtful() -> None:
    text, document = figure(run("5", "<w:vanish/>"), run("7"))
    assert (text, [doubt.text.zh for doubt in document.doubts]) == ("7", ["隐藏文字未取用：5"])


def test_raised_and_lowered_runs_are_kept_as_such() -> None:
    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    assert figure(run("31"), run("1", up))[0] == "31¹"
    assert texts(
        read(docx(paragraph(run("m") + run("2", up) + run("，CO") + run("2", down) + run("2", '<w:vertAlign w:val="baseline"/>'))))
    ) == ["m²，CO₂2"]


def formula(content: str) -> list[str]:
    return texts(read(docx(f"<w:p>{run('占')}<m:oMath {MATH}>{content}</m:oMath>{run('。')}</w:p>")))


def test_a_fraction_has_its_line_and_a_power_its_place() -> None:
    def word(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{word('1')}</m:num><m:den>{word('2')}</m:den></m:f>"
    sum_ = f"<m:f><m:num>{word('a+b')}</m:num><m:den>{word('3')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{word('10')}</m:e><m:sup>{word('4')}</m:sup></m:sSup><m:sSub><m:e>{word('x')}</m:e><m:sub>{word('1')}</m:sub></m:sSub>"
    assert formula(half) == ["占1/2。"]
    assert formula(sum_) == ["占(a+b)/3。"]
    assert formula(power) == ["占10⁴x₁。"]


def field(result: str, choices: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{choices}</w:ddList></w:ffData></w:fldChar></w:r>'
    return f'{begin}<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


ENTRIES = '<w:listEntry w:val="5"/><w:listEntry w:val="7"/>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


@pytest.mark.parametrize(
    ("result", "choices", "shown"),
    [
        ("", '<w:result w:val="1"/>' + ENTRIES, "7"),
        ("", '<w:default w:val="1"/>' + ENTRIES, "7"),
        ("", ENTRIES, "5"),
        (SEPARATE + "<w:r><w:t>7</w:t></w:r>", '<w:result w:val="1"/>' + ENTRIES, "7"),
        (SEPARATE, '<w:result w:val="9"/>' + ENTRIES, ""),
    ],
)
def test_a_drop_down_field_is_read_as_the_entry_it_shows(result: str, choices: str, shown: str) -> None:
    assert figure(field(result, choices))[0] == shown


def test_a_content_control_is_read_as_what_it_shows() -> None:
    control = f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="5"/></w:dropDownList></w:sdtPr><w:sdtContent>{run("7")}</w:sdtContent></w:sdt>'
    assert figure(control)[0] == "7"


OFF_LINE = "比旁边的字高或低的数字也已取用，可能是脚注标记，请核对：1"
WHITE = "白色的数字看不见，也已取用，请核对：1"


def doubts(document: Document) -> list[str]:
    return [doubt.text.zh for doubt in document.doubts]


@pytest.mark.parametrize("position", ["8", "-8"])
def test_a_digit_moved_off_the_line_is_a_doubt(position: str) -> None:
    text, document = figure(run("31"), run("1", f'<w:position w:val="{position}"/>'))
    assert (text, doubts(document)) == ("311", [OFF_LINE])
    assert document.doubts[0].spot == Spot(table=1, row=1, column=2)


@pytest.mark.parametrize("runs", [("31", "1"), ("31", "1", " ")])
def test_a_figure_moved_as_a_whole_is_none(runs: tuple[str, ...]) -> None:
    text, document = figure(*(run(words, '<w:position w:val="8"/>' if words.strip() else "") for words in runs))
    assert (text, document.doubts) == ("311", ())


def test_words_moved_off_the_line_are_none() -> None:
    _, document = figure(run("31"), run("件", '<w:position w:val="8"/>'))
    assert document.doubts == ()


@pytest.mark.parametrize(
    "properties", ['<w:color w:val="FFFFFF"/>', '<w:color w:val="ffffff"/><w:shd w:fill="FFFFFF"/>', '<w:rStyle w:val="x"/>']
)
def test_a_white_digit_is_a_doubt(properties: str) -> None:
    style = '<w:style w:type="character" w:styleId="x"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    text, document = figure(run("31"), run("1", properties), styles=style)
    assert (text, doubts(document)) == ("311", [WHITE])


@pytest.mark.parametrize("ground", ['<w:shd w:fill="1F4E79"/>', '<w:highlight w:val="blue"/>'])
def test_a_white_digit_on_a_colour_is_none(ground: str) -> None:
    white = '<w:color w:val="FFFFFF"/>'
    assert figure(run("31"), run("1", white + ground))[1].doubts == ()
    body = paragraph(run("1", white))
    shaded = table(row(cell("甲"), cell(body, properties='<w:shd w:fill="1F4E79"/>')))
    assert read(docx(shaded)).doubts == ()
    plain = table(row(cell("甲"), cell(body)))
    assert len(read(docx(plain)).doubts) == 1


SMALLER = "比旁边的数字小的数字也已取用，可能是脚注标记，请核对：1"
SIZES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="character" w:styleId="x"><w:rPr><w:sz w:val="10"/></w:rPr></w:style>'
)


def sized(text: str, half_points: int) -> str:
    return run(text, f'<w:sz w:val="{half_points}"/>')


@pytest.mark.parametrize("small", [sized("1", 10), sized("1", 2), sized(" 1", 18), run("1", '<w:rStyle w:val="x"/>')])
def test_a_digit_much_smaller_than_the_digits_it_stands_against_is_a_doubt(small: str) -> None:
    text, document = figure(run("31"), small, styles=SIZES)
    assert (text.replace(" ", ""), doubts(document)) == ("311", [SMALLER])
    assert document.doubts[0].spot == Spot(table=1, row=1, column=2)
    assert doubts(figure(small, run("31"), styles=SIZES)[1]) == [SMALLER]
    assert doubts(figure(sized("31", 24), sized("1", 10))[1]) == [SMALLER]


@pytest.mark.parametrize(
    "runs",
    [
        (sized("31", 10), sized("1", 10)),
        (sized("共", 24), sized("311", 10), sized("件", 24)),
        (sized("31", 24), sized("1", 21)),
        (sized("31", 28), sized("1", 24)),
        (sized("31", 24), sized("件", 10)),
        (sized("31", 24), run("1", '<w:sz w:val="10"/><w:vertAlign w:val="superscript"/>')),
        (sized("31", 24), run("1", '<w:sz w:val="10"/><w:vanish/>'), sized("1", 24)),
        (sized("31", 24), sized(" ", 10), sized("1", 24)),
        (sized("31", 24), run("", "") + "<w:r><w:br/></w:r>", sized("1", 10)),
    ],
)
def test_a_figure_small_as_a_whole_and_sizes_that_are_near_are_none(runs: tuple[str, ...]) -> None:
    assert SMALLER not in doubts(figure(*runs)[1])


def test_a_deleted_small_digit_is_none() -> None:
    deleted = f"<w:del>{sized('1', 10).replace('w:t>', 'w:delText>').replace('w:t ', 'w:delText ')}</w:del>"
    assert doubts(figure(sized("31", 24), deleted)[1]) == []
