"""G109."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Suspect, Text, rule
from giar_site.model import Reading, Report
from giar_site.rules.localise import needed_value


@rule("G109", Severity.ERROR, over="report")
def blank_figure(report: Report) -> Iterator[Finding]:
    """空着没有填数 / Blank figure

    What it checks
        每一格都要有数；`~`、空引号、/、-、— 和“无”都算空白。

        Every cell must hold a figure; `~`, empty quotes, /, -, — and 无 are blanks.

    Why
        空白分不清是“没有”还是“没填”，也无法相加、比较。giar 不会悄悄当作 0。

        A blank may mean none or forgotten, and cannot be added or compared. giar never takes it for 0.

    Wrong
        review_and_litigation:
          review: [0, 0, /, 0, 0]
          …

    Right
        review_and_litigation:
          review: [0, 0, 0, 0, 0]
          …

    How to mend it
        没有发生就写 0；漏填的对照台账补上。确实空着公布过的，在 accept: 中写明理由。

        Write 0 where nothing happened, else the figure from the register. What was really published blank is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：各栏填写数字。
    """
    figures = report.figures
    values = tuple(figure.value for figure in figures.values)
    for cell, figure in figures.irregular():
        if figure.reading is not Reading.BLANK:
            continue
        needed = needed_value(figures.form, values, cell.index, figures.derived)
        digits = f"{needed:f}" if needed is not None else None
        written = figure.text or "~"
        sums = Text(f"没有就写 0；按表内算式，这里应为 {digits}。", f"write 0 for none; by the sums of the table it is {digits}.")
        yield Finding(
            at=Address(report.agency, report.year, "figures", cell.id),
            message=Text(f"“{cell.label}”没有填数，写的是“{written}”。", f"“{cell.label}” holds no figure but “{written}”."),
            mend=sums if digits else Text("没有就写 0；漏填的对照台账补上。", "write 0 for none, or the figure from the register."),
            cells=(cell.id,),
            expected=digits,
            actual=written,
            suspects=(Suspect(cell.id, digits),) if digits else (),
        )
