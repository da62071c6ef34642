"""The fork map gives what a plain loop gives, also when things go wrong, and leaves nobody behind."""

import os
import threading
from pathlib import Path

import pytest

from giar_site.parallel import fork_map

pytestmark = pytest.mark.parametrize("jobs", [2, 3, 8])


@pytest.fixture(autouse=True)
def nobody_left_behind() -> object:
    """After each test: no child process, no thread, no open file more than before."""
    before = os.listdir("/proc/self/fd")
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert threading.active_count() == 1
    assert len(os.listdir("/proc/self/fd")) == len(before)


class Grumpy(Exception):
    """Can be pickled, but not unpickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} {two}")


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100, 10_000])
def test_results_are_those_of_a_plain_loop_in_its_order(jobs: int, count: int) -> None:
    assert fork_map(lambda number: (number, str(number)), range(count), jobs) == [(n, str(n)) for n in range(count)]


def test_items_may_come_from_a_generator_and_need_not_be_picklable(jobs: int) -> None:
    assert fork_map(lambda make: make(), ((lambda n=n: n) for n in range(50)), jobs) == list(range(50))


def test_several_processes_share_the_work_and_the_caller_is_one_of_them(jobs: int) -> None:
    ready = os.pipe()

    def meet(_item: int) -> int:
        """Return only when as many processes as there are jobs are at work."""
        if os.getpid() not in met:
            met.append(os.getpid())
            os.write(ready[1], b"x")
            wait.wait()
        return os.getpid()

    met: list[int] = []
    wait = Barrier(jobs)
    workers = set(fork_map(meet, range(200), jobs))
    for end in (*ready, *wait.ends):
        os.close(end)
    assert len(workers) == jobs
    assert os.getpid() in workers


class Barrier:
    """Lets forked processes go on once `count` of them have come."""

    def __init__(self, count: int) -> None:
        self.arrived, self.arrive = os.pipe()
        self.opened, self.open = os.pipe()
        self.ends = (self.arrived, self.arrive, self.opened, self.open)
        self.count = count

    def wait(self) -> None:
        os.write(self.arrive, b"x")
        if os.getpid() == _TESTS:
            for _ in range(self.count):
                os.read(self.arrived, 1)
            os.write(self.open, b"x" * self.count)
        os.read(self.opened, 1)


_TESTS = os.getpid()


def test_results_far_larger_than_a_pipe_arrive_whole(jobs: int) -> None:
    results = fork_map(lambda number: bytes([number]) * 3_000_000, range(12), jobs)
    assert results == [bytes([number]) * 3_000_000 for number in range(12)]


def test_of_several_failing_items_the_first_ones_exception_is_raised(jobs: int) -> None:
    def fail(number: int) -> int:
        if number >= 40:
            raise ValueError(number)
        return number

    for _ in range(5):
        with pytest.raises(ValueError, match="^40$"):
            fork_map(fail, range(1000), jobs)


def test_a_failure_stops_the_others_soon(jobs: int, tmp_path: Path) -> None:
    def fail(number: int) -> None:
        (tmp_path / str(number)).touch()
        raise ValueError

    with pytest.raises(ValueError):
        fork_map(fail, range(1000), jobs)
    assert len(list(tmp_path.iterdir())) <= jobs


def in_a_worker_only(function: object) -> object:
    """Wait in the caller's process for a worker to have taken an item, so that it is a worker that gets to act."""
    acted, act = os.pipe()

    def either(number: int) -> int:
        if os.getpid() == _TESTS:
            os.read(acted, 1)
            return number
        os.write(act, b"x" * 64)
        return function(number)  # type: ignore[operator]

    either.ends = (acted, act)  # type: ignore[attr-defined]
    return either
