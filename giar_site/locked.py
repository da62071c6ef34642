"""What has been published of a report: the records of published.lock."""

from collections.abc import Mapping
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
