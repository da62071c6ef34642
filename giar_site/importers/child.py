"""The process that readers run in: takes one file after another on its standard input and answers each with a line of JSON.

Limits are set before anything of a file is looked at. Memory is limited once; processor time anew for each file, since the kernel counts it
over the life of a process. An audit hook, which nothing can take away again, keeps readers from network, processes and writing.
"""

import contextlib
import importlib
import os
import resource
import struct
import sys
from typing import Any, BinaryIO

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.importers.bounds import within_bounds
from giar_site.importers.document import Refused
from giar_site.importers.wire import line_of, packed

MEMORY = 400 << 20  # bytes of address space, so that resident memory stays below
SECONDS = 5  # of processor time a file
REQUEST = struct.Struct("=16sI")  # the reader's name, the length of the file that follows
_OUT_OF_BOUNDS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.startfile",
    "urllib.",
    "ftplib.",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve() -> None:
    """Answer requests until the parent closes its end."""
    requests, answers = _private_ends()
    sys.addaudithook(_stay_inside)
    _limit_memory()
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        name, length = REQUEST.unpack(head)
        data = requests.read(length)
        _arm()
        answers.write(_answer(name.rstrip(b"\0").decode("ascii"), data))
        answers.flush()


def _private_ends() -> tuple[BinaryIO, BinaryIO]:
    """The parent's pipes, moved to where no library prints to or reads from."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _answer(reader: str, data: bytes) -> bytes:
    """The line to answer with; whatever goes wrong, there is one."""
    try:
        read = importlib.import_module(f"giar_site.importers.readers.{reader}").read
        return line_of(packed(within_bounds(read(data))) | {"size": _size()})
    except ModuleNotFoundError as error:
        return line_of({"missing": error.name})
    except CannotGoOn as stopped:
        return line_of({"stopped": stopped.text})
    except Exception as error:  # noqa: BLE001 - one bad file never stops the rest; which error it was is part of the reason
        reason, size = _reason(error), MEMORY if isinstance(error, MemoryError) else _size()
    return line_of({"refused": reason, "size": size})  # out here, where what the reader had in memory has been let go of


def _reason(error: Exception) -> Text:
    if isinstance(error, Refused):
        return error.reason
    if isinstance(error, MemoryError):
        return Text(f"需要的内存超过 {MEMORY >> 20} MiB", f"it needs more than {MEMORY >> 20} MiB of memory")
    if isinstance(error, RecursionError):
        return Text("嵌套过深", "it is nested too deeply")
    kind = type(error).__name__
    return Text(f"读取时出错（{kind}），文件可能已损坏", f"reading it failed ({kind}); the file may be damaged")


def _size() -> int:
    """Bytes of address space now in use; 0 where the system does not tell."""
    with contextlib.suppress(OSError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib is not needed otherwise
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _limit_memory() -> None:
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # macOS does not limit the address space; size caps and the clock remain
            resource.setrlimit(limit, (most, most))


def _arm() -> None:
    """Allow SECONDS more than what is used up: beyond, the kernel ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def _stay_inside(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reader has reason to do."""
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITES:
            raise PermissionError(event)
    elif event.startswith(_OUT_OF_BOUNDS):
        raise PermissionError(event)
