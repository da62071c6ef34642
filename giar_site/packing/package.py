"""The package: a built site, its manifest, a note, checksums and settings of servers in one zip, made the same from the same site."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.packing.archive import Member, write_archive
from giar_site.packing.compressed import compressed, is_worth_it
from giar_site.packing.delivery_note import NAME_OF_NOTE, delivery_note
from giar_site.packing.sealed import sealed
from giar_site.packing.servers import server_settings
from giar_site.sealing import NAME, SIGNATURE, Entry, Manifest, Signer, digests_of, manifest_bytes, release_of, signature_bytes

FOLDER = "site/"


class Packed(NamedTuple):
    """A package that was written to `file`: the name of its release, how many files of the site it holds and their bytes."""

    file: Path
    release: str
    files: int
    size: int


def package(  # noqa: PLR0913 - all but the folders say what the note says
    site: Path, built: Path, target: Path | None, title: str, *, reports: int, gzipped: bool = False, key: Signer | None = None
) -> Packed:
    """Pack the site in the folder `built`, made from the sources in `site`, into `target`; None: giar-RELEASE.zip beside site.yaml.

    `key` signs the manifest. Raises CannotGoOn.
    """
    manifest = sealed(site, built)
    copies = dict(_copies(built, manifest)) if gzipped else {}
    entries = (*manifest.files, *(Entry(path, *digests_of(io.BytesIO(data))) for path, data in copies.items()))
    manifest = manifest._replace(files=tuple(sorted(entries)))
    file = target or site / f"giar-{release_of(manifest)}.zip"
    note = delivery_note(manifest, title, reports, key.public if key else None)
    seals = {NAME: manifest_bytes(manifest)}
    if key:
        seals[SIGNATURE] = signature_bytes(seals[NAME], key)
    write_archive(file, _members(built, manifest, copies, note, seals))
    return Packed(file, release_of(manifest), len(manifest.files), sum(each.size for each in manifest.files))


def _copies(built: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    with cannot(Text("读取", "read"), built):
        for entry in manifest.files:
            if is_worth_it(entry.path, entry.size):
                yield f"{entry.path}.gz", compressed((built / entry.path).read_bytes())


def _members(built: Path, manifest: Manifest, copies: dict[str, bytes], note: bytes, seals: dict[str, bytes]) -> Iterator[Member]:
    yield Member(NAME_OF_NOTE, note)
    yield from _checksums(manifest)
    for name, content in server_settings():
        yield Member(f"server/{name}", content)
    yield from (Member(FOLDER + name, content) for name, content in seals.items())
    for entry in manifest.files:
        yield Member(FOLDER + entry.path, copies.get(entry.path, built / entry.path))


def _checksums(manifest: Manifest) -> Iterator[Member]:
    """Lists as sha256sum and sm3sum read them."""
    yield Member("SHA256SUMS", "".join(f"{each.sha256}  {FOLDER}{each.path}\n" for each in manifest.files).encode())
    if all(each.sm3 for each in manifest.files):
        yield Member("SM3SUMS", "".join(f"{each.sm3}  {FOLDER}{each.path}\n" for each in manifest.files).encode())
