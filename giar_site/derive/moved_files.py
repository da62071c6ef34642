"""An attachment that goes by another name now: the correction at its former place tells of the new one, too."""

from collections.abc import Collection, Mapping

from giar_site.derive.printed import TITLE_OF
from giar_site.model import Correction

_FILES = "files/"


def places_told(new: Collection[Correction], before: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """The places that the corrections `new` tell of: those they are at, and the file that one at a file that is gone calls its `now`.

    `before` and `now`: the texts of the version published before and of this one.
    """
    told = {each.at for each in new}
    added = [at for at in now if at.startswith(_FILES) and at not in before]
    for each in new:
        if each.at.startswith(_FILES) and each.at in before and each.at not in now:
            meant = [at for at in added if each.now in {at, at.removeprefix(_FILES), now.get(f"{TITLE_OF}{at}")}]
            told.update(meant if len(meant) == 1 else ())  # of two that are called alike it tells of neither
    return frozenset(told)
