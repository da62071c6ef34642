"""`giar schema`: JSON Schemas for an editor."""

from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import option, site_option
from giar_site.surroundings import say, site_folder

FOLDER = "schema"


@click.command(
    cls=BilingualCommand,
    text=Text(
        "为编辑器写出各种文件的 JSON Schema：填写时有提示、有说明、写错有警告。",
        "Write JSON Schemas for an editor, which then completes, explains and warns.",
    ),
)
@option(
    "--output",
    "-o",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=None,
    zh="写到哪个文件夹，默认网站文件夹里的 schema/。",
    en="Where to; default schema/ in the site folder.",
)
@option(
    "--vscode",
    is_flag=True,
    zh="同时写好 .vscode/settings.json（已有的不改）。",
    en="Write .vscode/settings.json, too, unless there is one.",
)
@site_option
def schema(output: Path | None, vscode: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flag
    """Write the schemas."""
    from giar_site.rules import RULES
    from giar_site.schema import bind_in_vscode, settings_text, write_schemas

    folder = site_folder(site)
    target = output or folder / FOLDER
    for path in write_schemas(target, RULES):
        say(Text(f"写好 {path}", f"wrote {path}"))
    if vscode and (bound := bind_in_vscode(folder, target)):
        say(
            Text(
                f"写好 {bound}；在 VS Code 里装上 YAML 扩展（redhat.vscode-yaml）即可。",
                f"wrote {bound}; VS Code needs its YAML extension (redhat.vscode-yaml).",
            )
        )
        return
    if vscode:
        say(Text(".vscode/settings.json 已经有了，没有改动它。", ".vscode/settings.json is already there and was left alone."))
    say(
        Text(
            "在 VS Code 里装上 YAML 扩展（redhat.vscode-yaml），把下面几行加进网站文件夹的 .vscode/settings.json：",
            "VS Code needs its YAML extension (redhat.vscode-yaml) and these lines in .vscode/settings.json of the site folder:",
        )
    )
    click.echo(settings_text(folder, target), nl=False)
