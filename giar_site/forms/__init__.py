"""The national form as data: one YAML file an edition, chosen by reporting year."""

from functools import lru_cache
from pathlib import Path

from giar_site.forms.form import (
    Block,
    Cell,
    Continuation,
    ContinuityName,
    Equation,
    Form,
    Head,
    HeadPath,
    KeyFigure,
    Kind,
    Row,
    Section,
    Subject,
    Table,
)
from giar_site.forms.reader import read_form

__all__ = [
    "Block",
    "Cell",
    "Continuation",
    "ContinuityName",
    "Equation",
    "Form",
    "Head",
    "HeadPath",
    "KeyFigure",
    "Kind",
    "Row",
    "Section",
    "Subject",
    "Table",
    "edition",
    "editions",
    "for_year",
    "read_form",
]

FOLDER = Path(__file__).parent


@lru_cache(maxsize=4)
def _library(folder: Path) -> dict[int, Form]:
    forms = (read_form(path) for path in sorted(folder.glob("[0-9]*.yaml")))
    return {form.edition: form for form in forms}


def editions() -> tuple[Form, ...]:
    """All known editions, oldest first."""
    return tuple(_library(FOLDER).values())


def edition(number: int) -> Form:
    """The edition numbered `number`. Raises KeyError when there is none."""
    return _library(FOLDER)[number]


def for_year(year: int) -> Form | None:
    """The edition that reports of `year` are written on; None when no edition governs that year."""
    return next((form for form in reversed(editions()) if form.governs(year)), None)
