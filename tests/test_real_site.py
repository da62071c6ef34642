"""The five published reports reach the public as they were published: every figure and every paragraph."""

import csv
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import originals
import pytest
from conftest import REPOSITORY
from reading import read_page

SLUGS = sorted(originals.YEARS)
each_report = pytest.mark.parametrize("slug", SLUGS)
ODDITIES = {
    "dali-county": ["+155", "+33", "+21", "40984.52万元"],
    "licheng-district": ["+87", "+1090", "+993", "+22", "35692694.56元"],
    "shunqing-government-office": ["0元"],
    "yimin-sumu": ["增13", "增1", "增80", "8(计划)", "396.24万元"],
}


def number(published: str) -> str:
    """What a published figure says as a plain decimal."""
    sign = "-" if published.startswith("-") else ""
    match = re.search(r"[0-9]+(?:\.[0-9]+)?", published)
    assert match, published
    return sign + match.group()


@each_report
def test_figures_in_the_data_and_in_the_cells_are_the_published_ones(slug: str, real_site: Path) -> None:
    year = originals.YEARS[slug]
    published = originals.figures(slug)
    data = json.loads((real_site / "data" / slug / f"{year}.json").read_text(encoding="utf-8"))
    assert {key: data[key] for key in ("version", "agency", "year")} == {"version": 1, "agency": slug, "year": year}
    assert data["form"] == (2021 if year >= 2021 else 2019)
    assert list(data["figures"].values()) == [number(figure) for figure in published]
    assert sorted(data["as_published"].values()) == sorted(ODDITIES.get(slug, []))
    assert data["derived"] == []
    cells = read_page(real_site / slug / f"{year}.html").cells
    assert list(cells) == list(data["figures"])
    assert [cell.value for cell in cells.values()] == list(data["figures"].values())
    assert [cell.text for cell in cells.values()] == published


def test_all_992_figures_are_there(real_site: Path) -> None:
    files = sorted((real_site / "data").glob("*/*.json"))
    counts = [len(json.loads(file.read_text(encoding="utf-8"))["figures"]) for file in files]
    assert sorted(counts) == [198, 198, 198, 198, 200]
    assert sum(counts) == 992


def test_the_table_of_all_figures_holds_the_same(real_site: Path) -> None:
    text = (real_site / "data" / "figures.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    assert list(rows[0]) == ["agency", "name", "year", "form", "table", "row", "column", "cell", "value", "unit", "as_published"]
    assert len(rows) == 992
    for slug in SLUGS:
        mine = [row for row in rows if row["agency"] == slug]
        assert [row["value"] for row in mine] == [number(figure) for figure in originals.figures(slug)]
        assert [row["as_published"] for row in mine if row["as_published"]] == ODDITIES.get(slug, [])
    [dali] = [row for row in rows if row["agency"] == "dali-county" and row["cell"] == "disclosure.procurement@amount"]
    assert (Decimal(dali["value"]), dali["unit"]) == (Decimal("40984.52"), "万元")


@each_report
def test_every_paragraph_and_heading_is_in_its_page_in_order(slug: str, real_site: Path) -> None:
    lines = iter(read_page(real_site / slug / f"{originals.YEARS[slug]}.html").lines)
    for expected in originals.text_lines(slug):
        assert any(line == " ".join(expected.split()) for line in lines), expected[:60]


def check(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "giar_site", *options, "--site", str(REPOSITORY)], capture_output=True, text=True, check=False
    )


def expected_findings() -> list[str]:
    """The lines of real_findings.txt; each stands under the comment that justifies it."""
    lines = (REPOSITORY / "tests/data/real_findings.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#")
    assert lines[1].startswith("#"), "a finding needs a reason above it"
    return [line for line in lines if not line.startswith("#")]


def test_check_finds_in_the_five_reports_exactly_what_is_justified() -> None:
    run = check("check", "--format", "json")
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert report["summary"] == {"errors": 0, "warnings": 19, "notes": 0, "reports": 5}
    found = [
        f"{each['code']} {each['severity']} {each['file']} {each['line']}:{each['column']} {each['actual']}" for each in report["findings"]
    ]
    assert found == expected_findings()


def test_the_published_oddities_are_warned_of_at_their_cells() -> None:
    warned: dict[str, list[str]] = {}
    for finding in json.loads(check("check", "--format", "json").stdout)["findings"]:
        if finding["code"] != "G111":
            continue
        [cell] = finding["cells"]
        line = (REPOSITORY / finding["file"]).read_text(encoding="utf-8").split("\n")[finding["line"] - 1]
        assert line[finding["column"] - 1 :].startswith(finding["actual"])
        assert finding["actual"] in finding["message"]
        warned.setdefault(finding["agency"], []).append(finding["actual"])
        assert cell.startswith("disclosure.")
    assert warned == ODDITIES


def test_the_same_in_chinese_and_english_sentences() -> None:
    chinese = check("check", "--all").stdout
    assert "“行政许可 / 本年增/减”公布的写法是“增13”，按 13 读取；页面照原样显示。" in chinese
    assert chinese.endswith("检查了 5 份报告：0 个错误，19 个警告。\n")
    english = check("--lang", "en", "check").stdout
    assert english.endswith("checked 5 reports: 0 errors, 19 warnings.\n")
