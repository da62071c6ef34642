"""What a report tells, passage by passage, as its reader sees it, and where each word of it stands."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from giar_site.diagnostics import Address
from giar_site.model import Passage, Report, in_prose
from giar_site.prose.plain import Plain, plain_text
from giar_site.prose.sentences import Span, sentences

_NONE: Final = re.compile(r"(?:[本我]\w{1,4}?)?(?:暂时?|尚|目前|均)?(?:无|没有|不存在|未发现)")


class Told(NamedTuple):
    """A passage of `report` without its markup, and its `source` with it; `section` is its key, "" for the preamble."""

    report: Report
    section: str
    heading: str
    plain: Plain
    source: str

    @property
    def text(self) -> str:
        """What a reader sees."""
        return self.plain.text

    def at(self, start: int, end: int) -> Address:
        """The address of the characters `start` to `end` of the text."""
        return in_prose(self.report.agency, self.report.year, self.section, *self.plain.span(start, end))

    def says_nothing(self, least: int) -> bool:
        """True for fewer than `least` letters and figures, and for less than twice as many that begin with “none”."""
        text = self.text.strip()
        if len(text) >= 4 * least:  # most passages are long
            return False
        letters = sum(map(str.isalnum, text))
        return letters < least or (letters < 2 * least and _NONE.match(text) is not None)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences in their order."""
        return _sentences(self.plain.text)

    def sentence_around(self, at: int) -> Span:
        """The sentence in which the character `at` stands."""
        spans = self.sentences
        return spans[min(bisect_right(spans, at, key=lambda span: span.end), len(spans) - 1)]


@lru_cache(maxsize=16)  # all rules over an agency's reports ask for them again and again
def told(report: Report) -> tuple[Told, ...]:
    """The preamble and the sections of `report` that hold any text, in their order."""
    return tuple(_told(report, passage) for passage in (report.preamble, *report.sections) if passage.source.strip())


@lru_cache(maxsize=128)  # of the same reports, passage by passage
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))


def told_in(report: Report, section: str) -> Told | None:
    """The passage of one section ("": the preamble); None where it is empty or not there."""
    return next((each for each in told(report) if each.section == section), None)


def _told(report: Report, passage: Passage) -> Told:
    return Told(report, passage.key, passage.heading, plain_text(passage.source), passage.source)
