"""G111."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.forms import Cell
from giar_site.model import Figure, Reading, Report


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
        原来就是这样公布的，不用改，也可在 accept: 中写明理由；新填的表只写数字，单位和说明写在文字里。

        What was published so may stay, or be explained in `accept:`; in a new table write only the figure, and units or remarks in the prose.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：各栏填写数字。
    """
    for cell, figure in report.figures.irregular():
        if figure.reading is not Reading.CONVERTED or figure.value is None:
            continue
        digits = f"{figure.value:f}"
        how = _how(cell, figure, digits)
        yield Finding(
            at=Address(report.agency, report.year, "figures", cell.id),
            message=Text(
                f"“{cell.label}”公布的写法是“{figure.text}”，{how.zh}；页面照原样显示。",
                f"“{cell.label}” was published as “{figure.text}”, {how.en}; the page shows it as published.",
            ),
            mend=Text(
                "原来就这样公布的，不用改；新填的表请只写数字。", "leave what was published so; in a new table write only the figure."
            ),
            cells=(cell.id,),
            expected=digits,
            actual=figure.text,
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
