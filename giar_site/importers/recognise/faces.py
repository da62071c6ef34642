"""Words set bold, in italics, as code or as links → Markdown that shows just these words so."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly

from giar_site.importers.document import Run

_PLAIN = MarkdownIt("commonmark").enable("table").enable("strikethrough").use(cjk_friendly)  # as report.md is read
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&#!])")
_BEGINNING = re.compile(r"^(\s*)(?:([0-9]{1,9})([.)])|([-+=]))", re.MULTILINE)
_MARKS = {"bold": "**", "italic": "*"}


class _Sign(NamedTuple):
    """One sign and how it is set; of blanks nobody sees it."""

    sign: str
    bold: bool
    italic: bool
    code: bool
    link: str


def inline(text: str, runs: Sequence[Run]) -> str:
    """The Markdown of a paragraph: `runs` where it can be written so that just that is shown, else the words of `text` alone."""
    kept = _stripped(runs)
    for wanted in (kept, (Run(text),)):
        signs = list(_signs(wanted))
        for escape in (str, _escaped):
            written = _written(wanted, escape)
            written = written if escape is str else _BEGINNING.sub(_begun, written)
            if wanted and _shown(written) == signs:
                return written
    return _escaped(text)


def _stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """`runs` without blanks at the ends and beside line breaks, where Markdown has none."""
    text = "".join(run.text for run in runs)
    cut = set(range(len(text) - len(text.lstrip()))) | set(range(len(text.rstrip()), len(text)))
    cut |= {at for match in re.finditer(r"[ \t]*\n[ \t]*", text) for at in range(*match.span()) if text[at] != "\n"}
    at = 0
    kept: list[Run] = []
    for run in runs:
        words = "".join(sign for place, sign in enumerate(run.text, at) if place not in cut)
        at += len(run.text)
        if words:
            kept.append(run._replace(text=words))
    return tuple(kept)


def _written(runs: Sequence[Run], escape: Callable[[str], str], faces: tuple[str, ...] = ("bold", "italic", "link")) -> str:
    if not faces:
        return "".join(_leaf(run, escape) for run in runs)
    parts = []
    for face, group in groupby(runs, key=lambda run: getattr(run, faces[0])):
        inner = _written(list(group), escape, faces[1:])
        words = inner.strip()
        if face and words:
            before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
            mark = _MARKS.get(faces[0], "")
            inner = before + (f"{mark}{words}{mark}" if mark else f"[{words}]({_address(face)})") + after
        parts.append(inner)
    return "".join(parts)


def _leaf(run: Run, escape: Callable[[str], str]) -> str:
    if not run.code:
        return escape(run.text).replace("\n", "\\\n")
    fence = "`"
    while fence in run.text:
        fence += "`"
    pad = " " if run.text[:1] == "`" or run.text[-1:] == "`" or (run.text[:1] == " " == run.text[-1:] and run.text.strip()) else ""
    return f"{fence}{pad}{run.text}{pad}{fence}"


def _address(link: str) -> str:
    return link if re.fullmatch(r"[^\s<>()\\]+", link) else "<" + re.sub(r"([<>\\])", r"\\\1", link) + ">"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _begun(match: "re.Match[str]") -> str:
    return match[1] + (f"{match[2]}\\{match[3]}" if match[2] else f"\\{match[4]}")


def _signs(runs: Sequence[Run]) -> Iterator[_Sign]:
    for run in runs:
        link = _PLAIN.normalizeLink(run.link) if run.link else ""
        for sign in run.text:
            seen = bool(sign.strip())
            yield _Sign(sign, run.bold and seen, run.italic and seen, run.code and seen, link if seen else "")


def _shown(written: str) -> list[_Sign] | None:
    """What a reader of `written` sees; None where it is more than a paragraph."""
    tokens = _PLAIN.parse(written)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    return list(_signs(list(_runs(tokens[1].children or []))))


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    state = Run("")
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                state = state._replace(bold=token.nesting == 1)
            case "em_open" | "em_close":
                state = state._replace(italic=token.nesting == 1)
            case "link_open" | "link_close":
                state = state._replace(link=str(token.attrs.get("href", "")) if token.nesting == 1 else "")
            case "code_inline":
                yield state._replace(text=token.content, code=True)
            case "hardbreak":
                yield state._replace(text="\n")
            case "text" | "text_special":
                yield state._replace(text=token.content)
            case _:
                yield state._replace(text="\0")  # a picture, say: nothing that words may turn into
