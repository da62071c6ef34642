"""The summary compares rounds with each other and says plainly whether a target is met."""

from benchmarks import summary
from benchmarks.measure import Cost
from benchmarks.summary import Series


def series(*walls: float, memory: int = 100_000_000) -> Series:
    return Series(tuple(Cost(wall, wall, 1_000_000, 0) for wall in walls), Cost(9.0, 9.0, 1_000_000, memory))


def test_a_ratio_is_the_median_of_the_rounds_own_ratios() -> None:
    assert summary.wall_ratio(series(2, 30, 8), series(1, 10, 2)) == 3


def test_a_run_too_short_to_be_sampled_counts_its_largest_process() -> None:
    assert series(1.0, memory=0).memory == 1_000_000


def test_targets_are_met_up_to_their_limit() -> None:
    results = {
        (1_000, "giar"): series(2.5),
        (1_000, "hugo"): series(1.0),
        (10_000, "giar"): series(27.5, memory=25),
        (10_000, "hugo"): series(9.0, memory=100),
    }
    assert [verdict.rpartition(": ")[2] for verdict in summary.targets(results)] == ["2.50, met", "0.25, met", "11.00, met"]


def test_targets_are_not_met_beyond_their_limit() -> None:
    results = {
        (1_000, "giar"): series(2.6),
        (1_000, "hugo"): series(1.0),
        (10_000, "giar"): series(29.0, memory=26),
        (10_000, "hugo"): series(9.0, memory=100),
    }
    assert all(verdict.endswith("not met") for verdict in summary.targets(results))


def test_a_target_without_its_sizes_or_sides_is_not_measured() -> None:
    assert all(verdict.endswith("not measured") for verdict in summary.targets({(1_000, "hugo"): series(1.0)}))


def test_the_tables_name_every_size_and_side() -> None:
    results = {(30, "giar"): series(0.3, 0.6), (30, "hugo"): series(0.1, 0.2), (30, "hugo-toml"): series(0.1, 0.1)}
    assert "| 30 | giar | 0.45 (0.30–0.60) | 0.45 | 15.00 |" in summary.table(results)
    assert "| 30 | hugo | 3.00 | 3.00 | 1.00 |" in summary.ratios(results)
    assert "| 30 | hugo-toml | 4.50 |" in summary.ratios(results)


def test_without_giar_there_are_no_ratios() -> None:
    assert summary.ratios({(30, "hugo"): series(0.1)}) == "No ratios: giar or its peer was not measured."
