"""G120."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped, nearest


@rule("G120", Severity.ERROR, over="fault", acceptable=False)
def unknown_field(fault: Fault) -> Iterator[Finding]:
    """没有这一项 / Unknown field

    What it checks
        agency.yaml、site.yaml、report.md 开头和 accept:、corrections: 里只能写规定的项目名。

        agency.yaml, site.yaml, front matter, `accept:` and `corrections:` take only their known field names.

    Why
        名称写错一个字母，这一项就不起作用，而且没有人会发现。

        With one letter wrong a field has no effect, and nobody would notice.

    Wrong
        --- agency.yaml
        name: 某某市财政局
        shortname: 市财政局

    Right
        --- agency.yaml
        name: 某某市财政局
        short_name: 市财政局

    How to mend it
        照提示改正名称，或删去这一项。

        Correct the name as suggested, or delete the field.

    Source
        giar 的文件约定。
    """
    key, known = clipped(fault.word("key")), fault.word("known").split()
    near = nearest(key, known)
    asked = Text(f"，是不是 {near}？", f"; is it {near}?") if near else Text("。", ".")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"没有“{key}”这一项{asked.zh}", f"there is no field “{key}”{asked.en}"),
        mend=Text(
            f"改正名称，或删去这一项；可以写的是：{'、'.join(known)}。", f"correct the name or delete it; known: {', '.join(known)}."
        ),
        expected=near or None,
        actual=key,
    )
