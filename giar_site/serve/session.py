"""One run of the preview: listen, watch, build, reload, until Ctrl-C."""

import asyncio
import contextlib
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tornado.httpserver import HTTPServer

from giar_site.diagnostics import Text
from giar_site.serve import ports
from giar_site.serve.building import Outcome, Preview
from giar_site.serve.guard import WILDCARDS, Guard, bracketed
from giar_site.serve.quiet import quiet
from giar_site.serve.server import Application
from giar_site.serve.watching import watch

LARGEST_BODY = 64 * 1024  # bytes; nobody sends one
READY = Text(
    "预览：{url}（保存文件后页面自动更新，按 Ctrl-C 结束）",
    "Preview: {url} (pages follow when you save; Ctrl-C ends it)",
)
ENDED = Text("预览已结束。", "The preview has ended.")


class Work(NamedTuple):
    """What the caller hands in: see `giar_site.serve.serve`."""

    rebuild: Callable[[], Outcome]
    output: Path
    watched: Callable[[], Iterable[Path]]
    say: Callable[[Text], None]


class Wishes(NamedTuple):
    """Where to show the preview and whether to open a browser there."""

    host: str
    port: int
    open_browser: bool
    trusted_host: bool


def run(work: Work, wishes: Wishes) -> None:
    """Show the preview until Ctrl-C; raise CannotGoOn where it cannot listen."""
    if warning := ports.warning(wishes.host, trusted=wishes.trusted_host):
        work.say(warning)
    with quiet(work.say), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_show(work, wishes))
    work.say(ENDED)


async def _show(work: Work, wishes: Wishes) -> None:
    sockets = ports.listen(wishes.host, wishes.port)  # before the first build: a taken port is told at once
    guard = Guard(wishes.host, sockets[0].getsockname()[1])
    preview = Preview(work.output)
    application = Application(preview, guard)
    server = HTTPServer(application, max_body_size=LARGEST_BODY)
    due = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(work.watched, due, work.say))
            await _build(preview, due, work)
            server.add_sockets(sockets)  # whoever came earlier has been waiting in the queue
            _announce(guard, wishes, work.say)
            while True:
                await _build(preview, due, work)
                application.reload()
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    finally:
        server.stop()
        ports.close(sockets)
        await server.close_all_connections()


async def _build(preview: Preview, due: asyncio.Event, work: Work) -> None:
    """Build when it is due; what changes during a build makes it due once more."""
    await due.wait()
    due.clear()
    await preview.build(work.rebuild, work.say)


def _announce(guard: Guard, wishes: Wishes, say: Callable[[Text], None]) -> None:
    host = "127.0.0.1" if guard.host in WILDCARDS else bracketed(guard.host)
    url = f"http://{host}:{guard.port}/"
    say(Text(*(sentence.format(url=url) for sentence in READY)))
    if wishes.open_browser:
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, url)
