"""The line of a deployment tells bytes, rate and what remains, on a terminal only."""

import pytest

from giar_site.deploying.progress import Progress, told


@pytest.mark.parametrize(
    ("arrived", "whole", "seconds", "line"),
    [
        (0, 80_000_000, 0.0, "0.0 / 80.0 MB  0.0 MB/s  0:00"),
        (20_000_000, 80_000_000, 10.0, "20.0 / 80.0 MB  2.0 MB/s  0:30"),
        (80_000_000, 80_000_000, 40.0, "80.0 / 80.0 MB  2.0 MB/s  0:00"),
    ],
)
def test_the_rate_and_the_remaining_time(arrived: int, whole: int, seconds: float, line: str) -> None:
    assert told(arrived, whole, seconds) == line


def test_nothing_is_said_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10)
    progress(10)
    progress.close()
    assert capsys.readouterr() == ("", "")
