"""G422."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.forms import Form
from giar_site.model import Report
from giar_site.prose import Told, told_in
from giar_site.prose.numbering import chinese_ordinal
from giar_site.rules.wording import MOST_SLIPS

_ANNOUNCED: Final = re.compile(r"(?<!第)(?P<number>[一二三四五六七八九十]{1,2}|[1-9][0-9]?)个?大?部分")
_OF_THE_REPORT: Final = re.compile(r"报告|年报")
_CONSISTS: Final = re.compile(r"组成|构成|分(?!别)|包括|包含|共|等")
_JOINS: Final = re.compile(r"[、，,；;“”《》\"和及与以 0-9一二三四五六七八九十.（）()]*")
_GOES_BEFORE: Final = r"由括含为有是分和及与、，,：:；;“”《\"（(）).0-9\s"  # an item begins behind these: 业务概述 is not the item 概述
_QUOTES: Final = '“”《》" '


@rule("G422", Severity.WARNING, over="report")
def announced_parts_mismatch(report: Report) -> Iterator[Finding]:
    """所说部分数不符 / Announced parts mismatch

    What it checks
        开头说报告由几部分组成的，应与格式规定的部分数一致；列出各部分名称的，名称要列全。

        Where the preamble says how many parts the report has, it must be as many as the form has; where it lists them, all must be listed.

    Why
        说五部分却有六部分，多半是漏列了一部分，或沿用了旧格式的开头。

        Five announced and six printed mostly means that one was forgotten or that the preamble is of an older form.

    Wrong
        --- report.md
        本报告由五部分组成。

        …

    Right
        --- report.md
        本报告由六部分组成。

        …

    How to mend it
        改正数目，补上漏列的部分；确实这样公布过的，在 accept: 中写明理由。

        Correct the number and add the part that was left out; what was really published so is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：格式的六个部分。
    """
    passage = told_in(report, "")
    if passage is None or "部分" not in passage.text:
        return
    for match in islice(_ANNOUNCED.finditer(passage.text), MOST_SLIPS):
        sentence = passage.sentence_around(match.start()).of(passage.text)
        number = int(match["number"]) if match["number"].isascii() else chinese_ordinal(match["number"])
        if number > 1 and _OF_THE_REPORT.search(sentence) and _CONSISTS.search(sentence.replace("部分", "")):
            sections = report.figures.form.sections
            listed = _listed(report.figures.form, sentence)
            unlisted = [section.title for section in sections if listed and section.key not in listed]
            if number != len(sections) or unlisted:
                yield _finding(passage, match, len(sections), "、".join(f"“{title}”" for title in unlisted))


def _finding(passage: Told, announced: re.Match[str], right: int, unlisted: str) -> Finding:
    left_out = Text(f"，没有列出{unlisted}", f"; {unlisted} is not listed") if unlisted else Text("", "")
    return Finding(
        at=passage.at(*announced.span()),
        message=Text(
            f"开头说报告有“{announced[0]}”，格式规定的是 {right} 个部分{left_out.zh}。",
            f"the preamble speaks of “{announced[0]}”, the form has {right} parts{left_out.en}.",
        ),
        mend=Text("改正数目，补上漏列的部分。", "correct the number and add what was left out."),
        expected=str(right),
        actual=announced[0],
    )


def _listed(form: Form, sentence: str) -> set[str]:
    """The sections that the sentence lists by their titles; none where it calls any of them by a name unknown to the form."""
    keys, pattern = _names(form)
    found = list(pattern.finditer(sentence))
    if len(found) < 2:
        return set()
    before, after = sentence[: found[0].start()].rstrip(_QUOTES), sentence[found[-1].end() :].lstrip(_QUOTES)
    between = (sentence[one.end() : other.start()] for one, other in pairwise(found))
    if before.endswith(("、", "，", ",")) or after.startswith("、") or not all(map(_JOINS.fullmatch, between)):
        return set()
    return {keys[match[0]] for match in found}


@lru_cache(maxsize=8)
def _names(form: Form) -> tuple[dict[str, str], re.Pattern[str]]:
    """The key of each section by its titles without their number, and a pattern that finds the longest of them."""
    keys = {
        name: section.key for section in form.sections for name in (section.title.partition("、")[2] or section.title, *section.variants)
    }
    longest_first = "|".join(re.escape(name) for name in sorted(keys, key=len, reverse=True))
    return keys, re.compile(rf"(?<![^{_GOES_BEFORE}])(?:{longest_first})")
