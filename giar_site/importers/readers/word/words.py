"""The words of a Word paragraph, and what of it a reader of the printed page would not see: deletions, hidden text, codes of fields."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_site.importers.document import Spot
from giar_site.importers.noting import Noting
from giar_site.importers.raised import lowered, raised
from giar_site.importers.readers.word.fields import chosen_entry
from giar_site.importers.readers.word.odd_digits import Run, oddities
from giar_site.importers.readers.word.plain_text import texts_of
from giar_site.importers.readers.word.styles import Styles
from giar_site.importers.readers.word.xml_names import attribute, child, name

_NO_WORDS = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "ctrlPr", "bookmarkStart", "bookmarkEnd", "proofErr"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SCRIPTS: dict[str, Callable[[str], str]] = {"superscript": raised, "subscript": lowered}
_PRIVATE_USE = range(0xE000, 0xF900)


class Words(NamedTuple):
    """`text`: with tabs and line breaks. `boxes`: contents of text boxes that hang on the paragraph. `joined`: the next paragraph goes on in it."""

    text: str
    boxes: tuple[Element, ...]
    joined: bool


class WordReader:
    """Reads one paragraph after another, in order: a field may begin in one and end in another."""

    def __init__(self, styles: Styles, noting: Noting) -> None:
        """Notices go to `noting`."""
        self._styles = styles
        self._noting = noting
        self._spot = Spot()
        self._paragraph = Element("p")
        self._out: list[str] = []
        self._boxes: list[Element] = []
        self._runs: list[Run] = []  # what the paragraph shows, as far as it looks alike
        self._script: Callable[[str], str] = str
        self._fields: list[bool] = []  # of each open field whether its result has begun
        self._chosen: list[str] = []  # of each open field what its list shows, unless the result that is stored shows it
        self._codes: list[str] = []
        self._special: dict[str, Callable[[Element], None]] = {
            "t": self._text,
            "delText": self._text,
            "r": self._run,
            "ins": self._inserted,
            "moveTo": self._inserted,
            "del": self._deleted,
            "moveFrom": self._deleted,
            "fldChar": self._field_mark,
            "instrText": self._field_code,
            "fldSimple": self._simple_field,
            "sym": self._symbol,
            "drawing": self._picture,
            "pict": self._picture,
            "object": self._picture,
            "AlternateContent": self._alternative,
            "rt": self._ruby,
            "textpath": self._word_art,
            "f": self._fraction,
            "sSup": self._raised,
            "sSub": self._lowered,
        }

    def read(self, paragraph: Element, spot: Spot, *, coloured: bool = False) -> Words:
        """Read `paragraph`, which stands at `spot`, `coloured`: in a cell that is filled with a colour."""
        self._spot, self._paragraph, self._out, self._boxes, self._runs = spot, paragraph, [], [], []
        self._each(paragraph)
        if self._fields and not self._fields[-1]:  # its code is over, or what looked like a code were words
            self._end_code()
            self._fields[-1] = True
        for odd, words in oddities(self._runs, paragraph, self._styles, coloured=coloured):
            self._noting.doubt(odd.zh, odd.en, words, spot)
        properties = child(paragraph, "pPr")
        if child(properties, "framePr") is not None:
            self._noting.quote("图文框中的文字按段落读取", "text in a frame, read as a paragraph", "".join(self._out), spot)
        return Words("".join(self._out), tuple(self._boxes), child(properties, "rPr", "del") is not None)

    def _each(self, element: Element) -> None:
        for below in element:
            self._one(below)

    def _one(self, element: Element) -> None:
        tag = name(element)
        if tag in _NO_WORDS:
            return
        if tag in _SIGNS:
            self._put(_SIGNS[tag])
        elif special := self._special.get(tag):
            special(element)
        elif tag == "txbxContent":
            self._boxes.append(element)
        else:
            self._each(element)

    def _put(self, text: str) -> None:
        if self._fields and not self._fields[-1]:
            self._codes.append(text)
            return
        self._out.append(text)
        if self._fields and text.strip():
            self._chosen[-1] = ""

    def _text(self, element: Element) -> None:
        self._put(self._script((element.text or "").replace("\n", " ").replace("\r", " ")))

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        if self._styles.hides(properties, self._paragraph):
            self._void(run, "隐藏文字未取用", "hidden text was left out")
        elif self._styles.strikes(properties, self._paragraph):
            self._void(run, "划去的文字未取用", "text that is struck through was left out")
        else:
            before, self._script = self._script, SCRIPTS.get(self._styles.script(properties, self._paragraph), self._script)
            start, runs = len(self._out), len(self._runs)
            self._each(run)
            self._script = before
            if len(self._runs) == runs:  # else it holds runs itself, as one with a reading aid does
                self._runs.append(("".join(self._out[start:]), properties))

    def _void(self, run: Element, zh: str, en: str) -> None:
        """Leave out words that are not said; marks of fields, which stand in runs of their own, are seen all the same."""
        with self._aside() as void:
            self._each(run)
        self._noting.doubt(zh, en, "".join(void), self._spot)

    @contextmanager
    def _aside(self) -> Iterator[list[str]]:
        """What is read within goes into a list of its own, codes of fields excepted."""
        kept, self._out, runs = self._out, [], len(self._runs)
        yield self._out
        self._out = kept
        del self._runs[runs:]

    def _inserted(self, element: Element) -> None:
        start = len(self._out)
        self._each(element)
        self._noting.quote(
            "修订中插入的文字，按接受修订取用", "tracked insertion, taken as accepted", "".join(self._out[start:]), self._spot
        )

    def _deleted(self, element: Element) -> None:
        boxes = len(self._boxes)
        with self._aside() as deleted:
            self._each(element)
        boxed = [text for box in self._boxes[boxes:] for text in box.itertext()]
        del self._boxes[boxes:]
        self._noting.quote(
            "修订中删除的文字，按接受修订未取用", "tracked deletion, left out as accepted", "".join(deleted + boxed), self._spot
        )

    def _field_mark(self, element: Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
            self._chosen.append(chosen_entry(child(element, "ffData", "ddList")))
        elif kind == "separate" and self._fields and not self._fields[-1]:
            self._end_code()
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            if not self._fields[-1]:
                self._end_code()
            self._fields.pop()
            if chosen := self._chosen.pop():
                self._put(chosen)

    def _field_code(self, element: Element) -> None:
        self._codes.append(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._codes.append(attribute(element, "instr"))
        self._end_code()
        self._each(element)

    def _end_code(self) -> None:
        self._noting.quote(
            "域代码未执行，只取显示的结果", "a field was not run; its shown result was taken", "".join(self._codes), self._spot
        )
        self._codes.clear()

    def _symbol(self, element: Element) -> None:
        code = attribute(element, "char").upper()
        point = int(code, 16) if code and len(code) <= 6 and set(code) <= set("0123456789ABCDEF") else 0
        if not point or point in _PRIVATE_USE or 0xD800 <= point <= 0xDFFF or point > 0x10FFFF:
            font = attribute(element, "font")
            self._noting.add(f"特殊符号（字体 {font},{code}）未取用", f"a symbol (font {font}, {code}) was left out", self._spot)
        else:
            self._put(chr(point))

    def _fraction(self, element: Element) -> None:
        """A fraction of a formula: above and below its line, in brackets where these are more than a number or a name."""
        parts: list[str] = []
        for part in (below for below in element if name(below) in {"num", "den"}):
            with self._aside() as words:
                self._each(part)
            text = "".join(words)
            parts.append(text if text.isalnum() else f"({text})")
        self._put("/".join(parts))

    def _raised(self, element: Element) -> None:
        self._scripted(element, "sup", raised)

    def _lowered(self, element: Element) -> None:
        self._scripted(element, "sub", lowered)

    def _scripted(self, element: Element, part: str, script: Callable[[str], str]) -> None:
        """A base and what stands raised or lowered behind it, in a formula."""
        for below in element:
            before, self._script = self._script, script if name(below) == part else self._script
            self._one(below)
            self._script = before

    def _picture(self, element: Element) -> None:
        boxes = len(self._boxes)
        self._each(element)
        drawn = [below for below in element.iter() if name(below) in {"blip", "imagedata", "OLEObject", "chart", "relIds"}]
        described = next((attribute(below, "descr") for below in element.iter() if name(below) == "docPr"), "")
        if drawn:
            told = f"“{described}”" if described else ""
            self._noting.add(
                f"图片或对象{told}未取用，其中的文字请人工核对",
                f"a picture or object {told} was left out; look for text in it".replace("  ", " "),
                self._spot,
            )
        for box in self._boxes[boxes:]:
            self._noting.quote("文本框中的文字按段落读取", "text of a text box, read as paragraphs", "".join(texts_of(box)), self._spot)

    def _alternative(self, element: Element) -> None:
        """Of several forms of the same thing, for newer and older programs, the first."""
        for below in element:
            if len(below):
                self._each(below)
                return

    def _ruby(self, element: Element) -> None:
        self._noting.quote("注音未取用", "a reading aid was left out", "".join(texts_of(element)), self._spot)

    def _word_art(self, element: Element) -> None:
        self._noting.quote("艺术字或水印未取用", "word art or a watermark was left out", attribute(element, "string"), self._spot)
