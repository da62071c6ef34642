"""`giar import`: what an agency already has → figures.yaml and report.md."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import CannotGoOn, Finding, Text
from giar_site.options import jobs_option, option, site_option
from giar_site.surroundings import cores, language, site_folder

if TYPE_CHECKING:
    from giar_site.importing.folder import Skipped
    from giar_site.importing.one import Import
    from giar_site.importing.target import Asked


_BREAK = "\u2028"  # a line break within a line: names of files may hold one


class _Wanted(NamedTuple):
    site: Path
    asked: "Asked"
    dry_run: bool
    force: bool
    form: str
    jobs: int


@click.command(
    "import",
    cls=BilingualCommand,
    text=Text(
        "把已经有的年度报告（Word、Excel/WPS 表格、网页、PDF、文本）导入成 figures.yaml 和 report.md，逐格说明出处，再检查一遍。",
        "Turn published reports (Word, Excel, HTML, PDF, text) into figures.yaml and report.md, say where each figure came from, and check the result.",
    ),
)
@click.argument("paths", metavar="FILE|DIR...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--agency",
    metavar="SLUG",
    default="",
    zh="机关代号（content/ 里的文件夹名）；默认按机关名称找，没有就用拼音新建。",
    en="The agency's folder; default: found by its name, or made from its pinyin.",
)
@option("--name", metavar="NAME", default="", zh="机关全称；默认取自标题。", en="The agency's full name; default: from the title.")
@option(
    "--year",
    metavar="YEAR",
    type=click.IntRange(1900, 2999),
    default=None,
    zh="报告年度；默认取自标题和正文。",
    en="The reporting year; default: from title and text.",
)
@option("--dry-run", is_flag=True, zh="只说会导入什么，不写文件。", en="Say what would be imported and write nothing.")
@option(
    "--force",
    is_flag=True,
    zh="已有的报告也替换；旧文件留在 replaced/ 里。",
    en="Replace a report that is there; the old files are kept in replaced/.",
)
@option("--format", "form", type=click.Choice(("text", "json")), default="text", zh="输出格式。", en="Output format.")
@jobs_option
@site_option
def import_(paths: tuple[Path, ...], jobs: int | None, site: Path | None, form: str, **said: Any) -> None:  # noqa: ANN401 - click's options
    """Import files."""
    from giar_site.importing.batch import settled
    from giar_site.importing.folder import holding_of
    from giar_site.importing.target import Asked

    wanted = _Wanted(
        site_folder(site), Asked(said["agency"], said["name"], said["year"] or 0), said["dry_run"], said["force"], form, jobs or cores()
    )
    if not (wanted.site / "site.yaml").is_file():
        raise CannotGoOn(
            Text(
                "这里没有 site.yaml：请先用 giar init 新建网站，或用 --site 指明它的位置。",
                "no site.yaml here: make a site with giar init, or name one with --site.",
            )
        )
    files, skipped = holding_of(paths)
    imports = settled(_read(files, wanted), wanted.site, force=wanted.force)
    if wanted.dry_run:
        with tempfile.TemporaryDirectory() as folder:
            code = _write_and_tell(imports, skipped, wanted, _trial(wanted.site, Path(folder), imports))
    else:
        code = _write_and_tell(imports, skipped, wanted, wanted.site)
    sys.exit(code)


def _read(files: Sequence[Path], wanted: _Wanted) -> "list[Import]":
    from giar_site.importing.progress import import_all

    return import_all(files, wanted.asked, wanted.site, wanted.jobs)


def _trial(site: Path, folder: Path, imports: "Sequence[Import]") -> Path:
    """A site in `folder` like `site` as far as the agencies go that `imports` are of, for a look at what would come of it."""
    shutil.copy(site / "site.yaml", folder / "site.yaml")
    for agency in {each.target.agency for each in imports if each.target}:
        if (site / "content" / agency).is_dir():
            shutil.copytree(site / "content" / agency, folder / "content" / agency, symlinks=True)
    return folder


def _write_and_tell(imports: "Sequence[Import]", skipped: "Sequence[Skipped]", wanted: _Wanted, site: Path) -> int:
    """Write the reports under `site`, check them, say what came of it. The exit code."""
    from giar_site.importing.as_json import as_json
    from giar_site.importing.in_workbook import in_workbook
    from giar_site.importing.told import told_skipped
    from giar_site.importing.writing import write
    from giar_site.output import Checked, findings_as
    from giar_site.private import hushed
    from giar_site.rules import RULES

    kept = [name for each in imports if not each.refused for name in write(site, each)]
    findings, reports = _check(imports, site, wanted.jobs)
    checked = Checked(findings, reports, RULES, site)
    if wanted.form == "json":
        check = findings_as("json", checked, language(), None) if reports else ""
        click.echo(hushed(as_json(imports, skipped, check, language())), nl=False)
    else:
        click.echo(_printed([*_lines(imports, findings, kept, wanted), *told_skipped(skipped, language())]))
        if reports:
            click.echo(findings_as("text", checked, language()), nl=False)
        if places := list(in_workbook(imports, findings, language())):
            click.echo(_printed(["", *places]))
    errors = any(finding.severity == "error" and not finding.accepted for finding in findings)
    incomplete = any(each.refused or not each.complete for each in imports) or any(each.missed for each in skipped)
    return 1 if errors or incomplete else 0


def _printed(lines: Sequence[str]) -> str:
    """Lines for the terminal. Private numbers are looked for in the words as they stand, and only then is spelled out what could command it."""
    from giar_site.private import hushed
    from giar_site.width import visible

    whole = hushed("\n".join(line.replace("\n", _BREAK) for line in lines))
    return "\n".join(visible(line.replace(_BREAK, "\n")) for line in whole.split("\n"))


def _check(imports: "Sequence[Import]", site: Path, jobs: int) -> tuple[list[Finding], int]:
    from giar_site.check import check_site
    from giar_site.clock import today

    only = [f"{each.target.agency}/{each.target.year}" for each in imports if each.target and not each.refused]
    if not only:
        return [], 0
    checked = check_site(site, jobs, only, today())
    return checked.findings, checked.reports


def _lines(imports: "Sequence[Import]", findings: Sequence[Finding], kept: Sequence[str], wanted: _Wanted) -> Iterator[str]:
    from giar_site.importing.told import Manner, table, told, told_contacts

    spoken = language()
    rest = Text("用 --format json 看全部", "by --format json") if wanted.dry_run else Text("见 import.yaml", "in import.yaml")
    for each in imports:
        yield from told(each, Manner(spoken, len(imports) > 1, rest))
        yield ""
    yield from (text.in_language(spoken) for text in told_contacts(imports))
    if kept and not wanted.dry_run:
        yield Text(f"旧文件留在：{'、'.join(kept)}", f"the old files are kept: {', '.join(kept)}").in_language(spoken)
    if len(imports) > 1:
        yield from table(imports, _counts(findings), spoken)
        yield ""
    if wanted.dry_run:
        yield Text("只是试导入，没有写任何文件。", "a trial only: nothing was written.").in_language(spoken)


def _counts(findings: Sequence[Finding]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for finding in findings:
        folder = f"content/{finding.at.agency}/{finding.at.year}"
        errors, warnings = counts.get(folder, (0, 0))
        open_ = not finding.accepted
        counts[folder] = (errors + (open_ and finding.severity == "error"), warnings + (open_ and finding.severity == "warning"))
    return counts
