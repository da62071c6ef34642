"""A package that giar would not make is refused before a file of it is read."""

import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.verifying import place_of


def named(name: str, mode: int = stat.S_IFREG | 0o644) -> Callable[[zipfile.ZipFile], None]:
    def write(archive: zipfile.ZipFile) -> None:
        head = zipfile.ZipInfo(name)
        head.external_attr = mode << 16
        archive.writestr(head, b"x")

    return write


def overlapping(archive: zipfile.ZipFile) -> None:
    archive.writestr("site/a", b"a")
    archive.writestr("site/b", b"b")
    archive.infolist()[-1].header_offset = archive.infolist()[-2].header_offset


HOSTILE = {
    "up": named("site/../../x"),
    "absolute": named("/etc/x"),
    "back slash": named("site\\x"),
    "drive": named("c:x"),
    "control character": named("site/a\x07"),
    "link": named("site/x", stat.S_IFLNK | 0o777),
    "pipe": named("site/x", stat.S_IFIFO | 0o644),
    "twice": named("site/MANIFEST.json"),
    "overlap": overlapping,
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_package_is_refused(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("site/MANIFEST.json", b"{}")
        HOSTILE[kind](archive)
    with pytest.raises(CannotGoOn, match="Cannot verify"):
        place_of(str(file))


def test_a_package_with_usual_names_is_not_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("site/MANIFEST.json", b"{}")
        named("site/a/2020/files/附表 1.pdf")(archive)
    with closing(place_of(str(file))) as place:
        assert place.paths() == ["MANIFEST.json", "a/2020/files/附表 1.pdf"]
