"""Masks what an output prints of files beside the findings' own words (which the rules' runner has masked): paths and quoted lines.

A file whose path holds a private number can still be quoted: its lines are found by the masked path.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from giar_site.diagnostics import Finding, Place
from giar_site.private import hushed

Lines = Callable[[str], Sequence[str]]


def masked_paths(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with every path, and the agency's folder name, masked."""
    return [_masked(finding) for finding in findings]


def _masked(finding: Finding) -> Finding:
    agency, file = hushed(finding.at.agency), hushed(finding.place.file)
    if agency == finding.at.agency and file == finding.place.file and not finding.related:
        return finding  # its other places lie in the same file
    return replace(
        finding,
        at=finding.at._replace(agency=agency),
        place=finding.place._replace(file=file),
        suspect_places=tuple(map(_place, finding.suspect_places)),
        related=tuple(each._replace(agency=hushed(each.agency)) for each in finding.related),
    )


def _place(place: Place) -> Place:
    return place._replace(file=hushed(place.file))


def masked_lines(findings: Sequence[Finding], read: Lines) -> Lines:
    """Give the lines of a file by its masked path, masked; each file is read once. Two files of one mask cannot be told apart: no lines."""
    files: dict[str, set[str]] = {}
    for finding in findings:
        for place in (finding.place, *finding.suspect_places):
            files.setdefault(hushed(place.file), set()).add(place.file)
    cache: dict[str, Sequence[str]] = {}

    def lines_of(path: str) -> Sequence[str]:
        if path not in cache:
            (file, *others) = files.get(path, {path})
            cache[path] = [] if others else [hushed(line) for line in read(file)]
        return cache[path]

    return lines_of
