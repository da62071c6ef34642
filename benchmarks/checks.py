"""What checking costs: `giar check` at two sizes, interleaved, and the share of each rule.

    python -m benchmarks.checks [--sizes 1000,10000] [--rounds 3] [--jobs 2]

It measures; how long something took never makes it fail.
"""

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import SIZES, write_site
from benchmarks.measure import Cost, run
from benchmarks.run import ROOM, pin, workplace
from benchmarks.sides import REPOSITORY
from giar_site.diagnostics import Finding, Rule
from giar_site.load import Folder, Places, load_agency, load_settings, survey
from giar_site.model import Agency, Site
from giar_site.prose import traces
from giar_site.rules import RULES
from giar_site.rules.runner import look_around, look_at, look_at_site

TARGET = 1.5
"""Time per report at 10,000 against that at 1,000 may grow by at most this factor."""


def timed_rules(spent: dict[str, float]) -> list[Rule]:
    """Every rule, with the time it takes added up in `spent` by code; what it yields is taken at once, so that its work is its own."""

    def clocked(rule: Rule) -> Rule:
        def function(*subject: object) -> list[Finding]:
            start = time.perf_counter()
            found = list(rule.function(*subject))
            spent[rule.code] += time.perf_counter() - start
            return found

        function.__doc__, function.__name__ = rule.manual, rule.name
        return replace(rule, function=function)

    return [clocked(rule) for rule in RULES]


def shares(folder: Path) -> Iterator[str]:
    """The share of each rule in the checking of the site in `folder`, one process, loading apart."""
    spent: dict[str, float] = defaultdict(float)
    rules = timed_rules(spent)
    loading = time.perf_counter()
    loaded: list[tuple[Agency, Places]] = []
    with Folder.top(folder) as top, top.folder("content") as content:
        settings = load_settings(top).settings
        loaded = [load_agency(content, slug) for slug in survey(top).slugs]
    loading = time.perf_counter() - loading
    gc.collect()
    traced = [
        replace(agency, reports=tuple(replace(report, traces=traces(report, agency)) for report in agency.reports)) for agency, _ in loaded
    ]
    site = Site(settings, tuple(traced))
    start = time.perf_counter()
    for agency, (_, places) in zip(traced, loaded, strict=True):
        found = look_at(rules, agency, places)
        look_around(rules, agency, site, found, lambda places=places: places)  # type: ignore[misc]
    look_at_site(rules, site, Places())
    whole = time.perf_counter() - start
    reports = sum(len(agency.reports) for agency, _ in loaded)
    yield f"Checking {reports} reports in one process, loading apart; loading took {loading / whole:.1f} times as long."
    yield "| rule | name | share of checking |"
    yield "|---|---|---|"
    names = {rule.code: rule.title.en for rule in RULES}
    for code, seconds in sorted(spent.items(), key=lambda each: -each[1]):
        yield f"| {code} | {names[code]} | {100 * seconds / whole:.1f} % |"
    yield f"| | running them | {100 * (1 - sum(spent.values()) / whole):.1f} % |"


def costs(sites: dict[int, Path], rounds: int, jobs: int) -> dict[int, list[Cost]]:
    """`giar check` of each site, `rounds` times, in turn."""
    found: dict[int, list[Cost]] = {count: [] for count in sites}
    for number in range(rounds):
        for count, folder in sites.items():
            command = [sys.executable, "-m", "giar_site", "check", "--format", "json", "--site", str(folder), "--jobs", str(jobs)]
            found[count].append(run(command, REPOSITORY, {}))
            print(f"giar check of {count} reports: round {number + 1} of {rounds}", file=sys.stderr)
    return found


def growth(found: dict[int, list[Cost]]) -> Iterator[str]:
    """Time per report of each size against the smallest: the median of the rounds' own ratios."""
    smallest = min(found)
    for count, mine in found.items():
        if count == smallest:
            continue
        for what in ("wall", "cpu"):
            ratios = [
                getattr(large, what) / count / (getattr(small, what) / smallest) for large, small in zip(mine, found[smallest], strict=True)
            ]
            ratio = statistics.median(ratios)
            verdict = "met" if ratio <= TARGET else "not met"
            yield f"{what} time per report at {count}: {ratio:.2f}× that at {smallest} (target ≤ {TARGET}×: {verdict})"


def findings_of(folder: Path) -> dict[str, Any]:
    """What `giar check` counts in the site: the benchmark's corpus must be sound, or it would measure the writing of messages."""
    command = [sys.executable, "-m", "giar_site", "check", "--format", "json", "--site", str(folder)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    summary: dict[str, Any] = json.loads(done.stdout)["summary"]
    return summary


def main(words: Sequence[str] | None = None) -> None:
    """Write the sites, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000", help="numbers of reports (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="timed checks of each size (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="giar's --jobs (default: %(default)s)")
    asked = parser.parse_args(words)
    sizes = sorted(int(each) for each in asked.sizes.split(","))
    if unknown := [size for size in sizes if size not in SIZES]:
        sys.exit(f"no size {unknown[0]}; there are {', '.join(map(str, SIZES))}")
    pin(asked.jobs)
    with tempfile.TemporaryDirectory(prefix="giar-checks-", dir=workplace(ROOM * sum(sizes))) as root:
        sites = {size: Path(root) / str(size) for size in sizes}
        for size, folder in sites.items():
            write_site(folder, size)
            print(f"{size} reports: {findings_of(folder)}")
        print("\n".join(growth(costs(sites, asked.rounds, asked.jobs))))
        print("\n".join(shares(sites[sizes[-1]])))


if __name__ == "__main__":
    main()
