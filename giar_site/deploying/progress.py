"""How far a deployment is, on a terminal only: bytes, rate, and what remains."""

import sys
import time
from typing import Final

_EVERY: Final = 0.2  # seconds between two lines


class Progress:
    """Call it with the bytes that have arrived; `close` clears the line."""

    def __init__(self, whole: int) -> None:
        """`whole`: all bytes."""
        self._whole = whole
        self._shown = sys.stderr.isatty()
        self._start = self._last = time.monotonic()

    def __call__(self, arrived: int) -> None:
        """Say how far it is."""
        now = time.monotonic()
        if self._shown and now - self._last >= _EVERY:
            self._last = now
            sys.stderr.write(f"\r{told(arrived, self._whole, now - self._start)}\x1b[K")
            sys.stderr.flush()

    def close(self) -> None:
        """Leave no trace."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def told(arrived: int, whole: int, seconds: float) -> str:
    """One line: 12.5 / 80.0 MB  3.1 MB/s  0:22."""
    rate = arrived / seconds if seconds > 0 else 0.0
    left = int((whole - arrived) / rate) if rate and whole > arrived else 0
    return f"{arrived / 1e6:.1f} / {whole / 1e6:.1f} MB  {rate / 1e6:.1f} MB/s  {left // 60}:{left % 60:02d}"
