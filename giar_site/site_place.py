"""Where a new site may lie: not among giar's own files, and not within another site."""

import tomllib
from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text


def refuse_place(folder: Path) -> None:
    """Raise CannotGoOn where a site made in `folder` would be mixed up with the program or with a site above, with what to do instead."""
    here = folder.resolve()
    for above in (here, *here.parents):
        if _is_program(above):
            raise CannotGoOn(
                Text(
                    f"{above} 是 giar 程序自己的文件夹，网站不要建在里面，免得和程序、示例混在一起。"
                    f"请先到外面去（cd {above.parent}），再运行 giar init 网站文件夹名，例如 giar init nianbao。",
                    f"{above} is giar's own folder; a site in it would be mixed up with the program and its sample. "
                    f"Leave it (cd {above.parent}) and run giar init NAME there, such as giar init nianbao.",
                )
            )
        if above != here and (above / "site.yaml").is_file():
            raise CannotGoOn(
                Text(
                    f"{above} 已经是一个网站（有 site.yaml），网站里面不能再建网站。要添机关或报告，请在那里运行 giar new 或 giar import；"
                    f"要另建网站，请先到外面去（cd {above.parent}）。",
                    f"{above} is a site already (it holds a site.yaml), and a site cannot lie within another. To add an agency or a report run "
                    f"giar new or giar import there; for another site leave it first (cd {above.parent}).",
                )
            )


def _is_program(folder: Path) -> bool:
    if not (folder / "giar_site").is_dir():
        return False
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8")).get("project")
    except (OSError, ValueError):
        return False
    return isinstance(project, dict) and project.get("name") == "giar"
