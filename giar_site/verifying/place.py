"""Where a site to verify lies: a folder, a package, an address. All are asked the same two things."""

from pathlib import Path
from typing import BinaryIO, Final, Protocol

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import StrangeFile

WITHIN: Final = "site/"  # where a package holds the site


class Gone(Exception):  # noqa: N818 - the name is the fact
    """There is no such file."""


class Place(Protocol):
    """A site. Files that `open` gives may hold anything and be of any size."""

    name: str

    def paths(self) -> list[str | StrangeFile] | None:
        """What is there, in order; None where nobody can tell. Raises OSError."""

    def open(self, path: str) -> BinaryIO:
        """The file at `path`, to read from its start. Raises Gone, or OSError."""


def place_of(asked: str) -> Place:
    """The place that `asked` names. Raises CannotGoOn where it is none."""
    from giar_site.verifying.archive import Package  # noqa: PLC0415 - only the one that is needed, as they load much
    from giar_site.verifying.folder import folder_at  # noqa: PLC0415
    from giar_site.verifying.web import Web  # noqa: PLC0415

    if asked.lower().startswith(("http://", "https://")):
        return Web(asked)
    path = Path(asked)
    if path.is_dir():
        return folder_at(path)
    if path.is_file():
        return Package(path)
    raise CannotGoOn(
        Text(
            f"找不到 {asked}。请写网站文件夹、giar package 打的压缩包，或者 http(s) 网址。",
            f"There is no {asked}; name a folder, a zip of giar package, or an http(s) address.",
        )
    )


def no_site(name: str) -> CannotGoOn:
    """The sentence for a place that holds no site."""
    return CannotGoOn(
        Text(
            f"{name} 里没有 giar 生成的网站（既没有 MANIFEST.json，也没有 data/giar.json）。",
            f"{name} holds no site of giar's: neither MANIFEST.json nor data/giar.json.",
        )
    )
