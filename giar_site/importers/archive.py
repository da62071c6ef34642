"""The zip of an office file, opened safely: its directory is checked before anything is unpacked, and nothing is ever written to disk.

The names in it only choose what is read; no file is made by them, so that `../../x` is as harmless as any other name.
"""

import io
import struct
import zipfile
import zlib
from xml.etree import ElementTree as ET

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.xml_part import check_xml, parse_xml

MOST_ENTRIES = 1_000
LARGEST_PART = 64 << 20  # bytes, unpacked
LARGEST_SUM = 200 << 20  # bytes, unpacked
HIGHEST_RATIO = 250  # unpacked to packed; text of office files stays below 100
FREE_OF_RATIO = 1 << 20  # bytes: a small part may be as repetitive as it likes

_ENTRY, _ENCRYPTED = b"PK\x01\x02", 0x1
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_FAILURES = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError, OverflowError, RuntimeError)


class Archive:
    """A zip file whose directory is sound. `names`: of its parts, as they stand there."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        """Take a `file` that open_archive has checked."""
        self._file = file
        self.names = frozenset(file.namelist())

    def read(self, name: str) -> bytes:
        """Return the part `name` unpacked. Raises Refused where it is missing or does not agree with its checksum."""
        if name not in self.names:
            raise Refused(Text(f"缺少必需的部分 {name}，文件不完整", f"its part {name} is missing; the file is incomplete"))
        size = self._file.getinfo(name).file_size
        try:
            with self._file.open(name) as part:
                data = part.read(size + 1)  # never more than the directory announced
        except _FAILURES:
            raise Refused(_damaged(name)) from None
        if len(data) != size:
            raise Refused(_damaged(name))
        return data

    def xml(self, name: str) -> ET.Element:
        """Return the root of the XML part `name`. Raises Refused."""
        return parse_xml(self.read(name), name)

    def check_all_xml(self) -> None:
        """Refuse a DTD, depth or number of elements anywhere: before a library that parses by itself gets the file."""
        for name in sorted(self.names):
            if name.lower().endswith((".xml", ".rels", ".vml")):
                check_xml(self.read(name), name)


def open_archive(data: bytes) -> Archive:
    """Open the bytes of a zip file. Raises Refused for what no office program writes: overlaps, bombs, encryption, repeated names."""
    if data.count(_ENTRY) > MOST_ENTRIES:  # before a list of them is made
        raise Refused(Text(f"压缩包内超过 {MOST_ENTRIES} 个文件", f"it holds more than {MOST_ENTRIES} files"))
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _FAILURES:
        raise Refused(
            Text("不是完好的压缩包，文件可能没有下载完整", "it is no sound zip file; perhaps it was not downloaded completely")
        ) from None
    entries = file.infolist()
    _check_sizes(entries)
    _check_kinds(entries)
    _check_overlaps(data, entries, file.start_dir)
    return Archive(file)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.file_size > LARGEST_PART:
            raise Refused(
                Text(
                    f"其中的 {entry.filename} 解压后超过 {LARGEST_PART >> 20} MiB",
                    f"{entry.filename} in it unpacks to more than {LARGEST_PART >> 20} MiB",
                )
            )
        if entry.file_size > max(FREE_OF_RATIO, HIGHEST_RATIO * entry.compress_size):
            raise Refused(
                Text(
                    f"其中的 {entry.filename} 压缩比超过 {HIGHEST_RATIO} 倍，疑为压缩炸弹",
                    f"{entry.filename} in it unpacks to more than {HIGHEST_RATIO} times its size, as a zip bomb does",
                )
            )
    if sum(entry.file_size for entry in entries) > LARGEST_SUM:
        raise Refused(Text(f"解压后总计超过 {LARGEST_SUM >> 20} MiB", f"it unpacks to more than {LARGEST_SUM >> 20} MiB altogether"))


def _check_kinds(entries: list[zipfile.ZipInfo]) -> None:
    seen = set()
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Refused(Text("已加密。请去掉打开密码后再导入", "it is encrypted; remove the password and import it again"))
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Refused(
                Text(
                    f"其中的 {entry.filename} 使用了办公软件不用的压缩方法",
                    f"{entry.filename} in it is packed by a method that no office program uses",
                )
            )
        if entry.filename.lower() in seen:
            raise Refused(
                Text(f"其中有两个 {entry.filename}，内容有歧义", f"it holds {entry.filename} twice, so that its content is ambiguous")
            )
        seen.add(entry.filename.lower())


def _check_overlaps(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Every entry must end before the next one or the directory begins: overlapping ones let 90 KB unpack to gigabytes."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        start = entry.header_offset
        header = data[start : start + _LOCAL_HEADER.size]
        if start < end or len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise Refused(_overlapping(entry.filename))
        *_, name, extra = _LOCAL_HEADER.unpack(header)
        end = start + _LOCAL_HEADER.size + name + extra + entry.compress_size
        if end > directory:
            raise Refused(_overlapping(entry.filename))


def _overlapping(name: str) -> Text:
    return Text(
        f"压缩包目录有误：{name} 与其他部分重叠或超出文件",
        f"its directory is wrong: {name} overlaps with another part or with the end of the file",
    )


def _damaged(name: str) -> Text:
    return Text(f"其中的 {name} 已损坏（大小或校验码不符）", f"{name} in it is damaged (its size or checksum does not agree)")
