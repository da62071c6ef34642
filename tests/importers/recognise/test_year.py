"""The year is what title and period say; where they differ it is uncertain."""

from giar_site.importers.recognise.metadata import heading_of
from giar_site.importers.recognise.year import found_year
from tests.importers.recognising import lines

TITLE = "某局2022年政府信息公开工作年度报告"


def test_the_title_is_certain() -> None:
    year = found_year(heading_of(lines(TITLE)), (), {}, "")
    assert (year.year, year.certain, year.others) == (2022, True, ())


def test_a_period_of_another_year_makes_it_uncertain() -> None:
    year = found_year(heading_of(lines(TITLE, "数据期限为2021年1月1日至2021年12月31日。")), (), {}, "")
    assert (year.year, year.certain, year.others) == (2022, False, (2021,))


def test_a_file_name_is_a_guess() -> None:
    year = found_year(heading_of(()), (), {}, "年报2022")
    assert (year.year, year.certain) == (2022, False)


def test_nothing_tells_nothing() -> None:
    assert found_year(heading_of(()), (), {}, "").year == 0
