"""`giar verify` on clean copies, and on a thousand that were tampered with: each is found, and named at the file it was done to."""

import http.server
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from giar_site.build import build
from giar_site.packing import package
from giar_site.sealing import NAME, Entry, digests_of, manifest_bytes, read_manifest
from giar_site.sealing.tree import StrangeFile
from giar_site.verifying import Kind, Verified, as_json, place_of, verify
from giar_site.verifying.place import Gone

ROOT = Path(__file__).parents[2]
COUNTY = ROOT / "tests" / "sites" / "county"
Files = dict[str, bytes]


class Held:
    """A site in memory."""

    name = "held"

    def __init__(self, files: Files) -> None:
        self.files = files

    def paths(self) -> list[str | StrangeFile]:
        return sorted(self.files)

    def close(self) -> None:
        pass

    def open(self, path: str) -> BinaryIO:
        if path not in self.files:
            raise Gone(path)
        return BytesIO(self.files[path])


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    shutil.copytree(COUNTY, folder / "site", ignore=shutil.ignore_patterns("expected", "findings.txt"))
    build(folder / "site", folder / "built", jobs=1)
    return package(folder / "site", folder / "built", folder / "package.zip", "县", reports=1, gzipped=True).file


@pytest.fixture(scope="session")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(packed, folder)
    return folder


@pytest.fixture(scope="session")
def files(unpacked: Path) -> Files:
    root = unpacked / "site"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture(scope="session")
def smaller(files: Files) -> Files:
    """A site of one report, quicker to verify."""
    root = ROOT / "tests" / "sites" / "one-year-old" / "expected"
    held = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    entries = tuple(Entry(path, *digests_of(BytesIO(held[path]))) for path in sorted(held))
    return held | {NAME: manifest_bytes(read_manifest(files[NAME])._replace(files=entries))}


@pytest.fixture(scope="session")
def address(unpacked: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=unpacked))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    server.server_close()


def said(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "giar_site", "verify", *words], capture_output=True, text=True, check=False, cwd=ROOT)


def test_a_clean_package_folder_site_and_address_verify(packed: Path, unpacked: Path, address: str) -> None:
    for place in (str(packed), str(unpacked), str(unpacked / "site"), address):
        run = said(place)
        assert (run.returncode, run.stderr) == (0, ""), run.stdout
        assert "核对通过" in run.stdout.splitlines()[-1]
    assert "看不到" in run.stdout


@pytest.mark.parametrize("case", ["county", "lineage", "one-year-old"])
def test_the_figures_of_a_golden_site_agree_and_the_missing_manifest_is_said(case: str) -> None:
    done = verify(place_of(str(ROOT / "tests" / "sites" / case / "expected")))
    assert [each.kind for each in done.differences] == [Kind.NO_MANIFEST]
    assert done.figures > 0


def test_what_is_no_site_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x05\x06 no zip")
    for place in (tmp_path, tmp_path / "gone", tmp_path / "x.zip", "http://127.0.0.1:9/"):
        run = said(str(place))
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1), run.stderr


def test_links_and_pipes_are_named_and_not_followed(unpacked: Path, tmp_path: Path) -> None:
    site = shutil.copytree(unpacked / "site", tmp_path / "site")
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")
    (site / "404.html").rename(tmp_path / "elsewhere")
    (site / "404.html").symlink_to(tmp_path / "elsewhere")
    assert {(each.kind, each.path) for each in verify(place_of(str(site))).differences} >= {
        (Kind.NO_FILE, "index.html"),
        (Kind.NO_FILE, "404.html"),
    }


# A thousand tamperings


def one_byte(held: Files, chance: random.Random) -> set[str]:
    path = chance.choice(sorted(held.keys() - {NAME}))
    at = chance.randrange(len(held[path]))
    held[path] = held[path][:at] + bytes([held[path][at] ^ chance.randrange(1, 256)]) + held[path][at + 1 :]
    return {path}


def one_digit(pattern: str, fits: str) -> Callable[[Files, random.Random], set[str]]:
    def tamper(held: Files, chance: random.Random) -> set[str]:
        path = chance.choice([each for each in sorted(held) if re.fullmatch(fits, each) and re.search(pattern.encode(), held[each])])
        match = chance.choice(list(re.finditer(pattern.encode(), held[path])))
        at = chance.randrange(*match.span(1))
        while not held[path][at : at + 1].isdigit():
            at = chance.randrange(*match.span(1))
        other = chance.choice([each for each in b"123456789" if each != held[path][at]])
        held[path] = held[path][:at] + bytes([other]) + held[path][at + 1 :]
        return {path}

    return tamper


PAGE = one_digit(r'data-(?:value|of)="[^"]*"[^<>]*>[^0-9<]*([0-9.]*[0-9])[^0-9<]*<', r"(?:index|[a-z-]+/(?:index|\d{4}))\.html")
ATTRIBUTE = one_digit(r'data-value="(-?[0-9.]+)"', r"[a-z-]+/\d{4}\.html")
DATA = one_digit(r'@[a-z_]+": "(-?[0-9.]+)"', r"data/[a-z-]+/\d{4}\.json")
TABLE = one_digit(r",[a-z_]+\.[a-z_.]+@[a-z_]+,(-?[0-9.]+),", r"data/figures\.csv")


def added(held: Files, chance: random.Random) -> set[str]:
    path = chance.choice(["x.html", "years/x.js", "data/new.json", "assets/a/b.css", ".htaccess"]) + str(chance.randrange(9))
    held[path] = chance.randbytes(chance.randrange(99))
    return {path}


def removed(held: Files, chance: random.Random) -> set[str]:
    path = chance.choice(sorted(held.keys() - {NAME}))
    del held[path]
    return {path}


def renamed(held: Files, chance: random.Random) -> set[str]:
    path = chance.choice(sorted(held.keys() - {NAME}))
    held[path + ".bak"] = held.pop(path)
    return {path, path + ".bak"}


def swapped(held: Files, chance: random.Random) -> set[str]:
    one, other = chance.sample(sorted(held.keys() - {NAME}), 2)
    while held[one] == held[other]:
        one, other = chance.sample(sorted(held.keys() - {NAME}), 2)
    held[one], held[other] = held[other], held[one]
    return {one, other}


def damaged(held: Files, chance: random.Random) -> set[str]:
    data = held[NAME]
    held[NAME] = chance.choice([data[: chance.randrange(len(data))], data.replace(b'"size"', b'"sise"', 1), chance.randbytes(200), b"[]"])
    return {NAME}


def no_manifest(held: Files, _: random.Random) -> set[str]:
    del held[NAME]
    return {NAME}


def edited(held: Files, chance: random.Random) -> set[str]:
    """A manifest in which a digit of a digest is another: the file is named, since the manifest cannot tell which of both was altered."""
    at = chance.choice([match.start(1) for match in re.finditer(rb'"(?:sha256)": "([0-9a-f])', held[NAME])])
    held[NAME] = held[NAME][:at] + (b"0" if held[NAME][at : at + 1] != b"0" else b"1") + held[NAME][at + 1 :]
    path = held[NAME][:at].rpartition(b'"path": "')[2].partition(b'"')[0].decode()
    return {path}


def fitted(tamper: Callable[[Files, random.Random], set[str]]) -> Callable[[Files, random.Random], set[str]]:
    """The same, and the manifest written anew to fit, as one that knows giar would."""

    def both(held: Files, chance: random.Random) -> set[str]:
        paths = tamper(held, chance)
        manifest = read_manifest(held[NAME])
        entries = [Entry(path, *digests_of(BytesIO(held[path]))) for path in sorted(held) if path != NAME]
        held[NAME] = manifest_bytes(manifest._replace(files=tuple(entries)))
        return paths

    return both


TAMPERINGS: dict[str, Callable[[Files, random.Random], set[str]]] = {
    "one byte anywhere": one_byte,
    "one digit in a page": PAGE,
    "one digit in the data": DATA,
    "one digit in the table": TABLE,
    "file added": added,
    "file removed": removed,
    "file renamed": renamed,
    "files swapped": swapped,
    "manifest damaged": damaged,
    "manifest removed": no_manifest,
    "manifest edited": edited,
    "digit in a page, manifest fitted": fitted(PAGE),
    "data-value in a page, manifest fitted": fitted(ATTRIBUTE),
    "digit in the table, manifest fitted": fitted(TABLE),
    "digit in the data, manifest fitted": fitted(DATA),
}


def test_a_thousand_tamperings_are_found_at_the_right_file_and_none_on_the_clean_package(files: Files, smaller: Files) -> None:
    assert verify(Held(files)).differences == verify(Held(smaller)).differences == ()
    done, found, missed = Counter[str](), Counter[str](), []
    names = list(TAMPERINGS)
    for seed in range(1000):
        name, held = names[seed % len(names)], dict(smaller if seed % 4 else files)
        touched = TAMPERINGS[name](held, random.Random(seed))  # noqa: S311 - the same tamperings every time
        named = named_paths(verify(Held(held)))
        done[name] += 1
        if touched & named:
            found[name] += 1
        else:
            missed.append((seed, name, touched, named))
    for name in names:
        print(f"{name:40} {found[name]:4} of {done[name]:4}")
    print(f"{'all':40} {found.total():4} of {done.total():4}")
    assert missed == []


def named_paths(verified: Verified) -> set[str]:
    return {path for each in verified.differences for path in (each.path, each.actual)}


def test_a_renamed_file_and_two_that_were_swapped_are_called_so(files: Files) -> None:
    held = dict(files)
    held["rules.html.bak"] = held.pop("rules.html")
    held["404.html"], held["sitemap.xml"] = held["sitemap.xml"], held["404.html"]
    kinds = {
        (each.kind, each.path, each.actual)
        for each in verify(Held(held)).differences
        if each.kind in {Kind.RENAMED, Kind.SWAPPED, Kind.MISSING, Kind.ADDED, Kind.ALTERED}
    }
    assert kinds == {(Kind.RENAMED, "rules.html", "rules.html.bak"), (Kind.SWAPPED, "404.html", "sitemap.xml")}


def test_differences_as_json_name_path_cell_and_both_values(files: Files) -> None:
    held = dict(files)
    path = next(each for each in sorted(held) if re.fullmatch(r"[a-z-]+/\d{4}\.html", each))
    held[path] = re.sub(rb'(<td id="applications\.received@total"[^>]*>)[^<]*<', rb"\g<1>77<", held[path])
    differences = json.loads(as_json(verify(Held(held))))["differences"]
    figure = next(each for each in differences if each["kind"] == "figure")
    assert (figure["path"], figure["cell"], figure["actual"]) == (path, "applications.received@total", "77")
