"""Deceiving characters that Markdown brings in: `&#x202E;` is harmless in the file, but not in the page."""

from collections.abc import Sequence

from markdown_it.token import Token

from giar_site.load.sink import Sink
from giar_site.load.text import deceiving_characters


def find_deceiving_entities(tokens: Sequence[Token], first_line: int, sink: Sink) -> None:
    """Record every deceiving character that stands in a text, title or alternative text but not in its source as such."""
    for token in tokens:
        if "&" not in token.content and token.type != "fence":
            continue
        line = (token.map or [0])[0] + 1 + first_line
        for part in dict.fromkeys(_shown(token)):
            for found in deceiving_characters(part):
                if chr(int(found.codepoint.removeprefix("U+"), base=16)) not in token.content:
                    before = part.split("\n")[found.line - 1][max(found.column - 9, 0) : found.column - 1]
                    place = sink.place(line, 1, 1)
                    sink.fault("unsafe_text", f"report.md:{line}", place, codepoint=found.codepoint, before=before)


def _shown(token: Token) -> list[str]:
    """Everything of `token` and its children that reaches the page."""
    parts = [token.info]
    for child in token.children or ():
        parts.append(child.content)
        parts += [str(value) for value in child.attrs.values()]
        parts += [grandchild.content for grandchild in child.children or ()]
    return parts
