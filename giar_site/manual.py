"""A rule's manual: its docstring read as text under fixed headings, in two languages. What `giar explain` and the rule references are made of."""

import re
import textwrap

from giar_site.diagnostics import Text

WHAT = "What it checks"
HEADINGS = {
    WHAT: Text("检查什么", "What it checks"),
    "Why": Text("为什么", "Why"),
    "Wrong": Text("错误的写法", "Wrong"),
    "Right": Text("正确的写法", "Right"),
    "How to mend it": Text("怎样改", "How to mend it"),
    "Source": Text("依据", "Source"),
}
SAMPLES = ("Wrong", "Right")  # files as they are written, not sentences
ELISION = Text("… 表示其余各行照 giar new 写出的样子。", "… stands for the other lines as giar new writes them.")


def sections(manual: str) -> dict[str, str]:
    """The text under each heading of `manual`, without indentation; its first line is the title and belongs to none."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in textwrap.dedent(manual.partition("\n")[2]).split("\n"):
        if line.strip() in HEADINGS and not line.startswith(" "):
            current = found.setdefault(line.strip(), [])
        else:
            current.append(line)
    return {heading: textwrap.dedent("\n".join(lines)).strip("\n") for heading, lines in found.items()}


def paragraph(text: str, language: str) -> str:
    """The paragraph in `language`: the Chinese one stands first, the English second; a single one serves both."""
    found = re.split(r"\n\s*\n", text.strip())
    return found[1] if language == "en" and len(found) > 1 else found[0]


def sentence(text: str, language: str) -> str:
    """The paragraph in `language` on one line: between Chinese characters a line end is no space."""
    return re.sub(r"(?<=[^\x00-\x7f])\n\s*|\n\s*(?=[^\x00-\x7f])", "", paragraph(text, language)).replace("\n", " ")
