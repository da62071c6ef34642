"""MANIFEST.json: every file of a site with its digests, and what the site was made from. The same site has the same manifest, byte for byte."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from giar_site.diagnostics import Text

NAME: Final = "MANIFEST.json"
SIGNATURE: Final = "MANIFEST.json.sig"
SEALS: Final = frozenset({NAME, SIGNATURE})  # of a site, listed in no manifest
VERSION: Final = 1
LARGEST: Final = 64 << 20  # bytes; ten thousand reports need 10 MiB
_HEX = re.compile("[0-9a-f]{64}")


class Entry(NamedTuple):
    """A file of the site: its path, `/`-separated, its size in bytes, its digests in hex; `sm3` "" where it was not computed."""

    path: str
    size: int
    sha256: str
    sm3: str = ""


class Manifest(NamedTuple):
    """`giar`: the version that built the site. `inputs`: SHA-256 over what it was built from. `forms`: edition → SHA-256 of the form's file.

    `rules`: the codes of the rules that were run; `files`: in order of their paths.
    """

    giar: str
    inputs: str
    forms: Mapping[str, str]
    rules: tuple[str, ...]
    files: tuple[Entry, ...]


class NoManifest(Exception):  # noqa: N818 - the name is the fault
    """The bytes are no manifest that giar wrote; `text` says why."""

    def __init__(self, text: Text) -> None:
        """Keep the reason."""
        super().__init__(text.en)
        self.text = text


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written: a file a line, so that two can be compared by eye."""
    head = {"version": VERSION, "giar": manifest.giar, "inputs": manifest.inputs, "forms": dict(sorted(manifest.forms.items()))}
    head["rules"] = list(manifest.rules)
    lines = ",\n".join(json.dumps(_entry(each), ensure_ascii=False) for each in manifest.files)
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "files": [\n' + lines + "\n]}\n"
    return text.encode()


def _entry(entry: Entry) -> dict[str, object]:
    said: dict[str, object] = {"path": entry.path, "size": entry.size, "sha256": entry.sha256}
    return said | ({"sm3": entry.sm3} if entry.sm3 else {})


def release_of(manifest: Manifest) -> str:
    """Twelve hex digits that name what is published: the same for the same files, whoever packs them and when."""
    return hashlib.sha256(manifest_bytes(manifest)).hexdigest()[:12]


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest, whoever wrote it. Raises NoManifest where it is none, or of a version that this giar does not know."""
    if len(data) > LARGEST:
        raise NoManifest(Text("文件过大", "it is too large"))
    try:
        held = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NoManifest(Text("不是 JSON 文件，或者已经损坏", "it is no JSON, or damaged")) from None
    if isinstance(held, dict) and held.get("version") not in {None, VERSION}:
        raise NoManifest(Text("版本太新，请升级 giar", "its version is newer than this giar; upgrade"))
    try:
        return _read(held)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NoManifest(Text("内容不完整，或者被改动过", "it is incomplete, or was altered")) from None


def _read(held: Any) -> Manifest:  # noqa: ANN401 - whatever somebody wrote
    files = tuple(_read_entry(each) for each in held["files"])
    paths = [each.path for each in files]
    if paths != sorted(set(paths)):
        raise ValueError("paths must be in order and each there once")
    rules = tuple(_text(rule) for rule in held["rules"])
    forms = {_text(edition): _digest(digest) for edition, digest in held["forms"].items()}
    if type(held["version"]) is not int or not isinstance(held["files"], list):
        raise TypeError("another type")
    return Manifest(_text(held["giar"]), _digest(held["inputs"]), forms, rules, files)


def _read_entry(held: Any) -> Entry:  # noqa: ANN401 - likewise
    path, size = _text(held["path"]), held["size"]
    if type(size) is not int or size < 0 or held.keys() - {"path", "size", "sha256", "sm3"}:
        raise ValueError("size")
    if path in SEALS or any(part in {"", ".", ".."} for part in path.split("/")) or "\\" in path or "\0" in path:
        raise ValueError("path")
    return Entry(path, size, _digest(held["sha256"]), _digest(held["sm3"]) if "sm3" in held else "")


def _text(held: object) -> str:
    if not isinstance(held, str):
        raise TypeError("no text")
    held.encode()  # a lone surrogate is no text
    return held


def _digest(held: object) -> str:
    text = _text(held)
    if not _HEX.fullmatch(text):
        raise ValueError("no digest")
    return text
