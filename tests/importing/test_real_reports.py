"""The five published texts, imported, give what stands in content/: cell for cell, paragraph for paragraph."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from originals import YEARS

from giar_site.cli import giar
from giar_site.load import Folder, load_agency
from giar_site.model import Agency, Report

ROOT = Path(__file__).parents[2]
ORIGINALS = ROOT / "tests" / "data" / "reports"


def imported(slug: str, site: Path) -> Report:
    """The report of `slug` as `giar import` makes it of the published text."""
    shutil.copy(ROOT / "site.yaml", site / "site.yaml")
    source = ORIGINALS / f"{slug}-{YEARS[slug]}.txt"
    name = load(ROOT, slug).name
    done = CliRunner().invoke(giar, ["import", str(source), "--agency", slug, "--name", name, "--site", str(site), "--format", "json"])
    answer = json.loads(done.output)
    assert answer["imports"][0]["counts"] == {
        "exact": 200 if slug.startswith("ankang") else 198,
        "normalised": 0,
        "inferred": 0,
        "missing": 0,
    }
    assert answer["summary"]["unplaced"] == 0
    return load(site, slug).reports[0]


def load(site: Path, slug: str) -> Agency:
    with Folder.top(site) as top, top.folder("content") as content:
        return load_agency(content, slug).agency


@pytest.mark.parametrize("slug", YEARS)
def test_a_published_text_becomes_the_report_that_was_transcribed_by_hand(slug: str, tmp_path: Path) -> None:
    ours, theirs = imported(slug, tmp_path), load(ROOT, slug).reports[0]
    assert ours.year == theirs.year
    assert (ours.figures.edition, ours.figures.values) == (theirs.figures.edition, theirs.figures.values)
    assert ours.preamble.source == theirs.preamble.source
    assert [(each.key, each.heading, each.source) for each in ours.sections] == [
        (each.key, each.heading, each.source) for each in theirs.sections
    ]


@pytest.mark.parametrize("slug", YEARS)
def test_what_a_text_says_of_itself_becomes_the_front_matter(slug: str, tmp_path: Path) -> None:
    ours, theirs = imported(slug, tmp_path).metadata, load(ROOT, slug).reports[0].metadata
    assert ours.contact == theirs.contact
    assert (ours.published, ours.source) == (theirs.published, theirs.source)
    assert [each.title for each in ours.attachments] == [each.title for each in theirs.attachments]
    assert ours.title in {theirs.title, ""}
