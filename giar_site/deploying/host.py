"""What `giar deploy` asks of a target, whatever lies between."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from giar_site.sealing import Entry, Manifest

MARGIN = 1.1  # of the bytes that travel: folders and the manifest take space, too
Advance = Callable[[int], None]
"""Called with the bytes that have arrived so far."""


class State(NamedTuple):
    """What stands on a target: its releases in order of time, the one that the public sees ("": none), bytes free there."""

    releases: tuple[str, ...] = ()
    current: str = ""
    free: int = 0


class Cargo(NamedTuple):
    """What is to arrive: `release` of the site in the folder `built`, `manifest` and its bytes, what may be linked from `current` ("": nothing)."""

    release: str
    built: Path
    manifest: Manifest
    sealed: bytes
    current: str
    unchanged: tuple[Entry, ...]


class Host(Protocol):
    """A target. Every method raises CannotGoOn where it cannot be reached, written or read."""

    def lock(self) -> AbstractContextManager[None]:
        """Keep other operators away meanwhile."""

    def state(self) -> State:
        """Look, and change nothing. Also refuses a target that could not be written."""

    def manifest(self, release: str) -> bytes | None:
        """MANIFEST.json of a release, None where it has none."""

    def clear(self, release: str) -> int:
        """Remove what other deployments left unfinished; how many bytes of `release` have arrived already."""

    def stage(self, cargo: Cargo, advance: Advance) -> int:
        """Bring the files beside the releases, or those that are not there yet, and prove them; bytes that travelled."""

    def reopen(self, name: str, release: str) -> None:
        """What stands as the release `name`, and is not the current one, is `release` still to be staged."""

    def verify(self, release: str, manifest: Manifest) -> tuple[str, ...] | None:
        """Paths of a release that are not as its manifest says: altered, missing, or not listed; None where the target has nothing to tell with."""

    def settle(self, release: str, name: str) -> None:
        """What was staged becomes the release `name`, and is on the disk."""

    def switch(self, name: str) -> None:
        """From now on the public sees the release `name`."""

    def remove(self, names: tuple[str, ...]) -> None:
        """Remove releases."""
