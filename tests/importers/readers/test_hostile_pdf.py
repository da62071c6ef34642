import time
from collections.abc import Callable
from random import Random

import pytest

from giar_site.importers.document import Refused
from giar_site.importers.readers import pdf
from tests.importers.readers.pdfs import box, text, written

IMAGE = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
UNNAMED = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>",
    "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
)
ENCRYPT = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00><00>]".format("41" * 32)


def lines(count: int) -> str:
    """Lines of 500 letters, two points apart."""
    return "".join(text(1, 2 * number, "ab" * 250, 1) for number in range(1, count + 1))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "it is empty"),
    "another format": (lambda: b"PK\x03\x04", "it is no PDF"),
    "a head without a body": (lambda: b"%PDF-1.7\n", "no sound PDF"),
    "a root that is not there": (
        lambda: written(text(1, 1, "a")).replace(b"/Root 1 0 R", b"/Root 9 0 R").replace(b"/Catalog", b"/Cat"),
        "no sound PDF",
    ),
    "an encrypted file": (lambda: written(text(100, 700, "words"), trailer=ENCRYPT), "it is encrypted"),
    "an encryption nobody knows": (lambda: written(text(100, 700, "words"), trailer="/Encrypt << /Filter /Other >>"), "it is"),
    "a scan": (lambda: written(IMAGE), "no text layer"),
    "no page that says anything": (lambda: written("", ""), "no text layer"),
    "glyphs without characters": (
        lambda: written("BT /G 12 Tf 100 700 Td <000100020003> Tj ET", more=UNNAMED).replace(
            b"/Font << /F 3 0 R >>", b"/Font << /G 6 0 R >>"
        ),
        "its fonts do not say",
    ),
    "too many pages": (lambda: written(*["" for _ in range(201)]), "more than 200 pages"),
    "too many characters on a page": (lambda: written(lines(401)), "too many characters"),
    "too many characters": (lambda: written(*[lines(380)] * 3), "more than 500000 characters"),
    "too many shapes": (lambda: written(text(1, 1, "a") + "0 0 m 9 9 l S\n" * 50_001), "too many shapes"),
    "too many lines": (lambda: written(text(1, 1, "a") + "0 0 m " + "9 9 l " * 200_001 + "S"), "too many lines"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pdf_is_refused_with_its_reason(name: str) -> None:
    build, expected = HOSTILE[name]
    with pytest.raises(Refused) as refused:
        pdf.read(build())
    assert expected in refused.value.reason.en
    assert refused.value.reason.zh


HARMLESS = {
    "a page tree that contains itself": written(text(100, 700, "words")).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R 4 0 R]"),
    "a stream that is shorter than it says": written(text(100, 700, "words")).replace(b"/Length ", b"/Length 9"),
    "a script to run when opened": written(text(100, 700, "words"), catalog="/OpenAction << /S /JavaScript /JS (app.alert) >>"),
    "an address to fetch when opened": written(text(100, 700, "words"), catalog="/OpenAction << /S /URI /URI (http://192.0.2.1/) >>"),
    "a page in itself": written("/X Do " + text(100, 700, "words"), page="/Group 4 0 R"),
    "a grid of hundreds of lines each way": written(
        text(100, 700, "words") + "".join(f"{n} 0 m {n} 800 l S 0 {n} m 595 {n} l S\n" for n in range(0, 590, 4))
    ),
    "coordinates beyond any page": written(
        text(100, 700, "words") + box(-1e30, -1e30, 2e30, 2e30) + "1e38 0 0 1e38 0 0 cm " + box(1, 1, 1e38, 1e38)
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_pdf_with_traps_is_read_without_falling_into_them(name: str) -> None:
    before = time.process_time()
    try:
        assert pdf.read(HARMLESS[name]).reader == "pdf"
    except Refused as refused:
        assert refused.reason.zh  # noqa: PT017 - either is right
    assert time.process_time() - before < 10


def test_spoilt_bytes_are_read_or_refused_and_nothing_else() -> None:
    whole = written(box(90, 640, 100, 80) + box(190, 640, 100, 80) + text(100, 700, "words") + text(200, 700, "5"), text(50, 700, "more"))
    random = Random(4)  # noqa: S311 - no secret
    read = 0
    for _ in range(400):
        mutant = bytearray(whole)
        for _ in range(random.randint(1, 6)):
            mutant[random.randrange(len(mutant))] = random.randrange(256)
        try:
            pdf.read(bytes(mutant))
            read += 1
        except Refused:
            pass
    assert 0 < read < 400
