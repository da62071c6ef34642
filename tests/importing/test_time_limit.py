"""What a file holds is made sense of within a limit of processor time, whatever it is; the next file is not the worse for it."""

import gc
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from giar_site.importers.bounds import MOST_PLACES
from giar_site.importers.document import Refused
from giar_site.importers.sandbox import ReaderProcess
from giar_site.importing import one
from giar_site.importing.target import Agencies, Asked
from giar_site.importing.time_limit import limited

REPORT = (Path(__file__).parents[1] / "data" / "reports" / "dali-county-2020.txt").read_text("utf-8")
WITHIN_BOUNDS = {  # all that the bounds let through, of what took longest
    "marks that Markdown opens something with": ("![" * 20_000 + "\n") * 6,
    "blanks in a long line": "请与" + " " * 40_000 + "x 联系电话：1\n",
    "lines like a label": "".join(f"一、本年新收政府信甲{chr(0x4E00 + n)}公开申请数\n" for n in range(15_000)),
    "lines like a title": "".join(f"一、收到和处理政府信息公开申请{chr(0x4E00 + n)}况甲\n" for n in range(9_000)),
    "stops that might begin a label": "、\n" * 18_000,
    "heads over rows": "自然人 | 商业企业 | 科研机构 | " * 400 + "\n" + "一、本年新收政府信息公开申请数量 | 1 |\n" * 600,
    "numbers beside a title": "".join("来源：" + " ".join(str(n * 50 + k) for k in range(50)) + "\n" for n in range(900)),
}


@pytest.fixture
def process() -> Iterator[ReaderProcess]:
    with ReaderProcess() as process:
        yield process


@pytest.mark.parametrize("name", WITHIN_BOUNDS)
@pytest.mark.parametrize("before", [True, False], ids=["before a report", "within its tables"])
def test_a_file_as_large_as_may_be_is_done_within_seconds(name: str, tmp_path: Path, process: ReaderProcess, *, before: bool) -> None:
    head, title, rest = REPORT.partition("三、")
    text = WITHIN_BOUNDS[name] + REPORT if before else head + title + rest.replace("\n", "\n" + WITHIN_BOUNDS[name], 1)
    path = tmp_path / "x.txt"
    path.write_text(text, "utf-8")
    start = time.process_time()
    done = one.import_of(path, Asked("", "甲县", 0), Agencies(tmp_path), process)
    took = time.process_time() - start
    print(f"{took:.2f} s: {done.refused.zh if done.refused else 'imported'}")
    assert took < 10  # what an import may take; the limit itself is shown below, without a clock


def test_what_takes_too_long_is_refused_with_what_to_do_and_the_next_file_is_imported(
    tmp_path: Path, process: ReaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(REPORT, "utf-8")
    recognise = one.recognise

    def forever(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(one, "recognise", forever)
    monkeypatch.setattr(one, "limited", lambda: limited(0.05))
    refused = one.import_of(path, Asked("", "甲县", 0), Agencies(tmp_path), process).refused
    assert refused
    assert refused.zh == "分辨其中的表格和文字耗时过长，不像一份年度报告。请只留下一份年报，再导入"
    monkeypatch.setattr(one, "recognise", recognise)
    monkeypatch.setattr(one, "limited", limited)
    assert one.import_of(path, Asked("", "甲县", 0), Agencies(tmp_path), process).refused is None


def test_the_callers_own_signals_are_left_as_they_were() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(Refused), limited(0.01):
        while True:
            pass
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_a_stop_that_python_lets_nobody_know_of_comes_again() -> None:
    lost = []

    class Busy:
        def __del__(self) -> None:
            try:
                while True:
                    pass
            except Refused as stop:  # what the interpreter does of itself to whatever a destructor raises
                lost.append(stop)

    with pytest.raises(Refused), limited(0.01):
        Busy()
        while True:
            pass
    assert len(lost) == 1


@pytest.mark.parametrize("before", [True, False])
def test_no_cycles_are_collected_within_and_as_before_afterwards(*, before: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        with limited():
            assert not gc.isenabled()
        assert gc.isenabled() is before
        with pytest.raises(Refused), limited(0.01):
            while True:
                pass
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()


def test_in_a_thread_the_work_is_done_without_a_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with limited(0.01):
            end = time.thread_time() + 0.05
            while time.thread_time() < end:
                pass
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_what_is_longer_than_any_report_is_refused_with_how_long_it_is(tmp_path: Path, process: ReaderProcess) -> None:
    path = tmp_path / "x.txt"
    path.write_text("甲\n" * (MOST_PLACES + 1) + REPORT, "utf-8")
    lines = MOST_PLACES + 1 + sum(1 + line.count("|") for line in REPORT.splitlines() if line.strip())
    refused = one.import_of(path, Asked("", "甲县", 0), Agencies(tmp_path), process).refused
    assert refused
    assert refused.zh == f"一份年报没有这么长：共 {lines} 行、格（最多 {MOST_PLACES}）。请只留下一份年报，再导入"
