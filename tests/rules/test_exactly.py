"""What each rule says of its own samples, to the letter: bad (the manual's Wrong), good (Right) and good with a warning.

`python tests/rules/test_exactly.py` writes the expected findings anew; read the difference before you commit it.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from checking import check_folder  # noqa: E402 - after the path is set
from samples import section_of, write_site  # noqa: E402

from giar_site.diagnostics import Address, Finding, Place, Rule  # noqa: E402
from giar_site.rules import RULES  # noqa: E402

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def told(finding: Finding) -> dict[str, object]:
    """Everything a finding says."""

    def named(at: Address | Place) -> str:
        return " ".join(str(part) for part in at if part not in {None, ""})

    return {
        "code": f"{finding.code} {finding.rule} {finding.severity}",
        "at": named(finding.at),
        "place": named(finding.place),
        "zh": finding.message.zh,
        "en": finding.message.en,
        "mend zh": finding.mend.zh,
        "mend en": finding.mend.en,
        "cells": list(finding.cells),
        "expected": finding.expected,
        "actual": finding.actual,
        "suspects": [f"{suspect.cell} {suspect.value}" for suspect in finding.suspects],
        "suspect places": [named(place) for place in finding.suspect_places],
        "related": [named(at) for at in finding.related],
        "accepted": finding.accepted,
    }


def written(findings: Sequence[Finding]) -> str:
    return json.dumps([told(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


@each_rule
def test_the_bad_sample_is_answered_to_the_letter(rule: Rule, tmp_path: Path) -> None:
    findings = check_folder(write_site(tmp_path, section_of(rule.manual, "Wrong")))
    assert written(findings) == (EXPECTED / f"{rule.code}.json").read_text(encoding="utf-8")


def test_there_is_an_expected_answer_for_every_rule_and_no_other() -> None:
    assert sorted(path.stem for path in EXPECTED.iterdir()) == [rule.code for rule in RULES]


def accepted(site: Path, findings: Sequence[Finding]) -> None:
    """Let every finding stand for a reason, in the figures.yaml of its report."""
    for year in dict.fromkeys((finding.at.agency, finding.at.year) for finding in findings):
        path = site / f"content/{year[0]}/{year[1]}/figures.yaml"
        mine = [finding for finding in findings if (finding.at.agency, finding.at.year) == year]
        lines = dict.fromkeys(f'  - {{rule: {finding.rule}, at: "{finding.at.item}", reason: 公布时即如此}}\n' for finding in mine)
        with path.open("a", encoding="utf-8") as file:
            file.write("accept:\n" + "".join(lines))


@each_rule
def test_what_may_be_let_stand_does_not_block_once_a_reason_is_given(rule: Rule, tmp_path: Path) -> None:
    """The good sample with a warning: of a rule whose findings may be accepted."""
    site = write_site(tmp_path, section_of(rule.manual, "Wrong"))
    findings = check_folder(site)
    if not rule.acceptable or any(finding.at.year is None for finding in findings):
        assert not rule.acceptable or rule.over == "site" or rule.severity != "error", "what blocks and may stand must be in a report"
        return
    accepted(site, findings)
    after = check_folder(site)
    assert [(finding.code, finding.accepted, finding.blocks) for finding in after] == [(rule.code, "公布时即如此", False)] * len(findings)


@each_rule
def test_a_published_oddity_beside_the_good_sample_is_a_warning_and_nothing_more(rule: Rule, tmp_path: Path) -> None:
    """The good sample with a warning: of every rule."""
    site = write_site(tmp_path, section_of(rule.manual, "Right"))
    (site / "published.lock").unlink(missing_ok=True)  # for what was published, the oddity would be one change more
    odd = next((path for path in sorted(site.glob("content/*/*/figures.yaml")) if make_odd(path)), None)
    assert odd is not None
    findings = [finding for finding in check_folder(site) if finding.accepted is None]
    assert [(finding.code, finding.blocks) for finding in findings] == [("G111", False)]


def make_odd(path: Path) -> bool:
    """Write a plain 0 of the review row as `0件`, as some agencies do; False where the file has none to spare."""
    text = path.read_text(encoding="utf-8")
    for row in ("suits_after_review", "direct_suits"):
        plain, odd = f"{row}: [0, 0, 0, 0, 0]", f"{row}: [0件, 0, 0, 0, 0]"
        if plain in text:
            path.write_text(text.replace(plain, odd), encoding="utf-8")
            return True
    return False


if __name__ == "__main__":
    import tempfile

    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.iterdir():
        old.unlink()
    for each in RULES:
        with tempfile.TemporaryDirectory() as scratch:
            found = check_folder(write_site(Path(scratch), section_of(each.manual, "Wrong")))
            (EXPECTED / f"{each.code}.json").write_text(written(found), encoding="utf-8")
