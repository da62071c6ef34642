"""The YAML between `---` at the top of a Markdown file → names and texts, as written."""

from collections.abc import Iterator
from typing import Final

import yaml

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

LONGEST = 64_000  # characters
MOST_FIELDS = 500
_DEEPEST: Final = 5
_FENCE: Final = "---"


def split_front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Return how many lines of `text` its front matter takes (0: it has none), and its fields.

    What stands below a field gets a name with dots: `contact.address`, `attachments.1.title`. Raises Refused where it is no YAML.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return 0, {}
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), 0)
    source = "\n".join(lines[1:end])
    if not end or not source.strip():
        return 0, {}  # two rules of a page, not front matter
    if len(source) > LONGEST:
        raise Refused(_unreadable())
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(source, yaml.CSafeLoader)):
            raise Refused(_unreadable())
        fields = yaml.load(source, yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError):
        raise Refused(_unreadable()) from None
    if not isinstance(fields, dict):
        return 0, {}
    found = dict(_flat(fields, "", 0))
    if len(found) > MOST_FIELDS:
        raise Refused(_unreadable())
    return end + 1, found


def _flat(node: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        raise Refused(_unreadable())
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _flat(value, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(node, list):
        for number, value in enumerate(node, start=1):
            yield from _flat(value, f"{name}.{number}", depth + 1)
    else:
        yield name, str(node)


def _unreadable() -> Text:
    return Text(
        "开头两行 --- 之间的内容读不成 YAML；请改正，或连同 --- 一起删去后再导入",
        "what stands between the two lines --- at its top is no YAML that can be read; mend it, or delete it together with the lines ---",
    )
