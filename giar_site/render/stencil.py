"""Filling in a small part of a theme many thousand times: its template runs once for each combination of fields there and not there.

Themes neither compare nor compute, so a template can only ask whether a field is empty. Every text is therefore stood in for by a
hole, and all views of that shape are the same HTML with their own texts in the holes.
"""

import re
from html import escape
from typing import Any

from markupsafe import Markup

from giar_site.render.theme import Stencil, Theme

_FIRST = 0xE000  # private use: no template writes such characters
_HOLE = re.compile("([\ue000-\ue0ff])")


def stencilled(theme: Theme, template: str, name: str, view: tuple[Any, ...]) -> Markup:
    """`template` filled in with `view` under `name`: a flat NamedTuple of texts (empty: not there) and facts (bool)."""
    key = (template, *map(bool, view))
    stencil = theme.stencils.get(key)
    if stencil is None:
        stencil = theme.stencils[key] = _cut(theme, template, name, view)
    pieces = stencil.pieces.copy()
    for at, hole in stencil.holes:
        text = view[hole]
        pieces[at] = text if isinstance(text, Markup) else escape(text)
    return Markup("".join(pieces))  # noqa: S704 - pieces of an autoescaping template, and texts escaped here


def _cut(theme: Theme, template: str, name: str, view: tuple[Any, ...]) -> Stencil:
    holes = [chr(_FIRST + at) if value and not isinstance(value, bool) else value for at, value in enumerate(view)]
    pieces = _HOLE.split(theme.part(template, None, **{name: type(view)(*holes)}))
    return Stencil(pieces, tuple((at, ord(pieces[at]) - _FIRST) for at in range(1, len(pieces), 2)))
