"""What a site is made from, as one digest: the same for the same sources, wherever and whenever they lie."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.sealing import digests_at, files_below

_ALONE: Final = ("site.yaml", "published.lock")
_FOLDERS: Final = ("content", "themes")


def digest_of_inputs(site: Path) -> str:
    """SHA-256 in hex over paths and digests of site.yaml, published.lock, content/ and the site's own themes/. Raises CannotGoOn.

    What is no plain file is left out: nothing of a site comes from it.
    """
    whole = hashlib.sha256()
    with cannot(Text("读取", "read"), site):
        for path in _inputs(site):
            whole.update(f"{digests_at(site / path).sha256}  {path}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _inputs(site: Path) -> Iterator[str]:
    yield from (name for name in _ALONE if os.path.isfile(site / name))  # noqa: PTH113 - never raises, whatever stands there
    for folder in _FOLDERS:
        if (site / folder).is_dir():
            yield from (f"{folder}/{path}" for path in files_below(site / folder) if isinstance(path, str))
