"""What a report takes over from last year's: every cell the form names, with both sides, the result, and why it is not assessable."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.derive import Assessment, Reason, Result, Term, continuity_of, last_year_of, lineage_of, register_of, takeover_of
from giar_site.model import Agency, Figure, Report, Site, Withheld
from tests.derive.made import BLANK, agency, change, figures, plain, report, site

COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")
IN, OUT = "applications.carried_in", "applications.carried_out"
STOCK = "disclosure.normative_documents"
ITEMS = "disclosure.licensing@items_last_year"


def wrote(slug: str, *years: tuple[int, dict[str, Figure]], **more: object) -> Agency:
    """An agency with these figures."""
    return agency(slug, reports=tuple(report(slug, year, cells) for year, cells in years), **more)


def cells(row: str, *numbers: int) -> dict[str, Figure]:
    return {f"{row}@{column}": plain(number) for column, number in zip(COLUMNS, numbers, strict=True)}


def of(made: Site, slug: str, year: int) -> Report:
    return next(each for each in register_of(made).agencies[slug].reports if each.year == year)


def judged(made: Site, slug: str, year: int) -> dict[str, Assessment]:
    return {each.comparison.at: each for each in continuity_of(made, of(made, slug, year))}


def results(made: Site, slug: str, year: int) -> set[tuple[str, Result, Reason | None]]:
    return {(each.comparison.kind, each.result, each.reason) for each in continuity_of(made, of(made, slug, year))}


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_every_column_of_what_was_carried_over_is_compared_by_itself(year: int) -> None:
    made = site(wrote("a", (year - 1, cells(OUT, 1, 2, 3, 4, 5, 6, 21)), (year, cells(IN, 1, 3, 3, 4, 5, 6, 22))))
    found = judged(made, "a", year)
    told = [(found[f"{IN}@{column}"].left, found[f"{IN}@{column}"].right, found[f"{IN}@{column}"].result) for column in COLUMNS]
    assert told == [
        (1, 1, "holds"),
        (2, 3, "fails"),
        (3, 3, "holds"),
        (4, 4, "holds"),
        (5, 5, "holds"),
        (6, 6, "holds"),
        (21, 22, "fails"),
    ]


def test_a_comparison_is_told_in_the_words_of_the_form() -> None:
    made = site(wrote("a", (2021, {}), (2022, {})))
    comparison = judged(made, "a", 2022)[f"{IN}@business"].comparison
    assert (comparison.kind, comparison.label, comparison.at, comparison.relation) == ("carry_over", "商业企业", f"{IN}@business", "=")
    assert comparison.left == (Term(f"{OUT}@business", "四、结转下年度继续办理", "", 2021),)
    assert comparison.right == (Term(f"{IN}@business", "二、上年结转政府信息公开申请数量", "", None),)


def test_the_stock_of_documents_follows_from_last_year_s() -> None:
    now = {f"{STOCK}@issued": plain(3), f"{STOCK}@repealed": plain(1), f"{STOCK}@in_force": plain(12)}
    made = site(wrote("a", (2021, {f"{STOCK}@in_force": plain(10)}), (2022, now), (2023, {f"{STOCK}@in_force": plain(11)})))
    stock = judged(made, "a", 2022)[f"{STOCK}@in_force"]
    assert (stock.left, stock.right, stock.result) == (12, 12, Result.HOLDS)
    assert (stock.comparison.kind, stock.comparison.label) == ("stock", "行政规范性文件")
    assert [(term.label, term.year, term.sign) for term in stock.comparison.left] == [
        ("现行有效件数", 2021, 1),
        ("本年制发件数", None, 1),
        ("本年废止件数", None, -1),
    ]
    assert stock.left_terms == [10, 3, 1]
    assert judged(made, "a", 2023)[f"{STOCK}@in_force"].result is Result.FAILS


def test_last_year_s_items_are_those_before_it_and_its_change() -> None:
    before = {ITEMS: plain(93), "disclosure.licensing@change": plain(-14)}
    made = site(wrote("a", (2019, before), (2020, {ITEMS: plain(79)})))
    items = judged(made, "a", 2020)[ITEMS]
    assert (items.comparison.kind, items.comparison.label, items.left, items.right, items.result) == (
        "items_last_year",
        "行政许可",
        79,
        79,
        Result.HOLDS,
    )
    assert [(term.label, term.year) for term in items.comparison.left] == [("上一年项目数量", 2019), ("本年增/减", 2019)]


def test_the_first_year_is_not_assessable_and_nor_is_one_after_a_gap() -> None:
    made = site(wrote("a", (2021, {}), (2023, {})), agency("b", 2022))
    assert results(made, "a", 2021) == {(kind, Result.NOT_ASSESSABLE, Reason.FIRST_YEAR) for kind in ("carry_over", "stock")}
    assert results(made, "a", 2023) == {(kind, Result.NOT_ASSESSABLE, Reason.MISSING_YEAR) for kind in ("carry_over", "stock")}
    gap = judged(made, "a", 2023)[f"{IN}@total"]
    assert (gap.left, gap.right, gap.left_terms) == (None, 0, [None])


def test_a_blank_is_not_assessable_and_its_neighbours_are() -> None:
    made = site(wrote("a", (2021, {f"{OUT}@other": BLANK}), (2022, {})))
    found = judged(made, "a", 2022)
    assert (found[f"{IN}@other"].result, found[f"{IN}@other"].reason) == (Result.NOT_ASSESSABLE, Reason.BLANK)
    assert found[f"{IN}@total"].result is Result.HOLDS


def test_across_editions_only_cells_of_both_are_compared() -> None:
    made = site(wrote("a", (2020, cells(OUT, 1, 0, 0, 0, 0, 0, 1)), (2021, cells(IN, 1, 0, 0, 0, 0, 0, 1))))
    assert results(made, "a", 2021) == {
        ("carry_over", Result.HOLDS, None),
        ("stock", Result.NOT_ASSESSABLE, Reason.OTHER_EDITION),
    }
    stock = judged(made, "a", 2021)[f"{STOCK}@in_force"]
    assert [term.label for term in stock.comparison.left] == ["现行有效件数", "本年制发件数", "本年废止件数"]
    assert stock.left_terms == [None, 0, 0]


def test_a_kept_report_counts_and_a_withheld_one_without_an_earlier_page_does_not() -> None:
    kept = site(
        wrote("a", (2022, cells(IN, 1, 0, 0, 0, 0, 0, 1))), withheld=(Withheld("a", 2021, figures(2021, cells(OUT, 1, 0, 0, 0, 0, 0, 1))),)
    )
    assert judged(kept, "a", 2022)[f"{IN}@total"].result is Result.HOLDS
    gone = site(wrote("a", (2022, {})), withheld=(Withheld("a", 2021),))
    assert judged(gone, "a", 2022)[f"{IN}@total"].reason is Reason.MISSING_YEAR


def merged(carried_in: int) -> Site:
    """c, made of a (3 carried out) and b (2)."""
    return site(
        wrote("a", (2020, {f"{OUT}@total": plain(3)})),
        wrote("b", (2020, {f"{OUT}@total": plain(2)})),
        wrote("c", (2021, {f"{IN}@total": plain(carried_in)}), lineage=(change("merged", "2021-03-01", "a", "b"),)),
    )


def test_of_merged_agencies_the_sum_was_carried_over() -> None:
    total = judged(merged(5), "c", 2021)[f"{IN}@total"]
    assert (total.left, total.right, total.result) == (5, 5, Result.HOLDS)
    assert [(term.agency, term.year) for term in total.comparison.left] == [("a", 2020), ("b", 2020)]
    assert judged(merged(3), "c", 2021)[f"{IN}@total"].result is Result.FAILS
    assert judged(merged(5), "c", 2021)[f"{STOCK}@in_force"].reason is Reason.UNCLEAR_LINEAGE


def split(a: int, b: int, *, missing: bool = False) -> Site:
    """A and b, into which c (5 carried out) was split; of `missing` b there is no report."""
    lineage = (change("split", "2021-03-01", "c"),)
    return site(
        wrote("a", (2021, {f"{IN}@total": plain(a)}), lineage=lineage),
        wrote("b", *(() if missing else ((2021, {f"{IN}@total": plain(b)}),)), lineage=lineage),
        wrote("c", (2020, {f"{OUT}@total": plain(5)})),
    )


def test_of_a_split_agency_all_that_came_of_it_carry_over_the_sum() -> None:
    total = judged(split(3, 2), "a", 2021)[f"{IN}@total"]
    assert (total.left, total.right, total.result) == (5, 5, Result.HOLDS)
    assert [(term.agency, term.year) for term in total.comparison.right] == [("", None), ("b", 2021)]
    other = judged(split(3, 1), "b", 2021)[f"{IN}@total"]
    assert (other.left, other.right, other.result) == (5, 4, Result.FAILS)
    assert [(term.agency, term.year) for term in other.comparison.right] == [("a", 2021), ("", None)]
    assert {each.reason for each in judged(split(3, 2), "a", 2021).values() if each.comparison.kind == "stock"} == {Reason.UNCLEAR_LINEAGE}


def test_while_one_of_them_has_not_reported_nothing_can_be_said() -> None:
    assert results(split(3, 2, missing=True), "a", 2021) == {
        (kind, Result.NOT_ASSESSABLE, Reason.MISSING_HEIR) for kind in ("carry_over", "stock")
    }


def test_what_the_lineage_leaves_open_is_said_so() -> None:
    made = site(wrote("new", (2021, {}), lineage=(change("renamed", "2021-06-01", "old"),)), wrote("old", (2020, {}), (2021, {})))
    assert results(made, "new", 2021) == {(kind, Result.NOT_ASSESSABLE, Reason.UNCLEAR_LINEAGE) for kind in ("carry_over", "stock")}
    assert last_year_of(made, of(made, "new", 2021)) is None


def test_an_origin_that_is_not_on_the_site_makes_a_gap_if_another_reported() -> None:
    lineage = (change("merged", "2021-03-01", "a", "某市外办"),)
    made = site(wrote("a", (2020, {})), wrote("c", (2021, {}), lineage=lineage))
    assert judged(made, "c", 2021)[f"{IN}@total"].reason is Reason.MISSING_YEAR
    alone = site(wrote("c", (2021, {}), lineage=(change("merged", "2021-03-01", "某市外办", "某市侨办"),)))
    assert judged(alone, "c", 2021)[f"{IN}@total"].reason is Reason.FIRST_YEAR


def test_a_renamed_agency_goes_on_in_everything() -> None:
    made = site(
        wrote("new", (2022, {f"{STOCK}@in_force": plain(10)}), lineage=(change("renamed", "2022-03-01", "old"),)),
        wrote("old", (2021, {f"{STOCK}@in_force": plain(10)})),
    )
    assert results(made, "new", 2022) == {("carry_over", Result.HOLDS, None), ("stock", Result.HOLDS, None)}
    assert judged(made, "new", 2022)[f"{STOCK}@in_force"].comparison.left[0] == Term(f"{STOCK}@in_force", "现行有效件数", "old", 2021)
    last = last_year_of(made, of(made, "new", 2022))
    assert last is not None
    assert (last.agency.slug, last.year) == ("old", 2021)


def kept(here: int, day: str = "2022-03-01", **others: tuple[int, int]) -> Site:
    """Agency a carried out 3 in 2021, was split on `day` and stayed; it carried in `here`. The others came of it; each first reported as said."""
    lineage = (change("split", day, "a"),)
    own = wrote("a", (2021, {f"{OUT}@total": plain(3)}), (2022, {f"{IN}@total": plain(here)}), (2023, {}), lineage=lineage)
    parts = (
        wrote(slug, *([(first[0], {f"{IN}@total": plain(first[1])})] if first[0] else []), lineage=lineage)
        for slug, first in others.items()
    )
    return site(own, *parts)


NOT_YET = (0, 0)


@pytest.mark.parametrize("others", [{"b": NOT_YET}, {"b": (2022, 0), "c": NOT_YET}, {"b": (2023, 1)}])
def test_of_an_agency_that_was_split_and_stayed_nothing_fails_while_a_part_has_not_reported(others: dict[str, tuple[int, int]]) -> None:
    made = kept(2, **others)
    total = judged(made, "a", 2022)[f"{IN}@total"]
    assert (total.result, total.reason) == (Result.NOT_ASSESSABLE, Reason.MISSING_HEIR)
    assert {result for _, result, _ in results(made, "a", 2022)} == {Result.NOT_ASSESSABLE}
    assert Result.FAILS not in {result for _, result, _ in results(made, "a", 2023)}


@pytest.mark.parametrize(("carried", "result"), [(2, Result.NOT_ASSESSABLE), (3, Result.HOLDS), (5, Result.FAILS)])
def test_nor_while_the_part_is_none_of_this_site_and_only_named(carried: int, result: Result) -> None:
    rows = [(2021, {f"{OUT}@total": plain(3)}), (2022, {f"{IN}@total": plain(carried), f"{OUT}@total": plain(1)}), (2023, {})]
    made = site(wrote("a", *rows, lineage=(change("split", "2022-03-01", "a", to=("某县乙局",)),)))
    assert judged(made, "a", 2022)[f"{IN}@total"].result is result
    assert judged(made, "a", 2023)[f"{IN}@total"].result is Result.FAILS, "nothing is handed over after that year"


@pytest.mark.parametrize("others", [{"b": NOT_YET}, {"b": (2022, 3), "c": NOT_YET}, {"b": (2023, 1)}])
def test_more_carried_in_than_there_was_is_wrong_whoever_else_reports(others: dict[str, tuple[int, int]]) -> None:
    found = judged(kept(5, **others), "a", 2022)
    assert found[f"{IN}@total"].result is Result.FAILS
    assert {each.result for at, each in found.items() if at != f"{IN}@total"} == {Result.NOT_ASSESSABLE}


def long_after(day: str, *years: int) -> Site:
    """Agency a was split on `day` and stayed; its part b reported on `years`. Of 5 that a carried out in 2022 nothing came in."""
    lineage = (change("split", day, "a"),)
    rows = [(2021, {f"{OUT}@total": plain(2)}), (2022, {f"{IN}@total": plain(2), f"{OUT}@total": plain(5)}), (2023, {}), (2024, {})]
    return site(wrote("a", *rows, lineage=lineage), wrote("b", *((year, {}) for year in years), lineage=lineage))


@pytest.mark.parametrize("years", [(), (2024,)])
def test_the_year_after_a_split_early_in_the_year_is_judged_plainly_while_the_part_is_silent(years: tuple[int, ...]) -> None:
    total = judged(long_after("2022-03-01", *years), "a", 2023)[f"{IN}@total"]
    assert (total.result, total.left, total.right) == (Result.FAILS, 5, 0)


@pytest.mark.parametrize(("day", "years"), [("2022-10-01", ()), ("2022-12-31", ()), ("2022-03-01", (2023,))])
def test_it_tells_nothing_where_what_was_handed_over_may_count_from_then_on(day: str, years: tuple[int, ...]) -> None:
    assert judged(long_after(day, *years), "a", 2023)[f"{IN}@total"].result is Result.NOT_ASSESSABLE


def test_a_part_that_came_of_an_agency_elsewhere_too_takes_no_known_figures_while_another_is_silent() -> None:
    lineage = (change("split", "2022-03-01", "a"),)
    own = wrote(
        "a",
        (2021, {f"{OUT}@total": plain(3)}),
        (2022, {f"{IN}@total": plain(2)}),
        lineage=(*lineage, change("merged", "2022-03-01", "a", "外局")),
    )
    made = site(own, wrote("b", lineage=lineage))
    assert judged(made, "a", 2022)[f"{IN}@total"].result is Result.NOT_ASSESSABLE


def test_once_all_parts_have_reported_the_sum_decides() -> None:
    assert judged(kept(2, b=(2022, 1)), "a", 2022)[f"{IN}@total"].result is Result.HOLDS
    assert judged(kept(2, b=(2022, 0)), "a", 2022)[f"{IN}@total"].result is Result.FAILS


def test_a_part_made_at_the_end_of_the_year_begins_in_the_next_and_what_agrees_so_agrees() -> None:
    lineage = (change("split", "2021-12-31", "a"),)
    out, came = (lambda number: {f"{OUT}@total": plain(number)}), (lambda number: {f"{IN}@total": plain(number)})
    made = site(
        wrote("a", (2020, out(3)), (2021, {**came(3), **out(2)}), (2022, came(1)), lineage=lineage),
        wrote("b", (2022, came(1)), lineage=lineage),
    )
    assert [judged(made, "a", year)[f"{IN}@total"].result for year in (2021, 2022)] == [Result.HOLDS, Result.HOLDS]


def test_last_year_is_that_of_the_one_agency_the_report_goes_on_from() -> None:
    made = site(wrote("a", (2021, {}), (2022, {})))
    last = last_year_of(made, of(made, "a", 2022))
    assert last is not None
    assert (last.agency.slug, last.year) == ("a", 2021)
    assert last_year_of(made, of(made, "a", 2021)) is None
    assert last_year_of(merged(5), of(merged(5), "c", 2021)) is None
    withheld = site(wrote("a", (2022, {})), withheld=(Withheld("a", 2021),))
    assert last_year_of(withheld, of(withheld, "a", 2022)) is None


@given(
    out=st.lists(st.integers(0, 300), min_size=1, max_size=5),
    shares=st.lists(st.integers(0, 300), min_size=1, max_size=5),
    slip=st.integers(0, 3),
)
def test_whatever_is_merged_or_split_the_sums_of_both_sides_decide(out: list[int], shares: list[int], slip: int) -> None:
    """Agencies o0… are merged and split into h0…: every heir's first report must carry in, together, what they carried out."""
    shares[-1] += max(0, sum(out) - sum(shares))
    out[0] += max(0, sum(shares) - sum(out)) + slip
    origins = tuple(f"o{number}" for number in range(len(out)))
    lineage = (change("merged", "2021-03-01", *origins),)
    made = site(
        *(wrote(slug, (2020, {f"{OUT}@total": plain(number)})) for slug, number in zip(origins, out, strict=True)),
        *(wrote(f"h{at}", (2021, {f"{IN}@total": plain(share)}), lineage=lineage) for at, share in enumerate(shares)),
    )
    for at in range(len(shares)):
        total = judged(made, f"h{at}", 2021)[f"{IN}@total"]
        assert (total.left, total.right) == (Decimal(sum(out)), Decimal(sum(shares)))
        assert total.result is (Result.FAILS if slip else Result.HOLDS)
        takeover = takeover_of(register_of(made), lineage_of(made), f"h{at}", 2021)
        assert takeover.origins == origins


@given(st.lists(st.integers(0, 99), min_size=2, max_size=5), st.data())
def test_along_a_chain_of_renamings_each_year_goes_on_from_the_last(carried: list[int], data: st.DataObject) -> None:
    wrong = data.draw(st.none() | st.integers(1, len(carried) - 1))
    agencies = []
    for at, number in enumerate(carried):
        came_in = (carried[at - 1] if at else 0) + (at == wrong)
        lineage = (change("renamed", f"{2019 + at}-07-01", f"n{at - 1}"),) if at else ()
        agencies.append(wrote(f"n{at}", (2019 + at, {f"{IN}@total": plain(came_in), f"{OUT}@total": plain(number)}), lineage=lineage))
    made = site(*agencies)
    for at in range(1, len(carried)):
        assert judged(made, f"n{at}", 2019 + at)[f"{IN}@total"].result is (Result.FAILS if at == wrong else Result.HOLDS)
