"""Where the thousands of small sites are written."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = "/dev/shm"


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory, where the system has a file system there: on a disk making and removing folders takes half of the time."""
    in_memory = Path(_MEMORY).is_dir() and os.access(_MEMORY, os.W_OK)
    with tempfile.TemporaryDirectory(prefix="giar-", dir=_MEMORY if in_memory else None) as folder:
        yield Path(folder)
