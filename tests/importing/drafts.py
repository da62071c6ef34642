"""Reports of any kind, drawn by hypothesis, as files for import: what valid reports hold, oddities and all."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from giar_site import forms
from giar_site.export.draft import Draft, draft_of, figure_text
from giar_site.export.plain import _prose, as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importers.document import Document
from giar_site.importers.readers import docx, text, xlsx
from giar_site.importers.recognise.prose import escaped
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importing.accounts import unaccounted
from giar_site.importing.figures_text import figures_text
from giar_site.importing.report_text import report_text
from giar_site.load import Folder, load_agency, read_figure
from giar_site.model import Attachment, Contact, Figure, Metadata, Passage, Reading

READERS = {"xlsx": (as_xlsx, xlsx.read), "docx": (as_docx, docx.read), "txt": (as_text, text.read)}

_FIGURES = st.one_of(
    st.integers(0, 99_999).map(str),
    st.sampled_from(["0", "+155", "-14", "增13", "减4", "8(计划)", "40984.52万元", "396.24万元", "0元", "12.50", "0.1", "~", "/", "—"]),
)


def _figure(text: str, cell: forms.Cell) -> Figure:
    """What giar reads in `text`; a report with a figure that it cannot read is not valid."""
    figure = read_figure(text, cell.kind, cell.unit)
    return read_figure("0", cell.kind, cell.unit) if figure.reading is Reading.UNREADABLE else figure


_WORDS = (
    st.text("政府信息公开工作办理申请共收到件次万元年度（）《》“”、，；：%0123456789 abcXYZ.-", min_size=1, max_size=25)
    .map(str.strip)
    .filter(bool)
)
_MARKS = st.text("字句0. *_[]()<>`#&|~+-\\!:=>", min_size=1, max_size=20).map(str.strip).filter(bool)
_SENTENCE = st.one_of(_WORDS, _WORDS, _MARKS).map(lambda words: f"本机关{words}。")


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    sentences = [escaped(sentence) for sentence in draw(st.lists(_SENTENCE, min_size=1, max_size=3))]
    inserted = draw(
        st.sampled_from(
            ["", "", "**重点**", "*强调*", "[指南](https://www.example.gov.cn/zn.html)", "`代码`", "**《条例》**规定", "甲  \n乙", "换\n行"]
        )
    )
    return "".join([sentences[0], inserted, *sentences[1:]])


_HEADINGS = st.sampled_from(["（一）主动公开情况", "（二）依申请公开。", "工作亮点", "1.制度建设", "下一步打算 2022"]).flatmap(
    lambda words: st.sampled_from(["### ", "#### "]).map(lambda marks: marks + words)
)
_BULLETS = st.lists(_WORDS, min_size=1, max_size=3).map(lambda items: "\n".join("- " + escaped("项" + item) for item in items))
_NUMBERED = st.lists(_WORDS, min_size=1, max_size=3).map(
    lambda items: "\n".join(f"{number}. {escaped('项' + item)}" for number, item in enumerate(items, 3))
)
_NESTED = st.just("1. 第一项\n   - 小项\n   - 又一项\n2. 第二项")
_TABLE = st.just("| 类别 | 件数 |\n| --- | --- |\n| **公文** | 3 |\n| 其余 | \\* |")
_QUOTE = _WORDS.map(lambda words: "> " + escaped("引" + words))
_OTHER = st.sampled_from(["![示意图](files/a.png)", "---", "```\n代码 1\n  缩进\n```", "行一\\\n行二"])


def prose(*, tables: bool) -> st.SearchStrategy[str]:
    """Markdown of a passage: blocks with an empty line between. In a section with a table of the form, others would be taken for parts of it."""
    kinds = [_paragraph(), _paragraph(), _HEADINGS, _BULLETS, _NUMBERED, _NESTED, _QUOTE, _OTHER]
    return st.lists(st.one_of(*kinds, *([_TABLE] if tables else [])), max_size=6).map("\n\n".join)


_TEXT = (
    st.text("某县人民政府办公室〔2026〕1号/ -第ABCabc路“”（）&'\"#", min_size=1, max_size=20)
    .map(lambda words: " ".join(words.split()))
    .filter(bool)
)
_MAYBE = st.one_of(st.just(""), _TEXT)
_CONTACT = st.builds(
    Contact,
    st.one_of(st.just(""), st.just("政务公开科")),
    _MAYBE.filter(lambda words: "“" not in words),
    st.sampled_from(["", "010000"]),
    st.sampled_from(["", "010-12345678"]),
    st.sampled_from(["", "a@example.gov.cn"]),
)
_ATTACHMENTS = st.lists(_TEXT.map(lambda words: Attachment("附表" + words)), max_size=3).map(tuple)
_METADATA = st.builds(
    Metadata,
    st.sampled_from(["", "某县人民政府{year}年政府信息公开工作年度报告", "{year}年度政府信息公开年报", "关于{year}年度信息公开的总结报告"]),
    st.sampled_from(["", "2026-01-28", "2026-01-28 15:01"]),
    _MAYBE,
    _MAYBE,
    _MAYBE,
    _CONTACT,
    _ATTACHMENTS,
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A report on either edition of the form."""
    form = draw(st.sampled_from(forms.editions()))
    year = draw(st.integers(form.first_year, form.first_year + 1))
    said = draw(st.dictionaries(st.integers(0, len(form.cells) - 1), _FIGURES, max_size=80))
    figures = tuple(_figure(said.get(at, "0"), cell) for at, cell in enumerate(form.cells))
    sections = []
    for section in form.sections:
        heading = draw(st.sampled_from([section.title, section.title, *section.variants]))
        source = draw(prose(tables=not section.table))
        sections.append(Passage(section.key, heading, source, ""))
    meta = draw(_METADATA)
    meta = meta._replace(title=meta.title.format(year=year))
    preamble = draw(st.lists(_paragraph(), max_size=2).map("\n\n".join))
    return Draft(form, year, "mou-xian", "某县人民政府", figures, meta, Passage("", "", preamble, ""), tuple(sections))


class Again(NamedTuple):
    """A report that went out and came back, and what was found on the way."""

    draft: Draft
    recognised: Recognised
    document: Document


def came_back(data: bytes, form: str, year: int = 0) -> Again:
    """Import the file `data` of the format `form` into a site of its own and load the report from there."""
    document = READERS[form][1](data)
    report = recognise(document)
    assert report.unplaced == (), report.unplaced
    assert unaccounted(document, report) == (), unaccounted(document, report)
    with tempfile.TemporaryDirectory() as site:
        folder = Path(site) / "content" / "a"
        made = folder / str(year or report.year.year)
        made.mkdir(parents=True)
        (folder / "agency.yaml").write_text("name: 某县人民政府\nkind: government\n")
        (made / "figures.yaml").write_text(figures_text(report, "a"))
        (made / "report.md").write_text(report_text(report))
        with Folder.top(Path(site)) as top, top.folder("content") as content:
            agency = load_agency(content, "a").agency
    (loaded,) = agency.reports
    return Again(draft_of(agency, loaded), report, document)


def there_and_back(draft: Draft, form: str) -> Again:
    """Export `draft` and import what was written."""
    return came_back(READERS[form][0](draft), form, draft.year)


def figures_of(draft: Draft) -> list[str]:
    """The figures as published."""
    return [figure_text(figure) for figure in draft.figures]


def lines_of(passage: Passage) -> list[str]:
    """The words of a passage as plain lines: what the text format keeps of it, but for margins."""
    return [line.strip() for line in _prose(passage.source) if line.strip()]
