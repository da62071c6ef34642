"""figures.yaml: a schema for each edition, and one that chooses by `form:`."""

from collections.abc import Sequence
from typing import Any

from giar_site.diagnostics import Rule
from giar_site.forms import Form
from giar_site.load import name_tree
from giar_site.model import Acceptance, Correction
from giar_site.schema.rows import definitions_of, named_properties

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_DESCRIBED = {
    "rule": "规则名，照 giar check 列出的写，例如 block-total-mismatch。\nThe rule's name as giar check prints it.",
    "at": "编号，照 giar check 列出的写，例如 applications.received@total。\nThe cell or row it is about.",
    "reason": "理由；会印在公开的页面上。\nWhy; printed on the public page.",
    "until": "有效期至（YYYY-MM-DD）。\nValid until this day.",
    "date": '更正日期，例如 "2026-03-01"。\nWhen it was corrected.',
    "was": "更正前的数或文字。\nWhat stood there before.",
    "now": "更正后的数或文字。\nWhat stands there now.",
}


def edition_schema(form: Form, rules: Sequence[Rule]) -> Schema:
    """The schema of a figures.yaml on the edition `form`."""
    tables = list(name_tree(form.edition).values())
    named = named_properties(tables)
    named["properties"] |= {
        "form": {
            "description": f"格式版本 {form.edition}：{form.title}（{form.document_number}）。\nThe edition of the national form.",
            "enum": [form.edition, str(form.edition)],
        },
        "accept": _accept(form, rules),
        "corrections": _entries(
            Correction, "更正说明：公布以后改动过的地方，会印在页面上。\nWhat was changed after publication; printed on the page."
        ),
    }
    return {
        "title": f"{form.title}（{form.document_number}）",
        "description": "各行按官方格式排列；方括号里的数按各栏顺序填写。\nRows as on the official form, figures in the order of its columns.",
        **named,
        "required": ["form"],
        "definitions": definitions_of(form),
    }


def any_edition_schema(editions: Sequence[Form]) -> Schema:
    """Choose the edition's schema (in the file beside this one) by `form:`."""
    years = "、".join(f"{form.edition}（{form.first_year} 年度起）" for form in editions)
    return {
        "title": "figures.yaml",
        "type": "object",
        "required": ["form"],
        "properties": {
            "form": {
                "description": f"格式版本：{years}。\nThe edition of the national form.",
                "enum": [name for form in editions for name in (form.edition, str(form.edition))],
            }
        },
        "allOf": [
            {
                "if": {"required": ["form"], "properties": {"form": {"enum": [form.edition, str(form.edition)]}}},
                "then": {"$ref": f"figures-{form.edition}.json"},
            }
            for form in editions
        ],
    }


def _accept(form: Form, rules: Sequence[Rule]) -> Schema:
    entries = _entries(
        Acceptance, "说明：某处就是这样公布的，写明理由后不再妨碍发布。\nA finding that stands as published, for a printed reason."
    )
    fields = entries["items"]["properties"]
    names = [rule for rule in rules if rule.acceptable]
    cells = [*form.by_id, *(row.id for row in form.rows)]
    fields["rule"] = {
        "description": _DESCRIBED["rule"],
        "anyOf": [{"enum": [rule.slug for rule in names], "enumDescriptions": [rule.title.zh for rule in names]}, {"type": "string"}],
    }
    fields["at"] = {"description": _DESCRIBED["at"], "anyOf": [{"enum": cells}, {"type": "string"}]}
    return entries


def _entries(record: type[Acceptance | Correction], description: str) -> Schema:
    needed = [name for name in record._fields if name not in record._field_defaults]
    return {
        "description": description,
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {name: {"description": _DESCRIBED.get(name, name), **_TEXT} for name in record._fields},
            "required": needed,
            "additionalProperties": False,
        },
    }
