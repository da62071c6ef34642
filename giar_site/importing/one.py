"""One file → one report: read, recognised, accounted for, given a place."""

from dataclasses import dataclass, replace
from pathlib import Path

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Refused
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importers.sandbox import ReaderProcess, read_in_child
from giar_site.importers.source import Source
from giar_site.importing.accounts import unaccounted
from giar_site.importing.figures_text import figures_text
from giar_site.importing.own_sheets import notes_of_others
from giar_site.importing.provenance import provenance_text
from giar_site.importing.report_text import report_text
from giar_site.importing.target import Agencies, Asked, Target, target_of
from giar_site.importing.time_limit import limited
from giar_site.scaffold import agency_yaml
from giar_site.width import visible


@dataclass(frozen=True, slots=True)
class Import:
    """What came of one file: a report with its place and the texts of its files, or why there is none (`refused`).

    `scaffold`: it takes the place of a report that was only started, with nothing filled in.
    """

    file: str
    refused: Text | None = None
    report: Recognised | None = None
    document: Document | None = None
    target: Target | None = None
    files: tuple[tuple[str, str], ...] = ()
    scaffold: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything of the source found its place."""
        return self.report is not None and not self.report.unplaced


def import_of(path: Path, asked: Asked, agencies: Agencies, process: ReaderProcess) -> Import:
    """Read `path` in the child of `process`. Never raises for what a file holds."""
    report: Recognised | None = None
    document: Document | None = None
    try:
        document, source = read_in_child(path, process)
        with limited():
            report = recognise(document, path.stem)
            report = replace(report, unplaced=(*report.unplaced, *unaccounted(document, report), *notes_of_others(document, report)))
            target = target_of(report, asked, agencies)
            files = _files(report, document, source, target)
    except Refused as refused:
        return Import(str(path), refused.reason, report, document)
    return Import(str(path), None, report, document, target, tuple(files.items()))


def _files(report: Recognised, document: Document, source: Source, target: Target) -> dict[str, str]:
    """The texts of what is to be written, by path."""
    name = visible(source.path.name)
    files = {
        f"{target.folder}/figures.yaml": figures_text(report, name),
        f"{target.folder}/report.md": report_text(report),
        f"{target.folder}/import.yaml": provenance_text(report, document, name, source.sha256),
    }
    return {f"content/{target.agency}/agency.yaml": agency_yaml(target.name)} | files if target.new else files
