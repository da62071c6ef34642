"""How much of a long test runs: all of it under `make assurance`, some of it under `make test`."""

import os

IN_FULL = bool(os.environ.get("GIAR_ASSURANCE"))
