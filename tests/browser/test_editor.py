"""What an editor shows of figures.yaml by the schemas of `giar schema`: explanations, completions, faults, all by VS Code's own server."""

import json
from collections.abc import Iterator

import pytest

from giar_site import forms
from giar_site.rules import RULES
from giar_site.scaffold import figures_yaml
from giar_site.schema import settings_text, write_schemas
from tests.browser.language_server import LanguageServer

TEXT = figures_yaml(forms.edition(2021), 2024)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    site = tmp_path_factory.mktemp("site")
    write_schemas(site / "schema", RULES)
    with LanguageServer(site, json.loads(settings_text(site, site / "schema"))) as running:
        yield running


def opened(server: LanguageServer, agency: str, text: str) -> str:
    return server.open(server.folder / "content" / agency / "2024" / "figures.yaml", text)


def spot_of(text: str, word: str) -> tuple[int, int]:
    line = next(at for at, line in enumerate(text.split("\n")) if word in line)
    return line, text.split("\n")[line].index(word) + 1


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_sound_file_has_no_fault(server: LanguageServer, edition: int) -> None:
    uri = opened(server, f"sound-{edition}", figures_yaml(forms.edition(edition), 2024))
    assert server.faults[uri] == []


def test_a_row_is_explained_with_its_official_label_and_columns(server: LanguageServer) -> None:
    told = server.hover(opened(server, "hover", TEXT), *spot_of(TEXT, "state_secret"))
    assert "属于国家秘密" in told
    assert "自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计" in told


def test_a_row_by_its_chinese_label_is_explained_too(server: LanguageServer) -> None:
    text = TEXT.replace("state_secret:", "属于国家秘密:")
    uri = opened(server, "label", text)
    assert server.faults[uri] == []
    assert "（三）不予公开 · 1.属于国家秘密" in server.hover(uri, *spot_of(text, "属于国家秘密:"))


def test_rows_that_are_not_there_yet_are_offered(server: LanguageServer) -> None:
    lines = TEXT.split("\n")
    at = next(at for at, line in enumerate(lines) if "carried_in:" in line)
    lines[at] = "  "
    offered = server.completions(opened(server, "offer", "\n".join(lines)), at, 2)
    assert "carried_in" in offered
    assert "received" not in offered
    assert "上年结转政府信息公开申请数量" in str(offered["carried_in"]["documentation"])
    assert offered["carried_in"]["insertText"] == "carried_in: [0, 0, 0, 0, 0, 0, 0]"


def test_a_misspelt_row_is_marked_where_it_stands(server: LanguageServer) -> None:
    text = TEXT.replace("state_secret:", "state_secrets:")
    faults = server.faults[opened(server, "misspelt", text)]
    line, _ = spot_of(text, "state_secrets")
    assert any(fault["range"]["start"]["line"] == line and "state_secrets" in fault["message"] for fault in faults)


@pytest.mark.parametrize(
    ("agency", "row", "said"),
    [
        ("short", "review: [0, 0, 0]", "too few items"),
        ("letter", "review: [l0, 0, 0, 0, 0]", "“结果维持”要写成不带单位的整数，没有写 0。"),
        ("nested", "review: {a: 0}", "“行政复议”这一行要依次写 5 个数：结果维持、结果纠正、其他结果、尚未审结、总计（总计可以不写）。"),
    ],
)
def test_a_wrong_row_is_marked_where_it_stands(server: LanguageServer, agency: str, row: str, said: str) -> None:
    text = TEXT.replace("review:               [0, 0, 0, 0, 0]", row)
    [fault] = server.faults[opened(server, agency, text)]
    assert said in fault["message"]
    assert fault["range"]["start"]["line"] == spot_of(text, row)[0]


def test_the_figures_of_a_row_are_offered_as_zeros(server: LanguageServer) -> None:
    lines = TEXT.split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("  review:"))
    lines[at] = "  review: "
    offered = server.completions(opened(server, "zeros", "\n".join(lines)), at, len(lines[at]))
    assert [item["insertText"] for item in offered.values()] == ["[0, 0, 0, 0, 0]"]
