"""One publication in a process of its own, for tests that kill it or make its system calls fail.

Usage: publish_once.py OUT old|new exchange|renames. Ends 0, or 2 with the sentence of CannotGoOn on stdout. Just before the
publication begins it removes the path "publication-begins", to be found in a system call trace.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from giar_site.diagnostics import CannotGoOn
from giar_site.publish import Publication, swap

MARK = "publication-begins"
SAME = {
    "data/giar.json": b"{}",
    "index.html": b"home" * 5000,
    "a/2019.html": b"same",
    "a/2019/files/a.docx": b"d" * 3000,
}
OLD = SAME | {"a/2020.html": b"old", "b/2020.html": b"only old" * 999, "b/2019/files/b.xlsx": b"x"}
NEW = SAME | {"a/2020.html": b"new", "c/2020.html": b"only new" * 999, "c/2020/files/c.pdf": b"%PDF" * 999}
SITES = {"old": OLD, "new": NEW}


def publish(out: Path, pages: dict[str, bytes]) -> None:
    """Publish `pages`; what lies in a folder `files` goes in as an attachment."""
    with Publication(out) as publication:
        for path, content in pages.items():
            if "/files/" in path:
                publication.copy(path, BytesIO(content))
            else:
                publication.write(path, content)
        publication.commit()


def main(out: str, site: str, way: str) -> int:
    if way == "renames":
        vars(swap)["exchange_at_once"] = lambda _stage, _out: False
    Path(MARK).unlink(missing_ok=True)
    try:
        publish(Path(out), SITES[site])
    except CannotGoOn as error:
        os.write(1, f"{error.text.zh}\n{error.text.en}\n".encode())
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
