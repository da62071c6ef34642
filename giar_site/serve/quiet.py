"""Keeps the libraries' logs off the screen: an error among them is one sentence, everything else nobody asked for."""

import contextlib
import logging
from collections.abc import Callable, Iterator

from giar_site.diagnostics import Text

LOGS = ("tornado.access", "tornado.application", "tornado.general", "livereload", "asyncio", "watchfiles")


@contextlib.contextmanager
def quiet(say: Callable[[Text], None]) -> Iterator[None]:
    """Within the block, `say` what goes wrong inside the libraries, without traceback."""
    loggers = [logging.getLogger(name) for name in LOGS]
    before = [logger.propagate for logger in loggers]
    handler = _Sentence(say)
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate


class _Sentence(logging.Handler):
    def __init__(self, say: Callable[[Text], None]) -> None:
        super().__init__(logging.ERROR)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        what = repr(record.exc_info[1]) if record.exc_info else record.getMessage()
        self._say(Text(f"预览服务器出错：{what}", f"The preview server failed: {what}"))
