"""Form fields of old Word files, which hold what they show as a number in their properties."""

from xml.etree.ElementTree import Element

from giar_site.importers.readers.word.xml_names import attribute, children, number, value


def chosen_entry(choices: Element | None) -> str:
    """Return the entry that a drop-down field shows; "" for None, which is no such field."""
    if choices is None:
        return ""
    entries = [attribute(entry, "val") for entry in children(choices, "listEntry")]
    at = number(value(choices, "result") or value(choices, "default"))
    return entries[at] if 0 <= at < len(entries) else ""
