"""What was asked for, as a folder, a package or an address."""

from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.verifying.archive import Package
from giar_site.verifying.folder import folder_at
from giar_site.verifying.place import Place
from giar_site.verifying.web import Web


def place_of(asked: str) -> Place:
    """The place that `asked` names. Raises CannotGoOn where it is none."""
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
