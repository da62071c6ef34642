"""published.lock → what has been published of each report, version by version. Written by giar alone; read as strictly as anything."""

import json
from collections.abc import Mapping
from typing import Any

from giar_site import forms
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.load.files import Folder, Refused
from giar_site.locked import Locked

LOCK = "published.lock"
LARGEST_LOCK = 1 << 30  # some 2 KB a version of a report
VERSION = 1
Locks = Mapping[tuple[str, int], tuple[Locked, ...]]


def load_lock(top: Folder) -> Locks:
    """The versions of each report (agency, year) in published.lock, oldest first; empty when there is no such file.

    Raises CannotGoOn when it cannot be read: a build that knows nothing of the past would let every silent change through.
    """
    if not top.kind(LOCK):
        return {}
    try:
        document = json.loads(top.read(LOCK, LARGEST_LOCK))
        if document["version"] != VERSION:
            raise _unreadable(Text(f"版本 {document['version']} 不认识", f"version {document['version']} is not known"))
        return {_report(name): _versions(versions) for name, versions in document["reports"].items()}
    except Refused as refused:
        raise _unreadable(refused.text) from refused
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(Text("内容不是 giar lock 写出的样子", "it is not as giar lock writes it")) from error


def _report(name: str) -> tuple[str, int]:
    slug, _, year = name.partition("/")
    return slug, int(year)


def _versions(data: list[Mapping[str, Any]]) -> tuple[Locked, ...]:
    if not data:
        raise ValueError("a report is in the record from its first version on")
    return tuple(map(_version, data))


def _version(data: Mapping[str, Any]) -> Locked:
    form = forms.edition(int(data["form"]))
    figures = tuple(str(text) for row in form.rows for text in data["figures"][row.id])
    if len(figures) != len(form.cells):
        raise ValueError(f"{len(figures)} figures on a form of {len(form.cells)}")
    texts = {name: str(text) for name, text in data["texts"].items()}
    accepted = {place: str(value) for place, value in data["accepted"].items()}
    return Locked(str(data["date"]), form.edition, figures, texts, tuple(tuple(map(str, each)) for each in data["corrections"]), accepted)


def _unreadable(why: Text) -> CannotGoOn:
    return CannotGoOn(
        Text(
            f"{LOCK} 读不出来：{why.zh}。请从备份或版本库恢复这个文件；它记录着已经公布的内容，不要删去重建。",
            f"{LOCK} cannot be read: {why.en}. Restore it from a backup or the repository; it records what was published, do not delete it.",
        )
    )
