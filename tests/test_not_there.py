"""Who names an agency or a year that is not there is told which one is near and which there are."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from giar_site.cli import giar
from giar_site.not_there import agency_not_there, report_not_there


def test_the_nearest_and_all_agencies_are_named() -> None:
    failure = agency_not_there("dali-cunty", ["ankang-shi", "dali-county"]).text
    assert failure.zh == "content/ 里没有 dali-cunty，是不是 dali-county？现有的机关：ankang-shi、dali-county。"
    assert failure.en == "there is no dali-cunty in content/; is it dali-county? There are ankang-shi, dali-county."


def test_of_many_agencies_the_ten_nearest_are_named() -> None:
    known = [f"ju-{number:02d}" for number in range(60)] + ["caizheng-ju", "minzheng-ju"]
    failure = agency_not_there("caizhen-ju", known).text
    assert failure.zh.startswith("content/ 里没有 caizhen-ju，是不是 caizheng-ju？现有 62 个机关，名称最接近的：caizheng-ju、minzheng-ju、")
    assert failure.zh.count("、") == 9


def test_where_nothing_is_near_or_there_nothing_is_guessed() -> None:
    assert agency_not_there("财政局", ["dali-county"]).text.zh == "content/ 里没有 财政局。现有的机关：dali-county。"
    assert agency_not_there("ju", []).text == (
        "content/ 里没有 ju。那里还没有机关。",
        "there is no ju in content/. There is no agency yet.",
    )


def test_the_years_of_an_agency_are_named() -> None:
    assert report_not_there("ju", ["2018", "2019"], [2020, 2021]).text.zh == (
        "content/ 里没有 ju/2018、ju/2019。这个机关有报告的年度：2020、2021。"
    )
    assert report_not_there("ju", ["2018"], []).text.en == "there is no ju/2018 in content/. That agency has no report yet."


@pytest.mark.parametrize(
    "words",
    [
        ["check", "caizhen-ju"],
        ["report", "caizhen-ju/2024"],
        ["export", "caizhen-ju/2024", "--to", "txt"],
        ["template", "2024", "--agency", "caizhen-ju"],
    ],
)
def test_every_command_that_takes_an_agency_says_so(words: list[str], tmp_path: Path) -> None:
    runner = CliRunner()
    runner.invoke(giar, ["init", str(tmp_path / "site")])
    runner.invoke(giar, ["new", "caizheng-ju", "2024", "--name", "甲局", "--site", str(tmp_path / "site")])
    failure = runner.invoke(giar, [*words, "--site", str(tmp_path / "site")]).exception
    assert "content/ 里没有 caizhen-ju，是不是 caizheng-ju？现有的机关：caizheng-ju、shili-ju。" in getattr(failure, "text", ("",))[0]
