"""Lists of entries: accept, corrections, withdrawn."""

from typing import Any

from giar_site.model import Acceptance, Correction
from giar_site.settings import Withdrawal

Schema = dict[str, Any]
Record = type[Acceptance] | type[Correction] | type[Withdrawal]
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
DESCRIBED = {
    "rule": "规则名，照 giar check 列出的写，例如 block-total-mismatch。\nThe rule's name as giar check prints it.",
    "at": "编号，照 giar check 列出的写，例如 applications.received@total。\nThe cell or row it is about.",
    "reason": "理由；会印在公开的页面上。\nWhy; printed on the public page.",
    "until": '最后一天有效，例如 "2027-12-31"；不写就一直有效。\nThe last day it holds; for ever when nothing is said.',
    "actual": "说明时那一格的数；数变了，说明就失效。\nThe figure it was written for.",
    "date": '日期，例如 "2026-03-01"。\nThe day.',
    "report": "撤下的报告，写成 机关/年度，例如 caizheng-ju/2022。\nThe report taken down, AGENCY/YEAR.",
    "was": "更正前的数或文字，照公布时的写；空白的写“空白”。\nWhat stood there before.",
    "now": "更正后的数或文字。\nWhat stands there now.",
}


def entries(record: Record, description: str) -> Schema:
    """A list of entries that are each read into a `record`: its fields, those without a default needed."""
    needed = [name for name in record._fields if name not in record._field_defaults]
    return {
        "description": description,
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {name: {"description": DESCRIBED.get(name, name), **_TEXT} for name in record._fields},
            "required": needed,
            "additionalProperties": False,
        },
    }
