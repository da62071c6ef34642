"""Reports in every layout, mutated: no cell is wrong without being marked, and nothing of the source gets lost."""

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

import pytest

from giar_site.importing.accounts import unaccounted
from tests.importers.layouts.judged import Verdict, counted, judged, recognised
from tests.importers.layouts.kinds import KINDS, case_of

CASES = 90  # of each kind, so that there are more than 3,000
TWO = "two of them at once"


class Outcome(NamedTuple):
    """What came of some cases: cells by verdict and kind, the cases with a cell that is wrong, and those that lost a text."""

    cells: "dict[str, Counter[Verdict]]"
    wrong: list[str]
    lost: list[str]


def outcome(kind: str) -> Outcome:
    done = Outcome({}, [], [])
    for number in range(CASES):
        case = case_of(kind, number)
        report = recognised(case.document)
        cells = counted(judged(case, report))
        done.cells.setdefault(kind if len(case.kinds) == 1 else TWO, Counter()).update(cells)
        if cells[Verdict.WRONG]:
            done.wrong.append(case.name)
        if report and unaccounted(case.document, report):
            done.lost.append(case.name)
    return done


def outcomes() -> list[Outcome]:
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(outcome, KINDS))


def by_kind(outcomes: list[Outcome]) -> "dict[str, Counter[Verdict]]":
    cells = {kind: Counter[Verdict]() for kind in (*KINDS, TWO)}
    for done in outcomes:
        for kind, counts in done.cells.items():
            cells[kind].update(counts)
    return cells | {"total": sum(cells.values(), Counter[Verdict]())}


def line(kind: str, cells: "Counter[Verdict]") -> str:
    return f"{kind:32}{cells.total():8}{100 * cells[Verdict.RIGHT] / cells.total():9.2f}{cells[Verdict.MARKED]:8}{cells[Verdict.WRONG]:7}"


def test_no_cell_is_wrong_without_being_marked_99_of_100_are_right_and_no_text_is_lost() -> None:
    done = outcomes()  # a minute of work, for one test: a fixture would be made anew in every process that tests
    cells = by_kind(done)
    print(f"\n{len(KINDS) * CASES} reports\n{'kind of mutation':32}{'cells':>8}{'right %':>9}{'marked':>8}{'wrong':>7}")
    print("\n".join(line(kind, counts) for kind, counts in cells.items()))
    assert [case for each in done for case in each.wrong] == []
    assert [case for each in done for case in each.lost] == []
    assert len(KINDS) * CASES >= 3000
    assert cells["total"][Verdict.RIGHT] >= 0.99 * cells["total"].total()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_mutation_changes_its_reports_the_same_way_every_time(kind: str) -> None:
    assert case_of(kind, 1) == case_of(kind, 1)
