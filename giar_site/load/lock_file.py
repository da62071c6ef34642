"""published.lock → what has been published of each report, version by version. Written by giar alone; read as strictly as anything."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from giar_site import forms
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.load.files import Folder, Refused
from giar_site.load.slugs import SLUG
from giar_site.locked import Locked

LOCK = "published.lock"
LARGEST_LOCK = 1 << 30  # some 2 KB a version of a report
VERSION = 1
Locks = Mapping[tuple[str, int], tuple[Locked, ...]]
_REPORT = re.compile(f"({SLUG.pattern})/([0-9]{{4}})")
_CORRECTION = 5  # date, at, was, now, reason
_HELD = {"date", "form", "figures", "texts", "corrections", "accepted"}


class _MalformedError(ValueError):
    """The file is not as `giar lock` writes it; the words are for who debugs giar."""


def load_lock(top: Folder) -> Locks:
    """The versions of each report (agency, year) in published.lock, oldest first; empty when there is no such file.

    Raises CannotGoOn when it cannot be read: a build that knows nothing of the past would let every silent change through.
    """
    if not top.kind(LOCK):
        return {}
    try:
        document = json.loads(top.read(LOCK, LARGEST_LOCK), object_pairs_hook=_named_once)
        reports = _reports(document)
    except Refused as refused:
        raise _unreadable(refused.text) from refused
    except (ValueError, RecursionError) as error:  # no JSON, or nested so deeply that reading it would never end well
        raise _unreadable(Text("内容不是 giar lock 写出的样子", "it is not as giar lock writes it")) from error
    return dict(_report(name, versions) for name, versions in reports.items())


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON: of two values of one name the first would be lost without a word."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _MalformedError("a name stands twice")
    return found


def _reports(document: object) -> dict[str, Any]:
    if not isinstance(document, dict) or not document.keys() >= {"version", "reports"} or not isinstance(document["reports"], dict):
        raise _MalformedError("no version, or no reports")
    if type(document["version"]) is not int:
        raise _MalformedError("the version is no number")
    if document["version"] != VERSION:
        raise _unreadable(Text(f"版本 {document['version']} 不认识", f"version {document['version']} is not known"))
    if len(document) > len(("version", "reports")):
        raise _MalformedError("more than giar writes")
    return document["reports"]


def _report(name: str, versions: object) -> tuple[tuple[str, int], tuple[Locked, ...]]:
    try:
        found = _REPORT.fullmatch(name)
        if not found or not isinstance(versions, list) or not versions:
            raise _MalformedError("a report is in the record from its first version on")
        read = tuple(map(_version, versions))
        if any(later.date < earlier.date for earlier, later in pairwise(read)):
            raise _MalformedError("a version is older than the one before it")
    except ValueError as error:
        shown = Text(f"{name} 的", f"what it holds of {name}") if found else Text("其中有一份报告的", "what it holds of one report")
        raise _unreadable(Text(f"{shown.zh}记录不是 giar lock 写出的样子", f"{shown.en} is not as giar lock writes it")) from error
    return (found[1], int(found[2])), read


def _version(data: object) -> Locked:
    if not isinstance(data, dict) or data.keys() != _HELD:
        raise _MalformedError("a version holds these six")
    corrections = tuple(_line(each, _CORRECTION) for each in _list(data["corrections"]))
    form = _form(data["form"])
    return Locked(
        _day(data["date"]), form.edition, _figures(data["figures"], form), _texts(data["texts"]), corrections, _texts(data["accepted"])
    )


def _day(data: object) -> str:
    [day] = _line([data], 1)
    if dt.date.fromisoformat(day).isoformat() != day:
        raise _MalformedError("a day is written YYYY-MM-DD")
    return day


def _form(data: object) -> forms.Form:
    form = next((each for each in forms.editions() if type(data) is int and each.edition == data), None)
    if form is None:
        raise _MalformedError("an edition is one of those there are")
    return form


def _figures(data: object, form: forms.Form) -> tuple[str, ...]:
    if not isinstance(data, dict) or data.keys() != {row.id for row in form.rows}:
        raise _MalformedError("every row of the form is there, and no other")
    return tuple(text for row in form.rows for text in _line(data[row.id], len(row.cells)))


def _texts(data: object) -> dict[str, str]:
    if not isinstance(data, dict):
        raise _MalformedError("texts have names")
    _line([*data, *data.values()], 2 * len(data))
    return data


def _line(data: object, length: int) -> tuple[str, ...]:
    """`length` texts that can be written again."""
    found = _list(data)
    if len(found) != length or not all(isinstance(each, str) for each in found):
        raise _MalformedError(f"not {length} texts")
    _encodable(found)
    return tuple(found)


def _encodable(texts: Iterable[str]) -> None:
    """Raise UnicodeEncodeError, which is a ValueError, where half of a surrogate pair stands alone."""
    "".join(texts).encode()


def _list(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise _MalformedError("no list")
    return data


def _unreadable(why: Text) -> CannotGoOn:
    return CannotGoOn(
        Text(
            f"{LOCK} 读不出来：{why.zh}。请从备份或版本库恢复这个文件；它记录着已经公布的内容，不要删去重建。",
            f"{LOCK} cannot be read: {why.en}. Restore it from a backup or the repository; it records what was published, do not delete it.",
        )
    )
