"""Where in a text web addresses stand, absolute or relative: in links, pictures and plain text."""

import re

_LONGEST = 200  # characters looked back over
_BACKWARDS = re.compile(r"[^\s<>\"'|`“”‘’（）《》【】「」，。；：、！？…—]*+")
_PATH_BACKWARDS = re.compile(r"[A-Za-z0-9_.~%&=?#+@/\-]*+")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.\-]{0,15}://|www\.|^//", re.IGNORECASE)
_LINKED = re.compile(r"(?:\]\([ \t]{0,3}|\]:[ \t]{0,3}|\b(?:href|src)[ \t]{0,3}=[ \t]{0,3})[<\"']?$", re.IGNORECASE)
_WRITES_TO_SOMEBODY = re.compile(r"(?:tel|sms|smsto|callto|mailto):(?![a-z]+://)", re.IGNORECASE)
_RUNS_SOMETHING = re.compile(r"[a-z]{2,15}:(?!//|[0-9])", re.IGNORECASE)  # javascript: and the like, the number for an argument
_WORD = re.compile(r"[a-z]{2}")
_ONE_FOLDER = re.compile(r"[a-z][a-z0-9_\-]{2,60}/")  # files/, but not Zhang/ nor wx/
_DOMAIN = re.compile(r"[A-Za-z0-9\-]{1,60}\.[^@/]{1,60}/")
_PAGE = re.compile(r"[0-9A-Za-z_\-]{0,60}\.(?:s?html?|jspx?|aspx?|php)\b", re.IGNORECASE)
_FILE_NAME = re.compile(r"[0-9A-Za-z_\-]{0,60}\.[A-Za-z][A-Za-z0-9]{1,4}(?![0-9A-Za-z_\-])")
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}(?![0-9A-Za-z_\-])")


def is_in_address(text: str, start: int, end: int) -> bool:
    """True when the number is part of a web address."""
    return address_before(text, start, end) is not None


def is_file(text: str, end: int) -> bool:
    """True when a suffix follows the number, as in 15826037419.html."""
    return _FILE.match(text, end) is not None


def address_before(text: str, start: int, end: int) -> str | None:
    """How the web address begins that the number is part of, up to the number; None when it is part of none.

    Addresses that write to somebody (tel:, mailto:) or run something are none: their words count as words.
    """
    token = _backwards(_BACKWARDS, text[max(start - _LONGEST, 0) : start])
    _, bracket, before = token.rpartition("](")
    linked = bool(bracket or _LINKED.search(text[max(start - len(token) - 20, 0) : start - len(token)]))
    if _grows_from_a_word(before) or _WRITES_TO_SOMEBODY.match(before) or (linked and _RUNS_SOMETHING.match(before)):
        return None
    absolute = _ABSOLUTE.search(before)
    if absolute is not None:
        before = before[absolute.start() :]
    elif linked:
        return before if before or is_file(text, end) else None
    elif not _is_relative(before, text, end) and not _is_cut_off(token):
        return None
    return before if before.count(")") <= before.count("(") else None


def _backwards(pattern: re.Pattern[str], text: str) -> str:
    """What of the end of `text` consists of the characters of `pattern`."""
    match = pattern.match(text[::-1])
    return match[0][::-1] if match else ""


def _grows_from_a_word(before: str) -> bool:
    return "\u4e00" <= before[-1:] <= "\u9fff"


def _is_cut_off(token: str) -> bool:
    """True when the beginning of the address is out of sight."""
    return len(token) == _LONGEST and "/" in token


def _is_relative(before: str, text: str, end: int) -> bool:
    """True when plain text reads as a relative address: folders and a page or file, folders alone, or a parameter.

    张三/13800138000, abc@139.com/13800138000 and Tel/Fax:13800138000 are none; right behind a word (微信/QQ/13800138000) two slashes prove nothing.
    """
    path = _backwards(_PATH_BACKWARDS, before)
    if "?" in path or ("/" in before and _PAGE.match(text, end)):
        return True
    if "/" not in path or not _WORD.search(path):
        return False
    slashes = path.count("/")
    if _grows_from_a_word(before[: len(before) - len(path)]) and not _DOMAIN.match(path):
        slashes -= 1
    return slashes > 1 or _FILE_NAME.match(text, end) is not None or _ONE_FOLDER.fullmatch(before.lstrip("([")) is not None
