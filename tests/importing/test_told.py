"""What giar import says: a line a reason, counts whatever is folded, the kind that was guessed, where the contact stands."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from giar_site.importers.document import Spot
from giar_site.importers.places import where
from giar_site.model import Contact
from tests.importing.test_agencies import as_text, report, run, site, written

__all__ = ["site"]
CONTACT = "联系方式写在 report.md 里，那份报告的网页就用它。"


def source(site: Path, name: str = "某县民政局", year: int = 2022, **changes: object) -> Path:
    made = report(name, year)
    return written(site.parent / f"in/{name}{year}.txt", as_text(replace(made, metadata=made.metadata._replace(**changes))))


def spoilt(path: Path) -> Path:
    """The report with the digits of its figures full-width: all of them have to be written anew."""
    lines = path.read_text("utf-8").split("\n")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    path.write_text("\n".join(line.translate(wide) if line.count("|") > 1 or line.strip().isdigit() else line for line in lines), "utf-8")
    return path


def lines_of(done: Result, word: str) -> list[str]:
    return [line.strip() for line in done.output.splitlines() if line.strip().startswith(word)]


def test_cells_with_one_reason_are_one_line_that_names_them_all(site: Path) -> None:
    done = run(site, spoilt(source(site)))
    counted = re.search("换了写法 ([0-9]+)，", done.output)
    assert counted, done.output
    [line] = lines_of(done, "换了写法")
    assert line.count(" → ") == int(counted[1])
    assert int(counted[1]) > 20


def test_what_is_folded_stands_in_import_yaml_and_in_the_answer_for_programs(site: Path) -> None:
    path = spoilt(source(site))
    done = run(site, path)
    counted = re.search("换了写法 ([0-9]+)，", done.output)
    assert counted
    told = (site / "content/mou-xian-min-zheng-ju/2022/import.yaml").read_text("utf-8")
    assert told.count("{confidence: normalised") == int(counted[1])
    answer = json.loads(run(site, path, "--force", "--format", "json").output)
    assert sum(cell["confidence"] == "normalised" for cell in answer["imports"][0]["cells"]) == int(counted[1])


def test_of_many_files_one_cell_a_reason_is_named_and_no_value_that_is_exact(site: Path) -> None:
    done = run(site, spoilt(source(site)), source(site, year=2023))
    [line] = lines_of(done, "换了写法")
    assert line.count(" → ") == 1
    assert line.endswith(" 格，其余见 import.yaml")
    assert not lines_of(done, "机关名称：")
    assert done.output.count(" 格：照录 ") == 2


def test_a_trial_sends_nobody_to_a_file_that_is_not_there(site: Path) -> None:
    done = run(site, "--dry-run", spoilt(source(site)), source(site, year=2023))
    assert lines_of(done, "换了写法")[0].endswith(" 格，其余用 --format json 看全部")
    assert "import.yaml" not in done.output


def test_no_more_cells_than_are_named_need_no_number(site: Path) -> None:
    path = source(site)
    path.write_text(path.read_text("utf-8").replace("规章 | 0 | 0 |", "规章 | １ | ２ |", 1), "utf-8")
    assert lines_of(run(site, path), "换了写法") == [
        "换了写法：第 17 行，规章 / 本年制发件数 “１” → 1；第 17 行，规章 / 本年废止件数 “２” → 2"
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("某县城关镇人民政府", "township（乡镇）"), ("某县民政局", "department（部门）"), ("某县人民政府", "government（人民政府）")],
)
def test_the_kind_of_a_new_agency_is_told_from_its_name(name: str, kind: str, site: Path) -> None:
    done = run(site, source(site, name), "--agency", "xin")
    assert f"机关类别（kind）按名称写成 {kind}；不对的，改 kind 那一行" in done.output
    assert f"\nkind: {kind.partition('（')[0]}   #" in (site / "content/xin/agency.yaml").read_text("utf-8")
    again = run(site, source(site, name, 2023), "--agency", "xin")
    assert "机关类别" not in again.output


def test_where_the_contact_stands_is_said_once_and_only_if_there_is_one(site: Path) -> None:
    contact = Contact("办公室", "某路 1 号", "100000", "010-12345678", "a@b.gov.cn")
    done = run(site, *(source(site, year=year, contact=contact) for year in (2022, 2023)))
    assert done.output.count(CONTACT) == 1
    assert CONTACT not in run(site, source(site, "某县审计局", contact=Contact())).output


def test_what_is_refused_is_said_in_sentences_that_end_once(site: Path) -> None:
    news = written(site.parent / "a.txt", "市政府召开常务会议\n会议听取了3件事项的汇报。\n".encode())
    done = run(site, news)
    assert done.exit_code == 1
    assert re.search("每个标题单独一行.*一、总体情况；.*六、其他需要报告的事项。$", done.output, re.MULTILINE)
    assert "。。" not in done.output


def test_a_place_is_worded_as_far_as_it_is_known() -> None:
    assert where(Spot()) == ("", "")
    assert where(Spot(sheet="表", row=2, column=3)) == ("工作表“表” C2，", "sheet “表” C2: ")
