"""`giar keygen`: a new key and its public half as two files, whole or not at all."""

import os
from pathlib import Path
from typing import NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import new_pair, read_public_key


class Keys(NamedTuple):
    """The files written, and the id by which people compare the public key."""

    private: Path
    public: Path
    id: str


def public_file(file: Path) -> Path:
    """Where the public key of the private one in `file` stands."""
    return file.with_name(file.name + ".pub")


def refuse_place(file: Path) -> None:
    """Raise CannotGoOn where a key must not be written: over a file that is there, or within a site, whose folder is backed up and passed on."""
    folder = file.absolute().parent
    if site := next((each for each in (folder, *folder.parents) if (each / "site.yaml").is_file()), None):
        raise CannotGoOn(
            Text(
                f"不要把私钥放在网站文件夹 {site} 里：它会随备份、版本库一起传出去。请用 -o 指明别处的文件。",
                f"no private key within the site {site}: it would leave with backups and the repository. Name a file elsewhere with -o.",
            )
        )
    for each in (file, public_file(file)):
        if os.path.lexists(each):
            raise CannotGoOn(
                Text(
                    f"{each} 已经有了，没有改动它。换掉密钥后，原来的签名就要用原来的公钥核对。",
                    f"{each} is already there and was left alone: what was signed with it is checked with it.",
                )
            )


def write_keys(file: Path, passphrase: str) -> Keys:
    """Write a new private key to `file`, for its owner alone, and the public one beside it. Raises CannotGoOn."""
    refuse_place(file)
    pair, public = new_pair(passphrase), public_file(file)
    with cannot(Text("写入密钥", "write the key"), file):
        _write(file, pair.private, 0o600)
        try:
            _write(public, pair.public, 0o644)
        except BaseException:
            file.unlink()
            raise
    return Keys(file, public, read_public_key(pair.public).id)


def _write(file: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    try:
        with os.fdopen(descriptor, "wb") as target:
            os.fchmod(descriptor, mode)  # whatever the umask
            target.write(data)
            target.flush()
            os.fsync(descriptor)
    except BaseException:
        file.unlink()
        raise
