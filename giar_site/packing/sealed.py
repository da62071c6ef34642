"""A built site → the manifest that seals it."""

import hashlib
from pathlib import Path

from giar_site import __version__, forms
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.packing.inputs import digest_of_inputs
from giar_site.rules import RULES
from giar_site.sealing import SEALS, Entry, Manifest, StrangeFile, digests_at, files_below


def sealed(site: Path, built: Path) -> Manifest:
    """The manifest of the site in the folder `built`, which was made from the sources in `site`. Raises CannotGoOn."""
    return Manifest(
        giar=__version__,
        inputs=digest_of_inputs(site),
        forms={str(form.edition): digest_of_form(form.edition) for form in forms.editions()},
        rules=tuple(sorted(rule.code for rule in RULES)),
        files=entries_of(built),
    )


def entries_of(built: Path) -> tuple[Entry, ...]:
    """Every file of a built site but its seals. Raises CannotGoOn, also for what is no plain file: it was never built by giar."""
    entries = []
    with cannot(Text("读取", "read"), built):
        for path in files_below(built):
            if isinstance(path, StrangeFile):
                raise CannotGoOn(
                    Text(
                        f"{built / path.path} 不是普通文件，不是 giar 生成的。请删去它，再运行 giar build。",
                        f"{built / path.path} is no plain file and was not built by giar; delete it and run giar build.",
                    )
                )
            if path not in SEALS:
                entries.append(Entry(path, *digests_at(built / path)))
    return tuple(entries)


def digest_of_form(edition: int) -> str:
    """SHA-256 of the file that says the form of an edition."""
    return hashlib.sha256((Path(forms.__file__).parent / f"{edition}.yaml").read_bytes()).hexdigest()
