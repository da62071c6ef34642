"""Paths that hold a private number are masked, and their files quoted all the same."""

import json
from pathlib import Path

from giar_site.diagnostics import Address, Finding, Place, Severity, Text
from giar_site.output import Checked, findings_as
from giar_site.output.masks import masked_lines, masked_paths
from giar_site.rules import RULES

FILE = "content/a13800138000/2022/名单13900139000.md"
MASKED = "content/a138****8000/2022/名单139****9000.md"


def finding(file: str = FILE, *, agency: str = "a13800138000", related: tuple[Address, ...] = ()) -> Finding:
    place = Place(file, 1, 4, 11)
    return Finding(
        Address(agency, 2022, "report", "title"),
        Text("话", "words"),
        code="G612",
        rule="mobile-number-published",
        severity=Severity.ERROR,
        place=place,
        suspect_places=(place,),
        related=related,
    )


def test_every_path_and_the_agencys_folder_is_masked() -> None:
    (hushed,) = masked_paths([finding(related=(Address("b13800138000", 2021, "figures", "x"),))])
    assert hushed.at == Address("a138****8000", 2022, "report", "title")
    assert (hushed.place, hushed.suspect_places) == (Place(MASKED, 1, 4, 11), (Place(MASKED, 1, 4, 11),))
    assert hushed.related == (Address("b138****8000", 2021, "figures", "x"),)


def test_a_finding_without_a_private_number_is_left_as_it_is() -> None:
    plain = finding("content/a/2022/report.md", agency="a")
    assert masked_paths([plain])[0] is plain


def test_the_related_places_of_a_plain_finding_are_masked() -> None:
    (hushed,) = masked_paths([finding("content/a/2022/report.md", agency="a", related=(Address("b13800138000"),))])
    assert hushed.related == (Address("b138****8000"),)


def test_a_file_is_quoted_by_its_masked_path_and_read_once() -> None:
    asked: list[str] = []

    def read(file: str) -> list[str]:
        asked.append(file)
        return ["电话：138 0013 8000", "完"]

    lines_of = masked_lines([finding()], read)
    assert lines_of(MASKED) == lines_of(MASKED) == ["电话：138 **** 8000", "完"]
    assert asked == [FILE]


def test_two_files_of_one_mask_are_not_quoted() -> None:
    other = FILE.replace("13900139000", "13911119000")
    assert masked_lines([finding(), finding(other)], lambda _: ["电话"])(MASKED) == []


def test_text_quotes_the_masked_line_and_json_names_the_masked_path(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text("手机：13800138000\n", encoding="utf-8")
    checked = Checked([finding()], 1, RULES, tmp_path)
    text = findings_as("text", checked, "zh")
    assert f"{MASKED}:1:4: " in text
    assert " 1 | 手机：138****8000\n   |       ^^^^^^^^^^^" in text
    assert json.loads(findings_as("json", checked, "zh"))["findings"][0]["file"] == MASKED
