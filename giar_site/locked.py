"""What has been published of a report: the records of published.lock."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Locked(NamedTuple):
    """A report as it stood when it was published: every figure's text in the printed order of `form`; fields, digests of passages and files.

    `corrections`: the entries it carried then, as (date, at, was, now, reason); `accepted`: place of each accepted finding → both its values.
    """

    date: str
    form: int
    figures: tuple[str, ...]
    texts: Mapping[str, str]
    corrections: tuple[tuple[str, ...], ...] = ()
    accepted: Mapping[str, str] = {}


def fingerprint(versions: Sequence[Locked]) -> str:
    """32 hex digits that are the same for the same versions in the same order only, however published.lock is laid out."""
    held = [version._replace(texts=dict(version.texts), accepted=dict(version.accepted)) for version in versions]
    return hashlib.sha256(json.dumps(held, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:32]
