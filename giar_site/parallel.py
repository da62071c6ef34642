"""One function over many items on several cores, by fork: the workers inherit all that is loaded, for nothing.

A fork takes a millisecond where a spawned interpreter takes a quarter of a second. Not for a process with threads
of its own (the preview server): a fork copies their locks, but not the threads that would open them again.
"""

import gc
import os
import pickle
import signal
import struct
import threading
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

from giar_site.diagnostics import CannotGoOn, Text

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNKS_PER_JOB = 16  # small enough to even out the load, large enough to cost nothing
_MOST_CHUNKS = 1024  # their numbers must fit into a pipe's buffer
_NUMBER = struct.Struct("=I")


def fork_map(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> list[Result]:
    """`[function(item) for item in items]`, shared among `jobs` processes of which this one is one.

    Results come back pickled: let a worker write what is large and return what is small. Of several failing items
    the first one's exception is raised, as by a plain loop; a worker that gets killed raises CannotGoOn. With
    `jobs` 1, or where the platform has no fork, it is a plain loop.
    """
    items = list(items)
    jobs = min(jobs, len(items))
    if jobs <= 1 or not hasattr(os, "fork"):
        return [function(item) for item in items]
    step = -(-len(items) // min(jobs * _CHUNKS_PER_JOB, _MOST_CHUNKS))
    chunks = [items[start : start + step] for start in range(0, len(items), step)]
    return [result for results in _Crew(function, chunks).run(jobs) for result in results]


class _Queue:
    """The numbers of the chunks to do, in order, in a pipe from which every process takes the next one."""

    def __init__(self, length: int) -> None:
        self._end, start = os.pipe()
        os.write(start, b"".join(map(_NUMBER.pack, range(length))))
        os.close(start)

    def take(self) -> int | None:
        taken = os.read(self._end, _NUMBER.size)
        return _NUMBER.unpack(taken)[0] if taken else None

    def clear(self) -> None:
        while self.take() is not None:
            pass

    def close(self) -> None:
        os.close(self._end)


class _Worker(NamedTuple):
    pid: int
    outcomes: BinaryIO  # pickled pairs (number of a chunk, its results or its exception)


class _Crew(Generic[Item, Result]):
    """The calling process and its forked workers, at work on one list of chunks."""

    def __init__(self, function: Callable[[Item], Result], chunks: list[list[Item]]) -> None:
        self._function = function
        self._chunks = chunks
        self._queue = _Queue(len(chunks))
        self._workers: list[_Worker] = []
        self._done: dict[int, list[Result]] = {}
        self._failed: dict[int, Exception] = {}

    def run(self, jobs: int) -> list[list[Result]]:
        """Give the results of each chunk. Raises what the function raised first in the order of items; CannotGoOn."""
        self._hire(jobs - 1)
        # A thread a worker: none has to wait with its results until this process has finished a chunk.
        threads = [threading.Thread(target=self._collect, args=(worker,)) for worker in self._workers]
        try:
            for thread in threads:
                thread.start()
            while (number := self._queue.take()) is not None:
                self._record(number, self._attempt(number))
            for thread in threads:
                thread.join()
        except BaseException:  # Ctrl-C above all: nobody may stay behind
            for worker in self._workers:
                os.kill(worker.pid, signal.SIGKILL)
            raise
        finally:
            endings = [os.waitpid(worker.pid, 0) for worker in self._workers]
            for thread in threads:
                if thread.ident:
                    thread.join()
            self._queue.close()
        if self._failed:
            raise self._failed[min(self._failed)]
        if len(self._done) < len(self._chunks):
            raise CannotGoOn(_last_words(endings))
        return [self._done[number] for number in range(len(self._chunks))]

    def _hire(self, count: int) -> None:
        """Fork `count` workers, or as many as the system allows: this process could do all the work alone."""
        for _ in range(count):
            try:
                end, start = os.pipe()
            except OSError:
                return
            mine, theirs = os.fdopen(end, "rb"), os.fdopen(start, "wb")
            try:
                pid = os.fork()
            except OSError:
                mine.close()
                theirs.close()
                return
            if pid == 0:
                self._be_worker(theirs, [mine, *(worker.outcomes for worker in self._workers)])
            theirs.close()
            self._workers.append(_Worker(pid, mine))

    def _be_worker(self, outcomes: BinaryIO, not_mine: list[BinaryIO]) -> NoReturn:
        """Work in the forked child and end there: all clean-up of the callers belongs to the parent alone."""
        status = 1
        try:
            gc.freeze()  # a collection would write to, and so copy, the memory shared with the parent
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            for pipe in not_mine:  # else no worker would notice that the parent was killed
                pipe.close()
            while (number := self._queue.take()) is not None:
                outcomes.write(self._packed(number, self._attempt(number)))
                outcomes.flush()
            status = 0
        finally:
            os._exit(status)

    def _attempt(self, number: int) -> list[Result] | Exception:
        try:
            return [self._function(item) for item in self._chunks[number]]
        except Exception as error:  # noqa: BLE001 - raised again by the parent, in its turn
            self._queue.clear()
            return error

    def _packed(self, number: int, outcome: list[Result] | Exception) -> bytes:
        """Pickle `outcome`; what cannot be pickled becomes a RuntimeError that says so."""
        try:
            if isinstance(outcome, Exception):
                outcome.add_note("In a worker process:\n" + "".join(traceback.format_exception(outcome)))
                pickle.loads(pickle.dumps(outcome))  # noqa: S301 - its own bytes; some exceptions can be packed but not unpacked
            return pickle.dumps((number, outcome), pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - whatever a __reduce__ may raise
            self._queue.clear()
            words = "".join(traceback.format_exception(outcome if isinstance(outcome, Exception) else error))
            return pickle.dumps((number, RuntimeError(f"a worker's answer cannot be pickled: {words}")))

    def _record(self, number: int, outcome: list[Result] | Exception) -> None:
        if isinstance(outcome, Exception):
            self._failed[number] = outcome
        else:
            self._done[number] = outcome

    def _collect(self, worker: _Worker) -> None:
        """Record what `worker` sends until it ends, in a thread of this process."""
        try:
            with worker.outcomes as pipe, suppress(EOFError, pickle.UnpicklingError):
                while True:
                    self._record(*pickle.load(pipe))  # noqa: S301 - from a process of our own
        except Exception as error:  # noqa: BLE001 - a result that cannot be unpickled; raised by `run`
            self._failed[len(self._chunks)] = error
        self._queue.clear()  # empty already, unless the worker ended too early: then nobody needs to go on


def _last_words(endings: list[tuple[int, int]]) -> Text:
    """Say how the first worker that ended badly did end: `endings` are pairs (process, wait status)."""
    pid, code = next(
        ((pid, code) for pid, status in endings if (code := os.waitstatus_to_exitcode(status))),
        (os.getpid(), 0),
    )
    if code >= 0:
        return Text(
            f"工作进程 {pid} 没有做完就结束了（退出码 {code}）。",
            f"Worker process {pid} ended before its work was done (exit code {code}).",
        )
    name = signal.Signals(-code).name
    memory = -code == signal.SIGKILL
    return Text(
        f"工作进程 {pid} 被信号 {name} 终止{'，可能是内存不足' if memory else ''}。",
        f"Worker process {pid} was ended by signal {name}{', perhaps for want of memory' if memory else ''}.",
    )
