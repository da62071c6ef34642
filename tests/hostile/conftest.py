"""One server for the hostile cases of a module, and a sound site to spoil."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from confined import Confined
from samples import write_site


@pytest.fixture(scope="module")  # not longer: other tests look whether a process of theirs was left behind
def giar() -> Iterator[Confined]:
    with Confined() as confined:
        yield confined


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound site of one agency `sample` with a report of 2022."""
    return write_site(tmp_path / "site", "")
