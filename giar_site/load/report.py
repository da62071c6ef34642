"""One year's folder → one report: figures.yaml, report.md and files/."""

from typing import NamedTuple

from giar_site import forms
from giar_site.load.attachments import read_attachments, read_files
from giar_site.load.contact import read_contact
from giar_site.load.documents import read_text
from giar_site.load.fields import Fields
from giar_site.load.figures import read_figures
from giar_site.load.files import Folder
from giar_site.load.narrative import NO_PROSE, Prose, read_narrative
from giar_site.load.nodes import Mapping, Scalar
from giar_site.load.records import records
from giar_site.load.sink import Places, Sink
from giar_site.load.yaml_nodes import parse
from giar_site.model import Acceptance, Correction, Figures, Metadata, Report

_EXPECTED = {"figures.yaml", "report.md", "files", "import.yaml"}  # the last: where an imported report came from


class LoadedReport(NamedTuple):
    """A report and where its named things stand."""

    report: Report
    places: Places


class _Tables(NamedTuple):
    figures: Figures
    acceptances: tuple[Acceptance, ...]
    corrections: tuple[Correction, ...]
    read: bool = True


class _Narrative(NamedTuple):
    metadata: Metadata
    prose: Prose
    read: bool = True


def load_report(folder: Folder, agency: str, year: int) -> LoadedReport:
    """Load the report in `folder`. Never raises for bad content: what could not be taken is in the report's faults."""
    tables_sink = Sink(agency, year, "figures", folder.below("figures.yaml"))
    prose_sink = Sink(agency, year, "report", folder.below("report.md"))
    tables = _load_tables(folder, year, tables_sink)
    metadata, prose, read = _load_prose(folder, tables.figures.form, prose_sink)
    for name in folder.names():
        if name not in _EXPECTED:
            prose_sink.fault("unexpected_file", name, prose_sink.place()._replace(file=folder.below(name)), name=name)
    report = Report(
        agency=agency,
        year=year,
        figures=tables.figures,
        metadata=metadata,
        preamble=prose.preamble,
        sections=prose.sections,
        acceptances=tables.acceptances,
        corrections=tables.corrections,
        links=prose.links,
        faults=(*tables_sink.listed(), *prose_sink.listed()),
        unread=frozenset(part for part, taken in (("figures", tables.read), ("report", read)) if not taken),
    )
    places = Places()
    places.add(tables_sink)
    places.add(prose_sink)
    return LoadedReport(report, places)


def _load_tables(folder: Folder, year: int, sink: Sink) -> _Tables:
    text = read_text(folder, "figures.yaml", sink)
    usual = forms.for_year(year) or forms.editions()[-1]
    nothing = read_figures(Mapping({}, 1, 1), usual.edition, Sink(sink.agency, year, sink.part, sink.file))
    if text is None:
        return _Tables(nothing, (), (), read=False)
    document = parse(text)
    sink.problems(document.problems)
    if not isinstance(document.root, Mapping):
        if not document.problems:
            zh = "文件里没有“名称: 内容”的行；若用了全角冒号“：”，请改成半角“:”并空一格"
            en = "there is no `name: content` line; a full-width colon must be an ASCII colon and a space"
            sink.fault("invalid_yaml", "", document.root, zh=zh, en=en)
        return _Tables(nothing, (), (), read=False)
    lines = text.split("\n")
    edition = _edition(document.root, usual, sink)
    figures = read_figures(document.root, edition, sink)
    fields = Fields(document.root, sink, lines)
    acceptances = tuple(records(fields, "accept", Acceptance, sink))
    corrections = tuple(records(fields, "corrections", Correction, sink))
    return _Tables(figures, acceptances, corrections)


def _edition(root: Mapping, usual: forms.Form, sink: Sink) -> int:
    """The edition the file says it is written on; the year's own where it says none or one nobody knows."""
    _, node = root.pairs.get("form", (None, None))
    known = {str(form.edition): form.edition for form in forms.editions()}
    if node is None:
        sink.fault("missing_field", "form", None, key="form")
        return usual.edition
    sink.put("form", node)
    if isinstance(node, Scalar) and node.text in known:
        return known[node.text]
    words = " / ".join(known)
    value = node.text if isinstance(node, Scalar) else ""
    sink.fault("invalid_field", "form", node, value=value, zh=f"格式版本只能是 {words}", en=f"the edition must be {words}")
    return usual.edition


def _load_prose(folder: Folder, form: forms.Form, sink: Sink) -> _Narrative:
    text = read_text(folder, "report.md", sink)
    stored = read_files(folder, sink)
    if text is None:
        return _Narrative(Metadata(), NO_PROSE, read=False)
    head, body, first_line = _split(text, sink)
    document = parse(head or "", first_line=1)
    sink.problems(document.problems)
    prose = read_narrative(body, first_line, form, sink)
    fields = Fields(document.root, sink, text.split("\n"))
    metadata = Metadata(
        title=fields.text("title"),
        published=fields.date("published"),
        document_number=fields.text("document_number"),
        index_number=fields.text("index_number"),
        source=fields.text("source"),
        contact=read_contact(fields.mapping("contact")),
        attachments=read_attachments(fields, stored, prose.files, sink),
    )
    fields.finish()
    read = head is not None and document.readable and fields.usable and prose is not NO_PROSE
    return _Narrative(metadata, prose, read=read)


def _split(text: str, sink: Sink) -> tuple[str | None, str, int]:
    """Front matter (None: it has no end), prose, and how many lines stand before the prose."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text, 0
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 1
    zh = "开头的“---”没有配对，报告信息（标题、日期等）写完后要另起一行写“---”"
    en = "the `---` at the top is not closed: put another `---` on a line of its own below the front matter"
    sink.fault("invalid_yaml", "", sink.place(1, 1, 3), zh=zh, en=en)
    return None, text, 0
