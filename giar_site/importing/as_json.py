"""What came of an import, for programs: `giar import --format json`."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from giar_site.importers.recognise.found import Confidence
from giar_site.importing.one import Import


def as_json(imports: Sequence[Import], check: str, language: str) -> str:
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
        "check": json.loads(check) if check else None,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


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
        "form": report.form.edition,
        "reader": done.document.reader if done.document else "",
        "counts": {confidence.value: counts[confidence] for confidence in Confidence},
        "cells": [
            {
                "cell": cell.cell,
                "confidence": cell.confidence.value,
                "text": cell.text,
                "published": cell.published,
                "reason": cell.reason.in_language(language) if cell.reason else None,
                **{key: value for key, value in cell.spot._asdict().items() if value},
            }
            for cell in report.cells
            if cell.confidence is not Confidence.EXACT
        ],
        "doubts": [doubt.in_language(language) for doubt in report.doubts],
        "unplaced": [each.text for each in report.unplaced],
        "furniture": list(report.furniture),
        "notices": [notice.text.in_language(language) for notice in (done.document.notices if done.document else ())],
    }
