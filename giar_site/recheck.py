"""`giar check --watch`: check, wait for a save, check again, until Ctrl-C."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.load import Folder, load_settings
from giar_site.serve.quiet import quiet
from giar_site.serve.watching import watch

WAITING = Text("保存文件后会重新检查，按 Ctrl-C 结束。", "Checks again when you save; Ctrl-C ends it.")


def keep_checking(site: Path, look: Callable[[str], str], language: str, say: Callable[[Text], None]) -> None:
    """Print what `look` finds now and after every save below `site`, in `language`; return on Ctrl-C or when asked to end.

    `look` runs in a thread beside the watch, never twice at once, so it must not fork. Raises CannotGoOn without a site.
    """
    with Folder.top(site) as top:
        load_settings(top)  # no site, nothing to wait for: said at once
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _like_ctrl_c)
    with quiet(say), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_keep(site, look, language, say))


async def _keep(site: Path, look: Callable[[str], str], language: str, say: Callable[[Text], None]) -> None:
    def watched() -> Sequence[Path]:
        return [site / "site.yaml", site / "content"]

    due = asyncio.Event()
    count = 0
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(watched, due, say))
            while True:
                await due.wait()
                due.clear()
                count += 1
                said = await asyncio.to_thread(_told, look, language)
                say(
                    Text(f"──────── 第 {count} 次检查 ────────\n{said}{WAITING.zh}", f"──────── check {count} ────────\n{said}{WAITING.en}")
                )
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None


def _told(look: Callable[[str], str], language: str) -> str:
    """What `look` says; where it cannot go on (a file is just being replaced), that, for the next save may cure it."""
    try:
        return look(language)
    except CannotGoOn as failure:
        return failure.text.in_language(language) + "\n"


def _like_ctrl_c(*_: object) -> None:
    raise KeyboardInterrupt
