"""The command line: two languages, exit codes, one sentence for a slip."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPOSITORY
from samples import write_site

COMMANDS = ("init", "new", "check", "build", "serve", "explain", "schema", "report")


def giar(*words: str, cwd: Path = REPOSITORY, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(REPOSITORY)} | environment
    return subprocess.run([sys.executable, "-m", "giar_site", *words], cwd=cwd, capture_output=True, text=True, check=False, env=settings)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def test_help_is_chinese_and_english_when_asked() -> None:
    chinese, english = giar("--help"), giar("--lang", "en", "--help")
    assert "用法：" in chinese.stdout
    assert "Usage:" in english.stdout
    assert not is_chinese(english.stdout)
    for command in COMMANDS:
        assert command in chinese.stdout
        assert not is_chinese(giar("--lang", "en", command, "--help").stdout)
        assert "Show this message" not in giar(command, "--help").stdout


def test_the_environment_can_ask_for_english() -> None:
    assert "Usage:" in giar("--help", GIAR_LANG="en").stdout
    assert giar("nosuch", GIAR_LANG="en").stderr == "giar: No such command 'nosuch' (giar --help tells more)\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nosuch"], "没有这个命令：nosuch"),
        (["check", "--nosuch"], "没有选项 --nosuch"),
        (["new", "ju"], "缺少参数 YEAR"),
        (["new", "ju", "二〇二五"], "参数 YEAR 的值不对：要写 1900 到 2999 之间的整数"),
        (["check", "--format", "xml"], "只能是 text / json / sarif / github"),
        (["init", "a", "b"], "多了参数：b"),
    ],
)
def test_a_slip_on_the_command_line_is_one_sentence_and_exit_2(words: list[str], sentence: str) -> None:
    run = giar(*words)
    assert (run.returncode, run.stdout) == (2, "")
    [line] = run.stderr.splitlines()
    assert line.startswith("giar: ")
    assert sentence in line


def test_the_site_is_found_from_a_folder_below_it(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…\n")
    run = giar("check", cwd=site / "content" / "sample")
    assert (run.returncode, run.stdout) == (0, "检查了 1 份报告：0 个错误，0 个警告。\n")


def test_one_agency_or_one_year_can_be_asked_for() -> None:
    assert giar("check", "ankang-government-office").stdout == "检查了 1 份报告：0 个错误，0 个警告。\n"
    assert giar("check", "yimin-sumu/2020", "dali-county").stdout.endswith("检查了 2 份报告：0 个错误，13 个警告。\n")


def test_errors_are_exit_1(tmp_path: Path) -> None:
    site = write_site(tmp_path, "applications:\n  received: [1, 0, 0, 0, 0, 0, 1]\n  …\n")
    assert giar("check", cwd=site).returncode == 1


def test_explain_speaks_both_languages_by_code_or_name() -> None:
    assert giar("explain", "G201").stdout.startswith("G201 row-total-mismatch  [错误]\n行合计不符\n")
    assert giar("explain", "row_total_mismatch").stdout == giar("explain", "G201").stdout
    english = giar("--lang", "en", "explain", "g201").stdout
    assert "How to mend it" in english
    assert "Correct the wrong cell" in english
    assert len(giar("explain").stdout.splitlines()) >= 29


def test_a_pipe_closed_early_is_no_traceback() -> None:
    command = f"{sys.executable} -m giar_site check | head -c 10 > /dev/null"
    run = subprocess.run(["sh", "-c", command], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert run.stderr == ""


def test_a_console_that_cannot_show_a_character_still_gets_the_report() -> None:
    run = giar("check", PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert "G111" in run.stdout


def test_the_version_is_told() -> None:
    assert giar("--version").stdout.startswith("giar, version ")


# giar check: its switches


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--watch", "--fix"], "--watch 和 --fix 不能同时用"),
        (["--watch", "--format", "json"], "--watch 只有文字输出，不能用 --format json"),
        (["--no-align"], "--no-align 要和 --fix 一起用"),
        (["--dry-run"], "--dry-run 要和 --fix 一起用"),
    ],
)
def test_switches_that_contradict_each_other_are_one_sentence_and_exit_2(words: list[str], sentence: str) -> None:
    run = giar("check", *words)
    assert (run.returncode, run.stdout) == (2, "")
    assert sentence in run.stderr


def test_a_site_with_a_thousand_findings_is_told_briefly_or_whole(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…\n")
    figures = (site / "content/sample/2022/figures.yaml").read_text("utf-8")
    wrong = figures.replace("[0, 0, 0, 0, 0, 0, 0]", "[1, 0, 0, 0, 0, 0, 5]").replace("[0, 0, 0, 0, 0]", "[1, 0, 0, 0, 5]")
    for number in range(36):
        folder = site / "content" / f"ju-{number}" / "2022"
        folder.mkdir(parents=True)
        (folder.parent / "agency.yaml").write_text(f"name: 某局{number}\n", encoding="utf-8")
        (folder / "figures.yaml").write_text(wrong, encoding="utf-8")
        (folder / "report.md").write_bytes((site / "content/sample/2022/report.md").read_bytes())
    brief, whole, document = (giar("check", *words, cwd=site) for words in ([], ["--all"], ["--format", "json"]))
    assert (brief.returncode, whole.returncode, document.returncode) == (1, 1, 1)
    counts = json.loads(document.stdout)["summary"]
    assert counts["errors"] >= 1000
    assert len(json.loads(document.stdout)["findings"]) == counts["errors"] + counts["warnings"] + counts["notes"]
    assert len(re.findall(r"^content/", whole.stdout, re.MULTILINE)) >= 1000
    shown = len(re.findall(r"^content/", brief.stdout, re.MULTILINE))
    assert shown <= 10 * len(re.findall(r"^== G", brief.stdout, re.MULTILINE))
    assert "giar check --all" in brief.stdout
    assert brief.stdout.splitlines()[-1] == whole.stdout.splitlines()[-1]


def test_fix_shows_what_it_changes_and_checks_what_came_of_it(tmp_path: Path) -> None:
    site = write_site(tmp_path, "review_and_litigation:\n  review: [１, 0, 0, 0, 1]\n  …\n")
    path = site / "content/sample/2022/figures.yaml"
    before = path.read_bytes()
    dry = giar("check", "--fix", "--no-align", "--dry-run", cwd=site)
    assert dry.returncode == 1
    assert dry.stdout.startswith("content/sample/2022/figures.yaml 可以这样改（没有写入）：\n--- ")
    assert path.read_bytes() == before
    beside = giar("check", "--fix", "--dry-run", "--format", "json", cwd=site)
    assert json.loads(beside.stdout)["summary"]["errors"] == 1
    assert "可以这样改" in beside.stderr
    fixed = giar("check", "--fix", "--no-align", "sample/2022", cwd=site)
    assert fixed.returncode == 0
    assert fixed.stdout.startswith("已改好 content/sample/2022/figures.yaml：\n--- ")
    assert fixed.stdout.endswith("检查了 1 份报告：0 个错误，0 个警告。\n")
    assert giar("check", "--fix", cwd=site).stdout.startswith("已改好 content/sample/2022/figures.yaml：只是重新对齐了 31 行，数没有变。\n")
    assert giar("check", "--fix", cwd=site).stdout == "没有可以自动改的地方。\n检查了 1 份报告：0 个错误，0 个警告。\n"


def test_fix_shows_no_private_number(tmp_path: Path) -> None:
    site = write_site(tmp_path, "review_and_litigation:\n  review: [１, 0, 0, 0, 1]  # 手机13812345678\n  …\n")
    shown = giar("check", "--fix", cwd=site).stdout
    assert "138****5678" in shown
    assert "13812345678" not in shown
    assert "13812345678" in (site / "content/sample/2022/figures.yaml").read_text("utf-8")


def test_fix_of_an_agency_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path, "review_and_litigation:\n  review: [１, 0, 0, 0, 1]\n  …\n")
    before = (site / "content/sample/2022/figures.yaml").read_bytes()
    assert giar("check", "--fix", "simple", cwd=site).returncode == 2
    assert (site / "content/sample/2022/figures.yaml").read_bytes() == before


def test_schema_writes_the_schemas_and_says_how_to_bind_them(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…\n")
    told = giar("schema", cwd=site)
    assert told.returncode == 0
    assert "redhat.vscode-yaml" in told.stdout
    assert json.loads(told.stdout[told.stdout.index("{\n") :])["yaml.schemas"]["./schema/site.json"] == "site.yaml"
    assert not (site / ".vscode").exists()
    bound = giar("schema", "--vscode", cwd=site)
    assert f"写好 {site}/.vscode/settings.json" in bound.stdout
    assert '"yaml.schemas"' not in bound.stdout
    again = giar("schema", "--vscode", cwd=site)
    assert "已经有了，没有改动它" in again.stdout
    assert '"yaml.schemas"' in again.stdout
    assert giar("check", cwd=site).returncode == 0


# giar report


def test_report_prints_the_review_of_one_report(tmp_path: Path) -> None:
    told = giar("report", "ankang-government-office/2022")
    assert told.returncode == 0
    assert told.stdout.lstrip().startswith("关于安康市人民政府办公室2022年政府信息公开工作年度报告的校核意见\n")
    assert "没有发现需要改正或核实的问题。" in told.stdout
    assert giar("--lang", "en", "report", "content/ankang-government-office/2022/").stdout.startswith("Review of the 2022 annual report")
    page = tmp_path / "意见.html"
    written = giar("report", "ankang-government-office/2022", "-o", str(page))
    assert (written.returncode, written.stdout) == (0, f"写好 {page}\n")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert giar("report", "ankang-government-office/2022", "--format", "html").stdout == page.read_text("utf-8")
    text = tmp_path / "意见.txt"
    giar("report", "ankang-government-office/2022", "-o", str(text))
    assert text.read_text("utf-8") == told.stdout


def test_report_of_a_report_with_errors_is_no_failure(tmp_path: Path) -> None:
    site = write_site(tmp_path, "applications:\n  received: [1, 0, 0, 0, 0, 0, 1]\n  …\n")
    told = giar("report", "sample/2022", cwd=site)
    assert told.returncode == 0
    assert "一、必须改正（" in told.stdout


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("dali-county/2019", "content/ 里没有 dali-county/2019"), ("dali-cunty/2020", "content/ 里没有 dali-cunty，是不是 dali-county？")],
)
def test_report_needs_a_report_that_is_there(asked: str, sentence: str) -> None:
    run = giar("report", asked)
    assert (run.returncode, run.stdout) == (2, "")
    assert sentence in run.stderr


def test_report_is_about_one_report() -> None:
    run = giar("report", "zhengfu-ban", "--site", "tests/sites/county")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "giar: 请写明是哪一份报告：机关/年度，如 caizheng-ju/2025。\n"
