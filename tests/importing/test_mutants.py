"""Ten thousand spoilt files, two thousand of each format: each is imported or refused with a reason, in time, and nothing else happens."""

import random
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from giar_site.export.draft import Asked, Draft, load_draft
from giar_site.export.plain import as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importers.sandbox import ReaderProcess
from giar_site.importing.one import import_of
from giar_site.importing.target import Agencies
from giar_site.importing.target import Asked as Said
from tests.importing.formats.files import printed
from tests.importing.formats.pages import page
from tests.originals import YEARS

ROOT = Path(__file__).parents[2]
MUTANTS = 2_000
SHARES = 4  # so that several processes can share the work
SECONDS = 10


def drafts() -> list[Draft]:
    return [load_draft(ROOT, Asked(slug, year)) for slug, year in YEARS.items()]


def sound(form: str, folder: Path) -> list[bytes]:
    """Files of `form` that are sound."""
    if form == "pdf":
        source = folder / "page.html"
        long = re.compile(r"<table>\n<tr><td rowspan.*?</table>|<p>[^<]{60,}</p>", re.DOTALL)  # ten times as quick without
        source.write_text(long.sub("", page(drafts()[4], "spans")), encoding="utf-8")
        return [printed(source, folder / "page.pdf").read_bytes()]
    made = {"txt": as_text, "html": lambda draft: page(draft, "spans").encode(), "docx": as_docx, "xlsx": as_xlsx}
    return [made[form](draft) for draft in drafts()]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to four pieces flipped, cut out, doubled or put elsewhere; of a zip mostly within its parts, so that it stays one."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return rezipped(data, chance)
    if not data.startswith((b"PK", b"%PDF")) and chance.random() < 0.8:
        return spoilt_text(data.decode(), chance).encode()
    mutable = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(mutable)), chance.choice((1, 2, 8, 64, 512))
        piece = bytes(mutable[at : at + length])
        match chance.randrange(4):
            case 0:
                mutable[at] = chance.randrange(256)
            case 1:
                del mutable[at : at + length]
            case 2:
                mutable[at:at] = piece * chance.choice((1, 2, 200))
            case _:
                to = chance.randrange(len(mutable))
                mutable[to:to] = piece
    return bytes(mutable)


def spoilt_text(text: str, chance: random.Random) -> str:
    """`text` with pieces cut out, doubled, moved, or replaced by what means something to a reader."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(text)), chance.choice((1, 2, 10, 200))
        piece = chance.choice(("", text[at : at + length] * 2, "|", "\n", "0", "１２", "<td>", "</table>", "总计", "（三）", "\u3000"))
        text = text[:at] + piece + text[at + length :]
    return text


def rezipped(data: bytes, chance: random.Random) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names = [name for name in parts.namelist() if name.endswith(".xml")]
        unlucky = chance.choice(names)
        for name in parts.namelist():
            content = parts.read(name)
            made.writestr(name, spoilt(content, chance) if name == unlucky else content)
    return out.getvalue()


@pytest.fixture
def process() -> Iterator[ReaderProcess]:
    with ReaderProcess() as running:
        yield running


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("form", ["txt", "html", "docx", "xlsx", "pdf"])
def test_a_spoilt_file_is_imported_or_refused(form: str, share: int, tmp_path: Path, process: ReaderProcess) -> None:
    originals, agencies = sound(form, tmp_path), Agencies(tmp_path)
    chance = random.Random(f"{form}-{share}")  # noqa: S311 - repeatable numbers are wanted
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    path = tmp_path / f"mutant.{form}"
    before = sorted(tmp_path.rglob("*"))
    for number in range(MUTANTS // SHARES):
        path.write_bytes(spoilt(originals[number % len(originals)], chance))
        start = time.monotonic()
        done = import_of(path, Said(agency="x-ju", name="某局"), agencies, process)
        slowest = max(slowest, time.monotonic() - start)
        outcomes["refused" if done.refused else "complete" if done.complete else "in part"] += 1
        assert done.refused is None or (done.refused.zh and done.refused.en)
    print(f"{form}: {dict(outcomes)}")
    assert outcomes.total() == MUTANTS // SHARES
    assert sorted(tmp_path.rglob("*")) == sorted({*before, path})
    assert slowest < SECONDS + 5  # the reader's own limit, and a busy machine


def test_an_import_asks_no_network_and_writes_nowhere_else(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("strace is missing: run tools/install-test-tools.sh", pytrace=False)
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(ROOT / "site.yaml", site)
    sources = tmp_path / "sources"
    sources.mkdir()
    linked = b'<p>x</p><img src="http://192.0.2.1/a.png"><link rel="stylesheet" href="http://192.0.2.1/a.css"><iframe src="http://192.0.2.1/"></iframe>'
    for form in ("txt", "html", "docx", "xlsx", "pdf"):
        (sources / f"a.{form}").write_bytes(sound(form, tmp_path)[0])
    (sources / "linked.html").write_bytes((sources / "a.html").read_bytes().replace(b"</body>", linked + b"</body>"))
    log = tmp_path / "log"
    command = [strace, "-f", "-qq", "-o", str(log), "-e", "trace=connect,openat,mkdir,rename,unlink", sys.executable, "-m", "giar_site"]
    run = subprocess.run(
        [*command, "import", str(sources), "--site", str(site), "--jobs", "1"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode in {0, 1}, run.stderr
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [line for line in calls if "connect(" in line and "AF_INET" in line] == []
    written = [line for line in calls if re.search(r"O_(WRONLY|RDWR|CREAT)", line) and "ENOENT" not in line]
    outside = [line for line in written if str(site) not in line and "/dev/" not in line and "__pycache__" not in line]
    assert outside == []
    assert "Traceback" not in run.stdout + run.stderr
