"""When a number in a web address is a telephone.

Pages and people of other sites are numbered, too, and a wrong alarm stops a report. So no words round an address count, near as they may be
(hotel/, from=mobile&articleId=): the number's own folder or parameter must be named for telephones, or the number stand where no site would
number its pages.
"""

import re
from urllib.parse import unquote

from giar_site.private.addresses import address_before, is_file
from giar_site.private.surroundings import speaks_of_contact

# Not "sj", which is 数据 as well as 手机, nor "t", which is a time.
_TELEPHONE = re.compile(
    r"tel|telephone|(?:cell|mobile|tele)?phone|mobile|mob|sjh|sjhm|shouji|shoujihao|dianhua|lxdh|lxfs"
    r"|(?:tel|phone|mobile)(?:no|num|number)|[\u4e00-\u9fff]{0,6}(?:手机|电话|联系方式)(?:号码?)?",
    re.IGNORECASE,
)
_SMALL_SCREENS = re.compile(r"mob|mobile|(?:cell|mobile)?phone", re.IGNORECASE)  # such a folder may hold pages made for telephones
_WORDS = re.compile(r"[\u4e00-\u9fff]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NUMBER = frozenset({"no", "num", "number", "hao", "hm"})
_PARAMETER_BEGINS = re.compile(r"[?&;#/=:,]")
_PLUS = re.compile(r"(?:\+|%2B)$", re.IGNORECASE)
_HOST = re.compile(r"(?:(?:[a-z][a-z0-9+.\-]{0,15}:)?//[^/?#]+)?/", re.IGNORECASE)
_BEFORE_USER = re.compile(r"[a-z][a-z0-9+.\-]{0,15}://", re.IGNORECASE)
_AFTER_USER = re.compile(r"(?::[^\s/@]{0,60})?@")
_GROWS_ON = re.compile(r"[0-9A-Za-z_=+~\-]|[.@:][0-9A-Za-z]")


def announces_telephone(text: str, start: int, end: int) -> bool:
    """True when what stands before the number says that it is a telephone: words, or in an address the name of its folder or parameter."""
    address = address_before(text, start, end)
    return speaks_of_contact(text, start) if address is None else _names_telephone(_PLUS.sub("", address), text, end)


def may_be_telephone(text: str, start: int, end: int) -> bool:
    """True unless the number is part of an address and not all of its user, of its fragment, or of what follows the host."""
    address = address_before(text, start, end)
    if address is None:
        return True
    if _BEFORE_USER.fullmatch(address):
        return _AFTER_USER.match(text, end) is not None
    return (address.endswith("#") or _HOST.fullmatch(address) is not None) and _is_whole(text, end)


def _names_telephone(address: str, text: str, end: int) -> bool:
    """True when the folder or parameter right before the number is named for telephones, and the number is all of what is in it."""
    if address.endswith(("=", ":")):
        return _is_whole(text, end) and _is_named(_last_word(unquote(_PARAMETER_BEGINS.split(address[:-1])[-1])))
    if not address.endswith("/"):
        return False
    folder = unquote(address[:-1].rpartition("/")[2])
    if is_file(text, end):
        return _is_named(folder) and not _SMALL_SCREENS.fullmatch(folder)
    return _is_named(folder) and _is_whole(text, end)


def _is_whole(text: str, end: int) -> bool:
    return not _GROWS_ON.match(text, end)


def _is_named(name: str) -> bool:
    return _TELEPHONE.fullmatch(name) is not None


def _last_word(name: str) -> str:
    """The word that says what a parameter is: of userPhone and link_tel_no the telephone."""
    words = _WORDS.findall(name)
    while len(words) > 1 and words[-1].lower() in _NUMBER:
        words.pop()
    return words[-1] if words else ""
