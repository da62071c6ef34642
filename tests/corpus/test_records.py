"""Records made without files say what `load` reads from the files."""

from pathlib import Path

from hypothesis import given, settings

from giar_site.load import Folder, load_agency
from giar_site.model import Report
from tests.corpus import strategies
from tests.corpus.records import as_records
from tests.corpus.sites import Site, write_texts


def facts(report: Report) -> tuple[object, ...]:
    """What both ways must agree on."""
    passages = [(passage.key, passage.heading, passage.source) for passage in (report.preamble, *report.sections)]
    values = [figure.value for figure in report.figures.values]
    return report.agency, report.year, report.figures.edition, values, report.metadata.title, report.metadata.published, passages


def test_records_and_files_agree(tmp_path: Path) -> None:
    @settings(max_examples=40, database=None, derandomize=True)
    @given(strategies.sites())
    def each(site: Site) -> None:
        records = as_records(site)
        with Folder.top(write_texts(tmp_path / "site", site.texts)) as top, top.folder("content") as content:
            for made in records.agencies:
                read = load_agency(content, made.slug).agency
                assert (read.name, read.kind, read.level, read.scope, read.parent) == (
                    made.name,
                    made.kind,
                    made.level,
                    made.scope,
                    made.parent,
                )
                assert [facts(report) for report in read.reports] == [facts(report) for report in made.reports]

    each()
