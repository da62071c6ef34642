"""A report that went out as Word comes back as it was: what its prose is set in, and lines that look like something else."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from giar_site.export.draft import Draft
from giar_site.export.narrative import Block, Span, blocks_of
from giar_site.export.told import flattened
from giar_site.export.word.document import as_docx
from giar_site.export.word.prose import leads_out
from giar_site.importers.readers import docx
from giar_site.model import Passage
from tests.export.making import PROSE, draft
from tests.importing.drafts import came_back, drafts, there_and_back
from tests.importing.formats.files import _converted

TRAPS = (
    "第5页",
    "- 3 -",
    "当前位置：有待提高",
    "浏览次数：123",
    "上一篇：某县2021年政府信息公开工作年度报告",
    "版权所有：某县",
    "附件：培训名单",
    "（一）普通段落，不是小标题",
    "（二）也不是",
    "来源：群众来信3件",
    "规章",
    "3",
    "8 | 9",
    "1\\. 行首的数",
    "某县教育局2019年政府信息公开工作年度报告",
)
FACES = (
    "**重点**工作",
    "*强调*与**粗体**和***两者***",
    "**《条例》**规定，见[**指南**](https://example.gov.cn/a_(1).html)。",
    "用`a*b`与`` ` ``，以及 2 \\* 3 \\_x\\_ &amp;lt; \\<b> #号",
    "行一\\\n行二**粗\\\n体**",
    "- 一\n- 二\n\n  二的续段\n\n  1. 小一\n  2. 小二\n     - 更小\n- 三",
    "3. 三\n4. 四",
    "- 甲\n\n* 乙",
    "1. 甲\n\n1) 乙",
    "> 引一\n>\n> 引二",
    "```\n代码 1\n\n  缩进 `x`\n```",
    "#### 小标题 **粗**",
    "甲\n\n---\n\n乙",
    "| 类别 | 件数 |\n| --- | --- |\n| 来源 | 3 |\n| 文号 | 4 |",
    "| 一栏 |\n| --- |\n| 一行 |",
)


def flat(spans: tuple[Span, ...], *, plain: bool = False) -> list[tuple[object, ...]]:
    """Sign by sign; what a Word file cannot say is as export says it makes it."""
    signs: list[tuple[object, ...]] = []
    for span in spans:
        text = f"[图片：{span.text}]" if span.picture else "\n" if span.ends_line else span.text
        link = span.link if leads_out(span.link) else ""
        signs += [(sign, *((span.bold, span.italic, span.code, link) if sign.strip() and not plain else ())) for sign in text]
    return signs


def same(source: str) -> list[object]:
    return [_comparable(block) for block in blocks_of(source)]


def _comparable(block: Block) -> object:
    rows = [[flat(cell, plain=True) for cell in row] for row in block.rows]
    return block.kind, flat(block.spans), block.heading, block.item, block.within, block.quoted, rows


def with_prose(source: str) -> Draft:
    whole = draft(prose="")
    sections = tuple(each._replace(source=source) if each.key in {"overview", "other"} else each for each in whole.sections)
    return replace(whole, preamble=Passage("", "", "根据条例编制。", ""), sections=sections)


@pytest.mark.parametrize("source", [*TRAPS, *FACES])
def test_prose_comes_back_as_it_was(source: str) -> None:
    again = there_and_back(with_prose(f"前段。\n\n{source}\n\n{source}"), "docx")
    for passage in again.draft.sections:
        if passage.key in {"overview", "other"}:
            assert same(passage.source) == same(f"前段。\n\n{source}\n\n{source}"), passage.source
    assert again.recognised.furniture == ()
    assert [each.title for each in again.draft.metadata.attachments] == [each.title for each in draft().metadata.attachments]


@pytest.mark.parametrize("source", TRAPS)
def test_a_line_above_the_first_section_is_preamble_and_beside_a_table_is_text(source: str) -> None:
    whole = draft(prose="")
    sections = tuple(each._replace(source=source) if each.key == "disclosure" else each for each in whole.sections)
    again = there_and_back(replace(whole, preamble=Passage("", "", source, ""), sections=sections), "docx")
    assert same(again.draft.preamble.source) == same(source)
    assert same(next(each.source for each in again.draft.sections if each.key == "disclosure")) == same(source)
    assert again.draft.metadata.source == whole.metadata.source


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(before=drafts())
def test_any_report_comes_back_with_its_faces(before: Draft) -> None:
    after = there_and_back(before, "docx").draft
    for ours, theirs in zip((after.preamble, *after.sections), (before.preamble, *before.sections), strict=True):
        assert same(ours.source) == same(theirs.source), ours.source


def test_it_does_so_when_another_program_has_saved_it(tmp_path: Path) -> None:
    source = "\n\n".join(["前段。", *FACES[:3], FACES[4], FACES[5], FACES[9], PROSE])
    file = tmp_path / "a.docx"
    file.write_bytes(as_docx(with_prose(source)))
    again = came_back(_converted(file, "docx:MS Word 2007 XML", tmp_path / "again").read_bytes(), "docx", 2021)
    assert same(again.draft.sections[0].source) == same(source)


def test_links_of_such_a_file_are_not_said_to_be_lost_and_those_of_others_are() -> None:
    data = as_docx(with_prose("见[指南](https://example.gov.cn/)。"))
    assert not [notice for notice in docx.read(data).notices if "链接" in notice.text.zh]


def test_what_a_word_file_cannot_hold_is_said() -> None:
    told = [text.zh for text in flattened(with_prose("> - 引用里的列表\n\n- 列表里\n\n  > 的引用\n\n      代码"), "docx")]
    assert "引用里的列表，列表里的引用、代码、表格和小标题，不再套在里面（6 处）。" in told
    assert not flattened(with_prose("\n\n".join(FACES)), "docx")[2:]
