"""Which addresses a narrative may point to: the web, mail and telephone, places in the site, files of its own report."""

import posixpath
import re
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ALLOWED = ("http://", "https://", "mailto:", "tel:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\<>\"`]")


def is_allowed_link(address: str) -> bool:
    """True for http, https, mailto, tel and relative addresses that stay on this site."""
    folded = unquote(address)
    if _UNSAFE.search(folded.strip()) or address != address.strip():
        return False
    if _SCHEME.match(folded):
        return folded.lower().startswith(_ALLOWED) and "@" not in folded.partition("//")[2].partition("/")[0]
    return not folded.startswith("/") and _stays_here(folded) and _leads_somewhere(folded)


def _stays_here(path: str) -> bool:
    """True when the relative `path` of a report's page, which stands in its agency's folder, does not climb out of the site."""
    plain = re.split(r"[?#]", path, maxsplit=1)[0]
    return not posixpath.normpath(plain).startswith("../..")


def _leads_somewhere(path: str) -> bool:
    """True for a place in the page, a page of the site, and the report's own files: any other relative address would be dead."""
    plain = re.split(r"[?#]", path, maxsplit=1)[0]
    return not plain or plain.endswith(".html") or own_file(plain) != ""


def own_file(address: str) -> str:
    """The name of the report's own file that `address` means ("files/a.pdf" → "a.pdf"); "" when it means something else."""
    folded = unquote(address).removeprefix("./")
    name = folded.removeprefix("files/")
    return name if name != folded and "/" not in name and name not in {"", ".", ".."} else ""
