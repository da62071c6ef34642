"""The form's equations over a report's figures: which fail, and which cells would explain it. Shared by the arithmetic rules."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive import Assessment, Result, assessments_of
from giar_site.diagnostics import Address, Finding, Suspect, Text
from giar_site.forms import Cell, Equation
from giar_site.model import Figures, Reading, Report
from giar_site.rules.localise import Explanations, localise
from giar_site.rules.system import system_of


class Imbalance(NamedTuple):
    """An equation whose sides differ."""

    equation: Equation
    assessment: Assessment


def imbalances(figures: Figures) -> tuple[Imbalance, ...]:
    """Every equation of the form that the figures break, by the very results the pages show."""
    judged = zip(figures.form.equations, assessments_of(figures), strict=True)
    return tuple(Imbalance(equation, each) for equation, each in judged if each.result is Result.FAILS)


@lru_cache(maxsize=8)
def explanations(figures: Figures) -> Explanations:
    """The smallest sets of cells that explain all imbalances at once."""
    return localise(figures.form, tuple(figure.value for figure in figures.values), figures.derived)


def mismatches(report: Report, name: str) -> Iterator[Finding]:
    """A finding for each failing equation called `name`, with the sums spelled out and the suspects named."""
    figures = report.figures
    for imbalance in imbalances(figures):
        equation = imbalance.equation
        if equation.name != name:
            continue
        cells = [figures.form.cells[index] for index in (*equation.right, *equation.left)]
        suspects = suspects_of(figures, equation)
        yield Finding(
            at=Address(report.agency, report.year, "figures", cells[0].id),
            message=_message(figures, imbalance),
            mend=Text(*map(str.__add__, _mend(figures, suspects), _left_out(figures, equation))),
            cells=tuple(cell.id for cell in cells),
            expected=f"{imbalance.assessment.left:f}",
            actual=f"{imbalance.assessment.right:f}",
            suspects=suspects,
        )


def suspects_of(figures: Figures, equation: Equation) -> tuple[Suspect, ...]:
    """The cells of `equation` that stand in a smallest explanation, most often named first."""
    members = {cell for cell, _ in system_of(figures.form, figures.derived).by_equation[figures.form.equations.index(equation)]}
    counts: dict[Suspect, int] = {}
    for explanation in explanations(figures).sets:
        for cell, value in explanation:
            if cell in members:
                suspect = Suspect(figures.form.cells[cell].id, f"{value:f}")
                counts[suspect] = counts.get(suspect, 0) + 1
    return tuple(sorted(counts, key=lambda suspect: (-counts[suspect], figures.form.by_id[suspect.cell].index)))


def _message(figures: Figures, imbalance: Imbalance) -> Text:
    equation = imbalance.equation
    cells = [figures.form.cells[index] for index in (*equation.left, *equation.right)]
    along_row = len({cell.row for cell in cells}) == 1
    where = cells[0].row_path[-1].label if along_row else "·".join(head.label for head in cells[0].column_path[-1:])
    left, right = _sum(figures, equation.left, along_row=along_row), _sum(figures, equation.right, along_row=along_row)
    gap = f"{imbalance.assessment.gap:f}"
    axis = ("一行", "row") if along_row else ("一列", "column")
    return Text(
        f"“{where}”{axis[0]}：{left.zh}，而{right.zh}，相差 {gap}。",
        f"{axis[1]} “{where}”: {left.en}, but {right.en}; they differ by {gap}.",
    )


def _sum(figures: Figures, indexes: tuple[int, ...], *, along_row: bool) -> Text:
    parts = [(_label(figures.form.cells[index], along_row=along_row), figures.values[index].value or Decimal(0)) for index in indexes]
    if len(parts) == 1:
        alone = f"“{parts[0][0]}” = {parts[0][1]:f}"
        return Text(alone, alone)
    shown = [f"{label} {value:f}" for label, value in parts if value]
    rest = Text("其余 0", "the rest 0") if len(shown) < len(parts) else None
    total = sum((value for _, value in parts), Decimal(0))
    zh, en = (" + ".join([*shown, *([rest.in_language(language)] if rest else [])]) for language in ("zh", "en"))
    return Text(f"{zh} = {total:f}", f"{en} = {total:f}")


def _label(cell: Cell, *, along_row: bool) -> str:
    label = (cell.column_path if along_row else cell.row_path)[-1].label
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 2] + "…"


_MOST_NAMED = 6
_LONGEST_LABEL = 24


def _left_out(figures: Figures, equation: Equation) -> Text:
    """A word on rows of `equation` whose total was left out: if a figure was forgotten instead, all behind it stand too early."""
    derived = {cell.row for cell, figure in figures.irregular() if figure.reading is Reading.DERIVED}
    cells = [figures.form.cells[index] for index in (*equation.left, *equation.right)]
    rows = "、".join(dict.fromkeys(cell.row_path[-1].label for cell in cells if cell.row in derived))
    if not rows:
        return Text("", "")
    return Text(
        f"“{rows}”没有写总计，总计是相加得出的；如果其实是漏写了一个数或一个逗号，请先补上。",
        f" “{rows}” has no total of its own, it was added up; if a figure or a comma was forgotten instead, put that in first.",
    )


def _mend(figures: Figures, suspects: tuple[Suspect, ...]) -> Text:
    found = explanations(figures)
    failing = len(imbalances(figures))
    if not suspects:
        return Text(
            "几处同时有误，算不出是哪一格，请对照台账逐格核对。", "several cells are wrong at once; compare each with the register."
        )
    named = [_change(figures, suspect) for suspect in suspects[:_MOST_NAMED]]
    if len(found.sets) == 1 and len(suspects) == 1:
        size = len(found.sets[0])
        zh = f"最可能是 {named[0][0]}" + (f"，可同时解释 {failing} 处不符。" if size == 1 and failing > 1 else "。")
        en = f"most likely {named[0][1]}" + (f", which explains all {failing} mismatches at once." if size == 1 and failing > 1 else ".")
        return Text(zh, en)
    more = len(suspects) - len(named)
    zh = f"可能有误的格子（凭算式分不出是哪一个，请对照台账）：{'；'.join(each[0] for each in named)}" + (
        f"；另有 {more} 格。" if more > 0 else "。"
    )
    en = f"possible cells (arithmetic alone cannot tell which): {'; '.join(each[1] for each in named)}" + (
        f"; and {more} more." if more > 0 else "."
    )
    return Text(zh, en)


def _change(figures: Figures, suspect: Suspect) -> tuple[str, str]:
    cell = figures.form.by_id[suspect.cell]
    value = figures.values[cell.index].value
    now = f"{value:f}" if value is not None else ""
    return f"{cell.label}：{now} 应为 {suspect.value}", f"{cell.label}: {now} should be {suspect.value}"
