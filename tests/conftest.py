"""What all tests share."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parents[1]
# Where branches of rules/ and forms/ are measured: their own tests alone have to reach them all. Measuring takes as long again as a test.
MEASURED = ("derive", "forms", "rules", "test_locking.py")

# No example fails for being slow: a busy machine is no fault of the code.
settings.register_profile("giar", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("giar")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no branches in tests of something else."""
    for item in items:
        if item.path.relative_to(REPOSITORY / "tests").parts[0] not in MEASURED:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from this repository's own content, as `giar build` leaves it."""
    output = tmp_path_factory.mktemp("real") / "site"
    command = [sys.executable, "-m", "giar_site", "build", "--site", str(REPOSITORY), "--output", str(output)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        pytest.fail(f"giar build ended with {run.returncode}:\n{run.stdout}{run.stderr}", pytrace=False)
    return output
