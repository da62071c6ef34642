"""Build the same reports with giar and with Hugo, in turn, and print what each build costs.

    python -m benchmarks [--sizes 30,1000,10000] [--rounds 3] [--sides giar,hugo,hugo-toml] [--markdown FILE]

It measures and verifies; how long something took never makes it fail. It fails if a build fails or a site is incomplete.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import summary
from benchmarks.corpus import SIZES
from benchmarks.measure import CommandFailedError, Cost, run
from benchmarks.sides import REPOSITORY, Bench, hugo_program, sides
from benchmarks.summary import Series

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - the one tmpfs every Linux has; a private folder is made in it
ROOM = 500_000  # bytes of sources and output a report and side need at most


def measure(benches: list[Bench], count: int, rounds: int, say: Callable[[str], None]) -> dict[tuple[int, str], Series]:
    """Measure all sides at one size: one watched and verified run each, then rounds in which every side runs once.

    Interleaved, so that a drift of the machine hits all alike; the watched run also warms up what is not part of the job,
    such as compiled Python modules.
    """
    watched: dict[str, Cost] = {}
    for bench in benches:
        bench.write(count)
        bench.cool()
        watched[bench.side.name] = run(bench.command(), REPOSITORY, bench.env(), watch_memory=True)
        say(verify(bench, count))
    timed: dict[str, list[Cost]] = {bench.side.name: [] for bench in benches}
    for number in range(rounds):
        for bench in benches:
            bench.cool()
            timed[bench.side.name].append(run(bench.command(), REPOSITORY, bench.env()))
        say(f"{count} reports: round {number + 1} of {rounds}")
    return {(count, name): Series(tuple(costs), watched[name]) for name, costs in timed.items()}


def verify(bench: Bench, count: int) -> str:
    """Check the built site in a process of its own: this one stays small, for a child's memory starts from its parent's."""
    command = [sys.executable, "-m", "benchmarks.verify", bench.side.verifier, str(bench.output), "--reports", str(count)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandFailedError(f"{bench.side.name} at {count} reports is incomplete:\n{done.stderr}")
    return done.stdout.strip()


def workplace(need: int) -> Path:
    """Give a parent folder in memory if there is room for `need` bytes, else the usual one for temporary files."""
    if SHARED_MEMORY.is_dir() and os.access(SHARED_MEMORY, os.W_OK) and shutil.disk_usage(SHARED_MEMORY).free > need:
        return SHARED_MEMORY
    return Path(tempfile.gettempdir())


def pin(jobs: int) -> int:
    """Keep this process and its children on `jobs` processors, the same for every side; say how many there are then."""
    allowed = sorted(os.sched_getaffinity(0))[:jobs]
    os.sched_setaffinity(0, allowed)
    return len(allowed)


def report(results: summary.Results, processors: int, place: Path, rounds: int) -> str:
    """Give the whole result as Markdown, with what it depends on."""
    hugo = subprocess.run([hugo_program(), "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    where = "tmpfs" if place == SHARED_MEMORY else "a folder on disk"
    setting = (
        f"One run on {platform.machine()}, {processors} processors for every side, Python {platform.python_version()}, "
        f"Hugo {hugo.partition('-')[0]}; sources and output on {where}; cold; median of {rounds} interleaved rounds."
    )
    verdicts = "\n".join(summary.targets(results))
    return f"{setting}\n\n{summary.table(results)}\n\n{summary.ratios(results)}\n\n{verdicts}\n"


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=_sizes, default=sorted(SIZES), help="numbers of reports (default: %(default)s)")
    parser.add_argument("--rounds", type=_at_least_one, default=3, help="timed builds of each side (default: %(default)s)")
    parser.add_argument("--jobs", type=_at_least_one, default=2, help="giar's --jobs and processors (default: %(default)s)")
    parser.add_argument("--sides", default="giar,hugo,hugo-toml", help="what to compare (default: %(default)s)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the result to a file, too")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and compare with the targets."""
    asked = options()
    known = sides(asked.jobs)
    if unknown := [name for name in asked.sides.split(",") if name not in known]:
        sys.exit(f"no side {unknown[0]}; there are {', '.join(known)}")
    wanted = [known[name] for name in asked.sides.split(",")]
    processors = pin(asked.jobs)
    place = workplace(ROOM * max(asked.sizes) * len(wanted))
    results: dict[tuple[int, str], Series] = {}
    with tempfile.TemporaryDirectory(prefix="giar-bench-", dir=place) as root:
        benches = [Bench(side, Path(root)) for side in wanted]
        try:
            for count in asked.sizes:
                results |= measure(benches, count, asked.rounds, lambda line: print(line, file=sys.stderr))
        except CommandFailedError as failure:
            sys.exit(str(failure))
    text = report(results, processors, place, asked.rounds)
    print(text, end="")
    if asked.markdown:
        asked.markdown.write_text(text, encoding="utf-8")


def _sizes(text: str) -> list[int]:
    sizes = sorted({int(part) for part in text.split(",")})
    if unknown := [size for size in sizes if size not in SIZES]:
        raise argparse.ArgumentTypeError(f"no size {unknown[0]}; there are {', '.join(map(str, SIZES))}")
    return sizes


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
