"""`giar template`: the form of a year as a workbook to fill in."""

from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import option, site_option
from giar_site.surroundings import say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "写出某一年的 Excel 填写用表：表头和公式都写好，填好后用 giar import 导入。",
        "Write the form of a year as a workbook to fill in; giar import takes it back.",
    ),
)
@click.argument("year", metavar="YEAR", type=click.IntRange(1900, 2999))
@option(
    "--agency",
    "agencies",
    metavar="SLUG",
    multiple=True,
    zh="填好这个机关的名称；可以写几次，每个机关一个文件。",
    en="Fill in this agency's name; may be repeated, for a file each.",
)
@option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=None,
    zh="写到哪个文件，默认 YEAR.xlsx；有几个机关时是文件夹，默认 YEAR。",
    en="Where to; default YEAR.xlsx; for several agencies a folder, default YEAR.",
)
@option("--force", is_flag=True, zh="文件已经有了也覆盖。", en="Overwrite files that are there.")
@site_option
def template(year: int, agencies: tuple[str, ...], output: Path | None, force: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flag
    """Write the form."""
    from giar_site.export import Target, write_templates

    for path in write_templates(site_folder(site), year, agencies, Target(output, force)):
        say(Text(f"写好 {path}", f"wrote {path}"))
