"""How reviews and suits end, and whether a result is told of both together: 行政复议5件、行政诉讼4件，共维持6件."""

import re
from typing import Final

from giar_site.prose.mentions import Mention

RESULTS: Final = frozenset(("upheld", "corrected", "other_result", "pending", "closed"))
_NAMES: Final = re.compile(r"(?<!未经)(?<!经)(?P<review>复议)(?!后|机关|决定)|(?P<suits>诉讼|起诉|应诉)")
_RESULT: Final = re.compile(r"维持|纠正|纠错|审结|其他结果|正在审理")
_KINDS: Final = 2


def are_both(mention: Mention) -> bool:
    """True when reviews and suits were named, no result of the first between them."""
    if len({match.lastgroup for match in _NAMES.finditer(mention.near)}) == 1:
        return False
    named = list(_NAMES.finditer(mention.before))[-_KINDS:]
    if len({match.lastgroup for match in named}) < _KINDS:
        return False
    first, second = named
    return _RESULT.search(mention.before, first.end(), second.start()) is None
