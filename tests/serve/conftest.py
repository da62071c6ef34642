"""A preview for all tests of a file that only ask."""

from collections.abc import Iterator

import pytest

from tests.serve.running import Running, preview


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview that nobody edits."""
    with preview(tmp_path_factory.mktemp("shown") / "sample") as running:
        yield running
