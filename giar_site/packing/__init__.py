"""`giar package`: the built site as one file that can be carried, verified and put on any host."""

from giar_site.packing.current import Wanted, built_anew
from giar_site.packing.package import Packed, package

__all__ = ["Packed", "Wanted", "built_anew", "package"]
