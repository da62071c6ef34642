"""The libraries that write Word and Excel files are an extra; whoever lacks them is told what to install."""

from collections.abc import Iterator
from contextlib import contextmanager

from giar_site.diagnostics import CannotGoOn, Text


@contextmanager
def office_extra() -> Iterator[None]:
    """Raise the ImportError of a library imported within as CannotGoOn."""
    try:
        yield
    except ImportError as missing:
        raise CannotGoOn(
            Text(
                f"缺少读写 Word、Excel 文件的程序库（{missing.name}），请先运行：pip install 'giar[office]'",
                f"the library for Word and Excel files ({missing.name}) is missing; run: pip install 'giar[office]'",
            )
        ) from missing
