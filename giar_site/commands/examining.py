"""`giar doctor`: whether everything is in order."""

import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import option, site_option
from giar_site.surroundings import language, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "检查这台电脑和网站的设置：缺什么、怎样补。只看不改。",
        "Look over this machine and the site's settings: what lacks and what to do about it. Changes nothing.",
    ),
)
@option("--format", "form", type=click.Choice(("text", "json")), default="text", zh="输出格式。", en="Output format.")
@site_option
def doctor(form: str, site: Path | None) -> None:
    """Look over everything."""
    from giar_site.examining import examine, exit_code, shown

    found = examine(site_folder(site))
    click.echo(shown(found, form, language()), nl=False)
    sys.exit(exit_code(found))
