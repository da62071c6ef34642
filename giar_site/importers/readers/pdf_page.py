"""A page of a PDF, as pdfium sees it → its characters and ruled lines in points from the top left corner, whichever way the page is turned."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.readers.pdf_colours import is_white
from giar_site.importers.readers.pdf_leaning import leans

MOST_CHARACTERS = 200_000  # of a page
MOST_OBJECTS = 50_000  # of a page
MOST_SEGMENTS = 200_000  # of a page
_DEEPEST: Final = 8  # forms within forms
_HAIR: Final = 3.0  # points: a filled shape this thin is a line
_LEVEL: Final = 1.0  # points: a line may lean so much
_DIGITS: Final = frozenset("0123456789")
_UNKNOWN: Final = "\ufffd"
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_Turn = Callable[[float, float], tuple[float, float]]


class Character(NamedTuple):
    """A character and its box. `after_gap`: pdfium saw a gap before it, though the file has no blank there.

    `base`, `size`: where a digit stands and how large its font is; None and 0 for others. `white`: a digit printed in white.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    after_gap: bool = False
    base: float | None = None
    size: float = 0.0
    white: bool = False
    struck: bool = False

    @property
    def height(self) -> float:
        """How tall its box is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of its box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Ruling(NamedTuple):
    """A straight line, level or upright: at `at` (y or x), from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


@dataclass
class PageContent:
    """What a page shows. `leaning`, `across`: text that is not level, or lies across other text: a watermark. `pictures`: how many images it holds.

    `shades`: left, top, right and bottom of what is filled with another colour than white.
    """

    number: int
    width: float
    height: float
    characters: list[Character] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    shades: list[tuple[float, float, float, float]] = field(default_factory=list)
    leaning: str = ""
    across: str = ""
    unseen: str = ""
    pictures: int = 0
    unknown: int = 0


def read_page(page: Any, number: int) -> PageContent:  # noqa: ANN401 - pypdfium2 is imported only where a PDF is read
    """Read one page. Raises Refused for more than any report holds."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - optional library

    width, height = page.get_size()
    content = PageContent(number, width, height)
    turn = _turn(page)
    _read_characters(pdfium, page.get_textpage(), content, turn)
    _Shapes(pdfium, content, turn).read(page)
    return content


def _turn(page: Any) -> _Turn:  # noqa: ANN401 - as above
    """How a point of the page's own system comes to lie from the top left corner of the page as shown."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, _Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation()]


def _read_characters(pdfium: Any, textpage: Any, content: PageContent, turn: _Turn) -> None:  # noqa: ANN401 - as above
    count = pdfium.FPDFText_CountChars(textpage)
    if count > MOST_CHARACTERS:
        raise Refused(Text(f"第 {content.number} 页的字符过多", f"page {content.number} holds too many characters"))
    box = pdfium.FS_RECTF()
    high, gap = "", False
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            gap = True
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = _LIGATURES.get(code) or _joined(high, code)
        high = ""
        if pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1:
            text = _UNKNOWN
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        one, other = turn(box.left, box.top), turn(box.right, box.bottom)
        character = Character(text, min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]), gap)
        gap = False
        if text in _DIGITS:
            character = _looked_at(pdfium, textpage, index, character, turn)
        _place(character, content, leaning=leans(pdfium, textpage, index))


def _looked_at(pdfium: Any, textpage: Any, index: int, digit: Character, turn: _Turn) -> Character:  # noqa: ANN401 - as above
    """A digit with its looks. Only of digits, since each question costs as much as the box itself."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    white = is_white(pdfium.FPDFText_GetFillColor, textpage, index)
    return digit._replace(base=turn(x.value, y.value)[1], size=pdfium.FPDFText_GetFontSize(textpage, index), white=white)


def _joined(high: str, code: int) -> str:
    """The character of a code; half of a pair, a control, private use and nothing at all are unknown."""
    if 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace") if high else _UNKNOWN
    return _UNKNOWN if code < 0x20 or 0xE000 <= code < 0xF900 or code & 0xFFFE == 0xFFFE else chr(code)


def _place(character: Character, content: PageContent, *, leaning: bool) -> None:
    x, y = character.middle
    if not (0 <= x <= content.width and 0 <= y <= content.height):
        content.unseen += character.text
    elif leaning:
        content.leaning += character.text
    else:
        content.unknown += character.text == _UNKNOWN
        content.characters.append(character)


class _Shapes:
    """Collects the ruled lines and counts the pictures, within forms, too."""

    def __init__(self, pdfium: Any, content: PageContent, turn: _Turn) -> None:  # noqa: ANN401 - as above
        self.pdfium = pdfium
        self.content = content
        self.turn = turn
        self.objects = 0
        self.segments = 0

    def read(self, page: Any) -> None:  # noqa: ANN401 - as above
        """Walk over the objects of the page."""
        for index in range(self.pdfium.FPDFPage_CountObjects(page)):
            self._read(self.pdfium.FPDFPage_GetObject(page, index), [], 0)

    def _read(self, shape: Any, matrices: list[Any], depth: int) -> None:  # noqa: ANN401 - as above
        self.objects += 1
        if self.objects > MOST_OBJECTS:
            raise Refused(Text(f"第 {self.content.number} 页的图形过多", f"page {self.content.number} holds too many shapes"))
        kind = self.pdfium.FPDFPageObj_GetType(shape)
        if kind == self.pdfium.FPDF_PAGEOBJ_IMAGE:
            self.content.pictures += 1
        elif kind == self.pdfium.FPDF_PAGEOBJ_PATH:
            self._read_path(shape, [self._matrix(shape), *matrices])
        elif kind == self.pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = [self._matrix(shape), *matrices]
            for index in range(self.pdfium.FPDFFormObj_CountObjects(shape)):
                self._read(self.pdfium.FPDFFormObj_GetObject(shape, index), inner, depth + 1)

    def _matrix(self, shape: Any) -> Any:  # noqa: ANN401 - as above
        matrix = self.pdfium.FS_MATRIX()
        self.pdfium.FPDFPageObj_GetMatrix(shape, matrix)
        return matrix

    def _read_path(self, path: Any, matrices: list[Any]) -> None:  # noqa: ANN401 - as above
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self.pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        for points in self._subpaths(path, matrices):
            if stroke.value:
                self._keep(pairwise(points))
            elif fill.value:
                (left, right), (top, bottom) = ((min(values), max(values)) for values in zip(*points, strict=True))
                if min(right - left, bottom - top) <= _HAIR:
                    level = right - left >= bottom - top
                    middle = (top + bottom) / 2 if level else (left + right) / 2
                    self._keep([((left, middle), (right, middle)) if level else ((middle, top), (middle, bottom))])
                elif not is_white(self.pdfium.FPDFPageObj_GetFillColor, path):
                    self.content.shades.append((left, top, right, bottom))

    def _keep(self, lines: Any) -> None:  # noqa: ANN401 - pairs of points
        for (x, y), (other_x, other_y) in lines:
            if abs(y - other_y) <= _LEVEL < abs(x - other_x):
                self.content.rulings.append(Ruling(level=True, at=(y + other_y) / 2, start=min(x, other_x), end=max(x, other_x)))
            elif abs(x - other_x) <= _LEVEL < abs(y - other_y):
                self.content.rulings.append(Ruling(level=False, at=(x + other_x) / 2, start=min(y, other_y), end=max(y, other_y)))

    def _subpaths(self, path: Any, matrices: list[Any]) -> Iterator[list[tuple[float, float]]]:  # noqa: ANN401 - as above
        """The corners of each closed or open line, in points of the page as shown."""
        points: list[tuple[float, float]] = []
        count = self.pdfium.FPDFPath_CountSegments(path)
        self.segments += max(0, count)
        if self.segments > MOST_SEGMENTS:
            raise Refused(Text(f"第 {self.content.number} 页的线条过多", f"page {self.content.number} holds too many lines"))
        for index in range(count):
            segment = self.pdfium.FPDFPath_GetPathSegment(path, index)
            if self.pdfium.FPDFPathSegment_GetType(segment) == self.pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            x, y = ctypes.c_float(), ctypes.c_float()
            self.pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(self._shown(x.value, y.value, matrices))
            if self.pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if points:
            yield points

    def _shown(self, x: float, y: float, matrices: list[Any]) -> tuple[float, float]:
        for matrix in matrices:
            x, y = matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
        return self.turn(x, y)
