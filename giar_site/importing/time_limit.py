"""A limit of processor time for work on what a file holds, where there is no process of its own to be ended."""

import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

SECONDS = 2.0  # a report takes 0.02
AGAIN = 0.1  # seconds; what Python lets nobody know of (an exception in a destructor, in a callback) is said once more


@contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Let the work within take `seconds` of processor time. Raises Refused beyond.

    Python hands signals to the main thread alone; elsewhere, and on Windows, nothing ends the work but the bounds of what it is done with.
    The timer is the one of processor time, which callers that wait for something do not use. Cycles are collected before and after, not within:
    a collection runs callbacks, out of which no exception gets, and takes the longer the more the caller holds, whatever the file is like.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    collecting = gc.isenabled()
    gc.disable()
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if collecting:
            gc.enable()


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Refused(
        Text(
            "分辨其中的表格和文字耗时过长，不像一份年度报告。请只留下一份年报，再导入",
            "telling its tables from its text took too long for an annual report. Leave one report in it and import it again",
        )
    )
