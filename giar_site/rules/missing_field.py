"""G118."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule

_MEANINGS = {
    "form": Text("格式版本，例如 form: 2021", "the edition of the form, such as form: 2021"),
    "name": Text("机关全称", "the agency's full name"),
    "title": Text("网站名称", "the name of the site"),
    "rule": Text("规则名，例如 row-total-mismatch", "the rule's name, such as row-total-mismatch"),
    "at": Text("哪一行或哪一格，例如 applications.received", "the row or cell, such as applications.received"),
    "reason": Text("理由，会印在页面上", "the reason, which is printed on the page"),
    "date": Text("日期，例如 2021-03-01", "the day, such as 2021-03-01"),
    "change": Text(
        "发生了什么：founded / renamed / merged / split / abolished", "what happened: founded / renamed / merged / split / abolished"
    ),
    "basis": Text("依据的文件，例如 某编办〔2021〕3号", "the document it rests on"),
    "from": Text("从哪些机关来，例如 [a-ju, b-ju]", "the agencies it comes from, such as [a-ju, b-ju]"),
    "former_name": Text("原名称", "the former name"),
    "was": Text("更正前的内容", "what was published before"),
    "now": Text("更正后的内容", "what it is now"),
}


@rule("G118", Severity.ERROR, over="fault", acceptable=False)
def missing_field(fault: Fault) -> Iterator[Finding]:
    """缺少必填的一项 / Missing field

    What it checks
        必填的项目要写：agency.yaml 的 name，figures.yaml 的 form，site.yaml 的 title，accept:、corrections: 和 lineage: 每一条的各项。

        Required fields must be written: name in agency.yaml, form in figures.yaml, title in site.yaml, and those of each entry of `accept:`, `corrections:` and `lineage:`.

    Why
        没有这一项，页面上就没有可以显示的内容，或者无法知道表格该怎么读。

        Without it the page has nothing to show, or nobody knows how to read the tables.

    Wrong
        --- agency.yaml
        kind: department

    Right
        --- agency.yaml
        name: 某某市财政局
        kind: department

    How to mend it
        补上这一项，写成“名称: 内容”。

        Add the field as `name: content`.

    Source
        giar 的文件约定。
    """
    key = fault.word("key")
    means = _MEANINGS.get(key, Text("", ""))
    zh, en = (f"（{means.zh}）", f" ({means.en})") if means.zh else ("", "")
    where = _entry(fault.at.item)
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"{where.zh}没有写“{key}”{zh}。", f"{where.en}“{key}”{en} is missing."),
        mend=Text(f"补上一行“{key}: …”。", f"add the line `{key}: …`."),
    )


def _entry(item: str) -> Text:
    """Which entry of a list the field is missing from: `accept.2.reason` → the second of accept."""
    parts = item.split(".")
    if len(parts) > 2 and parts[-2].isdigit():
        return Text(f"{parts[-3]} 第 {parts[-2]} 条", f"{parts[-3]}, entry {parts[-2]}: ")
    return Text("", "")
