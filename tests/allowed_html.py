"""What may stand in the HTML of a narrative: a short list of elements, attributes and schemes, checked without giar's help."""

import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

ELEMENTS = frozenset(
    "div p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a img br hr table thead tbody tr th td".split()  # noqa: SIM905
)
# Attribute of element → what its value must be, whole.
ATTRIBUTES = {
    ("a", "href"): r"[^\s\\<>\"]*",
    ("a", "title"): r"[^\x00]*",
    ("a", "rel"): r"noopener",
    ("img", "src"): r"(?:20[0-9]{2}/(?:\./)?[^\s\\<>\"]*)?",
    ("img", "alt"): r"[^\x00]*",
    ("img", "title"): r"[^\x00]*",
    ("div", "class"): r"scroll",
    ("div", "role"): r"group",
    ("div", "aria-label"): r"表格",
    ("div", "tabindex"): r"0",
    ("ol", "start"): r"[0-9]{1,9}",
    ("code", "class"): r"language-\S*",
    ("th", "class"): r"align-(?:left|right|center)",
    ("td", "class"): r"align-(?:left|right|center)",
}
SCHEMES = {"", "http", "https", "mailto", "tel"}


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.outside.append(f"<{tag}>")
        for name, value in attrs:
            pattern = ATTRIBUTES.get((tag, name))
            if (
                pattern is None
                or not re.fullmatch(pattern, value or "")
                or (name in {"href", "src"} and not leads_somewhere_allowed(value or ""))
            ):
                self.outside.append(f"{tag}.{name}={value}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_comment(self, data: str) -> None:
        self.outside.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.outside.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.outside.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.outside.append(f"<?{data}")


def leads_somewhere_allowed(address: str) -> bool:
    """True for an address with an allowed scheme, and for a relative one that a browser resolves to a place within the site."""
    plain = re.sub(r"[\t\n\r]", "", address).strip("\0\x01\x1f ")  # as a browser reads it
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", plain)
    if scheme:
        return scheme[1].lower() in SCHEMES and "@" not in (urlsplit(plain).netloc if scheme[1].lower() in {"http", "https"} else "")
    path = unquote(re.split(r"[?#]", plain, maxsplit=1)[0]).replace("\\", "/")
    return not path.startswith("/") and not posixpath.normpath(path).startswith("../..")


def outside(html: str) -> list[str]:
    """Everything in `html` that is not on the list."""
    checker = _Checker()
    checker.feed(html)
    checker.close()
    return checker.outside
