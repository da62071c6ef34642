"""`giar explain`: a rule's manual, in the reader's language."""

import re
import textwrap
from collections.abc import Sequence

from giar_site.diagnostics import CannotGoOn, Rule, Text

HEADINGS = {
    "What it checks": Text("检查什么", "What it checks"),
    "Why": Text("为什么", "Why"),
    "Wrong": Text("错误的写法", "Wrong"),
    "Right": Text("正确的写法", "Right"),
    "How to mend it": Text("怎样改", "How to mend it"),
    "Source": Text("依据", "Source"),
}
_SAMPLES = ("Wrong", "Right")


def explain(rules: Sequence[Rule], name: str, language: str) -> str:
    """The manual of the rule with this code or name. Raises CannotGoOn when there is none."""
    wanted = name.strip().lower().replace("_", "-")
    for rule in rules:
        if wanted in {rule.code.lower(), rule.slug}:
            return _manual(rule, language)
    raise CannotGoOn(
        Text(f"没有规则 {name}；不带参数运行 giar explain 可列出全部规则。", f"no rule {name}; giar explain without a name lists them all.")
    )


def listing(rules: Sequence[Rule], language: str) -> str:
    """All rules, one a line."""
    return "".join(f"{rule.code}  {rule.severity.text.in_language(language)}  {title(rule, language)}  ({rule.slug})\n" for rule in rules)


def title(rule: Rule, language: str) -> str:
    """The rule's title."""
    return rule.title.in_language(language)


def sections(rule: Rule) -> dict[str, str]:
    """The text under each heading of the manual, without indentation."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in textwrap.dedent(rule.manual.partition("\n")[2]).split("\n"):
        if line.strip() in HEADINGS and not line.startswith(" "):
            current = found.setdefault(line.strip(), [])
        else:
            current.append(line)
    return {heading: textwrap.dedent("\n".join(lines)).strip("\n") for heading, lines in found.items()}


def _manual(rule: Rule, language: str) -> str:
    severity = rule.severity.text.in_language(language)
    out = [f"{rule.code} {rule.slug}  [{severity}]", title(rule, language), ""]
    for heading, text in sections(rule).items():
        out.append(HEADINGS[heading].in_language(language))
        out.append(textwrap.indent(text if heading in _SAMPLES else paragraph(text, language), "    "))
        out.append("")
    if any("…" in text for text in sections(rule).values()):
        out.append(
            Text("（… 表示其余各行照 giar new 写出的样子。）", "(… stands for the other lines as giar new writes them.)").in_language(
                language
            )
        )
    return "\n".join(out).rstrip("\n") + "\n"


def paragraph(text: str, language: str) -> str:
    """The paragraph in `language`: the Chinese one stands first, the English second; a single one serves both."""
    found = re.split(r"\n\s*\n", text.strip())
    return found[1] if language == "en" and len(found) > 1 else found[0]
