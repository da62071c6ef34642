"""Everything that is looked at, in the order in which it is told."""

import time
from pathlib import Path

from giar_site.addresses import OUTPUT
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.examining.contents import contents, settings_file
from giar_site.examining.disk import disk
from giar_site.examining.examined import Examined, State, of_site
from giar_site.examining.platform import platform
from giar_site.examining.settings import settings_of
from giar_site.examining.timing import clock, newest_of
from giar_site.load import Folder, load_settings


def examine(site: Path) -> list[Examined]:
    """Look at the machine and at the site in `site`; never raises for what is wrong with either."""
    return [*platform(), clock(time.time(), newest_of(site)), *disk(site, site / OUTPUT), *_site(site)]


def _site(site: Path) -> list[Examined]:
    try:
        with Folder.top(site) as top:
            loaded = load_settings(top)
        held = settings_of(loaded.settings)
        return [settings_file(loaded.faults), *held, *contents(site, loaded.settings.theme)]
    except CannotGoOn as failure:
        mend = Text("请改正后再运行 giar doctor。", "mend it, then run giar doctor again.")
        return [of_site("site_yaml", State.FAULT, failure.text, mend)]
