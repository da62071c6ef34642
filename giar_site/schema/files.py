"""The schemas as files, and which of them is for which file of a site."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from giar_site import forms
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Rule, Text
from giar_site.schema.fields import agency_schema, site_schema
from giar_site.schema.figures import any_edition_schema, edition_schema

MARK = "由 giar schema 生成，请勿改动 / written by giar schema"
_BOUND = {"figures.json": "content/*/*/figures.yaml", "agency.json": "content/*/agency.yaml", "site.json": "site.yaml"}


def schemas(rules: Sequence[Rule]) -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file."""
    editions = forms.editions()
    found = {f"figures-{form.edition}.json": edition_schema(form, rules) for form in editions}
    found |= {"figures.json": any_edition_schema(editions), "agency.json": agency_schema(), "site.json": site_schema()}
    return {name: {"$schema": "http://json-schema.org/draft-07/schema#", "$comment": MARK, **schema} for name, schema in found.items()}


def write_schemas(folder: Path, rules: Sequence[Rule]) -> list[Path]:
    """Write every schema into `folder`, in place of older ones. Raises CannotGoOn for a file of that name that is not giar's."""
    texts = {folder / name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas(rules).items()}
    with cannot(Text("写入", "write"), folder):
        for path in texts:
            if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace"):
                raise CannotGoOn(Text(f"{path} 不是 giar 生成的，没有改动它。", f"{path} was not written by giar and was left alone."))
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
    return list(texts)


def bindings(folder: str) -> dict[str, str]:
    """Schema → files of a site, for an editor; `folder` is where the schemas stand, as the editor should find it."""
    return {f"{folder}/{name}": pattern for name, pattern in _BOUND.items()}
