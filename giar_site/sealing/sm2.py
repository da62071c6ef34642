"""SM2 signatures (GB/T 32918.2) over SM3, by the platform's own openssl: the library that signs Ed25519 does not know the curve."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from giar_site.diagnostics import CannotGoOn, Text

_ID: Final = "distid:1234567812345678"  # whose signature it is, as GM/T 0009 has it where nothing else was agreed
_SECONDS: Final = 60
# Made once with openssl; an openssl that finds it right knows SM2.
_KNOWN_KEY: Final = b"""-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEwMKJsHEj4an2+uBzokLYLCNNRHOBKC3cGi6zPh3LdyQ0w7gr5YjO0QCMn02Sk5wch5ycTP2kWD/65wBLpIxbmQ==
-----END PUBLIC KEY-----
"""
_KNOWN_TEXT: Final = b"giar"
_KNOWN_SIGNATURE: Final = bytes.fromhex(
    "3046022100f8c8f12ab3c302c9b1863c4b0a67aa184e925a28d0bc9802aad7c644ec92f9f0022100c446d4af1a544a56f704dfde0f471dd0be8bc9037a065e10da7fb5728af330b3"
)


@cache
def has_sm2() -> bool:
    """Whether the platform can check SM2 signatures: it finds one right that is, and one wrong that is not."""
    return verifies(_KNOWN_KEY, _KNOWN_TEXT, _KNOWN_SIGNATURE) and not verifies(_KNOWN_KEY, _KNOWN_TEXT + b".", _KNOWN_SIGNATURE)


def refuse_without_sm2() -> None:
    """Raise CannotGoOn where the platform does not know SM2."""
    if not has_sm2():
        raise CannotGoOn(
            Text(
                "这台电脑的 openssl 不支持 SM2（需要 OpenSSL 3），不能用 SM2 签名或核对。请安装 OpenSSL 3，或改用 giar keygen 生成的密钥。",
                "openssl on this machine does not know SM2 (OpenSSL 3 does), so it can neither sign nor check with it. "
                "Install OpenSSL 3, or use a key that giar keygen made.",
            )
        )


def verifies(public_pem: bytes, data: bytes, signature: bytes) -> bool:
    """Whether `signature` is one of `data` by that key; False also where the platform cannot tell (see `has_sm2`)."""
    with tempfile.TemporaryDirectory(prefix="giar-sm2-") as place:
        key, signed = Path(place) / "key", Path(place) / "signature"
        key.write_bytes(public_pem)
        signed.write_bytes(signature)
        done = _openssl(["dgst", "-sm3", "-sigopt", _ID, "-verify", str(key), "-signature", str(signed)], data)
    return done is not None and done.returncode == 0


def signature_by(private: Path, data: bytes, passphrase: str) -> bytes | None:
    """A signature of `data`, another one every time; None where the key is no SM2 key or the passphrase is not its own."""
    with tempfile.TemporaryDirectory(prefix="giar-sm2-") as place:
        file = Path(place) / "data"
        file.write_bytes(data)
        done = _openssl(
            ["dgst", "-sm3", "-sigopt", _ID, "-passin", "stdin", "-sign", str(private.absolute()), str(file)], passphrase.encode() + b"\n"
        )
    return done.stdout if done and done.returncode == 0 and done.stdout else None


def public_of(private: Path, passphrase: str) -> bytes | None:
    """The public key (PEM) of the private one in the file `private`; None where openssl cannot read it so."""
    done = _openssl(["pkey", "-in", str(private.absolute()), "-passin", "stdin", "-pubout"], passphrase.encode() + b"\n")
    return done.stdout if done and done.returncode == 0 else None


def _openssl(words: list[str], said: bytes) -> "subprocess.CompletedProcess[bytes] | None":
    program = shutil.which("openssl")
    if program is None:
        return None
    try:
        return subprocess.run([program, *words], input=said, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell, words of our own
    except (OSError, subprocess.TimeoutExpired):
        return None
