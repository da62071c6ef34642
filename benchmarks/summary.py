"""Costs in words: the table of a run, giar's ratios to Hugo and the targets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Cost

#: Targets hold against this side; it reads the same YAML as giar.
PEER = "hugo"
COLD_SIZE, COLD_LIMIT = 1_000, 2.5
MEMORY_SIZE, MEMORY_LIMIT = 10_000, 0.25
GROWTH_SIZES, GROWTH_LIMIT = (1_000, 10_000), 11.0
HEAD = (
    "| reports | side | wall s (least–most) | CPU s | ms a report | CPU ms a report | peak memory MB | largest process MB |\n"
    "|--:|---|--:|--:|--:|--:|--:|--:|"
)
RATIO_HEAD = "| reports | giar ÷ | wall | CPU | peak memory |\n|--:|---|--:|--:|--:|"


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one side at one size: the timed ones in order, and one with memory watched."""

    timed: tuple[Cost, ...]
    watched: Cost

    @property
    def wall(self) -> float:
        """Median seconds of wall time."""
        return median(cost.wall for cost in self.timed)

    @property
    def cpu(self) -> float:
        """Median seconds of CPU time."""
        return median(cost.cpu for cost in self.timed)

    @property
    def memory(self) -> int:
        """Peak bytes of the process tree; a run too short to be sampled shows its largest process."""
        return max(self.watched.tree_memory, 0) or self.watched.largest_process


#: (reports, side) -> its series, sizes ascending.
Results = Mapping[tuple[int, str], Series]


def table(results: Results) -> str:
    """Give the costs of every size and side as a Markdown table."""
    return "\n".join([HEAD, *(_cost_line(count, side, series) for (count, side), series in results.items())])


def ratios(results: Results) -> str:
    """Give giar's costs as multiples of each Hugo's, from the same rounds, as a Markdown table."""
    lines = [
        f"| {count:,} | {side} | {wall_ratio(giar, peer):.2f} | {_cpu_ratio(giar, peer):.2f} | {giar.memory / peer.memory:.2f} |"
        for (count, side), peer in results.items()
        if side != "giar" and (giar := results.get((count, "giar")))
    ]
    return "\n".join([RATIO_HEAD, *lines]) if lines else "No ratios: giar or its peer was not measured."


def targets(results: Results) -> Iterator[str]:
    """Yield each target with what was measured: met, not met, or not measured."""
    cold = _pair(results, COLD_SIZE)
    yield _verdict(
        f"cold build of {COLD_SIZE:,} reports, giar's wall ÷ Hugo's, at most {COLD_LIMIT}",
        wall_ratio(*cold) if cold else None,
        COLD_LIMIT,
    )
    large = _pair(results, MEMORY_SIZE)
    yield _verdict(
        f"peak memory at {MEMORY_SIZE:,} reports, giar's ÷ Hugo's, at most {MEMORY_LIMIT}",
        large[0].memory / large[1].memory if large else None,
        MEMORY_LIMIT,
    )
    few, many = (results.get((count, "giar")) for count in GROWTH_SIZES)
    yield _verdict(
        f"growth of giar's wall from {GROWTH_SIZES[0]:,} to {GROWTH_SIZES[1]:,} reports, at most {GROWTH_LIMIT:g}×",
        many.wall / few.wall if few and many else None,
        GROWTH_LIMIT,
    )


def wall_ratio(one: Series, other: Series) -> float:
    """Give the median over the rounds of one side's wall time as a multiple of the other's in the same round."""
    return median(a.wall / b.wall for a, b in zip(one.timed, other.timed, strict=True))


def _cpu_ratio(one: Series, other: Series) -> float:
    return median(a.cpu / b.cpu for a, b in zip(one.timed, other.timed, strict=True))


def _cost_line(count: int, side: str, series: Series) -> str:
    walls = [cost.wall for cost in series.timed]
    return (
        f"| {count:,} | {side} | {series.wall:.2f} ({min(walls):.2f}–{max(walls):.2f}) | {series.cpu:.2f} "
        f"| {1000 * series.wall / count:.2f} | {1000 * series.cpu / count:.2f} "
        f"| {series.memory / 1e6:.0f} | {series.watched.largest_process / 1e6:.0f} |"
    )


def _pair(results: Results, count: int) -> tuple[Series, Series] | None:
    giar, peer = results.get((count, "giar")), results.get((count, PEER))
    return (giar, peer) if giar and peer else None


def _verdict(target: str, value: float | None, limit: float) -> str:
    if value is None:
        return f"- {target}: not measured"
    return f"- {target}: {value:.2f}, {'met' if value <= limit else 'not met'}"
