"""`giar serve`: the build of the sentence, handed to the preview server, with the findings as it should show them."""

import signal
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from giar_site.build import build
from giar_site.clock import today
from giar_site.diagnostics import Text
from giar_site.load import Folder, load_settings
from giar_site.output import Checked, findings_as
from giar_site.rules import RULES
from giar_site.serve import Outcome, serve


class Wishes(NamedTuple):
    """How to show the preview: where to listen, whether to open a browser, and that strangers may look."""

    host: str
    port: int
    open_browser: bool
    trusted_host: bool


def _like_ctrl_c(*_: object) -> None:
    raise KeyboardInterrupt


def preview(site: Path, language: str, wishes: Wishes, say: Callable[[Text], None]) -> None:
    """Show the site in folder `site` until Ctrl-C, built in a folder of its own so that site/ stays as published.

    Raises CannotGoOn where the port is taken or the address cannot be used.
    """
    with Folder.top(site) as top:
        load_settings(top)  # no site, no preview: said at once, not in a browser
    for ending in (signal.SIGTERM, signal.SIGHUP):  # a closed terminal ends the preview like Ctrl-C: nothing unpublished stays in /tmp
        signal.signal(ending, _like_ctrl_c)
    with tempfile.TemporaryDirectory(prefix="giar-preview-") as folder:
        output = Path(folder) / "site"

        def rebuild() -> Outcome:
            built = build(site, output, today=today())
            checked = built.checked
            findings = sorted(checked.findings, key=lambda finding: not finding.blocks)  # what stopped the build stands first
            return Outcome(built.published, findings_as("text", Checked(findings, checked.reports, RULES, site), language))

        def watched() -> Sequence[Path]:
            return [site / "site.yaml", site / "content", site / "themes"]

        serve(
            rebuild,
            output,
            watched,
            host=wishes.host,
            port=wishes.port,
            open_browser=wishes.open_browser,
            say=say,
            trusted_host=wishes.trusted_host,
        )
