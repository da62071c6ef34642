"""Lists of records of one kind in a file: `accept:`, `corrections:`, `withdrawn:`."""

from typing import TypeVar

from giar_site.load.fields import Fields
from giar_site.load.sink import Sink
from giar_site.model import Acceptance, Correction
from giar_site.settings import Withdrawal

Record = TypeVar("Record", Acceptance, Correction, Withdrawal)
_DATES = {"date", "until"}


def records(fields: Fields, key: str, record: type[Record], sink: Sink) -> list[Record]:
    """The records in the list `key`. A field without a default must be written; what is missing or unknown is a fault."""
    found = []
    for at, (node, each) in enumerate(fields.mappings(key), 1):
        found.append(record(*(_field(each, name, required=name not in record._field_defaults) for name in record._fields)))
        each.finish()
        sink.put(f"{key}.{at}", node)
    return found


def _field(fields: Fields, name: str, *, required: bool) -> str:
    return fields.date(name) if name in _DATES else fields.text(name, required=required)
