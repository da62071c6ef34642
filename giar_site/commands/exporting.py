"""`giar export`: a report as Word, Excel or text."""

import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import option, site_option
from giar_site.surroundings import say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "把一份报告按公文版式写成 Word、Excel 或文本。\n\n报告写成 机关/年度，如 caizheng-ju/2025。",
        "Write a report in the official layout as Word, Excel or text.",
    ),
)
@click.argument("asked", metavar="AGENCY/YEAR")
@option("--to", "form", type=click.Choice(("docx", "xlsx", "txt")), required=True, zh="写成哪种格式。", en="The format.")
@option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="写到哪个文件，默认在当前文件夹，名为 机关-年度。",
    en="Where to; default: AGENCY-YEAR in the current folder.",
)
@option("--force", is_flag=True, zh="文件已经有了也覆盖。", en="Overwrite the file if it is there.")
@site_option
def export(asked: str, form: str, output: Path | None, force: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flag
    """Write a report."""
    from giar_site.clock import today
    from giar_site.export import Target, export_report

    done = export_report(site_folder(site), asked, form, Target(output, force), today())
    say(Text(f"写好 {done.path}", f"wrote {done.path}"))
    for text in done.told:
        say(text)
    if done.errors:
        say(
            Text(
                f"注意：这是草稿，报告还有 {done.errors} 处错误没有改正；运行 giar check {asked} 查看。",
                f"a draft: {done.errors} errors of the report stand; run giar check {asked}.",
            )
        )
    sys.exit(1 if done.errors else 0)
