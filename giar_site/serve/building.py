"""What the preview knows of its builds: how many there were and what the last one said."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Text

UPDATED = Text("预览已更新。", "The preview is up to date.")
NOT_UPDATED = Text(
    "预览没有更新，仍是上次成功的页面；改好后会自动更新。问题如下：",
    "The preview was not updated and still shows the last good pages; it follows once this is mended:",
)


NOTHING_YET = Text(
    "还没有可以预览的页面；改好后会自动出现。问题如下：",
    "There is no page to preview yet; it appears once this is mended:",
)


class Outcome(NamedTuple):
    """How a build ended. `report`: every finding as text, as `giar check` prints it; shown in the browser where not `ok`."""

    ok: bool
    report: str


@dataclass
class Preview:
    """The site on show. `fault` is the report of the last build where that failed."""

    output: Path
    builds: int = 0
    fault: str | None = None
    run: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def edition(self) -> str:
        """Names what a page was served from; no two builds share it, nor two runs of the preview."""
        return f"{self.run}-{self.builds}"

    @property
    def has_site(self) -> bool:
        """Whether a build ever came to an end here."""
        return (self.output / "index.html").is_file()

    async def build(self, rebuild: Callable[[], Outcome], say: Callable[[Text], None]) -> None:
        """Run `rebuild` off the event loop, keep what it says, and tell the person at the keyboard."""
        outcome = await asyncio.get_running_loop().run_in_executor(None, _told, rebuild)
        self.builds += 1
        self.fault = None if outcome.ok else outcome.report
        if self.fault is not None:
            sentence = NOT_UPDATED if self.has_site else NOTHING_YET
            say(Text(f"{sentence.zh}\n{self.fault}", f"{sentence.en}\n{self.fault}"))
        elif self.builds > 1:
            say(UPDATED)


def _told(rebuild: Callable[[], Outcome]) -> Outcome:
    try:
        return rebuild()
    except CannotGoOn as failure:
        return Outcome(ok=False, report="\n".join(failure.text))
    except Exception as fault:  # noqa: BLE001 - whatever a build may raise, the preview lives on and shows it
        what = f"{type(fault).__name__}: {fault}"
        return Outcome(ok=False, report=f"giar 内部出错（{what}），请报告给开发者。\ngiar failed inside ({what}); please report it.")
