"""One agency's folder → the agency and all its reports, with the places of everything named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from giar_site.load.contact import read_contact
from giar_site.load.deadline import read_deadline
from giar_site.load.documents import read_text
from giar_site.load.fields import Fields
from giar_site.load.files import Folder, Refused
from giar_site.load.lineage import read_lineage
from giar_site.load.report import load_report
from giar_site.load.sink import Places, Sink
from giar_site.load.yaml_nodes import parse
from giar_site.model import KINDS, LEVELS, Agency, Report

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class LoadedAgency(NamedTuple):
    """An agency, its reports, and where its named things stand."""

    agency: Agency
    places: Places


def load_agency(content: Folder, slug: str) -> LoadedAgency:
    """Load the agency in the folder `slug`. Never raises for bad content."""
    sink = Sink(slug, None, "agency", f"{content.below(slug)}/agency.yaml")
    try:
        with content.folder(slug) as folder:
            return _load(folder, slug, sink, content)
    except Refused as refused:
        sink.fault("unsafe_file", slug, None, zh=refused.text.zh, en=refused.text.en)
        return LoadedAgency(Agency(slug, slug, faults=sink.listed()), Places())


def _load(folder: Folder, slug: str, sink: Sink, content: Folder) -> LoadedAgency:
    text = read_text(folder, "agency.yaml", sink)
    document = parse(text or "")
    sink.problems(document.problems)
    fields = Fields(document.root, sink, (text or "").split("\n"))
    name = fields.text("name", required=text is not None and document.readable)
    agency = replace(_about(fields, Agency(slug, name or slug), content), lineage=read_lineage(fields, sink))
    fields.finish()
    places = Places()
    places.add(sink)
    reports = tuple(_reports(folder, slug, sink, places))
    return LoadedAgency(replace(agency, reports=reports, faults=sink.listed()), places)


def _about(fields: Fields, named: Agency, content: Folder) -> Agency:
    """The agency with all that is said of it but its name."""
    return replace(
        named,
        short_name=fields.text("short_name"),
        kind=fields.choice("kind", KINDS, "department"),
        level=fields.choice("level", LEVELS, ""),
        scope=fields.choice("scope", ("own", "rollup"), "own"),
        parent=fields.known(
            "parent",
            lambda slug: slug != named.slug and content.kind(slug) == "folder",
            "上级机关要写 content/ 里另一个机关的文件夹名",
            "the parent must be the folder of another agency in content/",
        ),
        children_complete=fields.yes("children_complete"),
        deadline=read_deadline(fields, "deadline"),
        contact=read_contact(fields.mapping("contact")),
    )


def _reports(folder: Folder, slug: str, sink: Sink, places: Places) -> Iterator[Report]:
    """The reports in the agency's folder; `places` takes what is known of them."""
    for entry in folder.names():
        if entry == "agency.yaml":
            continue
        if not _YEAR.fullmatch(entry):
            sink.fault("unexpected_file", entry, sink.place()._replace(file=folder.below(entry)), name=entry, year="yes")
            continue
        try:
            with folder.folder(entry) as year:
                loaded = load_report(year, slug, int(entry))
        except Refused as refused:
            sink.fault("unsafe_file", entry, sink.place()._replace(file=folder.below(entry)), zh=refused.text.zh, en=refused.text.en)
            continue
        places.merge(loaded.places)
        yield loaded.report
