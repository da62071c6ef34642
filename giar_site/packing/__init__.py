"""`giar package`: the built site as one file that can be carried, verified and put on any host."""

from giar_site.packing.current import Wanted, built_anew
from giar_site.packing.key_files import Keys, refuse_place, write_keys
from giar_site.packing.package import Packed, package

__all__ = ["Keys", "Packed", "Wanted", "built_anew", "package", "refuse_place", "write_keys"]
