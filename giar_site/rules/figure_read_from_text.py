"""G111."""

from collections.abc import Iterator

from giar_site import forms
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.forms import Cell
from giar_site.model import Figure, Reading, Report

_TRANSCRIBED = Text(
    "原来就这样公布的，不用改；原文不是这样写的，照原文改。", "leave what was published so, else write what the original says."
)


@rule("G111", Severity.WARNING, over="report")
def figure_read_from_text(report: Report) -> Iterator[Finding]:
    """从文字中读出的数 / Figure read from text

    What it checks
        像“增13”“8(计划)”“396.24万元”这样公布的写法，只有一种读法的，按那个数计算，页面照原样显示。

        A figure published as 增13, 8(计划) or 396.24万元 is reckoned with as the one number it can mean and shown as published.

    Why
        公布的原文不能悄悄改动；读成了什么数，也应当让人知道。

        What was published is never silently altered, and how it was read must be told.

    Wrong
        --- 2020/figures.yaml
        form: 2019
        disclosure:
          penalties:   [0, 增80, 0]
          procurement: [8(计划), 396.24]
          …

    Right
        --- 2020/figures.yaml
        form: 2019
        disclosure:
          penalties:   [0, 80, 0]
          procurement: [8, 396.24]
          …

    How to mend it
        只写数字，不写“件”等单位，说明写在正文里。已经这样公布了的可以不改，也可在 accept: 中写明理由；录入 2019、2020 年度已公布的报告，照录原文，不用改。

        Write only the figure, without 件 or another unit; remarks belong in the prose. What was published so may stay, or be explained in `accept:`; reports
        published on 2019 and 2020 are transcribed as they stand.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：各栏填写数字。
    """
    transcribed = _is_transcribed(report)
    for cell, figure in report.figures.irregular():
        if figure.reading is not Reading.CONVERTED or figure.value is None:
            continue
        digits = f"{figure.value:f}"
        how = _how(cell, figure, digits)
        written = Text("公布的写法是", "was published as") if transcribed else Text("写的是", "is")
        shown = Text("页面照原样显示", "the page shows it as published" if transcribed else "the page shows it as written")
        yield Finding(
            at=Address(report.agency, report.year, "figures", cell.id),
            message=Text(
                f"“{cell.label}”{written.zh}“{figure.text}”，{how.zh}；{shown.zh}。",
                f"“{cell.label}” {written.en} “{figure.text}”, {how.en}; {shown.en}.",
            ),
            mend=_TRANSCRIBED if transcribed else _newly_filled(digits),
            cells=(cell.id,),
            expected=digits,
            actual=figure.text,
        )


def _is_transcribed(report: Report) -> bool:
    """Whether the report can only be a transcription of one that was published: nobody fills in an edition of the form that is over."""
    return report.year < forms.editions()[-1].first_year


def _newly_filled(digits: str) -> Text:
    return Text(
        f"改成 {digits}，只写数字，不写单位和说明；已经这样公布了的，可以不改。",
        f"write {digits}, the figure alone; what was published so may stay.",
    )


def _how(cell: Cell, figure: Figure, digits: str) -> Text:
    if not figure.unit:
        return Text(f"按 {digits} 读取", f"read as {digits}")
    if not cell.unit:
        return Text(
            f"格式没有规定单位，按 {digits}、单位“{figure.unit}”读取", f"read as {digits} in 「{figure.unit}」, for the form gives no unit"
        )
    if figure.unit == cell.unit:
        return Text(f"按 {digits}（{cell.unit}）读取", f"read as {digits} ({cell.unit})")
    return Text(f"换算成格式规定的单位，按 {digits}（{cell.unit}）读取", f"converted to the form's unit and read as {digits} ({cell.unit})")
