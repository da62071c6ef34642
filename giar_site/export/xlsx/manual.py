"""The sheet 填写说明, the first one: what to fill in where, and how the equations stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_site.export.draft import Draft
from giar_site.export.xlsx.checks import verdict, verdict_formula, verdict_of
from giar_site.export.xlsx.looks import Looks, height_of
from giar_site.forms import Form
from giar_site.importers.own_workbook import CHECKS, MANUAL, PARTICULARS, PROSE

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDTH = 80  # in characters


def add_manual(book: "Workbook", looks: Looks, draft: Draft) -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(MANUAL)
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, draft.title if draft.name else f"{draft.year}年政府信息公开工作年度报告（填写用表）", looks["title"])
    sheet.write_formula(1, 0, verdict_formula(), looks["label"], verdict(draft))
    sheet.conditional_format(1, 0, 1, 0, {"type": "text", "criteria": "containing", "value": "不平", "format": looks["unbalanced"]})
    for row, line in enumerate(_told(draft.form), 3):
        sheet.set_row(row, height_of(line, _WIDTH))
        sheet.write_string(row, 0, line, looks["plain"])
    sheet.protect()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def words_of_manual(form: Form) -> Iterator[str]:
    """All that the sheet may say but for its title, so that whoever reads a workbook back tells a clerk's note from it."""
    yield from _told(form)
    yield from (
        verdict_of(fails, unknown) for fails in range(len(form.equations) + 1) for unknown in range(len(form.equations) + 1 - fails)
    )


def _told(form: Form) -> Iterator[str]:
    yield f"格式依据：{form.document_number}《{form.title}》，{form.edition} 年版。"
    yield f"1. “{PARTICULARS}”：在右边一栏填写。标题不填时按格式自动生成；公布日期写成 2026-01-28；没有的留空。"
    yield "   机关代号是网站给每个机关起的英文短名，用小写拼音加减号，如 caizheng-ju，也就是网页地址里的那一段；"
    yield "   不知道就问管理网站的人，或者留空：导入时按机关名称找，找不到就按拼音起一个。已经填好的不要改。"
    yield f"2. “{PROSE}”：一格一段，写在各部分标题下面，不够时插入行；第一个标题上面可以写前言。标题不要改、不要删。"
    yield "   小标题前加“### ”（三个井号和一个空格）；列表每项前加“- ”；加粗写成 **文字**。直接输入就是文字，不会变成公式。"
    for section in form.sections:
        if section.subjects:
            yield f"   “{section.title}”要写到：{'、'.join(subject.label for subject in section.subjects)}。"
        for state in section.states:
            yield f"   “{section.title}”要写明：{state.label}（没有收取也要写）。"
    yield f"3. 三张表：{'、'.join(f'“{section.title}”' for section in form.sections if section.table)}。只能填白色的格；没有的也要填 0，不要空着：导入时空着的格会被问到。"
    yield "   连着好多格都是 0 的，选中这一片白色的格，输入 0，按 Ctrl+Enter 就一次填好；再改有数的几格。"
    yield "   数字格只填数，不写“件”“元”等单位，也不写说明；从别处复制过来的，也要只剩数字。"
    yield "   绿色的合计由公式自动算出，不用填写；白色的合计是公布过的数，改了有关各项要一并改。变红的数说明勾稽关系不平。"
    yield f"4. “{CHECKS}”：逐条列出勾稽关系，显示平或不平，不用填写。"
    yield "5. 表格加了保护，没有密码，防止误改格式和公式；请不要增减三张表的行和列。"
    yield "6. 填好后保存为 .xlsx，交给管理网站的人，用 giar import 导入。"
