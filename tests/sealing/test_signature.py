"""A signature is right for one manifest, one key and no other byte; openssl, which knows nothing of giar, agrees."""

import base64
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.sealing import Signer, check_signature, has_sm2, needs_passphrase, new_pair, signature_bytes, signer, sm2
from giar_site.sealing.public_key import read_public_key

Make = Callable[..., tuple[Signer, bytes]]
MANIFEST = b'{"version": 1}\n' * 40


def made(folder: Path, passphrase: str = "") -> tuple[Signer, bytes]:
    """An Ed25519 key in a file, read again, and its public half."""
    pair = new_pair(passphrase)
    (folder / "key").write_bytes(pair.private)
    return signer(folder / "key", passphrase), pair.public


def made_sm2(folder: Path, passphrase: str = "") -> tuple[Signer, bytes]:
    """The same of an SM2 key, as openssl makes it."""
    hidden = ["-aes256", "-pass", f"pass:{passphrase}"] if passphrase else []
    subprocess.run(["openssl", "genpkey", "-algorithm", "SM2", *hidden, "-out", "key"], cwd=folder, check=True, capture_output=True)
    shown = ["openssl", "pkey", "-in", "key", "-passin", f"pass:{passphrase}", "-pubout"]
    return signer(folder / "key", passphrase), subprocess.run(shown, cwd=folder, check=True, capture_output=True).stdout


KINDS = pytest.mark.parametrize(("kind", "make"), [("Ed25519", made), ("SM2", made_sm2)])


@KINDS
def test_a_signature_is_right_and_says_whose_it_is(tmp_path: Path, kind: str, make: Make) -> None:
    key, public = make(tmp_path)
    signed = check_signature(MANIFEST, signature_bytes(MANIFEST, key), public)
    assert signed == (True, kind, key.public.id, ("", ""))
    assert signature_bytes(MANIFEST, key).decode().splitlines()[:3] == ["giar signature 1", f"algorithm: {kind}", f"key: {key.public.id}"]


@KINDS
def test_an_altered_manifest_is_told(tmp_path: Path, kind: str, make: Make) -> None:
    key, public = make(tmp_path)
    signature = signature_bytes(MANIFEST, key)
    for altered in (MANIFEST + b"\n", MANIFEST[:-1], MANIFEST.replace(b"1", b"2", 1), b""):
        signed = check_signature(altered, signature, public)
        assert not signed.right
        assert signed.why.zh == "签名和清单对不上：清单或签名被改动过"


@KINDS
def test_another_key_is_told_with_both_ids_and_cannot_borrow_the_right_one(tmp_path: Path, kind: str, make: Make) -> None:
    key, public = make(tmp_path)
    (tmp_path / "other").mkdir()
    other, theirs = make(tmp_path / "other")
    signed = check_signature(MANIFEST, signature_bytes(MANIFEST, other), public)
    assert not signed.right
    assert key.public.id in signed.why.zh
    assert other.public.id in signed.why.zh
    forged = signature_bytes(MANIFEST, other).replace(other.public.id.encode(), key.public.id.encode())
    assert not check_signature(MANIFEST, forged, public).right
    assert check_signature(MANIFEST, signature_bytes(MANIFEST, other), theirs).right


def test_a_signature_altered_in_any_byte_is_never_right(tmp_path: Path) -> None:
    key, public = made(tmp_path)
    signature, chance = signature_bytes(MANIFEST, key), random.Random(5)  # noqa: S311 - a sample
    for at in range(len(signature)):
        altered = bytes([*signature[:at], signature[at] ^ (1 << chance.randrange(8)), *signature[at + 1 :]])
        assert not check_signature(MANIFEST, altered, public).right, at


def test_an_altered_signature_of_sm2_is_never_right(tmp_path: Path) -> None:
    key, public = made_sm2(tmp_path)
    head, _, made_of = signature_bytes(MANIFEST, key).rpartition(b": ")
    raw = base64.b64decode(made_of)
    for at in range(0, len(raw), 9):
        altered = bytes([*raw[:at], raw[at] ^ 1, *raw[at + 1 :]])
        assert not check_signature(MANIFEST, head + b": " + base64.b64encode(altered) + b"\n", public).right, at


@pytest.mark.parametrize(
    "damage",
    [b"", b"\n", b"giar signature 1\n", b"\xff" * 300, b"A" * 10_000, b"giar signature 1\nalgorithm: Ed25519\nkey: 0\nsignature: AA==\n"],
)
def test_a_damaged_signature_is_told_and_never_a_traceback(tmp_path: Path, damage: bytes) -> None:
    _, public = made(tmp_path)
    signed = check_signature(MANIFEST, damage, public)
    assert signed == (False, "", "", signed.why)
    assert "已损坏" in signed.why.zh


def test_a_signature_cut_short_or_with_more_after_it_is_damaged(tmp_path: Path) -> None:
    key, public = made(tmp_path)
    signature = signature_bytes(MANIFEST, key)
    for other in (
        *(signature[:length] for length in range(len(signature))),
        signature + b"\n",
        signature * 2,
        signature.replace(b"\n", b"\r\n"),
    ):
        assert not check_signature(MANIFEST, other, public).right


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"no key",
        b"\xff" * 99,
        b"x" * 100_000,
        b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        b"-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----\n",
    ],
)
def test_what_is_no_public_key_is_refused_in_a_sentence(file: bytes) -> None:
    with pytest.raises(CannotGoOn, match="the public key cannot be read"):
        check_signature(MANIFEST, b"", file)


def test_the_private_key_is_not_taken_for_the_public_one(tmp_path: Path) -> None:
    made(tmp_path)
    with pytest.raises(CannotGoOn, match="this is a private key"):
        check_signature(MANIFEST, b"", (tmp_path / "key").read_bytes())


def test_openssl_finds_an_ed25519_signature_right_and_names_the_key_alike(tmp_path: Path) -> None:
    key, public = made(tmp_path)
    raw = base64.b64decode(signature_bytes(MANIFEST, key).rpartition(b": ")[2])
    for name, data in (("m", MANIFEST), ("s", raw), ("p", public)):
        (tmp_path / name).write_bytes(data)
    check = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "p", "-rawin", "-in", "m", "-sigfile", "s"]
    assert b"Verified" in subprocess.run(check, cwd=tmp_path, check=True, capture_output=True).stdout
    shown = subprocess.run("openssl pkey -pubin -in p -outform DER | sha256sum", shell=True, cwd=tmp_path, check=True, capture_output=True)  # noqa: S602 - as the documents have it
    assert shown.stdout.decode()[:16] == key.public.id


@KINDS
def test_a_key_under_a_passphrase_opens_with_it_alone(tmp_path: Path, kind: str, make: Make) -> None:
    key, public = make(tmp_path, "天干地支")
    assert needs_passphrase(tmp_path / "key")
    assert check_signature(MANIFEST, signature_bytes(MANIFEST, key), public).right
    for wrong in ("天干", ""):
        with pytest.raises(CannotGoOn, match="wrong passphrase"):
            signer(tmp_path / "key", wrong)


def test_a_passphrase_that_is_not_needed_does_no_harm(tmp_path: Path) -> None:
    made(tmp_path)
    assert signer(tmp_path / "key", "not needed").public.kind == "Ed25519"


def test_a_key_of_another_kind_a_damaged_and_an_absent_one_are_told(tmp_path: Path) -> None:
    subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-out", "rsa"], cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "damaged").write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    for name, told in (("rsa", "another kind"), ("damaged", "no private key"), ("absent", "Cannot read the key")):
        with pytest.raises(CannotGoOn, match=told):
            signer(tmp_path / name)


def test_without_the_library_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, public = made(tmp_path)
    signature = signature_bytes(MANIFEST, key)
    for module in [name for name in sys.modules if name.partition(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for asked in (new_pair, lambda: signer(tmp_path / "key"), lambda: check_signature(MANIFEST, signature, public)):
        with pytest.raises(CannotGoOn, match=r"pip install 'giar\[sign\]'"):
            asked()


def test_without_an_openssl_that_knows_sm2_a_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, public = made_sm2(tmp_path)
    signature = signature_bytes(MANIFEST, key)
    assert has_sm2()
    has_sm2.cache_clear()
    try:
        for absent in (lambda _: None, lambda _: "/bin/true", lambda _: "/bin/false", lambda _: "/nowhere"):
            monkeypatch.setattr(sm2.shutil, "which", absent)
            has_sm2.cache_clear()
            with pytest.raises(CannotGoOn, match="OpenSSL 3"):
                check_signature(MANIFEST, signature, public)
            with pytest.raises(CannotGoOn, match="OpenSSL 3"):
                signer(tmp_path / "key")
    finally:
        has_sm2.cache_clear()


def test_a_public_key_reads_with_line_ends_of_windows_and_text_around_it(tmp_path: Path) -> None:
    _, public = made(tmp_path)
    assert read_public_key(b"\xef\xbb\xbf# \r\n" + public.replace(b"\n", b"\r\n")) == read_public_key(public)
