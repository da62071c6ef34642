"""What the last build said of itself in data/giar.json of the built site."""

import json
from pathlib import Path

from giar_site.addresses import MARKER


def locked_then(output: Path) -> int:
    """How many reports published.lock recorded when the site in `output` was built; 0 when there is none or it does not say."""
    try:
        return int(json.loads((output / MARKER).read_text(encoding="utf-8"))["locked"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0
