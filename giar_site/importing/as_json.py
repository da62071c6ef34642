"""What came of an import, for programs: `giar import --format json`."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from giar_site.importers.document import Spot
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.values import FoundValue
from giar_site.importing.folder import Skipped
from giar_site.importing.one import Import
from giar_site.importing.provenance import notices_of
from giar_site.importing.told_cells import left_to_giar


def as_json(imports: Sequence[Import], skipped: Sequence[Skipped], check: str, language: str) -> str:
    """One object: each file with its report, counts and every cell that is not exact; `check`: the JSON of the findings on the result."""
    refused = sum(1 for each in imports if each.refused)
    whole: dict[str, Any] = {
        "version": 1,
        "summary": {
            "files": len(imports),
            "imported": len(imports) - refused,
            "refused": refused,
            "unplaced": sum(map(_unplaced, imports)),
        },
        "imports": [_import(each, language) for each in imports],
        "skipped": [
            {"file": str(each.file), "reason": each.reason.in_language(language), "may_be_report": each.missed} for each in skipped
        ],
        "check": json.loads(check) if check else None,
    }
    return _harmless(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"


def _harmless(text: str) -> str:
    """JSON with what could command a terminal, or cannot be written at all, in escapes: names of files may hold anything."""
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def _unplaced(done: Import) -> int:
    return len(done.report.unplaced) if done.report else 0


def _import(done: Import, language: str) -> dict[str, Any]:
    report, target = done.report, done.target
    if done.refused or report is None or target is None:
        return {"file": done.file, "refused": done.refused.in_language(language) if done.refused else ""}
    counts = Counter(cell.confidence for cell in report.cells)
    return {
        "file": done.file,
        "refused": None,
        "agency": target.agency,
        "name": target.name,
        "year": target.year,
        "replaced_scaffold": done.scaffold,
        "form": report.form.edition,
        "reader": done.document.reader if done.document else "",
        "counts": {confidence.value: counts[confidence] for confidence in Confidence},
        "left_to_giar": left_to_giar(report),
        "cells": [_cell(cell, language) for cell in report.cells if cell.confidence is not Confidence.EXACT],
        "metadata": [_value(value, language) for value in report.values.values()],
        "attachments": [{"title": each.title, "file": each.file, "note": each.note} for each in report.attachments],
        "doubts": [doubt.in_language(language) for doubt in report.doubts],
        "unplaced": [each.text for each in report.unplaced],
        "furniture": list(report.furniture),
        "set_aside": list(report.set_aside),
        "notices": [notice.text.in_language(language) for notice in (notices_of(report, done.document) if done.document else ())],
    }


def _cell(cell: FoundCell, language: str) -> dict[str, Any]:
    return {
        "cell": cell.cell,
        "confidence": cell.confidence.value,
        "text": cell.text,
        "published": cell.published,
        "reason": cell.reason.in_language(language) if cell.reason else None,
        **_place(cell.spot),
    }


def _value(value: FoundValue, language: str) -> dict[str, Any]:
    return {
        "key": value.key,
        "confidence": value.confidence.value,
        "text": value.text,
        "published": value.published,
        "from": value.said_by.in_language(language),
        "reason": value.reason.in_language(language) if value.reason else None,
        **_place(value.spot),
    }


def _place(spot: Spot) -> dict[str, str | int]:
    return {key: value for key, value in spot._asdict().items() if value}
