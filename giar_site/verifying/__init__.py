"""`giar verify`: is a copy of a site what was sealed, and do its pages show its data? Needs no source tree."""

from giar_site.verifying.asked import place_of
from giar_site.verifying.difference import Difference, Kind
from giar_site.verifying.place import Place
from giar_site.verifying.told import as_json, as_text
from giar_site.verifying.verify import Verified, verify

__all__ = ["Difference", "Kind", "Place", "Verified", "as_json", "as_text", "place_of", "verify"]
