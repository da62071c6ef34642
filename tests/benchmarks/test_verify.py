"""The verifier accepts a complete site and names what an incomplete one lacks."""

from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest

from benchmarks import corpus, form, verify
from benchmarks.corpus import Report
from benchmarks.figures import cells
from benchmarks.prose import plain_lines

AGENCIES = 2
REPORTS = list(islice(corpus.reports(30), AGENCIES * 3))
FIRST = f"{REPORTS[0].agency.slug}/{REPORTS[0].year}.html"


def page(report: Report, *, ids: bool) -> str:
    figures = [
        f'<td id="{cell}" data-value="{value}">{value}</td>' if ids else f"<td>{value}</td>"
        for cell, value in cells(report.figures).items()
    ]
    texts = [report.title, *form.TITLES, *verify.LABELS, *(line for part in report.narrative for line in plain_lines(part))]
    return "<table></table>" * 2 + f"<table>{''.join(figures)}</table>" + "".join(f"<p>{text}</p>" for text in texts)


def links(paths: list[str]) -> str:
    return "".join(f'<a href="/{path}">·</a>' for path in paths)


@pytest.fixture(params=["giar", "hugo"])
def side(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path, side: str) -> Path:
    everything: list[str] = []
    for report in REPORTS:
        everything += [f"{report.agency.slug}/{report.year}.html", f"{report.agency.slug}/index.html", f"years/{report.year}.html"]
        corpus.write(tmp_path / everything[-3], page(report, ids=side == "giar"))
    for report in REPORTS:
        same_year = [other for other in REPORTS if other.year == report.year]
        totals = "".join(f"<b>{sum(other.figures[row][-1] for other in same_year)}</b>" for row in verify.KEY_ROWS)
        names = "".join(other.agency.name for other in same_year)
        corpus.write(tmp_path / "years" / f"{report.year}.html", names + totals + links(everything))
        corpus.write(tmp_path / report.agency.slug / "index.html", report.agency.name + links(everything))
    corpus.write(tmp_path / "index.html", links(everything))
    return tmp_path


def found(site: Path, side: str) -> list[str]:
    return list(verify.faults(verify.Pages(site, verify.READERS[side]), REPORTS))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_complete_site_has_no_faults_and_the_sum_of_the_corpus(site: Path, side: str) -> None:
    pages = verify.Pages(site, verify.READERS[side])
    assert list(verify.faults(pages, REPORTS)) == []
    assert pages.figures == 200 * len(REPORTS)
    assert pages.total == sum(Decimal(value) for report in REPORTS for value in cells(report.figures).values())


def test_another_figure_is_named_with_its_cell(site: Path, side: str) -> None:
    value = str(REPORTS[0].figures["disclosure.licensing"][0])
    cell = 'data-value="' if side == "giar" else "<td>"
    change(site / FIRST, f"{cell}{value}", f"{cell}{value}7")
    assert any("disclosure.licensing@decisions" in fault for fault in found(site, side))


def test_a_lost_cell_is_a_fault(site: Path, side: str) -> None:
    change(site / FIRST, "</td>", "</td><!--")
    change(site / FIRST, "</table><p>", "--></table><p>")
    text = (site / FIRST).read_text(encoding="utf-8")
    (site / FIRST).write_text(text[: text.index("<!--")] + text[text.index("-->") + 3 :], encoding="utf-8")
    assert any("is None, not" in fault for fault in found(site, side))


@pytest.mark.parametrize("text", [form.TITLES[3], form.OUTCOMES[2].rows[0][1], REPORTS[0].title])
def test_a_lost_heading_label_or_title_is_named(site: Path, side: str, text: str) -> None:
    change(site / FIRST, text, "")
    assert found(site, side) == [f"{FIRST}: missing {text}"]


def test_a_lost_paragraph_is_named(site: Path, side: str) -> None:
    paragraph = plain_lines(REPORTS[0].narrative.overview)[2]
    change(site / FIRST, paragraph, "")
    assert found(site, side) == [f"{FIRST}: missing {paragraph}"]


def test_a_lost_table_is_a_fault(site: Path, side: str) -> None:
    change(site / FIRST, "<table></table>", "")
    assert found(site, side) == [f"{FIRST}: 2 tables, not 3"]


@pytest.mark.parametrize("path", ["index.html", f"{REPORTS[0].agency.slug}/index.html", f"years/{REPORTS[0].year}.html"])
def test_a_lost_link_to_a_report_is_named(site: Path, side: str, path: str) -> None:
    page = site / path
    page.write_text(page.read_text(encoding="utf-8").replace(f'"/{FIRST}"', '"/"'), encoding="utf-8")
    assert found(site, side) == [f"{path}: no link to {FIRST}"]


def test_a_wrong_total_of_a_year_is_named(site: Path, side: str) -> None:
    total = sum(report.figures[verify.KEY_ROWS[0]][-1] for report in REPORTS if report.year == REPORTS[0].year)
    change(site / "years" / f"{REPORTS[0].year}.html", f"<b>{total}</b>", f"<b>{total}9</b>")
    assert any(verify.KEY_ROWS[0] in fault for fault in found(site, side))


@pytest.mark.parametrize("path", [FIRST, "index.html", f"{REPORTS[0].agency.slug}/index.html", f"years/{REPORTS[0].year}.html"])
def test_a_lost_page_is_a_fault(site: Path, side: str, path: str) -> None:
    (site / path).unlink()
    assert any(fault.startswith(f"{path}: ") for fault in found(site, side))


def test_a_cell_that_shows_another_figure_than_its_data_value_does_not_count() -> None:
    assert verify.giar_cells('<td id="a" data-value="12">13</td><td id="b" data-value="7"><b>7</b></td>') == {"b": "7"}
