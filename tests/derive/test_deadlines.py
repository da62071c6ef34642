"""Until when a report must be published, and who says so."""

import datetime as dt

import pytest

from giar_site.derive import Due, Origin, due
from giar_site.derive.deadlines import over_by
from giar_site.model import Settings
from giar_site.settings import Deadline
from tests.derive.made import agency

PLAIN = Settings("年报")


@pytest.mark.parametrize(
    ("kind", "scope", "day", "said"),
    [
        ("department", "own", dt.date(2023, 1, 31), "department"),
        ("office", "own", dt.date(2023, 1, 31), "office"),
        ("institution", "own", dt.date(2023, 1, 31), "institution"),
        ("government", "rollup", dt.date(2023, 3, 31), "government"),
        ("government", "own", dt.date(2023, 3, 31), "government"),
        ("office", "rollup", dt.date(2023, 3, 31), "government"),
        ("department", "rollup", dt.date(2023, 1, 31), "department"),
    ],
)
def test_the_law_says_when(kind: str, scope: str, day: dt.date, said: str) -> None:
    assert due(agency("a", kind=kind, scope=scope), PLAIN, 2022) == Due(day, Origin.LAW, said)


@pytest.mark.parametrize("kind", ["township", "subdistrict"])
def test_the_law_does_not_name_townships(kind: str) -> None:
    assert due(agency("a", kind=kind), PLAIN, 2022) is None


def test_the_site_may_say_otherwise_and_the_agency_before_it() -> None:
    settings = PLAIN._replace(deadlines=(Deadline("township", "02-15"), Deadline("office", "01-20"), Deadline("government", "04-30")))
    assert due(agency("a", kind="township"), settings, 2022) == Due(dt.date(2023, 2, 15), Origin.SITE, "township")
    assert due(agency("a", kind="office", scope="rollup"), settings, 2022) == Due(dt.date(2023, 4, 30), Origin.SITE, "government")
    assert due(agency("a", kind="office", deadline="01-10"), settings, 2022) == Due(dt.date(2023, 1, 10), Origin.AGENCY, "office")
    assert due(agency("a", kind="department"), settings, 2022) == Due(dt.date(2023, 1, 31), Origin.LAW, "department")


def test_nobody_is_due_where_it_is_said_so() -> None:
    settings = PLAIN._replace(deadlines=(Deadline("department", "none"),))
    assert due(agency("a", kind="department"), settings, 2022) is None
    assert due(agency("a", kind="department", deadline="05-01"), settings, 2022) == Due(dt.date(2023, 5, 1), Origin.AGENCY, "department")
    assert due(agency("a", kind="office", deadline="none"), settings, 2022) is None


def test_a_report_is_overdue_after_its_own_deadline_else_after_the_last_there_is() -> None:
    settings = PLAIN._replace(deadlines=(Deadline("office", "none"), Deadline("institution", "05-31")))
    assert over_by(agency("a", kind="department"), settings, 2022) == dt.date(2023, 1, 31)
    assert over_by(agency("a", kind="township"), settings, 2022) == dt.date(2023, 5, 31)
    assert over_by(None, settings, 2022) == dt.date(2023, 5, 31)
    assert over_by(agency("a", kind="office"), settings, 2022) == dt.date(2023, 5, 31)
    assert over_by(None, PLAIN._replace(deadlines=(Deadline("office", "01-02"),)), 2022) == dt.date(2023, 3, 31)
