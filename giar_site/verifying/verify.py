"""The whole verification: each file is read once, hashed, and where it shows figures, compared with the data."""

import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, NamedTuple, cast

from giar_site.addresses import FIGURES_CSV, INDEX
from giar_site.model import Figures
from giar_site.sealing import (
    NAME,
    SEALS,
    SIGNATURE,
    Digests,
    Manifest,
    NoManifest,
    StrangeFile,
    digests_of,
    has_sm3,
    read_manifest,
    release_of,
)
from giar_site.sealing.manifest import LARGEST
from giar_site.verifying.difference import Difference, Kind
from giar_site.verifying.files import Bounded, Compared, bounded_digests, differences_of_files
from giar_site.verifying.pages import figures_of, left_out, overview_page, report_page, totals_of
from giar_site.verifying.place import Gone, Place
from giar_site.verifying.reports import PATH, report_told
from giar_site.verifying.signature import difference_of_signature
from giar_site.verifying.table import differences_of_table
from giar_site.verifying.witnesses import data_alone

_LARGEST_PAGE: Final = 64 << 20  # bytes of a page, a data file or a compressed copy; without a manifest of any file
_LARGEST_TABLE: Final = 1 << 30
_REPORT: Final = re.compile(r"([a-z0-9-]{1,64})/([0-9]{4})\.html")
_AGENCY: Final = re.compile(r"([a-z0-9-]{1,64})/index\.html")
_YEAR: Final = re.compile(r"years/([0-9]{4})\.html")
Reports = dict[tuple[str, int], Figures]


class Verified(NamedTuple):
    """What came of it.

    `figures`: how many were compared; `listed`: whether additions could be seen; `signed`: a signature is there; `key`: the id of the
    public key it was held against and is right by, "" where none was given.
    """

    release: str
    files: int
    size: int
    figures: int
    listed: bool
    signed: bool
    key: str
    sm3_unchecked: bool
    differences: tuple[Difference, ...]


def verify(place: Place, told: Callable[[int, int], None] = lambda _done, _all: None, public_key: bytes | None = None) -> Verified:
    """Verify the site in `place`, and its signature by `public_key` (PEM) if there is one; `told` hears after each file how many are done.

    Raises CannotGoOn.
    """
    data, manifest, faults = _manifest(place)
    key, unsigned = difference_of_signature(place, data, public_key) if public_key is not None else ("", [])
    wanted = {each.path: each for each in manifest.files} if manifest else {}
    listed = place.paths()
    there = listed if listed is not None else list(wanted)
    strange = frozenset(path.path for path in there if isinstance(path, StrangeFile))
    paths = [path for path in there if isinstance(path, str) and path not in SEALS]
    limit = max((each.size for each in wanted.values()), default=_LARGEST_TABLE)
    reader = _Reader(place, limit)
    for number, path in enumerate(sorted(paths, key=_order), 1):
        reader.take(path)
        told(number, len(paths))
    faults += reader.faults
    faults += data_alone(faults)
    faults += reader.overviews()
    if manifest:
        compared = Compared(wanted, reader.found, strange, frozenset(reader.unreadable))
        faults = [*differences_of_files(compared), *faults]
    else:
        faults += [Difference(Kind.UNREADABLE, path) for path in reader.unreadable]
        faults += [Difference(Kind.NO_FILE, path) for path in sorted(strange)]
    return Verified(
        release=release_of(manifest) if manifest else "",
        files=len(reader.found),
        size=sum(each.size for each in reader.found.values()),
        figures=sum(len(each.values) for each in reader.reports.values()),
        listed=listed is not None,
        signed=_signed(place, listed),
        key=key,
        sm3_unchecked=not has_sm3() and any(each.sm3 for each in wanted.values()),
        differences=(*unsigned, *faults),
    )


def _manifest(place: Place) -> tuple[bytes, Manifest | None, list[Difference]]:
    """The manifest's bytes, what they say, and what is wrong with them."""
    data = b""
    try:
        with place.open(NAME) as file:
            data = Bounded(file, LARGEST).read()
        return data, read_manifest(data), []
    except Gone:
        return data, None, [Difference(Kind.NO_MANIFEST, NAME)]
    except NoManifest as fault:
        return data, None, [Difference(Kind.DAMAGED_MANIFEST, NAME, actual=fault.text.zh)]
    except OSError:
        return data, None, [Difference(Kind.UNREADABLE, NAME)]


def _signed(place: Place, listed: object) -> bool:
    if isinstance(listed, list):
        return SIGNATURE in listed
    try:
        with place.open(SIGNATURE):
            return True
    except (Gone, OSError):
        return False


def _order(path: str) -> tuple[int, str]:
    """The data first, then what is held against them; compressed copies last."""
    return 0 if PATH.fullmatch(path) else 3 if path.endswith(".gz") else 1 if _YEAR.fullmatch(path) else 2, path


class _Reader:
    """What was read so far."""

    def __init__(self, place: Place, limit: int) -> None:
        self.place, self.limit = place, limit
        self.found: dict[str, Digests] = {}
        self.reports: Reports = {}
        self.unread: set[tuple[str, int]] = set()
        self.unreadable: list[str] = []
        self.faults: list[Difference] = []
        self.pages: dict[str, str] = {}

    def take(self, path: str) -> None:
        """Hash the file, and look at what it shows."""
        try:
            with self.place.open(path) as file:
                if not (path.endswith((".html", ".gz")) or PATH.fullmatch(path) or path == FIGURES_CSV):
                    self.found[path] = bounded_digests(file, self.limit)
                    return
                data = Bounded(file, min(self.limit, _LARGEST_TABLE if path == FIGURES_CSV else _LARGEST_PAGE)).read()
        except Gone:
            return
        except OSError:
            self.unreadable.append(path)
            return
        self.found[path] = digests_of(io.BytesIO(data))
        self.faults += self._look(path, data)

    def _look(self, path: str, data: bytes) -> Iterator[Difference]:
        if match := PATH.fullmatch(path):
            told, faults = report_told(path, data)
            if told:
                self.reports[told.agency, told.year] = told.figures
            else:
                self.unread.add((match[1], int(match[2])))
            yield from faults
        elif path == FIGURES_CSV:
            yield from differences_of_table(cast("BinaryIO", io.BytesIO(data)), self.reports, self.unread)
        elif path.endswith(".gz"):
            plain = self.found.get(path.removesuffix(".gz"))
            if plain and _unpacked(data, plain.size) != plain.sha256:
                yield Difference(Kind.COMPRESSED, path)
        else:
            yield from self._page(path, data)

    def _page(self, path: str, data: bytes) -> Iterator[Difference]:
        try:
            html = data.decode("utf-8")
        except UnicodeDecodeError:
            yield Difference(Kind.PAGE, path)
            return
        if _YEAR.fullmatch(path) or _AGENCY.fullmatch(path) or path == INDEX:
            self.pages[path] = html
        elif match := _REPORT.fullmatch(path):
            name = match[1], int(match[2])
            if name not in self.unread:
                yield from report_page(path, html, self.reports.get(name))

    def overviews(self) -> Iterator[Difference]:
        """The pages that gather reports; none of a year or agency whose data cannot be read, as that has been said."""
        for agency, year in self.reports:
            if f"{agency}/{year}.html" not in self.found:
                yield Difference(Kind.PAGE, f"{agency}/{year}.html")
        totals: dict[str, str] = {}
        years = {year for _, year in (*self.reports, *self.unread)}
        for path, html in self.pages.items():
            if match := _YEAR.fullmatch(path):
                year = int(match[1])
                reports = {name: each for name, each in self.reports.items() if name[1] == year}
                sums = totals_of(year, reports, left_out(html))
                totals |= sums
                if not any(name[1] == year for name in self.unread):
                    yield from overview_page(path, html, figures_of(reports) | sums)
            elif (match := _AGENCY.fullmatch(path)) and not any(name[0] == match[1] for name in self.unread):
                reports = {name: each for name, each in self.reports.items() if name[0] == match[1]}
                yield from overview_page(path, html, figures_of(reports))
        if INDEX in self.pages and not self.unread and all(f"years/{year}.html" in self.pages for year in years):
            yield from overview_page(INDEX, self.pages[INDEX], totals)


def _unpacked(data: bytes, size: int) -> str:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return hashlib.sha256(Bounded(cast("BinaryIO", file), size).read()).hexdigest()
    except (OSError, EOFError, zlib.error):
        return ""
