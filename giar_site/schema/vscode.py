"""How VS Code's YAML extension (redhat.vscode-yaml) is told of the schemas."""

import json
import os
from pathlib import Path

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.schema.files import bindings


def settings_text(site: Path, folder: Path) -> str:
    """The settings that bind the schemas in `folder` to the files of `site`, as JSON."""
    settings = {"yaml.schemas": bindings(_as_found(site, folder)), "yaml.schemaStore.enable": False}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def bind_in_vscode(site: Path, folder: Path) -> Path | None:
    """Write `.vscode/settings.json` in `site`; None where there is one already, which is never touched: its comments are the owner's."""
    path = site / ".vscode" / "settings.json"
    with cannot(Text("写入", "write"), path):
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(settings_text(site, folder))
        except FileExistsError:
            return None
    return path


def _as_found(site: Path, folder: Path) -> str:
    """The folder relative to the site where it lies inside, for then both may move; else where it really is."""
    site, folder = site.resolve(), folder.resolve()
    if folder.is_relative_to(site):
        return "./" + os.path.relpath(folder, site).replace(os.sep, "/")
    return folder.as_uri()
