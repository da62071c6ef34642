"""A package, read in place: nothing is unpacked. One that does not look as giar packs it is refused before a file is read."""

import itertools
import stat
import zipfile
import zlib
from pathlib import Path
from typing import IO, BinaryIO, Final, Self, cast

from giar_site.addresses import MARKER
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import NAME, open_plain
from giar_site.verifying.place import WITHIN, Gone, no_site

_HEAD: Final = 30  # bytes of a member's own head, at the least
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED: Final = 1


class Package:
    """The site in the zip `file`. Raises CannotGoOn."""

    def __init__(self, file: Path) -> None:
        """Read the list of members and refuse a hostile one."""
        self.name = str(file)
        with cannot(Text("读取", "read"), file):
            self._file = open_plain(file)
        try:
            self._read(file)
        except BaseException:
            self.close()
            raise

    def _read(self, file: Path) -> None:
        with cannot(Text("读取", "read"), file):
            try:
                self._zip = zipfile.ZipFile(self._file)
            except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
                raise _refused(file, Text("不是 zip 压缩包，或者已经损坏", "it is no zip, or damaged")) from None
        members = self._zip.infolist()
        if fault := _fault(members):
            raise _refused(file, fault)
        names = {each.filename for each in members}
        root = next((root for root in (WITHIN, "") if root + NAME in names or root + MARKER in names), None)
        if root is None:
            raise no_site(self.name)
        self._members = {each.filename.removeprefix(root): each for each in members if each.filename.startswith(root)}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def paths(self) -> list[str]:
        """What is there."""
        return sorted(self._members)

    def open(self, path: str) -> BinaryIO:
        """The member at `path`."""
        if path not in self._members:
            raise Gone(path)
        try:
            return cast("BinaryIO", _Member(self._zip.open(self._members[path])))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise OSError(0, str(error)) from error


class _Member:
    """A member whose damage is an OSError, as that of any other file."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise OSError(0, str(error)) from error


def _fault(members: list[zipfile.ZipInfo]) -> Text | None:
    names = [each.filename for each in members]
    if len(set(names)) < len(names):
        return Text("有重名的文件", "two files have one name")
    for each in members:
        mode = each.external_attr >> 16
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            return Text(f"{each.filename!r} 不是普通文件", f"{each.filename!r} is no plain file")
        if each.compress_type not in _METHODS or each.flag_bits & _ENCRYPTED:
            return Text(f"{each.filename!r} 用了 giar 不用的压缩方法或密码", f"{each.filename!r} is packed or locked as giar does not")
        if _strange(each.filename) or each.filename != each.orig_filename:
            return Text(f"有不正常的文件名 {each.filename!r}", f"a file has the strange name {each.filename!r}")
    for one, other in itertools.pairwise(sorted(members, key=lambda each: each.header_offset)):
        if one.header_offset + _HEAD + one.compress_size > other.header_offset:
            return Text(f"{one.filename!r} 和别的文件重叠", f"{one.filename!r} overlaps another file")
    return None


def _strange(name: str) -> bool:
    return any(part in {"", ".", ".."} for part in name.split("/")) or "\\" in name or ":" in name or not name.isprintable()


def _refused(file: Path, why: Text) -> CannotGoOn:
    return CannotGoOn(
        Text(
            f"不能核对 {file}：{why.zh}。请重新取一份 giar package 打的压缩包。",
            f"Cannot verify {file}: {why.en}. Fetch the package of giar package again.",
        )
    )
