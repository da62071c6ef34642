"""What a roll-up's page says of the agencies below it: how many there are on the site, and which of them have not published."""

from typing import NamedTuple

from giar_site.derive import Register, below
from giar_site.model import Agency
from giar_site.render.frame import Link
from giar_site.render.page import agency_path

_MOST_NAMED = 30  # a page must not carry two thousand links; the year's page names all


class BelowView(NamedTuple):
    """The agencies below: how many are expected, how many have `published` that year, and who is `missing` (`more`: how many are not named)."""

    expected: int
    published: int
    missing: list[Link]
    more: int


def below_view(register: Register, agency: Agency, year: int, up: str) -> BelowView | None:
    """The agencies below the roll-up of `agency`; None when it is no roll-up, or nobody names it as parent. `up`: the way to the root."""
    if agency.scope != "rollup":
        return None
    published, missing = below(register.site, agency, year)
    if not published and not missing:
        return None
    named = [Link(up + agency_path(child.slug), child.label) for child in missing[:_MOST_NAMED]]
    return BelowView(len(published) + len(missing), len(published), named, len(missing) - len(named))
