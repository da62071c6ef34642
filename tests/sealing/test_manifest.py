"""A manifest comes back as it was written, and whatever else somebody puts in its place is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.sealing import SEALS, Entry, Manifest, NoManifest, manifest_bytes, read_manifest, release_of

HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
NAMES = st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name not in {".", ".."} | SEALS
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
ENTRIES = st.builds(Entry, PATHS, st.integers(0, 2**50), HEX, st.one_of(st.just(""), HEX))
ONE = Manifest("0.1.0", "a" * 64, {"2021": "b" * 64}, ("G101", "G201"), (Entry("index.html", 3, "c" * 64, "d" * 64),))


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.path), HEX, st.lists(st.text("G0123456789"), unique=True))
def test_what_is_written_is_read_again(entries: list[Entry], inputs: str, rules: list[str]) -> None:
    manifest = Manifest("0.1.0", inputs, {"2019": inputs}, tuple(rules), tuple(sorted(entries)))
    assert read_manifest(manifest_bytes(manifest)) == manifest


def test_every_file_is_a_line_and_the_release_is_named_by_all_of_it() -> None:
    two = ONE._replace(files=(*ONE.files, Entry("x.html", 1, "e" * 64)))
    assert [line for line in manifest_bytes(two).decode().split("\n") if '"path"' in line] == [
        f'{{"path": "index.html", "size": 3, "sha256": "{"c" * 64}", "sm3": "{"d" * 64}"}},',
        f'{{"path": "x.html", "size": 1, "sha256": "{"e" * 64}"}}',
    ]
    assert len({release_of(ONE), release_of(two), release_of(ONE._replace(inputs="0" * 64))}) == 3


def altered(**parts: object) -> bytes:
    return json.dumps(json.loads(manifest_bytes(ONE)) | parts).encode()


def a_file(**parts: object) -> dict[str, object]:
    return {"path": "a.html", "size": 1, "sha256": "c" * 64} | parts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "不是 JSON 文件，或者已经损坏"),
        (b"\xff", "不是 JSON 文件，或者已经损坏"),
        (b"[" * 100_000, "不是 JSON 文件，或者已经损坏"),
        (b"[]", "内容不完整，或者被改动过"),
        (b"{}", "内容不完整，或者被改动过"),
        (altered(version=2), "版本太新，请升级 giar"),
        (altered(version=True), "内容不完整，或者被改动过"),
        (altered(inputs="x"), "内容不完整，或者被改动过"),
        (altered(giar=1), "内容不完整，或者被改动过"),
        (altered(forms=[]), "内容不完整，或者被改动过"),
        (altered(files={}), "内容不完整，或者被改动过"),
        (altered(files=None), "内容不完整，或者被改动过"),
        *(
            (altered(files=files), "内容不完整，或者被改动过")
            for files in (
                [a_file(path="b"), a_file(path="a")],
                [a_file(), a_file()],
                [a_file(path="../a")],
                [a_file(path="/a")],
                [a_file(path="a\\b")],
                [a_file(path="MANIFEST.json")],
                [a_file(path="\ud800")],
                [a_file(size=-1)],
                [a_file(size=1.5)],
                [a_file(size="1")],
                [a_file(sha256="C" * 64)],
                [a_file(sm3="")],
                [a_file(more=1)],
                ["a"],
            )
        ),
    ],
)
def test_what_is_no_manifest_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NoManifest) as refused:
        read_manifest(data)
    assert refused.value.text.zh == reason
    assert refused.value.text.en


@given(st.binary(max_size=300))
def test_any_bytes_are_a_manifest_or_refused(data: bytes) -> None:
    with pytest.raises(NoManifest):
        read_manifest(data)
