"""report.md's prose → passages: markdown-it with raw HTML off, our own link list, and the six sections found by their titles."""

import difflib
import hashlib
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from giar_site import forms
from giar_site.load.adopted_links import adopt_links, find_address, in_passages
from giar_site.load.complexity import excess
from giar_site.load.entities import find_deceiving_entities
from giar_site.load.markdown import MOST_NESTED, Markdown
from giar_site.load.names import fold, unnumbered
from giar_site.load.sink import Sink
from giar_site.model import PREAMBLE, Link, Passage

_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?|!--|!\[CDATA\[|\?)>?")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>")
_CLOSE_ENOUGH = 0.75
_LONGEST_TITLE = 60
MOST_GROWTH = 20
_SMALL = 40
_SECTION_MARKS = {"#", "##", "=", "-"}


class Prose(NamedTuple):
    """The parts of a narrative, the names of own files it shows or links, and its links and pictures."""

    preamble: Passage
    sections: tuple[Passage, ...]
    files: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()


class _File(NamedTuple):
    """report.md: the lines of its prose, how many lines stand before them, and what is known of the file."""

    lines: list[str]
    first_line: int
    sink: Sink


NO_PROSE = Prose(Passage("", "", "", ""), ())


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    return Markdown()


def read_narrative(text: str, first_line: int, form: forms.Form, sink: Sink) -> Prose:
    """Read the prose that begins on line `first_line` (0: the file's first) of report.md."""
    lines = text.split("\n")
    too_much = excess(lines)
    if too_much:
        sink.fault("unsafe_file", "report.md", sink.place(too_much.line + first_line, 1), zh=too_much.zh, en=too_much.en)
        return NO_PROSE
    parsed = _markdown().parse(text)
    tokens = parsed.tokens
    if parsed.too_deep is not None:
        zh, en = f"引用或列表嵌套超过 {MOST_NESTED} 层", f"quotes or lists nested deeper than {MOST_NESTED}"
        sink.fault("unsafe_file", "report.md", sink.place(parsed.too_deep + 1 + first_line, 1), zh=zh, en=en)
    for link in dict.fromkeys(parsed.refused):
        place, written = find_address(lines, link, first_line, sink)
        sink.fault("unsafe_link", f"line-{place.line}", place, address=written)
    _look_for_html(lines, first_line, sink)
    find_deceiving_entities(tokens, first_line, sink)
    year = str(sink.year or "")
    adopted = adopt_links(tokens, year, lines, first_line, sink)
    starts = _sections(tokens, form, first_line, sink)
    bounds = [start for start, _, _ in starts] + [len(tokens)]
    file = _File(lines, first_line, sink)
    preamble = _passage(tokens[: bounds[0]], "", "", file)
    passages = tuple(
        _passage(tokens[start + 3 : end], key, heading, file) for (start, key, heading), end in zip(starts, bounds[1:], strict=True)
    )
    _look_for_missing(form, passages, tokens, first_line, sink)
    if sum(len(passage.html) for passage in (preamble, *passages)) > MOST_GROWTH * (len(text) + _SMALL):
        zh, en = (
            f"排成网页后大了 {MOST_GROWTH} 倍以上，不像正常文字",
            f"as a page it grows more than {MOST_GROWTH} times, which no text does",
        )
        sink.fault("unsafe_file", "report.md", None, zh=zh, en=en)
        return NO_PROSE
    return Prose(preamble, passages, adopted.files, in_passages(adopted.links, sink))


def _passage(tokens: list[Token], key: str, heading: str, file: _File) -> Passage:
    """The passage made of `tokens`; where its source begins goes to the sink, so that a finding can point into it."""
    _level_headings(tokens)
    spans = [token.map for token in tokens if token.level == 0 and token.map]
    if not spans:
        return Passage(key, heading, "", "")
    start = spans[0][0]
    source = "\n".join(file.lines[start : spans[-1][1]]).strip("\n")
    file.sink.passages[key or PREAMBLE] = start + 1 + file.first_line, source
    digest = hashlib.sha256("".join(f"{heading}{source}".split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Passage(key, heading, source, _markdown().render(tokens), digest)


def _level_headings(tokens: list[Token]) -> None:
    """Below a section's h2 the first heading is h3 and none skips a level, whatever the number of # the writer chose."""
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            written = int(token.tag[1])
            while above and above[-1] >= written:
                above.pop()
            above.append(written)
            token.tag = f"h{min(2 + len(above), 6)}"
        elif token.type == "heading_close":
            token.tag = f"h{min(2 + len(above), 6)}"


def _sections(tokens: list[Token], form: forms.Form, first_line: int, sink: Sink) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for at, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or token.tag not in {"h1", "h2"}:
            continue
        heading = tokens[at + 1].content.strip()
        section = match_section(form, heading)
        place = sink.place((token.map or [0])[0] + 1 + first_line, 1, len(heading) + 3)
        if section is None:
            titles = [each.title for each in form.sections]
            near = difflib.get_close_matches(heading, titles, 1, 0.4)
            sink.fault("unknown_section", heading, place, heading=heading, near=near[0] if near else "", known="；".join(titles))
        elif any(key == section.key for _, key, _ in found):
            sink.fault("repeated_section", section.key, place, heading=heading, title=section.title)
        else:
            found.append((at, section.key, heading))
            sink.spots[section.key] = place[1:]
    return found


def match_section(form: forms.Form, heading: str) -> forms.Section | None:
    """The section that `heading` is a title or accepted variant of, widths, spaces and numbering aside."""
    return _titles(form).get(unnumbered(heading).rstrip("。:"))


@lru_cache(maxsize=8)
def _titles(form: forms.Form) -> dict[str, forms.Section]:
    return {unnumbered(title): section for section in reversed(form.sections) for title in (section.title, *section.variants)}


def _look_for_missing(form: forms.Form, passages: tuple[Passage, ...], tokens: list[Token], first_line: int, sink: Sink) -> None:
    written = {passage.key for passage in passages}
    for section in form.sections:
        if section.key in written:
            continue
        bare = _lookalike(section, form, tokens)
        if bare is not None and bare.markup in _SECTION_MARKS:
            continue  # that heading is already a fault, which asks whether this section was meant
        place = sink.place(bare.map[0] + 1 + first_line, 1, len(bare.content)) if bare is not None and bare.map else None
        sink.fault("missing_section", section.key, place, title=section.title, bare=bare.content if bare else "")


def _lookalike(section: forms.Section, form: forms.Form, tokens: list[Token]) -> Token | None:
    """The line most like the section's title, of equals the first; of a heading its `markup` is kept. Headings of other sections are none."""
    likely: list[tuple[float, Token]] = []
    for opening, token in pairwise(tokens):
        likeness = _likeness(section, token.content) if token.type == "inline" else 0
        if likeness > _CLOSE_ENOUGH:
            heading = opening.markup in _SECTION_MARKS
            if not heading or match_section(form, token.content) is None:
                likely.append((likeness, token if not heading else token.copy(markup=opening.markup)))
    return max(likely, key=lambda pair: pair[0])[1] if likely else None


def _likeness(section: forms.Section, text: str) -> float:
    """How like the section's title `text` is, from 0 to 1; 0 as soon as that is clear."""
    if len(text) >= _LONGEST_TITLE:
        return 0
    matcher = difflib.SequenceMatcher(None, fold(text.strip("*_#")), fold(section.title))
    return matcher.ratio() if matcher.real_quick_ratio() > _CLOSE_ENOUGH and matcher.quick_ratio() > _CLOSE_ENOUGH else 0


def _look_for_html(lines: list[str], first_line: int, sink: Sink) -> None:
    for number, line in enumerate(lines, 1):
        if "<" not in line:
            continue
        match = _TAG.search(_AUTOLINK.sub(lambda link: " " * len(link.group()), line))
        if match:
            place = sink.place(number + first_line, match.start() + 1, len(match.group()))
            sink.fault("html_in_narrative", f"line-{number + first_line}", place, tag=match.group())
