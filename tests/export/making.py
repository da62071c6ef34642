"""Drafts to write out: the reports of this repository, and one whose every text is trouble."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from giar_site import forms
from giar_site.export.draft import Asked, Draft, load_draft
from giar_site.model import Attachment, Contact, Figure, Metadata, Passage, Reading

REPOSITORY = Path(__file__).parents[2]
REAL = tuple(Asked(path.parent.parent.name, int(path.parent.name)) for path in sorted((REPOSITORY / "content").glob("*/*/figures.yaml")))
PROSE = """\
### （一）主动公开情况

公开**重点**信息*若干*，见[指南](https://www.example.gov.cn/zn.html)和[本站](../2021.html)。

1. 第一项
   - 小项
2. 第二项

> 引用的话

- 一项

![示意图](files/a.png)

| 类别 | 件数 |
|---|---|
| **公文** | 3 |

行一\\
行二
"""
TRICKS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")', "＝1")


def real(asked: Asked) -> Draft:
    """One of the five reports."""
    return load_draft(REPOSITORY, asked)


def plain(text: str) -> Figure:
    """A figure written as a plain number."""
    return Figure(Decimal(text), text, Reading.PLAIN)


def draft(edition: int = 2021, *, prose: str = PROSE, **figures: Figure) -> Draft:
    """A report of zeros; `figures` by cell id, with `__` for `@` and `_0_` for a dot."""
    form = forms.edition(edition)
    values = [plain("0")] * len(form.cells)
    for name, figure in figures.items():
        values[form.by_id[name.replace("__", "@").replace("_0_", ".")].index] = figure
    sections = tuple(Passage(each.key, each.title, prose if each.key == "overview" else "", "") for each in form.sections)
    meta = Metadata(
        published="2026-01-28",
        document_number="某政〔2026〕1号",
        contact=Contact("公开科", "某路1号", "010000", "010-12345678", "a@example.gov.cn"),
        attachments=(Attachment("统计表", "a.docx"), Attachment("说明", note="另见公报")),
    )
    return Draft(form, form.first_year, "shili-ju", "示例局", tuple(values), meta, Passage("", "", "前言。", ""), sections)


def with_texts(texts: tuple[str, ...]) -> Draft:
    """A report whose texts, one after another, are in every place that holds one."""
    made = draft(prose="\n\n".join(texts).replace("\t", ""))
    figures = list(made.figures)
    for at, text in enumerate(texts):
        figures[at] = Figure(None, text, Reading.UNREADABLE)
    meta = made.metadata._replace(title=texts[0], source=texts[1], contact=Contact(*texts[:5]), attachments=(Attachment(texts[2]),))
    return replace(made, name=texts[3], figures=tuple(figures), metadata=meta)


def parts(data: bytes) -> dict[str, str]:
    """The parts of an office file that are XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
