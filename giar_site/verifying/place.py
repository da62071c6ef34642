"""Where a site to verify lies: a folder, a package, an address. All are asked the same two things."""

from collections.abc import Sequence
from typing import BinaryIO, Final, Protocol

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import StrangeFile

WITHIN: Final = "site/"  # where a package holds the site


class Gone(Exception):  # noqa: N818 - the name is the fact
    """There is no such file."""


class Place(Protocol):
    """A site. Files that `open` gives may hold anything and be of any size."""

    name: str

    def paths(self) -> Sequence[str | StrangeFile] | None:
        """What is there, in order; None where nobody can tell. Raises OSError."""

    def open(self, path: str) -> BinaryIO:
        """The file at `path`, to read from its start. Raises Gone, or OSError."""

    def close(self) -> None:
        """Let go of what is held open."""


def no_site(name: str) -> CannotGoOn:
    """The sentence for a place that holds no site."""
    return CannotGoOn(
        Text(
            f"{name} 里没有 giar 生成的网站（既没有 MANIFEST.json，也没有 data/giar.json）。",
            f"{name} holds no site of giar's: neither MANIFEST.json nor data/giar.json.",
        )
    )
