"""Tells when a build is due. The folders are named one by one, so that no link is followed, whatever it points to."""

import asyncio
import os
from collections.abc import Callable, Iterable
from contextlib import aclosing
from pathlib import Path
from typing import NamedTuple

from watchfiles import Change, awatch

from giar_site.causes import cause
from giar_site.diagnostics import CannotGoOn, Text

DEBOUNCE_MS = 400  # an editor's save is several events
STEP_MS = 50
SCRATCH_SUFFIXES = ("~", ".swp", ".swx", ".tmp")
SCRATCH_NAMES = ("4913",)  # vim tries out whether it may write here
POLLING = Text(
    "系统能同时监视的文件夹数量不够，改为定时查看，更新会慢一些。",
    "The system cannot watch that many folders at once; giar looks for changes by itself now, which is slower.",
)


async def watch(watched: Callable[[], Iterable[Path]], due: asyncio.Event, say: Callable[[Text], None]) -> None:
    """Set `due` once the watch stands, and again after each change in the `watched` files and folders, for ever.

    Raises CannotGoOn where the system lets it neither listen nor look.
    """
    polling: bool | None = None  # WATCHFILES_FORCE_POLLING decides
    while True:
        survey = await asyncio.to_thread(Survey.of, watched())
        # Runs as soon as the next line waits, and by then the watch stands: what changed before that is built as well.
        asyncio.get_running_loop().call_soon(due.set)
        try:
            await _report(survey, watched, due, polling=polling)
        except FileNotFoundError:
            continue  # a folder went away after it was listed
        except OSError as fault:
            if polling:
                why = cause(fault)
                raise CannotGoOn(Text(f"无法监视文件的改动：{why.zh}。", f"Cannot watch the files: {why.en}.")) from None
            polling = True
            say(POLLING)


class Survey(NamedTuple):
    """What is watched: the files and folders asked for, and every folder to listen at, as real paths."""

    roots: frozenset[str]
    folders: frozenset[str]

    @classmethod
    def of(cls, watched: Iterable[Path]) -> "Survey":
        """List the folders in `watched`, and the parent of each root: an editor's rename replaces a file there."""
        roots = _real(watched)
        below = {folder for root in roots for folder, _, _ in os.walk(root, followlinks=False)}
        parents = {str(parent) for parent in (Path(root).parent for root in roots) if parent.is_dir()}
        return cls(roots, frozenset(folder for folder in below | parents if _is_text(folder)))

    def listens(self, _: Change, path: str) -> bool:
        """Whether a change at `path` matters: in a root and no editor's scratch file."""
        return any(path == root or (path.startswith(root + os.sep) and not _is_scratch(Path(path[len(root) + 1 :]))) for root in self.roots)

    def is_past(self, changed: set[str], watched: Iterable[Path]) -> bool:
        """Whether folders came or went, or others are `watched` now, so that the list has to be made again."""
        return bool(changed & self.folders) or any(map(os.path.isdir, changed)) or _real(watched) != self.roots


async def _report(survey: Survey, watched: Callable[[], Iterable[Path]], due: asyncio.Event, *, polling: bool | None) -> None:
    """Set `due` after each batch of changes until the survey is past."""
    feed = awatch(
        *survey.folders,
        watch_filter=survey.listens,
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        recursive=False,
        force_polling=polling,
        ignore_permission_denied=True,
    )
    async with aclosing(feed):
        async for changes in feed:
            if survey.is_past({path for _, path in changes}, watched()):
                return
            due.set()


def _real(watched: Iterable[Path]) -> frozenset[str]:
    return frozenset(os.path.realpath(path) for path in watched)


def _is_text(path: str) -> bool:
    """Whether watchfiles can take `path`; a build refuses a name that is no UTF-8 anyway."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_scratch(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name.endswith(SCRATCH_SUFFIXES) or path.name in SCRATCH_NAMES
