"""A site in a folder. Links are not followed, and pipes are not waited for."""

from pathlib import Path
from typing import BinaryIO

from giar_site.addresses import MARKER
from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.sealing import NAME, StrangeFile, files_below, open_plain
from giar_site.verifying.place import WITHIN, Gone, no_site


class Folder:
    """The site whose root is `root`."""

    def __init__(self, root: Path) -> None:
        """Take the folder; nothing is read yet."""
        self.root, self.name = root, str(root)
        with cannot(Text("读取", "read"), root):
            self._paths = list(files_below(root))

    def paths(self) -> list[str | StrangeFile]:
        """What is there."""
        return self._paths

    def close(self) -> None:
        """Nothing is held open."""

    def open(self, path: str) -> BinaryIO:
        """The plain file at `path`, none but those that were found: no folder on the way to one of them is a link."""
        if path not in self._found:
            raise Gone(path)
        return open_plain(self.root / path)

    @property
    def _found(self) -> frozenset[str]:
        if not hasattr(self, "_kept"):
            self._kept = frozenset(path for path in self._paths if isinstance(path, str))
        return self._kept


def folder_at(folder: Path) -> Folder:
    """The site in `folder`: the folder itself, or site/ in an unpacked package. Raises CannotGoOn."""
    for root in (folder, folder / WITHIN):
        if _is_there(root / NAME) or _is_there(root / MARKER):
            return Folder(root)
    raise no_site(str(folder))


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return not path.parent.is_symlink() or path.name == NAME
