"""What became of an agency: the `lineage:` of agency.yaml."""

from giar_site.load.fields import Fields
from giar_site.load.nodes import Node
from giar_site.load.sink import Sink
from giar_site.load.slugs import RESERVED, SLUG
from giar_site.reorganisation import CHANGES, Reorganisation

_HAN = "[\\u3400-\\u9fff]"
_AGENCY = f"(?!(?:{'|'.join(sorted(RESERVED))})$)(?:{SLUG.pattern})|(?=.*{_HAN})[^\\s\\x00-\\x1f].{{0,58}}"
_WRITTEN = (
    "要写成 [a-ju, b-ju]：方括号里写机关的文件夹名，不在本站的机关写全称",
    "write [a-ju, b-ju]: agencies' folders in brackets, the full name of one that is not on this site",
)
_LACKING = {"renamed": "former_name", "merged": "from", "split": "from"}  # what to ask for where nothing says whom it goes on from


def read_lineage(fields: Fields, sink: Sink) -> tuple[Reorganisation, ...]:
    """The changes below `lineage`, as written. One that does not say what, when and with whom is a fault and left out."""
    found = [_read(number, node, each, sink) for number, (node, each) in enumerate(fields.mappings("lineage"), 1)]
    return tuple(change for change in found if change is not None)


def _read(number: int, node: Node, fields: Fields, sink: Sink) -> Reorganisation | None:
    item = f"lineage.{number}"
    sink.put(item, node)
    change = Reorganisation(
        kind=fields.choice("change", CHANGES, "", required=True),
        date=fields.date("date", required=True)[:10],
        basis=fields.text("basis", required=True),
        origins=tuple(fields.words("from", _AGENCY, *_WRITTEN)),
        heirs=tuple(fields.words("to", _AGENCY, *_WRITTEN)),
        former_name=fields.text("former_name"),
        number=number,
    )
    fields.finish()
    lacking = _LACKING.get(change.kind)
    refused = any(fault.at.item == f"{item}.from" for fault in sink.faults)
    if lacking and not (change.origins or refused or (change.kind == "renamed" and change.former_name)):
        sink.fault("missing_field", f"{item}.{lacking}", node, key=lacking)
        return None
    for key, written, kinds in (("from", change.origins, ("renamed", "merged", "split")), ("to", change.heirs, ("abolished", "split"))):
        if written and change.kind and change.kind not in kinds:
            sink.fault("invalid_field", f"{item}.{key}", node, value=" ".join(written), **_misplaced(key, kinds))
            return None
    return change if change.kind and change.date else None


def _misplaced(key: str, kinds: tuple[str, ...]) -> dict[str, str]:
    words = " / ".join(kinds)
    return {
        "zh": f"{key} 只和 change: {words} 一起写；本机关撤销或并入别的机关，写 change: abolished 和 to，并入了哪里就写哪里",
        "en": f"`{key}` goes with change: {words} only; an agency that ended or went into another writes change: abolished and `to`",
    }
