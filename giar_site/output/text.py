"""Findings for a person: place, sentence, the line itself with a caret under the spot, and how to mend it."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from giar_site.diagnostics import Finding, Place, Severity, Text
from giar_site.output.acceptance import acceptance_of
from giar_site.output.capped import MOST_OF_A_RULE, grouped
from giar_site.width import visible, width

LONGEST_LINE = 160
_IN_PROSE = re.compile("([a-z_]+):[0-9]+-[0-9]+")

Lines = Callable[[str], Sequence[str]]


class Counts(NamedTuple):
    """Findings by weight; what is accepted counts apart."""

    errors: int
    warnings: int
    notes: int
    accepted: int


def count(findings: Sequence[Finding]) -> Counts:
    """Count `findings` by severity."""
    live = [finding.severity for finding in findings if finding.accepted is None]
    return Counts(live.count(Severity.ERROR), live.count(Severity.WARNING), live.count(Severity.NOTE), len(findings) - len(live))


def as_text(findings: Sequence[Finding], reports: int, language: str, lines_of: Lines, most: int | None = MOST_OF_A_RULE) -> str:
    """The findings and a closing sentence; of a rule with more than `most` only the first (None: all).

    `lines_of` gives the lines of a file (none when it cannot be read).
    """
    blocks: list[str] = []
    for group in grouped(findings, most):
        if group.heading.zh:
            blocks.append(f"== {group.heading.in_language(language)}\n")
        blocks += [_block(finding, language, lines_of) for finding in group.shown]
        if group.more:
            blocks.append(_left_out(group.more).in_language(language) + "\n")
    return "\n".join([*blocks, summary(findings, reports).in_language(language)]) + "\n"


def _left_out(more: int) -> Text:
    return Text(
        f"这条规则还有 {more} 处没有列出；用 giar check --all 或 giar check --format json 查看全部，或用 giar check 机关/年度 一份一份地看。",
        f"{more} more of this rule are not listed; giar check --all or giar check --format json shows all, giar check AGENCY/YEAR one report.",
    )


def summary(findings: Sequence[Finding], reports: int) -> Text:
    """The closing sentence."""
    counts = count(findings)
    zh = f"检查了 {reports} 份报告：{counts.errors} 个错误，{counts.warnings} 个警告"
    en = f"checked {counted(reports, 'report')}: {counted(counts.errors, 'error')}, {counted(counts.warnings, 'warning')}"
    if counts.notes:
        zh, en = f"{zh}，{counts.notes} 个提示", f"{en}, {counted(counts.notes, 'note')}"
    if counts.accepted:
        zh, en = f"{zh}；另有 {counts.accepted} 处已说明理由", f"{en}; {counts.accepted} more explained in accept:"
    return Text(zh + "。", en + ".")


def counted(number: int, thing: str) -> str:
    """A number of things in English: "1 report", "2 reports"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _block(finding: Finding, language: str, lines_of: Lines) -> str:
    place = finding.place
    where = ":".join(str(part) for part in (place.file, place.line, place.column) if part)
    severity = finding.severity.text.in_language(language)
    colon = "：" if language == "zh" else ": "
    name = finding.title.in_language(language) or finding.rule
    out = [f"{visible(where)}: {severity} {finding.code} {name}{colon}{visible(finding.message.in_language(language))}"]
    out += _snippet(place, lines_of)
    if finding.mend.zh and finding.accepted is None:
        out.append(f"   = {Text('改法：', 'mend: ').in_language(language)}{visible(finding.mend.in_language(language))}")
    if len(finding.suspect_places) == 1 and finding.suspect_places[0].line != place.line:  # the wrong cell stands elsewhere
        out += _snippet(finding.suspect_places[0], lines_of)
    elif len(finding.suspect_places) > 1 and finding.accepted is None:
        lines = list(dict.fromkeys(each.line for each in finding.suspect_places))
        if lines != [place.line]:  # else the line is shown already
            zh = f"可能写错的格子在第 {'、'.join(map(str, lines))} 行"
            en = f"cells that may be wrong: line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
            out.append(f"   = {Text(zh, en).in_language(language)}")
    in_prose = _IN_PROSE.fullmatch(finding.at.item)
    if in_prose or "@" in finding.at.item:  # what `accept:` and `corrections:` call the section or the cell
        out.append(f"   = {Text('编号：', 'id: ').in_language(language)}{in_prose[1] if in_prose else finding.at.item}")
    if entry := acceptance_of(finding).in_language(language):
        out.append(f"   = {entry}")
    if finding.accepted is not None:
        out.append(
            f"   = {Text('已说明，不妨碍发布：', 'accepted, does not stop a build: ').in_language(language)}{visible(finding.accepted)}"
        )
    return "\n".join(out) + "\n"


def _snippet(place: Place, lines_of: Lines) -> list[str]:
    if not place.line:
        return []
    lines = lines_of(place.file)
    if place.line > len(lines):
        return []
    line = lines[place.line - 1]
    start = max(place.column - 1 - LONGEST_LINE // 2, 0)
    before, marked = line[start : place.column - 1], line[place.column - 1 : min(place.column - 1 + place.length, start + LONGEST_LINE)]
    shown = visible(line[start : start + LONGEST_LINE])
    number = str(place.line)
    gutter = " " * len(number)
    caret = " " * width(visible(before)) + "^" * max(width(visible(marked)), 1)
    return [f" {number} | {shown}", f" {gutter} | {caret}"]
