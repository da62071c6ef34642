"""What stays of a narrative when its text is let go: fingerprints of its sentences, and names it calls itself by."""

import re
from collections.abc import Iterator
from typing import Final

from giar_site.model import Agency, Report, Traces
from giar_site.prose.fingerprints import fingerprints, pack
from giar_site.prose.told import told_in
from giar_site.reorganisation import former_names

_BODY: Final = r"[\w·（）]{2,40}?(?:局|委员会|委|人民政府|政府|办公室|办|办事处|街道|中心|厅|院|镇|乡|苏木|县|区|市|旗)"
_TITLE: Final = re.compile(rf"(?:关于)?(?:公布|发布|印发)?《?({_BODY})(?:关于)?20[0-9]{{2}}年")
_IN_PREAMBLE: Final = re.compile(
    rf"(?:^|[，。：；《\s])(?:现|特|将|向社会|公布|发布|《)*({_BODY})20[0-9]{{2}}年度?政府信息公开|[与和向]([\w·]{{3,40}})联系"
)
TITLE: Final = "title"


def own_names(agency: Agency) -> tuple[str, ...]:
    """The names that mean the agency itself, those it had before included, the longest first."""
    return tuple(sorted({agency.name, agency.short_name, *former_names(agency.lineage)} - {""}, key=lambda name: (-len(name), name)))


def traces(report: Report, agency: Agency) -> Traces:
    """The traces of `report`, which is the agency's."""
    own = own_names(agency)
    names = tuple((name, item) for name, item in _named(report) if not any(_same_body(name, each) for each in own))
    return Traces(pack(fingerprints(report, own)), names)


def _named(report: Report) -> Iterator[tuple[str, str]]:
    """The names by which the report calls itself in its title and its preamble, with their item in an address."""
    title = _TITLE.match(report.metadata.title)
    if title:
        yield title[1], TITLE
    preamble = told_in(report, "")
    if preamble:
        for match in _IN_PREAMBLE.finditer(preamble.text):
            group = 1 if match[1] else 2
            yield match[group], preamble.at(*match.span(group)).item


def _same_body(name: str, own: str) -> bool:
    """True when one name is a part of the other or leaves out some of its characters: 区政府办公室 for 区人民政府办公室."""
    return name in own or own in name or _leaves_out(name, own)


def _leaves_out(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)
