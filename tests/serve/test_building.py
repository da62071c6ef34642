"""What the preview keeps of a build."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.serve.building import NOT_UPDATED, NOTHING_YET, UPDATED, Outcome, Preview


def good() -> Outcome:
    return Outcome(ok=True, report="")


def wrong() -> Outcome:
    return Outcome(ok=False, report="a.yaml:3 不符")


def full() -> Outcome:
    raise CannotGoOn(Text("磁盘已满。", "The disk is full."))


def broken() -> Outcome:
    raise ZeroDivisionError("by zero")


def built(output: Path, *builds: Callable[[], Outcome]) -> tuple[Preview, list[Text]]:
    """Run `builds` one after the other."""
    preview, said = Preview(output), []  # type: tuple[Preview, list[Text]]
    for build in builds:
        asyncio.run(preview.build(build, said.append))
    return preview, said


def test_the_first_good_build_is_silent_and_the_next_are_told(tmp_path: Path) -> None:
    assert built(tmp_path, good)[1] == []
    assert built(tmp_path, good, good)[1] == [UPDATED]


@pytest.mark.parametrize(
    ("build", "report"), [(wrong, "a.yaml:3 不符"), (full, "磁盘已满。\nThe disk is full."), (broken, "ZeroDivisionError: by zero")]
)
def test_a_build_that_fails_leaves_its_report_whatever_it_died_of(tmp_path: Path, build: Callable[[], Outcome], report: str) -> None:
    preview, (said,) = built(tmp_path, build)
    assert preview.fault is not None
    assert report in preview.fault
    assert "Traceback" not in preview.fault
    assert said.zh == f"{NOTHING_YET.zh}\n{preview.fault}"


def test_where_good_pages_remain_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    assert built(tmp_path, wrong)[1][0].en.startswith(NOT_UPDATED.en)


def test_a_good_build_clears_the_report(tmp_path: Path) -> None:
    preview, said = built(tmp_path, wrong, good)
    assert preview.fault is None
    assert said[-1] == UPDATED


def test_no_two_builds_and_no_two_runs_share_an_edition(tmp_path: Path) -> None:
    editions = [built(tmp_path, *[good] * count)[0].edition for count in (1, 2, 1)]
    assert len(set(editions)) == 3


def test_a_build_runs_beside_the_server(tmp_path: Path) -> None:
    threads: list[str] = []

    def build() -> Outcome:
        threads.append(threading.current_thread().name)
        return good()

    built(tmp_path, build)
    assert threads != [threading.current_thread().name]
