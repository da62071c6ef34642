"""`giar explain`: a rule's manual, in the reader's language."""

import textwrap
from collections.abc import Sequence

from giar_site.diagnostics import CannotGoOn, Rule, Text
from giar_site.manual import ELISION, HEADINGS, SAMPLES, paragraph, sections


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
    return "".join(
        f"{rule.code}  {rule.severity.text.in_language(language)}  {rule.title.in_language(language)}  ({rule.slug})\n" for rule in rules
    )


def _manual(rule: Rule, language: str) -> str:
    severity = rule.severity.text.in_language(language)
    out = [f"{rule.code} {rule.slug}  [{severity}]", rule.title.in_language(language), ""]
    for heading, text in sections(rule.manual).items():
        out.append(HEADINGS[heading].in_language(language))
        out.append(textwrap.indent(text if heading in SAMPLES else paragraph(text, language), "    "))
        out.append("")
    if any("…" in text for text in sections(rule.manual).values()):
        out.append(Text(f"（{ELISION.zh}）", f"({ELISION.en})").in_language(language))
    return "\n".join(out).rstrip("\n") + "\n"
