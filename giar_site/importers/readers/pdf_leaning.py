"""Whether the line a character stands on leans. A watermark's does; of text in italics only the letters lean, and the line is level."""

import math
from typing import Any, Final

_MOST: Final = 0.05  # radians off level or upright: a page that is turned has its text at a right angle


def leans(pdfium: Any, textpage: Any, index: int) -> bool:  # noqa: ANN401 - pypdfium2 is imported only where a PDF is read
    """Whether the line of character `index` is neither level nor upright."""
    if not _is_off(pdfium.FPDFText_GetCharAngle(textpage, index)):
        return False
    # That angle is the one of the letter's own upright: a font without italics is slanted by its matrix (Chromium and LibreOffice do so to all
    # Chinese fonts), and only the matrix tells where its line goes.
    matrix = pdfium.FS_MATRIX()
    return not pdfium.FPDFText_GetMatrix(textpage, index, matrix) or _is_off(math.atan2(matrix.b, matrix.a))


def _is_off(angle: float) -> bool:
    quarter = angle % (math.pi / 2)
    return min(quarter, math.pi / 2 - quarter) > _MOST
