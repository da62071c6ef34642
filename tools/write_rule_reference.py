"""Write docs/rules.md, the rule reference, from the manuals of the rules: `python tools/write_rule_reference.py`."""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # run as a script, from any folder

from giar_site.diagnostics import LANGUAGES, Rule, Text  # noqa: E402 - after the path is set
from giar_site.manual import HEADINGS, SAMPLES, paragraph, sections  # noqa: E402
from giar_site.rules import RULES  # noqa: E402

TARGET = ROOT / "docs" / "rules.md"
ACCEPTABLE = {
    True: Text("公布时就是这样的，可以在 `accept:` 中说明", "may be explained in `accept:`"),
    False: Text("必须改正，不能用 `accept:` 说明", "must be mended, cannot be accepted"),
}
HEAD = """\
# 核对规则 / Rule reference

由 `tools/write_rule_reference.py` 根据各条规则的说明生成，请勿手工修改。同样的内容可用 `giar explain 代码` 查看。
样例中的“…”表示其余各行照 `giar new` 写出的样子；`--- 文件名` 表示从这里起是哪个文件，不写时是 `figures.yaml`。

Written by `tools/write_rule_reference.py` from the manuals of the rules; do not edit by hand. `giar explain CODE` shows the same.
In a sample `…` stands for the other lines as `giar new` writes them; `--- name` says which file begins, `figures.yaml` where nothing is said.
"""


def reference() -> str:
    """The whole page: a table of all rules, then each rule's manual in both languages."""
    return "\n".join([HEAD, *_table(), "", *(line for rule in RULES for line in _entry(rule))]).rstrip("\n") + "\n"


def _table() -> Iterator[str]:
    yield "| 代码 / code | 名称 / name | 级别 / severity | 问题 | fault |"
    yield "|---|---|---|---|---|"
    for rule in RULES:
        severity = " / ".join(rule.severity.text)
        yield f"| [{rule.code}](#{_heading(rule).lower().replace(' ', '-')}) | `{rule.slug}` | {severity} | {rule.title.zh} | {rule.title.en} |"


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.slug}"


def _entry(rule: Rule) -> Iterator[str]:
    yield f"## {_heading(rule)}\n"
    yield f"{rule.title.zh} / {rule.title.en}\n"
    severity, acceptable = rule.severity.text, ACCEPTABLE[rule.acceptable]
    yield f"- {severity.zh}：{acceptable.zh}。"
    yield f"- {severity.en}: {acceptable.en}.\n"
    for heading, text in sections(rule.manual).items():
        yield f"**{' / '.join(HEADINGS[heading])}**\n"
        if heading in SAMPLES:
            yield f"```yaml\n{text}\n```\n"
        else:
            paragraphs = dict.fromkeys(paragraph(text, language) for language in LANGUAGES)
            yield from (each.replace("](", "\\](") + "\n" for each in paragraphs)  # an example of a link is no link


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
