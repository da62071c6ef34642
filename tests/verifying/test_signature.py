"""A signed package is verified by the public key: whoever edits everything alike has no signature for it."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.sealing import NAME, SIGNATURE, Entry, Manifest, Signer, manifest_bytes, new_pair, signature_bytes, signer
from giar_site.sealing.digests import digests_of
from giar_site.verifying import Kind, Verified, as_json, as_text, verify
from tests.verifying.test_verify import Files, Held

DATA = b'{"generator": "giar", "version": "0.1.0", "reports": 0}'


def sealed(data: bytes = DATA) -> Files:
    entry = Entry("data/giar.json", *digests_of(io.BytesIO(data)))
    return {"data/giar.json": data, NAME: manifest_bytes(Manifest("0.1.0", "0" * 64, {}, (), (entry,)))}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Signer, bytes]:
    made = new_pair("")
    (tmp_path / "key").write_bytes(made.private)
    (tmp_path / "key.pub").write_bytes(made.public)
    return signer(tmp_path / "key", ""), made.public


def verdict(files: Files, public: bytes | None) -> tuple[list[Kind], str, str]:
    done = verify(Held(files), public_key=public)
    return [each.kind for each in done.differences], json.loads(as_json(done))["summary"]["signature"], said(done)


def said(done: Verified) -> str:
    return "\n".join(text.zh for text in as_text(done))


def test_a_right_signature_is_said_with_its_key(pair: tuple[Signer, bytes]) -> None:
    key, public = pair
    files = sealed()
    kinds, signature, text = verdict(files | {SIGNATURE: signature_bytes(files[NAME], key)}, public)
    assert (kinds, signature) == ([], "right")
    assert f"签名正确：密钥编号 {key.public.id}。" in text


def test_a_site_made_anew_with_a_manifest_of_its_own_is_told_though_nothing_else_differs(pair: tuple[Signer, bytes]) -> None:
    key, public = pair
    forged = sealed(DATA.replace(b"0.1.0", b"0.1.1")) | {SIGNATURE: signature_bytes(sealed()[NAME], key)}
    assert verdict(forged, None)[:2] == ([], "unchecked")
    kinds, signature, text = verdict(forged, public)
    assert (kinds, signature) == ([Kind.SIGNATURE], "wrong")
    assert "签名不对：签名和清单对不上" in text
    assert "核对不通过" in text


def test_no_signature_another_key_and_a_damaged_one_are_told(pair: tuple[Signer, bytes]) -> None:
    key, public = pair
    files = sealed()
    assert verdict(files, public)[:2] == ([Kind.NO_SIGNATURE], "wrong")
    assert verdict(files | {SIGNATURE: b"x" * 10_000}, public)[0] == [Kind.SIGNATURE]
    assert verdict(files | {SIGNATURE: b"x"}, public)[0] == [Kind.SIGNATURE]
    other = new_pair("").public
    kinds, _, text = verdict(files | {SIGNATURE: signature_bytes(files[NAME], key)}, other)
    assert kinds == [Kind.SIGNATURE]
    assert key.public.id in text


def test_without_a_key_it_is_said_that_a_signature_was_not_checked(pair: tuple[Signer, bytes]) -> None:
    files = sealed()
    assert "请用 --public-key" in verdict(files | {SIGNATURE: signature_bytes(files[NAME], pair[0])}, None)[2]


def test_what_is_no_public_key_ends_it_with_or_without_a_signature() -> None:
    for files in (sealed(), sealed() | {SIGNATURE: b"x"}):
        with pytest.raises(CannotGoOn):
            verify(Held(files), public_key=b"none")


def test_the_command_takes_the_key_from_a_file(tmp_path: Path, pair: tuple[Signer, bytes]) -> None:
    files = sealed()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path, data in (files | {SIGNATURE: signature_bytes(files[NAME], pair[0])}).items():
            archive.writestr(f"site/{path}", data)

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "giar_site", "verify", "a.zip", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (run("--public-key", "key.pub").returncode, "签名正确" in run("--public-key", "key.pub").stdout) == (0, True)
    for file, words in (("key", "这是私钥"), ("absent", "不能读取公钥")):
        refused = run("--public-key", file)
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
        assert words in refused.stderr
