"""Each fault of a machine is told, with what to do; a machine in order is told so."""

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from giar_site.examining import State, platform
from giar_site.examining.timing import clock, newest_of

ROOT = Path(__file__).parents[2]
DAY = 86_400.0
NOW = 1_795_500_000.0  # in November 2026


def test_an_old_python_is_a_fault() -> None:
    assert platform.python_version((3, 10, 4)).state is State.FAULT
    assert platform.python_version((3, 11, 0)).state is State.OK


@pytest.mark.parametrize(("output", "names"), [("ascii", "utf-8"), ("utf-8", "gbk"), ("cp936", "cp936")])
def test_an_encoding_without_chinese_is_advised_against(output: str, names: str) -> None:
    found = platform.encoding(output, names)
    assert found.state is State.ADVICE
    assert "PYTHONUTF8=1" in found.mend.zh


def test_utf8_is_fine_however_it_is_spelt() -> None:
    assert {platform.encoding(spelt, "utf-8").state for spelt in ("utf-8", "UTF-8", "utf8", "UTF_8")} == {State.OK}


@pytest.mark.parametrize(("extra", "module"), [("office", "docx"), ("sign", "cryptography")])
def test_a_library_that_lacks_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch, extra: str, module: str) -> None:
    assert platform.libraries_of(extra).state is State.OK
    monkeypatch.setitem(sys.modules, module, None)
    found = platform.libraries_of(extra)
    assert found.state is State.ADVICE
    assert module in found.said.zh
    assert found.mend.zh == f"需要时运行：pip install 'giar[{extra}]'"


def test_the_extras_looked_for_are_those_of_the_project() -> None:
    held = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for extra, (modules, _) in platform.EXTRAS.items():
        names = [re.split(r"[><=]", each)[0].lower().removeprefix("python-") for each in held[extra]]
        assert sorted(names) == sorted(modules)


def test_a_platform_without_the_chinese_algorithms_is_told_what_is_used_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "has_sm3", lambda: False)
    found = platform.chinese_digests()
    assert found.state is State.ADVICE
    assert "SHA-256" in found.said.zh
    monkeypatch.setattr(platform, "has_sm3", lambda: True)
    monkeypatch.setattr(platform, "has_sm2", lambda: True)
    assert platform.chinese_digests().state is State.OK


@pytest.mark.parametrize("year", [1970, 2025, 2051, 2200])
def test_a_clock_in_another_age_is_a_fault(year: int) -> None:
    assert clock((year - 1970) * 365.2425 * DAY + 200 * DAY, None).state is State.FAULT


@pytest.mark.parametrize(
    ("newest", "state"),
    [(None, State.OK), (NOW, State.OK), (NOW - 700 * DAY, State.OK), (NOW + 2 * DAY, State.ADVICE), (NOW - 2000 * DAY, State.ADVICE)],
)
def test_a_clock_far_from_the_newest_file_is_doubted(newest: float | None, state: State) -> None:
    assert clock(NOW, newest).state is state


def test_the_newest_file_is_one_of_the_sources(tmp_path: Path) -> None:
    assert newest_of(tmp_path) is None
    (tmp_path / "content").mkdir()
    for name, time in (("site.yaml", 1), ("content/a", 5), ("else", 9)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time, time))
    assert newest_of(tmp_path) == 5
