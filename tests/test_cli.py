"""The command line: two languages, exit codes, one sentence for a slip."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPOSITORY
from samples import write_site

COMMANDS = ("init", "new", "check", "build", "serve", "explain")


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
    assert giar("check", "yimin-sumu/2020", "dali-county").stdout.endswith("检查了 2 份报告：0 个错误，11 个警告。\n")


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
