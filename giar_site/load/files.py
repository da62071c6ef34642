"""The one choke point to agency files: nothing is opened, listed or followed but through here.

A folder is held by its descriptor and every step below it refuses links, so a name cannot be swapped for a link
between the look and the reading. FIFOs and devices never block: they are opened non-blocking and refused by type.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

from giar_site.causes import cause
from giar_site.diagnostics import CannotGoOn, Text

_SAFE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")  # a web server may decode it once more than a browser does
LONGEST_NAME = 200
_ANY_SIZE = 1 << 60


class Refused(Exception):  # noqa: N818 - not an error of ours but a verdict on a file
    """A file that is not taken, and why."""

    def __init__(self, zh: str, en: str) -> None:
        """Say why in both languages."""
        super().__init__(en)
        self.text = Text(zh, en)


class Folder:
    """An opened folder; `path` is its path relative to the site folder, for messages."""

    def __init__(self, descriptor: int, path: str) -> None:
        """Take over an open directory descriptor."""
        self._descriptor = descriptor
        self.path = path

    @classmethod
    def top(cls, path: Path) -> "Folder":
        """Open the trusted top folder; CannotGoOn when that fails."""
        try:
            return cls(os.open(path, os.O_RDONLY | os.O_DIRECTORY), "")
        except OSError as error:
            raise _unreadable(str(path), error) from error

    def __enter__(self) -> Self:
        """Keep the folder open for the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        os.close(self._descriptor)

    def below(self, name: str) -> str:
        """The path of `name` in this folder, relative to the site folder."""
        return f"{self.path}/{name}" if self.path else name

    def names(self) -> list[str]:
        """Sorted names of all entries but operating-system litter and dot files."""
        try:
            found = os.listdir(self._descriptor)  # noqa: PTH208 - a descriptor is no path
        except OSError as error:
            raise _unreadable(self.path, error) from error
        return sorted(name for name in found if not name.startswith((".", "~$")) and name.lower() not in _LITTER)

    def kind(self, name: str) -> str:
        """What `name` is, without following links: "file", "folder", "link", "other" or "" (not there)."""
        try:
            mode = os.stat(name, dir_fd=self._descriptor, follow_symlinks=False).st_mode
        except OSError:
            return ""
        if stat.S_ISREG(mode):
            return "file"
        if stat.S_ISDIR(mode):
            return "folder"
        return "link" if stat.S_ISLNK(mode) else "other"

    def folder(self, name: str) -> "Folder":
        """Open the folder `name`. Raises Refused for links and anything else."""
        check_name(name)
        try:
            return Folder(os.open(name, _SAFE | os.O_DIRECTORY, dir_fd=self._descriptor), self.below(name))
        except OSError as error:
            raise _refusal(self.kind(name), error, "文件夹", "folder") from error

    @contextmanager
    def opened(self, name: str, limit: int) -> Iterator[BinaryIO]:
        """Open the regular file `name` of at most `limit` bytes. Raises Refused for anything else."""
        check_name(name)
        try:
            descriptor = os.open(name, _SAFE | os.O_NONBLOCK, dir_fd=self._descriptor)
        except OSError as error:
            raise _refusal(self.kind(name), error, "文件", "file") from error
        try:
            _check_status(os.fstat(descriptor), limit)
        except Refused:
            os.close(descriptor)
            raise
        with os.fdopen(descriptor, "rb") as file:
            yield file

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of the file `name`. Raises Refused."""
        with self.opened(name, limit) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise Refused(f"文件超过上限 {limit} 字节", f"over the limit of {limit} bytes")
        return data

    def replace(self, name: str, before: bytes, after: bytes) -> bool:
        """Put a file of the bytes `after` in the place of the file `name`, at once and with its mode; False when it no longer holds `before`.

        Raises Refused for what may not be read either, OSError when it cannot be written.
        """
        with self.opened(name, _ANY_SIZE) as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            if file.read(len(before) + 1) != before:
                return False
        scratch = f".{name}.giar-{secrets.token_hex(4)}"
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | (_SAFE & ~os.O_RDONLY), 0o600, dir_fd=self._descriptor)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
                os.fchmod(file.fileno(), mode)
            os.replace(scratch, name, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
        except BaseException:
            os.unlink(scratch, dir_fd=self._descriptor)
            raise
        return True


def check_name(name: str) -> None:
    """Raise Refused when `name` cannot be spelled safely on every system that may hold the site."""
    bad = next((char for char in name if char in '\\/:*?"<>|' or ord(char) < 32 or 127 <= ord(char) < 160), None)
    if bad is not None:
        raise Refused(f"名称里有不能用的字符 U+{ord(bad):04X}", f"the name holds the character U+{ord(bad):04X}")
    if not name.isprintable():
        raise Refused("名称里有看不见的字符", "the name holds an invisible character")
    if _ESCAPE.search(name):
        raise Refused("名称里有网址编码（% 加两位十六进制数）", "the name holds a URL escape (% and two hexadecimal digits)")
    if not name or name in {".", ".."} or name[0] in "-. " or name[-1] in ". ":
        raise Refused(
            "名称不能以点、空格或减号开头，也不能以点或空格结尾", "a name must not begin with . - or space, nor end with . or space"
        )
    if name.split(".", maxsplit=1)[0].lower() in _RESERVED:
        raise Refused("这个名称是 Windows 的保留名称", "the name is reserved on Windows")
    if len(os.fsencode(name)) > LONGEST_NAME:
        raise Refused(f"名称超过 {LONGEST_NAME} 字节", f"the name is longer than {LONGEST_NAME} bytes")


def _check_status(status: os.stat_result, limit: int) -> None:
    """Raise Refused for what is no plain file of its own of at most `limit` bytes."""
    if stat.S_ISDIR(status.st_mode):
        raise Refused("是文件夹，这里要放文件", "a folder where a file belongs")
    if not stat.S_ISREG(status.st_mode):
        raise Refused("不是普通文件（可能是管道或设备）", "not a regular file (a pipe or a device?)")
    if status.st_nlink > 1:  # its other name may be a secret outside the site, which a link in content/ would publish
        raise Refused(
            "是硬链接（同一个文件在别处还有名称），请复制一份放在这里", "a hard link (the file has another name elsewhere); put a copy here"
        )
    if status.st_size > limit:
        raise Refused(f"文件有 {status.st_size} 字节，超过上限 {limit} 字节", f"{status.st_size} bytes, over the limit of {limit}")


def _refusal(kind: str, error: OSError, zh: str, en: str) -> Refused:
    if kind == "link":
        return Refused(
            "是符号链接，giar 不跟随链接；请放入真正的" + zh, f"a symbolic link, which giar never follows; put the real {en} there"
        )
    if kind == "other":
        return Refused(f"不是普通{zh}（可能是管道或设备）", f"not a regular {en} (a pipe or a device?)")
    why = cause(error)
    return Refused(f"读不了：{why.zh}", f"cannot be read: {why.en}")


def _unreadable(path: str, error: OSError) -> CannotGoOn:
    why = cause(error)
    return CannotGoOn(Text(f"读不了文件夹 {path}：{why.zh}。", f"cannot read folder {path}: {why.en}."))
