"""Releases are in the order in which they were put there, whatever the clocks say."""

import datetime as dt

import pytest

from giar_site.deploying.release import before, is_release, next_id, outlived

NOW = dt.datetime(2026, 11, 24, 23, 59, 59, tzinfo=dt.UTC)
RELEASE = "0123456789ab"


def test_a_name_says_when_in_utc_and_what() -> None:
    china = NOW.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert next_id(RELEASE, [], china) == f"20261124T235959Z-{RELEASE}"


def test_a_clock_that_goes_back_or_stands_still_gives_a_later_name_all_the_same() -> None:
    assert next_id(RELEASE, [f"20261124T235959Z-{RELEASE}"], NOW) == f"20261125T000000Z-{RELEASE}"
    assert next_id(RELEASE, ["20271231T235959Z-ffffffffffff"], NOW) == f"20280101T000000Z-{RELEASE}"


@pytest.mark.parametrize("name", ["x", "", "..", f"20261399T000000Z-{RELEASE}", f"20261124T235959Z-{RELEASE}\n", f".incoming-{RELEASE}"])
def test_other_names_are_no_releases(name: str) -> None:
    assert not is_release(name)


def test_the_oldest_go_but_never_the_current_one() -> None:
    names = ["1", "2", "3", "4"]
    assert outlived(names, "4", 2) == ("1", "2")
    assert outlived(names, "1", 2) == ("2",)
    assert outlived(names, "4", 9) == ()
    assert (before(names, "3"), before(names, "1")) == ("2", None)
