"""Wrong numbers do not get out: every cell of tables three and four of the five real reports, wronged in seven ways.

What breaks an equation is decided here by sums of its own over the cell ids, not by giar's equations.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from checking import check_alone

from giar_site.diagnostics import Finding, Severity
from giar_site.load import Folder, load_agency, read_figure, survey
from giar_site.load.figures import read_figures
from giar_site.load.nodes import Mapping
from giar_site.load.sink import Sink
from giar_site.load.yaml_nodes import parse
from giar_site.model import Agency, Figures, Report

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("applications", "review_and_litigation")
ORGANISATIONS = ("business", "research", "public_interest", "legal_service", "other")
Values = dict[str, str]


class Mutant(NamedTuple):
    kind: str
    cells: tuple[str, ...]
    values: Values


def real_reports() -> list[Agency]:
    with Folder.top(ROOT) as top, top.folder("content") as content:
        return [load_agency(content, slug).agency for slug in survey(top).slugs]


def values_of(report: Report) -> Values:
    form = report.figures.form
    return {cell.id: figure.text for cell, figure in zip(form.cells, report.figures.values, strict=True) if cell.table in TABLES}


def mutants(values: Values) -> Iterator[Mutant]:
    ids = list(values)
    for at, cell in enumerate(ids):
        number = int(values[cell])
        digits = values[cell]
        yield Mutant("+1", (cell,), {cell: str(number + 1)})
        yield Mutant("-1", (cell,), {cell: str(number - 1)})
        yield Mutant("x10", (cell,), {cell: str(number * 10)})
        yield Mutant("digit swap", (cell,), {cell: str(int(digits[1] + digits[0] + digits[2:])) if len(digits) > 1 else digits})
        yield Mutant("blank", (cell,), {cell: "~"})
        neighbour = ids[at + 1] if at + 1 < len(ids) else ""
        if neighbour.partition("@")[0] == cell.partition("@")[0]:
            yield Mutant("swap with neighbour", (cell, neighbour), {cell: values[neighbour], neighbour: values[cell]})
            yield Mutant("shifted one column", (cell, neighbour), {cell: "0", neighbour: values[cell]})


def breaks_an_equation(values: Values) -> bool:
    """The form's arithmetic, written out over ids: None (a blank) breaks every sum it stands in."""
    numbers = {cell: int(text) if text.lstrip("-").isdigit() else None for cell, text in values.items()}

    def differ(left: list[str], right: list[str]) -> bool:
        sides = [[numbers[cell] for cell in side] for side in (left, right)]
        if any(number is None for side in sides for number in side):
            return True
        return sum(n or 0 for n in sides[0]) != sum(n or 0 for n in sides[1])

    rows = list(dict.fromkeys(cell.partition("@")[0] for cell in numbers))
    columns = ("natural_person", *ORGANISATIONS, "total")
    details = [row for row in rows if row.startswith("applications.outcome.") and row != "applications.outcome.total"]
    along = [([f"{row}@{column}" for column in columns[:-1]], [f"{row}@total"]) for row in rows if row.startswith("applications.")]
    down = [([f"{row}@{column}" for row in details], [f"applications.outcome.total@{column}"]) for column in columns]
    intake = [
        (
            [f"applications.received@{column}", f"applications.carried_in@{column}"],
            [f"applications.outcome.total@{column}", f"applications.carried_out@{column}"],
        )
        for column in columns
    ]
    blocks = [
        ([f"{row}@{column}" for column in ("upheld", "corrected", "other", "pending")], [f"{row}@total"])
        for row in rows
        if row.startswith("review_and_litigation.")
    ]
    return any(differ(left, right) for left, right in (*along, *down, *intake, *blocks))


def findings_of(agency: Agency, report: Report, values: Values) -> list[Finding]:
    form = report.figures.form
    figures = tuple(
        read_figure(values[cell.id], cell.kind, cell.unit) if cell.id in values else figure
        for cell, figure in zip(form.cells, report.figures.values, strict=True)
    )
    wronged = replace(report, figures=Figures(form.edition, figures))
    return [finding for finding in check_alone(replace(agency, reports=(wronged,))) if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("agency", real_reports(), ids=lambda agency: agency.slug)
def test_mutants_are_caught_and_the_wrong_cell_is_named(agency: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = agency.reports
    original = values_of(report)
    assert not breaks_an_equation(original)
    assert not findings_of(agency, report, original)
    counts: Counter[str] = Counter()
    unseen: Counter[str] = Counter()
    missed: list[Mutant] = []
    for mutant in mutants(original):
        if all(original[cell] == text for cell, text in mutant.values.items()):
            counts["no change"] += 1
            continue
        values = original | mutant.values
        findings = findings_of(agency, report, values)
        if not breaks_an_equation(values):
            unseen[mutant.kind] += 1
            assert findings == [], mutant
            continue
        counts["breaking"] += 1
        if not findings:
            missed.append(mutant)
        if len(mutant.cells) == 1:
            right = original[mutant.cells[0]]
            suspects = {(suspect.cell, Decimal(suspect.value)) for finding in findings for suspect in finding.suspects}
            counts["single"] += 1
            counts["named"] += (mutant.cells[0], Decimal(right)) in suspects
            counts["only one named"] += suspects == {(mutant.cells[0], Decimal(right))}
    with capsys.disabled():
        print(f"\n{agency.slug} {report.year}: {dict(counts)}; seen by no equation: {dict(unseen)}")
    assert missed == []
    assert counts["breaking"] >= 3 * len(original)  # +1, -1 and a blank break every cell's equation
    assert counts["named"] >= 0.95 * counts["single"]
    assert counts["only one named"] >= 0.80 * counts["single"]


def as_yaml(report: Report, values: Values, *, row_totals: bool, outcome_total: bool) -> str:
    """figures.yaml with these values, in which the totals not asked for are left out."""
    lines = []
    open_keys: list[str] = []
    for row in report.figures.form.rows:
        if row.table not in TABLES or (row.key == "outcome.total" and not outcome_total):
            continue
        keys = [row.table, *row.key.split(".")]
        shared = next((at for at, (a, b) in enumerate(zip(keys, open_keys, strict=False)) if a != b), min(len(keys), len(open_keys)))
        lines += [f"{'  ' * depth}{keys[depth]}:" for depth in range(shared, len(keys) - 1)]
        written = [values[cell.id] for cell in row.cells if row_totals or cell.column != "total"]
        lines.append(f"{'  ' * (len(keys) - 1)}{keys[-1]}: [{', '.join(written)}]")
        open_keys = keys[:-1]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("row_totals", "outcome_total"), [(False, True), (True, False), (False, False)])
@pytest.mark.parametrize("agency", real_reports(), ids=lambda agency: agency.slug)
def test_a_wrong_cell_is_named_also_where_totals_were_left_out(agency: Agency, *, row_totals: bool, outcome_total: bool) -> None:
    (report,) = agency.reports
    original = values_of(report)
    counts: Counter[str] = Counter()
    for cell, text in original.items():
        row, _, column = cell.partition("@")
        if (column == "total" and not row_totals) or (row == "applications.outcome.total" and not outcome_total):
            continue
        values = original | {cell: str(int(text) + 1)}
        sink = Sink(agency.slug, report.year, "figures", "figures.yaml")
        root = parse(as_yaml(report, values, row_totals=row_totals, outcome_total=outcome_total)).root
        assert isinstance(root, Mapping)
        figures = read_figures(root, report.figures.edition, sink)
        if any(fault.kind == "wrong_length" for fault in sink.faults):
            counts["ambiguous"] += 1  # the last figure is the sum of the others: it may be the total
            continue
        findings = check_alone(replace(agency, reports=(replace(report, figures=figures),)))
        suspects = {suspect for finding in findings if finding.code.startswith("G2") for suspect in finding.suspects}
        if not any(finding.code.startswith("G2") for finding in findings):
            counts["seen by no equation"] += 1
            continue
        counts["found"] += 1
        assert (cell, text) in suspects, (cell, suspects)
        assert not {each.cell for each in suspects} & {figures.form.cells[index].id for index in figures.derived}
    print(agency.slug, dict(counts))
    assert counts["found"] > 50
