"""The fork map gives what a plain loop gives, also when things go wrong, and leaves nobody behind."""

import faulthandler
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.parallel import fork_map

CALLER = os.getpid()
several = pytest.mark.parametrize("jobs", [2, 3, 8])


@pytest.fixture(autouse=True)
def nobody_left_behind() -> Iterator[None]:
    """After each test: no child process, no thread and no open file more than before."""
    threads, files = threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert threading.active_count() == threads
    assert len(list(Path("/proc/self/fd").iterdir())) == files


class Meeting:
    """A function that returns its process, but only after `count` processes have called it."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.came, self.come = os.pipe()
        self.opened, self.open = os.pipe()
        self.here = 0

    def __call__(self, _item: int) -> int:
        if self.here != os.getpid():
            self.here = os.getpid()
            os.write(self.come, b".")
            if self.here == CALLER:
                for _ in range(self.count):
                    os.read(self.came, 1)
                os.write(self.open, b"." * self.count)
            os.read(self.opened, 1)
        return self.here

    def close(self) -> None:
        for end in (self.came, self.come, self.opened, self.open):
            os.close(end)


def run_in_a_worker(deed: Callable[[], object], jobs: int) -> list[object]:
    """Map over 100 items a function that does `deed` in every process but this one; each worker gets to do it."""
    meeting = Meeting(jobs)
    try:
        return fork_map(lambda item: item if meeting(item) == CALLER else deed(), range(100), jobs)
    finally:
        meeting.close()


@several
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100, 10_000])
def test_results_are_those_of_a_plain_loop_in_its_order(jobs: int, count: int) -> None:
    assert fork_map(lambda number: (number, str(number)), range(count), jobs) == [(n, str(n)) for n in range(count)]


@several
def test_items_may_come_from_a_generator_and_need_not_be_picklable(jobs: int) -> None:
    assert fork_map(lambda make: make(), ((lambda n=n: n) for n in range(50)), jobs) == list(range(50))


@several
def test_as_many_processes_as_jobs_share_the_work_and_the_caller_is_one_of_them(jobs: int) -> None:
    meeting = Meeting(jobs)
    workers = set(fork_map(meeting, range(200), jobs))
    meeting.close()
    assert len(workers) == jobs
    assert CALLER in workers


@pytest.mark.parametrize("jobs", [-1, 0, 1])
def test_one_job_is_a_plain_loop_in_this_process(jobs: int) -> None:
    assert fork_map(lambda _item: os.getpid(), range(50), jobs) == [CALLER] * 50


def test_without_fork_it_is_a_plain_loop_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert fork_map(lambda _item: os.getpid(), range(50), 4) == [CALLER] * 50


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_the_system_refuses_more_processes_those_there_are_do_the_work(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    fork = os.fork
    forks: list[int] = []

    def refuse() -> int:
        if len(forks) == allowed:
            raise BlockingIOError
        forks.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", refuse)
    assert fork_map(lambda number: number, range(100), 5) == list(range(100))
    assert len(forks) == allowed


@several
def test_results_far_larger_than_a_pipe_arrive_whole(jobs: int) -> None:
    results = fork_map(lambda number: bytes([number]) * 3_000_000, range(12), jobs)
    assert results == [bytes([number]) * 3_000_000 for number in range(12)]


def test_hundreds_of_jobs_do_not_fill_the_queue() -> None:
    assert fork_map(lambda number: number, range(50_000), 200) == list(range(50_000))


@several
def test_of_several_failing_items_the_first_ones_exception_is_raised(jobs: int) -> None:
    def fail(number: int) -> int:
        if number >= 40:
            raise ValueError(number)
        return number

    for _ in range(5):
        with pytest.raises(ValueError, match="40") as caught:
            fork_map(fail, range(1000), jobs)
        assert caught.value.args == (40,)


@several
def test_after_a_failure_nobody_takes_more_work(jobs: int, tmp_path: Path) -> None:
    def fail(number: int) -> NoReturn:
        (tmp_path / str(number)).touch()
        raise GrumpyError(number, 0)

    with pytest.raises((GrumpyError, RuntimeError), match="0 and 0"):
        fork_map(fail, range(1000), jobs)
    assert 1 <= len(list(tmp_path.iterdir())) <= jobs


def _cannot_go_on() -> NoReturn:
    raise CannotGoOn(Text("磁盘已满。", "The disk is full."))


def _a_bug() -> NoReturn:
    raise KeyError("the name of the bug")


class GrumpyError(Exception):
    """Can be pickled, but not unpickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def _a_grumpy_exception() -> NoReturn:
    raise GrumpyError(1, 2)


class _Poison:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return int, ("poison",)


@several
def test_a_worker_that_cannot_go_on_keeps_its_sentence_in_both_languages(jobs: int) -> None:
    with pytest.raises(CannotGoOn) as caught:
        run_in_a_worker(_cannot_go_on, jobs)
    assert caught.value.text == Text("磁盘已满。", "The disk is full.")


@several
def test_a_bug_in_a_worker_is_raised_with_the_workers_own_traceback(jobs: int) -> None:
    with pytest.raises(KeyError, match="the name of the bug") as caught:
        run_in_a_worker(_a_bug, jobs)
    assert "in _a_bug" in caught.value.__notes__[0]


@several
@pytest.mark.parametrize(("deed", "words"), [(_a_grumpy_exception, "GrumpyError: 1 and 2"), (lambda: lambda: None, "pickle")])
def test_what_cannot_be_pickled_is_said_and_does_not_hang(jobs: int, deed: Callable[[], object], words: str) -> None:
    with pytest.raises(RuntimeError, match=words):
        run_in_a_worker(deed, jobs)


@several
def test_a_result_that_cannot_be_unpickled_is_said_and_does_not_hang(jobs: int) -> None:
    with pytest.raises(ValueError, match="poison"):
        run_in_a_worker(_Poison, jobs)


@several
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGKILL", "SIGTERM"])
def test_a_killed_worker_is_named_with_its_signal(jobs: int, name: str) -> None:
    with pytest.raises(CannotGoOn) as caught:
        run_in_a_worker(lambda: (faulthandler.disable(), os.kill(os.getpid(), getattr(signal, name))), jobs)
    assert name in caught.value.text.zh
    assert name in caught.value.text.en
    assert ("内存" in caught.value.text.zh) == (name == "SIGKILL")


@several
@pytest.mark.parametrize("code", [0, 3])
def test_a_worker_that_leaves_its_work_is_named_with_its_exit_code(jobs: int, code: int) -> None:
    with pytest.raises(CannotGoOn) as caught:
        run_in_a_worker(lambda: os._exit(code), jobs)
    assert f"（退出码 {code}）" in caught.value.text.zh


@several
def test_a_worker_never_runs_the_callers_clean_up(jobs: int, tmp_path: Path) -> None:
    try:
        with pytest.raises(CannotGoOn):
            run_in_a_worker(sys.exit, jobs)
    finally:
        with (tmp_path / "cleaned").open("a") as log:
            log.write("once.")
    assert (tmp_path / "cleaned").read_text() == "once."


@several
def test_an_interrupt_ends_all_at_once_even_workers_that_are_busy(jobs: int) -> None:
    meeting = Meeting(jobs)

    def interrupted(item: int) -> None:
        if meeting(item) == CALLER:
            raise KeyboardInterrupt
        signal.pause()

    with pytest.raises(KeyboardInterrupt):
        fork_map(interrupted, range(100), jobs)
    meeting.close()


def test_ctrl_c_at_the_keyboard_ends_the_program_and_its_workers_without_a_word_from_them() -> None:
    script = (
        "import os, time; from giar_site.parallel import fork_map\n"
        "def work(n):\n"
        "    os.write(1, b'.')\n"
        "    while True: time.sleep(0.01)  # a signal just before one long sleep would not end it\n"
        "try: fork_map(work, range(9), 3)\n"
        "except KeyboardInterrupt: os.write(1, b'interrupted')"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(Path(__file__).parent.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert build.stdout is not None
    assert build.stdout.read(3) == b"..."
    os.killpg(build.pid, signal.SIGINT)
    assert build.communicate() == (b"interrupted", b"")  # returns when the last worker has let go of the pipes
    assert build.returncode == 0


def test_workers_of_a_killed_program_end_by_themselves() -> None:
    script = (
        "import os, time; from giar_site.parallel import fork_map\n"
        "me = os.getpid()\n"
        "def work(n):\n"
        "    os.write(1, b'.')\n"
        "    if os.getpid() == me: time.sleep(600)\n"
        "    os.read(0, 1)\n"
        "fork_map(work, range(9000), 3)"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(Path(__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert build.stdout is not None
    assert build.stdout.read(3) == b"..."
    build.kill()
    build.wait()
    said, _ = build.communicate()  # closes their input, and returns when the last worker has let go of its output
    assert len(said) < 9000 / 2
