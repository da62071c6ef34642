"""Valid sites pass without a word: no error, no warning and no note about what nobody did wrong."""

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from giar_site.check import CheckedSite, check_site
from giar_site.diagnostics import Finding
from giar_site.locking import lock_site
from tests.corpus import strategies
from tests.corpus.sites import Parameters, Site, make_site, write_texts

SMALL, LARGE, LOCKED, CHANGED = 2_000, 20, 50, 200
TODAY = "2026-11-24"
# The same sites on every machine: what once passed cannot fail for another change's author.
_SETTINGS = settings(database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def checked(folder: Path, site: Site) -> CheckedSite:
    return check_site(write_texts(folder, site.texts), today=TODAY)


def told(findings: list[Finding]) -> list[str]:
    """Findings as a failing test should print them."""
    return [f"{finding.code} {finding.place.file}:{finding.place.line} {finding.message.zh}" for finding in findings]


def test_two_thousand_small_sites_pass(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    seen: set[Parameters] = set()

    @settings(_SETTINGS, max_examples=SMALL)
    @given(strategies.parameters())
    def each(parameters: Parameters) -> None:
        site = checked(tmp_path / "site", make_site(parameters))
        assert told(site.findings) == []
        seen.add(parameters)
        counts.update(agencies=len(site.agencies), reports=site.reports)

    each()
    print(f"valid: {len(seen)} sites, {counts['agencies']} agencies, {counts['reports']} reports: 0 errors, 0 warnings, 0 notes")
    assert len(seen) >= SMALL


def test_cities_with_a_district_pass(tmp_path: Path) -> None:
    @settings(_SETTINGS, max_examples=LARGE)
    @given(strategies.large_sites())
    def each(site: Site) -> None:
        assert told(checked(tmp_path / "site", site).findings) == []

    each()


def test_places_in_which_agencies_change_pass(tmp_path: Path) -> None:
    @settings(_SETTINGS, max_examples=CHANGED)
    @given(strategies.sites_with_a_change())
    def each(site: Site) -> None:
        assert told(checked(tmp_path / "site", site).findings) == []

    each()


def test_what_was_published_and_not_changed_passes(tmp_path: Path) -> None:
    @settings(_SETTINGS, max_examples=LOCKED)
    @given(strategies.sites())
    def each(site: Site) -> None:
        recorded = lock_site(write_texts(tmp_path / "site", site.texts), today=TODAY)
        assert (len(recorded.added), recorded.left_out) == (len(site.bodies) * len(site.years), ())
        assert told(check_site(tmp_path / "site", today=TODAY).findings) == []

    each()


@settings(_SETTINGS, max_examples=50)
@given(strategies.parameters())
def test_equal_parameters_give_equal_sites(parameters: Parameters) -> None:
    assert make_site(parameters).texts == make_site(parameters).texts
