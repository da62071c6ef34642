"""content/ and site.yaml say what the five published reports say: every figure, every word, nothing more.

Neither side is read by giar: the originals by `originals`, content by yaml's plainest loader and markdown-it.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import originals
import pytest
import yaml
from markdown_it import MarkdownIt
from mdit_py_cjk_friendly import cjk_friendly

ROOT: Final = Path(__file__).parents[1]

REPORTS: Final = sorted(originals.YEARS)
FIGURES: Final = {slug: 200 if slug == "ankang-government-office" else 198 for slug in REPORTS}
EDITIONS: Final = {slug: "2021" if slug == "ankang-government-office" else "2019" for slug in REPORTS}

# Where the row under a printed label belongs. Written from the printed form, so that a row of content under
# the wrong key is a fault even when all figures are there.
ROW_OF_LABEL: Final = {
    "规章": "disclosure.rules",
    "规范性文件": "disclosure.normative_documents",
    "行政规范性文件": "disclosure.normative_documents",
    "行政许可": "disclosure.licensing",
    "其他对外管理服务事项": "disclosure.other_services",
    "行政处罚": "disclosure.penalties",
    "行政强制": "disclosure.coercion",
    "行政事业性收费": "disclosure.fees",
    "政府集中采购": "disclosure.procurement",
    "一、本年新收政府信息公开申请数量": "applications.received",
    "二、上年结转政府信息公开申请数量": "applications.carried_in",
    "(一)予以公开": "applications.outcome.granted",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": "applications.outcome.partly_granted",
    "1.属于国家秘密": "applications.outcome.refused.state_secret",
    "2.其他法律行政法规禁止公开": "applications.outcome.refused.prohibited_by_law",
    "3.危及“三安全一稳定”": "applications.outcome.refused.safety_stability",
    "4.保护第三方合法权益": "applications.outcome.refused.third_party",
    "5.属于三类内部事务信息": "applications.outcome.refused.internal_affairs",
    "6.属于四类过程性信息": "applications.outcome.refused.process_records",
    "7.属于行政执法案卷": "applications.outcome.refused.enforcement_files",
    "8.属于行政查询事项": "applications.outcome.refused.administrative_query",
    "1.本机关不掌握相关政府信息": "applications.outcome.unavailable.not_held",
    "2.没有现成信息需要另行制作": "applications.outcome.unavailable.needs_creation",
    "3.补正后申请内容仍不明确": "applications.outcome.unavailable.still_unclear",
    "1.信访举报投诉类申请": "applications.outcome.not_processed.petition",
    "2.重复申请": "applications.outcome.not_processed.repeated",
    "3.要求提供公开出版物": "applications.outcome.not_processed.publication",
    "4.无正当理由大量反复申请": "applications.outcome.not_processed.mass_repeated",
    "5.要求行政机关确认或重新出具已获取信息": "applications.outcome.not_processed.reconfirm",
    "(六)其他处理": "applications.outcome.other",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "applications.outcome.other.uncorrected",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": ("applications.outcome.other.unpaid_fee"),
    "3.其他": "applications.outcome.other.other",
    "(七)总计": "applications.outcome.total",
    "四、结转下年度继续办理": "applications.carried_out",
}
LITIGATION_LABEL: Final = "总计"  # the last word of the head over the one row of table four
LITIGATION_ROWS: Final = ("review", "direct_suits", "suits_after_review")

BLOCK_TOKENS: Final = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"}

FRONT_MATTER_KEYS: Final = {"title", "published", "source", "contact", "attachments"}
COMPOSED: Final = ("ankang-government-office", "title")  # no line of the page is its title


def folder(slug: str) -> Path:
    """Return the folder of the agency's one report."""
    return ROOT / "content" / slug / str(originals.YEARS[slug])


def read_yaml(text: str) -> Any:  # noqa: ANN401 -- whatever the file holds; the tests compare it whole
    """Read every scalar as the text that was written: no guessing of numbers, dates or booleans."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- BaseLoader builds only str, list and dict


def rows_of(tree: Mapping[str, Any], path: str = "") -> list[tuple[str, list[str]]]:
    """Return the rows of a figures file in the order written, each under its dotted key."""
    found: list[tuple[str, list[str]]] = []
    for key, value in tree.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            found += rows_of(value, here)
        else:
            found.append((here, value))
    return found


def printed_rows(slug: str) -> list[tuple[str, list[str]]]:
    """Return the rows of the published tables, each under the key its label stands for."""
    *labelled, (last, litigation) = originals.rows(slug)
    assert last == LITIGATION_LABEL
    blocks = [litigation[at : at + 5] for at in range(0, 15, 5)]
    return [(ROW_OF_LABEL[label], row) for label, row in labelled] + [
        (f"review_and_litigation.{key}", block) for key, block in zip(LITIGATION_ROWS, blocks, strict=True)
    ]


def split_report(slug: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the Markdown of a report."""
    opening, front, body = (folder(slug) / "report.md").read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    return read_yaml(front), body


def rendered_blocks(markdown: str) -> list[tuple[str, str]]:
    """Return each block as (tag, text a reader sees); only headings and paragraphs of plain text may occur."""
    tokens = MarkdownIt("js-default").use(cjk_friendly).parse(markdown)
    assert {token.type for token in tokens} <= BLOCK_TOKENS
    blocks: list[tuple[str, str]] = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} == {"text"}, token.content
            blocks.append((before.tag, "".join(child.content for child in children)))
    return blocks


def value_at(tree: Any, dotted: str) -> Any:  # noqa: ANN401 -- a leaf of a parsed file
    """Follow a dotted key; a number steps into a list."""
    for step in dotted.split("."):
        tree = tree[int(step)] if isinstance(tree, Sequence) else tree[step]
    return tree


def leaves(tree: Any) -> list[str]:  # noqa: ANN401 -- any part of a parsed file
    """Return every scalar below, whatever the nesting."""
    if isinstance(tree, str):
        return [tree]
    return [leaf for part in (tree.values() if isinstance(tree, dict) else tree) for leaf in leaves(part)]


def test_the_five_reports_and_no_others_are_content() -> None:
    found = {path.parent.relative_to(ROOT / "content").as_posix() for path in ROOT.glob("content/*/*/report.md")}
    assert found == {f"{slug}/{year}" for slug, year in originals.YEARS.items()}


def test_the_originals_hold_992_figures() -> None:
    assert {slug: len(originals.figures(slug)) for slug in REPORTS} == FIGURES
    assert sum(FIGURES.values()) == 992


@pytest.mark.parametrize("slug", REPORTS)
def test_every_figure_stands_as_published_in_its_row_and_order(slug: str) -> None:
    tree = read_yaml((folder(slug) / "figures.yaml").read_text(encoding="utf-8"))
    assert tree.pop("form") == EDITIONS[slug]
    transcribed = rows_of(tree)
    assert transcribed == printed_rows(slug)
    assert [figure for _, row in transcribed for figure in row] == originals.figures(slug)


@pytest.mark.parametrize("slug", REPORTS)
def test_the_prose_is_every_line_of_the_original_once_in_order_and_nothing_else(slug: str) -> None:
    _, body = split_report(slug)
    assert [text for _, text in rendered_blocks(body)] == originals.text_lines(slug)


@pytest.mark.parametrize("slug", REPORTS)
def test_the_six_published_headings_and_no_others_divide_the_report(slug: str) -> None:
    _, body = split_report(slug)
    assert [text for tag, text in rendered_blocks(body) if tag == "h2"] == originals.headings(slug)


@pytest.mark.parametrize("slug", REPORTS)
def test_a_numbered_line_of_its_own_is_a_heading_and_running_text_is_not(slug: str) -> None:
    _, body = split_report(slug)
    for tag, text in rendered_blocks(body):
        stands_alone = re.fullmatch(r"\([一二三四五六七八九十]+\)[^。]+。?", text) is not None
        assert (tag == "h3") == stands_alone, text


@pytest.mark.parametrize("slug", REPORTS)
def test_what_the_prose_leaves_out_is_the_listed_furniture(slug: str) -> None:
    _, body = split_report(slug)
    remaining = [text for _, text in rendered_blocks(body)]
    left_out: list[str] = []
    for line in originals.page_lines(slug):
        if remaining[:1] == [line]:
            remaining.pop(0)
        else:
            left_out.append(line)
    assert remaining == []
    assert left_out == [item.line for item in originals.FURNITURE[slug]]


@pytest.mark.parametrize("slug", REPORTS)
def test_each_datum_of_the_furniture_is_in_front_matter_or_site(slug: str) -> None:
    front, _ = split_report(slug)
    site = read_yaml((ROOT / "site.yaml").read_text(encoding="utf-8"))
    for item in originals.FURNITURE[slug]:
        for key, words in item.data.items():
            assert words in item.line
            source, dotted = (site, key.removeprefix("site:")) if key.startswith("site:") else (front, key)
            assert value_at(source, dotted) == words, key


@pytest.mark.parametrize("slug", REPORTS)
def test_the_front_matter_says_nothing_the_original_does_not(slug: str) -> None:
    front, _ = split_report(slug)
    assert set(front) <= FRONT_MATTER_KEYS
    page = "\n".join(originals.page_lines(slug))
    said = {key: value for key, value in front.items() if (slug, key) != COMPOSED}
    said["attachments"] = [file["title"] for file in front.get("attachments", [])]
    assert [leaf for leaf in leaves(said) if leaf not in page] == []


def test_the_one_composed_title_is_the_name_of_the_agency_the_year_and_the_name_of_the_form() -> None:
    slug, key = COMPOSED
    front, _ = split_report(slug)
    agency = read_yaml((ROOT / "content" / slug / "agency.yaml").read_text(encoding="utf-8"))
    assert front[key] == f"{agency['name']}{originals.YEARS[slug]}年政府信息公开工作年度报告"


@pytest.mark.parametrize("slug", REPORTS)
def test_the_agency_can_be_reached_as_its_report_says(slug: str) -> None:
    agency = read_yaml((ROOT / "content" / slug / "agency.yaml").read_text(encoding="utf-8"))
    front, _ = split_report(slug)
    published = {key: value for key, value in front.get("contact", {}).items() if key != "office"}
    assert agency.get("contact", {}) == published


def test_the_footer_gives_the_contact_of_the_organizer_and_its_own_data_only() -> None:
    site = read_yaml((ROOT / "site.yaml").read_text(encoding="utf-8"))
    front, _ = split_report("shunqing-government-office")
    contact = front["contact"]
    owner = site["owner"]
    assert owner["organizer"] == contact.pop("office")
    assert owner["contact"] == contact
    assert set(owner) == {"organizer", "copyright", "site_id_code", "icp", "police_record", "contact"}
