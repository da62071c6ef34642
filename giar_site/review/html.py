"""The letter as one file of HTML that prints on A4; nothing in it is loaded from anywhere."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from giar_site.diagnostics import Text
from giar_site.review.letter import Letter

_WORDS = {"where": Text("位置：", "Where: "), "values": Text("数值：", "Values: "), "mend": Text("处理：", "To do: ")}


def as_html(letter: Letter) -> str:
    """The letter as a page."""
    words = {name: text.in_language(letter.language) for name, text in _WORDS.items()}
    return _template().render(letter=letter, words=words)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("letter.html")
