"""The sentence: load → validate → derive → render → publish."""

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial as partial_of
from pathlib import Path
from typing import NamedTuple

from giar_site import __version__
from giar_site.addresses import OUTPUT
from giar_site.check import CheckedAgency, CheckedSite, check_site
from giar_site.diagnostics import CannotGoOn, Finding, Severity, Text
from giar_site.load import Folder, Refused, published_years, read_published, refuse_lost_records
from giar_site.model import Agency, Contact, Report, Site, Withheld
from giar_site.parallel import fork_map
from giar_site.private import masked
from giar_site.publish import Publication
from giar_site.render import FIGURES_CSV, Renderer
from giar_site.rules import RULES


class Built(NamedTuple):
    """What a build came to: whether it was published, what was checked, and which reports were withheld."""

    published: bool
    checked: CheckedSite
    withheld: tuple[Withheld, ...] = ()


def build(  # noqa: PLR0913 - all but the folders are switches, named where they are called
    site: Path, output: Path, *, jobs: int = 1, partial: bool = False, strict: bool = False, today: str = ""
) -> Built:
    """Build the site in folder `site` into the folder `output`.

    Content errors (warnings too when `strict`) publish nothing and leave the old site as it was; with `partial` the
    sound reports are published and the others left as they last stood. Raises CannotGoOn.
    """
    _refuse_inside(site, output)
    checked = check_site(site, jobs, today=today)
    for built in dict.fromkeys((output, site / OUTPUT)):
        refuse_lost_records(built, checked.locked)
    if _stops(checked, partial=partial, strict=strict):
        return Built(published=False, checked=checked)
    joined = (
        _join(checked, output)
        if partial
        else Site(checked.settings, tuple(each.agency for each in checked.agencies), locked=checked.locked)
    )
    renderer = Renderer(site, joined.settings.theme, __version__)
    with Publication(output) as publication:
        said = {each.agency.slug: each.findings for each in checked.agencies}
        published = [CheckedAgency(agency, said.get(agency.slug, ())) for agency in joined.agencies]
        tasks = [partial_of(_write_agency, site, renderer, joined, publication, each) for each in published]
        tasks.insert(0, partial_of(_write_overviews, renderer, joined, publication, _shown(joined, checked.findings)))
        fork_map(_do, tasks, jobs)
        for withheld in joined.withheld:
            _keep(output, withheld, publication)
        publication.commit()
    return Built(published=True, checked=checked, withheld=joined.withheld)


def _refuse_inside(site: Path, output: Path) -> None:
    """A site among its own sources would be taken for an agency, or a theme, by the next build."""
    for folder in ("content", "themes"):
        if output.resolve().is_relative_to((site / folder).resolve()):
            raise CannotGoOn(
                Text(
                    f"不能把网站写到 {folder}/ 里面，请另选一个输出文件夹。",
                    f"cannot write the site into {folder}/; choose another output folder.",
                )
            )


def _stops(checked: CheckedSite, *, partial: bool, strict: bool) -> bool:
    """Whether the findings forbid publishing. No part of a site can be published on a broken site.yaml.

    What is missing in site.yaml on one agency's account (a report taken down without a word) stops only that agency.
    """
    if strict and any(finding.severity is Severity.WARNING and finding.accepted is None for finding in checked.findings):
        return True
    blocking = [finding for finding in checked.findings if finding.blocks]
    return any(finding.place.file == "site.yaml" and not finding.at.agency for finding in blocking) if partial else bool(blocking)


def _join(checked: CheckedSite, output: Path) -> Site:
    """The site of a partial build: agencies with their sound reports, the others withheld."""
    gone: dict[str, set[int]] = {}
    for finding in checked.own_findings:
        if finding.blocks and finding.at.agency and finding.at.year:
            gone.setdefault(finding.at.agency, set()).add(finding.at.year)
    agencies = []
    withheld: list[Withheld] = []
    for each in (*checked.agencies, *_vanished(checked, gone, output)):
        agency = each.agency
        broken = {finding.at.year for finding in each.findings if finding.blocks}
        left = {report.year for report in agency.reports if None in broken or report.year in broken} | gone.get(agency.slug, set())
        if None in broken:  # the agency's own folder or file: what it published before may not even be read now
            left.update(published_years(output, agency.slug))
            agency = _discreet(agency)
        for year in sorted(left):
            kept = read_published(output, agency.slug, year)
            withheld.append(Withheld(agency.slug, year, kept.figures if kept else None))
            if kept and agency.name == agency.slug:
                agency = replace(agency, name=kept.name)
        agencies.append(replace(agency, reports=tuple(report for report in agency.reports if report.year not in left)))
    return Site(checked.settings, tuple(agencies), tuple(withheld), locked=checked.locked)


def _vanished(checked: CheckedSite, gone: Iterable[str], output: Path) -> Iterator[CheckedAgency]:
    """Agencies whose whole folder is gone: their published pages stay, and so must the page that leads to these."""
    known = {each.agency.slug for each in checked.agencies}
    return (CheckedAgency(Agency(slug, slug), ()) for slug in sorted(gone) if slug not in known and published_years(output, slug))


def _discreet(agency: Agency) -> Agency:
    """An agency that is named though its own file has errors: a private number in the file must not get out with the name."""
    contact = Contact(*map(masked, agency.contact))
    lineage = tuple(
        change._replace(
            basis=masked(change.basis),
            former_name=masked(change.former_name),
            origins=tuple(map(masked, change.origins)),
            heirs=tuple(map(masked, change.heirs)),
        )
        for change in agency.lineage
    )
    name, short_name, level = map(masked, (agency.name, agency.short_name, agency.level))
    return replace(agency, name=name, short_name=short_name, level=level, contact=contact, lineage=lineage)


def _shown(site: Site, findings: Sequence[Finding]) -> list[Finding]:
    """The findings the public sees: those about what is published."""
    hidden = {(withheld.agency, withheld.year) for withheld in site.withheld}
    return [finding for finding in findings if not finding.blocks and (finding.at.agency, finding.at.year) not in hidden]


def _do(task: Callable[[], None]) -> None:
    task()


def _write_overviews(renderer: Renderer, joined: Site, publication: Publication, findings: Sequence[Finding]) -> None:
    for page in renderer.site_pages(joined, findings, RULES, csv=False):
        publication.write(page.path, page.content)
    with tempfile.TemporaryFile() as table:  # a quarter of a gigabyte for ten thousand reports: never all in memory
        table.writelines(renderer.figures_csv(joined))
        publication.copy(FIGURES_CSV, table)


def _write_agency(site: Path, renderer: Renderer, joined: Site, publication: Publication, each: CheckedAgency) -> None:
    for page in renderer.agency_pages(joined, each.agency, _shown(joined, each.findings)):
        publication.write(page.path, page.content)
    for report in each.agency.reports:
        _copy_attachments(site, report, publication)


def _copy_attachments(site: Path, report: Report, publication: Publication) -> None:
    """Publish the very bytes that were checked: a file that changed meanwhile stops the build."""
    folder = f"content/{report.agency}/{report.year}/files"
    for attachment in report.metadata.attachments:
        if not attachment.file:
            continue
        data = _read_own(site, f"{folder}/{attachment.file}", attachment.size)
        if hashlib.sha256(data).hexdigest() != attachment.sha256:
            raise CannotGoOn(
                Text(
                    f"{folder}/{attachment.file} 在构建过程中被改动，请再构建一次。",
                    f"{folder}/{attachment.file} changed during the build; build again.",
                )
            )
        publication.copy(f"{report.agency}/{report.year}/files/{attachment.file}", io.BytesIO(data))


def _read_own(site: Path, path: str, size: int) -> bytes:
    *folders, name = path.split("/")
    try:
        return _descend(Folder.top(site), folders, name, size)
    except Refused as refused:
        raise CannotGoOn(Text(f"{path}：{refused.text.zh}。", f"{path}: {refused.text.en}.")) from refused


def _descend(folder: Folder, below: list[str], name: str, size: int) -> bytes:
    with folder:
        return _descend(folder.folder(below[0]), below[1:], name, size) if below else folder.read(name, size)


def _keep(output: Path, withheld: Withheld, publication: Publication) -> None:
    """Carry a withheld report's published files over from the last build, byte for byte."""
    if withheld.kept is None:
        return
    own = f"{withheld.agency}/{withheld.year}"
    for path in [f"{own}.html", f"data/{own}.json", *_files_below(output, own)]:
        try:
            with (output / path).open("rb") as file:
                publication.copy(path, file)
        except FileNotFoundError:
            continue


def _files_below(output: Path, own: str) -> Iterator[str]:
    for file in sorted((output / own).rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(output).as_posix()
