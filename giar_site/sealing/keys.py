"""Private keys: made, read from a file, and put to use. Ed25519 by a library that is an extra, SM2 by the platform."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing.public_key import ED25519, LARGEST, SM2, PublicKey, read_public_key
from giar_site.sealing.sm2 import public_of, refuse_without_sm2, signature_by, verifies
from giar_site.sealing.tree import open_plain

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class KeyPair(NamedTuple):
    """A new pair as files hold them: PKCS8 and SubjectPublicKeyInfo, both PEM."""

    private: bytes
    public: bytes


class Signer(NamedTuple):
    """A private key ready for use: `public`, and `ed25519` or, for SM2, the file it lies in and what opens it."""

    public: PublicKey
    ed25519: "Ed25519PrivateKey | None"
    file: Path
    passphrase: str

    def sign(self, data: bytes) -> bytes:
        """A signature of `data`, found right by the public key before it is handed out. Raises CannotGoOn."""
        made = self.ed25519.sign(data) if self.ed25519 else signature_by(self.file, data, self.passphrase)
        if made is None or not is_signature(self.public, data, made):
            raise CannotGoOn(Text(f"用 {self.file} 签名没有成功。", f"signing with {self.file} failed."))
        return made


@contextmanager
def sign_extra() -> Iterator[None]:
    """Raise the ImportError of a library imported within as CannotGoOn."""
    try:
        yield
    except ImportError as missing:
        raise CannotGoOn(
            Text(
                f"缺少签名用的程序库（{missing.name}），请先运行：pip install 'giar[sign]'",
                f"the library for signatures ({missing.name}) is missing; run: pip install 'giar[sign]'",
            )
        ) from missing


def new_pair(passphrase: str = "") -> KeyPair:
    """A new Ed25519 pair, the private key under `passphrase` unless it is empty. Raises CannotGoOn without the library."""
    with sign_extra():
        from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - only who signs has it
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - likewise
    key = Ed25519PrivateKey.generate()
    hidden: form.KeySerializationEncryption = form.BestAvailableEncryption(passphrase.encode()) if passphrase else form.NoEncryption()
    return KeyPair(
        key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, hidden),
        key.public_key().public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo),
    )


def needs_passphrase(file: Path) -> bool:
    """Whether the private key in `file` lies under a passphrase. Raises CannotGoOn."""
    return b"ENCRYPTED" in _read(file)


def signer(file: Path, passphrase: str = "") -> Signer:
    """The private key in `file`. Raises CannotGoOn where it cannot be read, is of no kind that giar knows, or lacks its library."""
    data = _read(file)
    with sign_extra():
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - only who signs has it
        from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - likewise
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - likewise
    try:
        key = form.load_pem_private_key(data, passphrase.encode() if passphrase and b"ENCRYPTED" in data else None)
    except UnsupportedAlgorithm:
        return _sm2(file, passphrase)
    except (ValueError, TypeError):
        raise _unreadable(file, hidden=b"ENCRYPTED" in data) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _other_kind(file)
    public = key.public_key().public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo)
    return Signer(read_public_key(public), key, file, "")


def is_signature(public: PublicKey, data: bytes, signature: bytes) -> bool:
    """Whether `signature` is one of `data` by `public`. Raises CannotGoOn where this machine cannot tell."""
    if public.kind == SM2:
        refuse_without_sm2()
        return verifies(public.pem, data, signature)
    with sign_extra():
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only who signs has it
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - likewise
    try:
        Ed25519PublicKey.from_public_bytes(public.der[-32:]).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _sm2(file: Path, passphrase: str) -> Signer:
    refuse_without_sm2()
    pem = public_of(file, passphrase)
    if pem is None:
        raise _unreadable(file, hidden=True)
    public = read_public_key(pem)
    if public.kind != SM2:
        raise _other_kind(file)
    return Signer(public, None, file, passphrase)


def _read(file: Path) -> bytes:
    with cannot(Text("读取密钥", "read the key"), file), open_plain(file) as source:
        return source.read(LARGEST + 1)


def _unreadable(file: Path, *, hidden: bool) -> CannotGoOn:
    if hidden:
        return CannotGoOn(
            Text(
                f"密钥 {file} 打不开：密码不对，或者文件已损坏。", f"the key {file} cannot be opened: wrong passphrase, or a damaged file."
            )
        )
    return CannotGoOn(
        Text(
            f"{file} 不是私钥文件，或者已损坏。私钥由 giar keygen 生成。",
            f"{file} is no private key, or damaged. giar keygen makes one.",
        )
    )


def _other_kind(file: Path) -> CannotGoOn:
    return CannotGoOn(
        Text(
            f"{file} 是别的种类的密钥；giar 用 {ED25519}（giar keygen 生成）或 {SM2} 签名。",
            f"{file} is a key of another kind; giar signs with {ED25519} (made by giar keygen) or {SM2}.",
        )
    )
