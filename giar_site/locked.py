"""What has been published of a report, and what was taken down: the records of published.lock and `withdrawn:`."""

from collections.abc import Mapping
from typing import NamedTuple


class Locked(NamedTuple):
    """A report as it stood when it was published: every figure's text in the printed order of `form`; fields, digests of passages and files.

    `corrections` and `accepted` are digests and places of the entries it carried then.
    """

    date: str
    form: int
    figures: tuple[str, ...]
    texts: Mapping[str, str]
    corrections: tuple[str, ...] = ()
    accepted: Mapping[str, str] = {}


class Withdrawal(NamedTuple):
    """A published report that was taken down: "agency/year", the day, and the printed reason."""

    report: str
    date: str
    reason: str
