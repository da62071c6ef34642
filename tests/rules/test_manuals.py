"""Each rule's manual is a test: its Wrong sample gives exactly its code, its Right sample gives nothing."""

from pathlib import Path

import pytest
from checking import check_folder
from samples import section_of, write_site

from giar_site.diagnostics import Rule
from giar_site.rules import RULES

HEADINGS = ["What it checks", "Why", "Wrong", "Right", "How to mend it", "Source"]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each_rule
def test_wrong_sample_gives_exactly_its_code(rule: Rule, tmp_path: Path) -> None:
    findings = check_folder(write_site(tmp_path, section_of(rule.manual, "Wrong")))
    assert {finding.code for finding in findings if finding.accepted is None} == {rule.code}, [finding.message.zh for finding in findings]


@each_rule
def test_right_sample_gives_nothing_but_what_it_accepts(rule: Rule, tmp_path: Path) -> None:
    findings = check_folder(write_site(tmp_path, section_of(rule.manual, "Right")))
    assert [(finding.code, finding.message.zh) for finding in findings if finding.accepted is None] == []


@each_rule
def test_manual_has_all_headings_in_both_languages(rule: Rule) -> None:
    title = rule.manual.split("\n")[0]
    assert " / " in title, title
    headings = [
        line.strip()
        for line in rule.manual.split("\n")[1:]
        if line[:4].strip() == "" and line[4:5].strip() and not line.startswith("        ")
    ]
    assert headings == HEADINGS
    for heading in ("What it checks", "Why", "How to mend it"):
        paragraphs = section_of(rule.manual, heading).strip().split("\n\n")
        assert len(paragraphs) == 2, f"{rule.code} {heading}: one Chinese paragraph, one English"
        assert any("\u4e00" <= char <= "\u9fff" for char in paragraphs[0])
        assert paragraphs[1].isascii() or paragraphs[1][0].isascii()


@each_rule
def test_findings_say_what_where_and_how_to_mend_in_both_languages(rule: Rule, tmp_path: Path) -> None:
    for finding in check_folder(write_site(tmp_path, section_of(rule.manual, "Wrong"))):
        assert finding.message.zh
        assert finding.message.en
        assert finding.mend.zh
        assert finding.mend.en
        assert finding.place.file


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
