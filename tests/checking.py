"""Loads and checks a site folder in the test's own process."""

from pathlib import Path

from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Finding
from giar_site.load import Places
from giar_site.model import Agency, Settings, Site
from giar_site.rules import look_around, look_at

TODAY = "2026-11-24"


def check_folder(site: Path) -> list[Finding]:
    """All findings of the site in `site`, as `giar check` would list them."""
    return check_site(site, today=TODAY).findings


def check_alone(agency: Agency) -> list[Finding]:
    """All findings of an agency that stands alone in its site."""
    site = Site(Settings("样本"), (agency,), today=TODAY)
    return look_around(agency, site, look_at(agency, Places()), Places)


def check_sample(site: Path, sample: str) -> list[Finding]:
    """All findings of `sample` (see samples.py), written as a site into the empty folder `site`."""
    return check_folder(write_site(site, sample))


def only(findings: list[Finding]) -> Finding:
    """The one finding there is."""
    assert len(findings) == 1, [(finding.code, finding.message.zh) for finding in findings]
    return findings[0]
