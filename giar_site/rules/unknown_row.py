"""G106."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped, nearest


@rule("G106", Severity.ERROR, over="fault", acceptable=False)
def unknown_row(fault: Fault) -> Iterator[Finding]:
    """表里没有这一行 / Unknown row

    What it checks
        figures.yaml 里每一行的名称都应是格式规定的行（英文代号或官方名称），每行只写一次。

        Every row of figures.yaml must be a row of the form, by its id or its official label, and stand once.

    Why
        名称写错，这一行的数就没有地方放，读者也就看不到它。

        Figures under a name that the form does not know have no cell to stand in, and no reader would see them.

    Wrong
        applications:
          recieved: [0, 0, 0, 0, 0, 0, 0]
          …

    Right
        applications:
          received: [0, 0, 0, 0, 0, 0, 0]
          …

    How to mend it
        照提示改正名称；格式里没有的行，请并入规定的行，或写在 report.md 的文字里。

        Correct the name as suggested; what the form has no row for belongs in one of its rows or in the prose.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    key = clipped(fault.word("key"))
    message, mend, expected = _said(fault, key, fault.word("group"))
    yield Finding(at=fault.at, place=fault.place, message=message, mend=mend, expected=expected or None, actual=key)


def _said(fault: Fault, key: str, group: str) -> tuple[Text, Text, str]:
    """What is wrong, how to mend it, and the id that was meant: the name was given twice, is no name, stands elsewhere or is misspelt."""
    if fault.word("shape"):
        return (
            Text(f"“{group}”下面应当一行一行地写，这里读到的是“{key}”。", f"rows are expected below “{group}”, but “{key}” was read."),
            Text(
                "每行写成“名称: [数, 数, …]”，比上一层多缩进两格。",
                "write each row as `name: [figure, figure, …]`, indented by two more spaces.",
            ),
            "",
        )
    if twice := fault.word("twice"):
        return (
            Text(f"“{key}”就是前面已经写过的“{twice}”。", f"“{key}” is the row “{twice}”, which was written before."),
            Text("留下正确的一行，删去另一行。", "keep the right line, delete the other."),
            "",
        )
    if home := fault.word("home"):
        label, above = fault.word("home_label"), home.split(".")[-2]
        return (
            Text(f"“{group}”下面没有“{key}”，它在“{label}”下面。", f"“{group}” has no row “{key}”; it belongs below “{label}”."),
            Text(f"移到 {above}: 下面，比它多缩进两格。", f"move it below `{above}:`, indented by two more spaces."),
            home,
        )
    labels = dict(zip(fault.word("known").split(), fault.word("labels").split("；"), strict=False))
    near = _nearest(key, labels)
    asked = Text(f"，是不是 {near}（{labels[near]}）？", f"; is it {near} ({labels[near]})?") if near else Text("。", ".")
    return (
        Text(f"“{group}”下面没有“{key}”{asked.zh}", f"“{group}” has no row “{key}”{asked.en}"),
        Text(f"改正名称；这里可以写的是：{'、'.join(labels)}。", f"correct the name; known here: {', '.join(labels)}."),
        near,
    )


def _nearest(key: str, labels: dict[str, str]) -> str:
    by_label = {label: name for name, label in labels.items()}
    return nearest(key, labels) or by_label.get(nearest(key, by_label), "")
