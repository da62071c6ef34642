"""Preview: watch, rebuild, show in the browser. Floor 7, and the only package that knows livereload, tornado and watchfiles.

guard, policy, markup: pure · watching: files → "a build is due" · building: one build → what is on show · ports: sockets ·
answers, pages, channel, server: HTTP · session: one run of it all.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from giar_site.diagnostics import Text
from giar_site.serve.building import Outcome
from giar_site.serve.guard import WILDCARDS

__all__ = ["Outcome", "serve"]


def serve(  # noqa: PLR0913 - each is a switch of `giar serve`
    rebuild: Callable[[], Outcome],
    output: Path,
    watched: Callable[[], Iterable[Path]] | Sequence[Path],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    say: Callable[[Text], None],
    trusted_host: bool = False,
) -> None:
    """Show `output` on `host`:`port`, rebuild it when a file under `watched` changes, and reload the browser; return on Ctrl-C.

    `rebuild` puts a new site in the place of `output` whole, or leaves it alone; it may raise CannotGoOn. It runs in a thread
    beside the server, never twice at once, so it must not fork. `watched` holds files and folders, present or not; links in
    them are not followed. Where the system reports no changes (network shares), WATCHFILES_FORCE_POLLING=1 looks for them
    every 0.3 s. Port 0 takes any free port. A host other than this computer needs `trusted_host`: whoever reaches it sees
    what is not published yet.

    Raises CannotGoOn where the port is taken or the address cannot be used.
    """
    from giar_site.serve.session import Wishes, Work, run  # noqa: PLC0415 - livereload costs 0.3 s; no other command should pay it

    work = Work(rebuild, output, watched if callable(watched) else lambda: watched, say)
    run(work, Wishes(host or WILDCARDS[0], port, open_browser, trusted_host))
