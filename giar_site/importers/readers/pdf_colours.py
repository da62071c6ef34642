"""Colours of a PDF, as far as they tell whether anybody sees what is printed in them."""

import ctypes
from collections.abc import Callable
from typing import Any, Final

_WHITE: Final = 240  # of 255: what has so much of each colour nobody sees on paper


def is_white(ask: Callable[..., Any], *what: Any) -> bool:  # noqa: ANN401 - the library is optional
    """Whether the colour that `ask`, a function of pdfium, gives of `what` is white or nearly so; one it does not know is not."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    return bool(ask(*what, red, green, blue, opacity)) and min(red.value, green.value, blue.value) >= _WHITE
