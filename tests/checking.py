"""Loads and checks a site folder in the test's own process."""

from pathlib import Path

from samples import write_site

from giar_site.diagnostics import Finding
from giar_site.load import Folder, load_agency, load_settings, survey
from giar_site.rules import check_agency, word_faults


def check_folder(site: Path) -> list[Finding]:
    """All findings of the site in `site`, as `giar check` would list them."""
    with Folder.top(site) as top:
        findings = word_faults(load_settings(top).faults)
        found = survey(top)
        findings += word_faults(found.faults)
        if found.slugs:
            with top.folder("content") as content:
                for slug in found.slugs:
                    findings += check_agency(*load_agency(content, slug))
    return findings


def check_sample(site: Path, sample: str) -> list[Finding]:
    """All findings of `sample` (see samples.py), written as a site into the empty folder `site`."""
    return check_folder(write_site(site, sample))


def only(findings: list[Finding]) -> Finding:
    """The one finding there is."""
    assert len(findings) == 1, [(finding.code, finding.message.zh) for finding in findings]
    return findings[0]
