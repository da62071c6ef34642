"""G110."""

import re
import unicodedata
from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Suspect, Text, rule
from giar_site.forms import Kind
from giar_site.model import Reading, Report
from giar_site.rules.localise import needed_value
from giar_site.rules.wording import clipped

_WANTED = {
    Kind.COUNT: Text("不带单位的整数", "a whole number without unit"),
    Kind.CHANGE: Text("整数，减少的前面加“-”", "a whole number, with - for a decrease"),
    Kind.MONEY: Text("金额，最多六位小数", "an amount with at most six decimals"),
}
# What gives a slip away → what it is. The first that matches is named.
_CAUSES = (
    (r"[0-9]*[lIOo][0-9]*|[0-9lIOo]*[0-9][0-9lIOo]*[lIOo][0-9lIOo]*", Text("把字母当成了数字", "a letter stands for a digit")),
    (r"[+-]?0[0-9]+", Text("前面有多余的 0", "a leading zero")),
    (r"[+-]?[0-9]{1,3}(?:[,，'_ ][0-9]{3})+", Text("数里不要写千分位逗号或分隔符", "a thousands separator")),
    (r"-[0-9.]+", Text("数不能是负的", "it is negative")),
    (r"\+[0-9.]+", Text("数前不写“+”", "a plus sign")),
    (r"[0-9]+\.[0-9]+", Text("件数不能有小数", "it has decimals")),
    (r"[0-9]{13,}", Text("数太大", "it is too large")),
    (r".*[\s\u200b-\u200d\u2060].*", Text("数里有空格或看不见的字符", "a space or an invisible character in it")),
)


@rule("G110", Severity.ERROR, over="report", acceptable=False)
def not_a_figure(report: Report) -> Iterator[Finding]:
    """不是数字 / Not a figure

    What it checks
        每一格都应是半角数字写的数：件数为非负整数，增减可以带负号，金额可以有小数。

        Every cell must be a figure in ASCII digits: counts whole and not negative, changes may be, amounts may have decimals.

    Why
        全角数字、多余的 0、千分位逗号、字母 l 和 O，各种软件读出的数会不一样；giar 不猜，只提出可能的读法。

        Software disagrees on full-width digits, leading zeros, separators and the letters l and O; giar does not guess but asks.

    Wrong
        review_and_litigation:
          review: [０, 0, 0, 0, 0]
          …

    Right
        review_and_litigation:
          review: [0, 0, 0, 0, 0]
          …

    How to mend it
        改成半角数字，不带单位和分隔符；提示里的数若正确，照写即可。

        Write it in ASCII digits without unit or separator; take the figure suggested where it is right.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：各栏填写数字。
    """
    figures = report.figures
    values = tuple(figure.value for figure in figures.values)
    for cell, figure in figures.irregular():
        if figure.reading is not Reading.UNREADABLE:
            continue
        cause, wanted = _cause(figure.text), _WANTED[cell.kind]
        needed = needed_value(figures.form, values, cell.index, figures.derived)
        likely = figure.hint or (f"{needed:f}" if needed is not None else "")
        why = Text(f"（{cause.zh}）", f" ({cause.en})") if cause else Text("", "")
        yield Finding(
            at=Address(report.agency, report.year, "figures", cell.id),
            message=Text(
                f"“{cell.label}”写的是“{clipped(figure.text)}”，要写成{wanted.zh}{why.zh}。",
                f"“{cell.label}” is “{clipped(figure.text)}”, but must be {wanted.en}{why.en}.",
            ),
            mend=_mend(figure.hint, f"{needed:f}" if needed is not None else ""),
            cells=(cell.id,),
            expected=likely or None,
            actual=figure.text,
            suspects=(Suspect(cell.id, likely),) if needed is not None and likely == f"{needed:f}" else (),
        )


def _cause(text: str) -> Text | None:
    text = text.replace("…", "")  # ours, where the text was cut
    if any(char != folded for char, folded in zip(text, unicodedata.normalize("NFKC", text), strict=False)):
        return Text("用了全角字符", "full-width characters")
    return next((cause for pattern, cause in _CAUSES if re.fullmatch(pattern, text)), None)


def _mend(hint: str, needed: str) -> Text:
    if hint and hint == needed:
        return Text(f"是不是 {hint}？按表内算式也应为 {hint}。", f"is it {hint}? The sums of the table need {needed} too.")
    if hint and needed:
        return Text(
            f"是不是 {hint}？但按表内算式应为 {needed}，请对照台账。",
            f"is it {hint}? But the sums of the table need {needed}: see the register.",
        )
    if hint:
        return Text(f"是不是 {hint}？如果是，就写成 {hint}。", f"is it {hint}? If so, write {hint}.")
    if needed:
        return Text(
            f"对照台账改成数字；按表内算式应为 {needed}。", f"write the figure from the register; the sums of the table need {needed}."
        )
    return Text("对照台账改成数字，没有就写 0。", "write the figure from the register, 0 for none.")
