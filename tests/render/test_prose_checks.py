"""The numbers in the narrative on a report's page and in its data: those that agree quietly, the others counted."""

import json
import re
from dataclasses import replace

from giar_site import forms
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Prose, Statement
from tests.derive.made import RECEIVED, agency, plain, report, site
from tests.render.pages import render

FORM = forms.edition(2021)
SUITS = ("review_and_litigation.direct_suits@total", "review_and_litigation.suits_after_review@total")
REFUSED = tuple(cell for cell in FORM.by_id if re.fullmatch(r"applications\.outcome\.refused\..*@total", cell))


def at(*cells: str) -> tuple[int, ...]:
    return tuple(FORM.by_id[cell].index for cell in cells)


def pages(*statements: Statement, unknown: int = 0, findings: tuple[Finding, ...] = ()) -> dict[str, str]:
    cells = {RECEIVED: plain(6), SUITS[0]: plain(2), REFUSED[0]: plain(3), REFUSED[2]: plain(4)}
    it = replace(report("a", 2021, cells), prose=Prose(statements, unknown))
    return render(site(agency("a", reports=(it,))), findings)


def told(html: str) -> tuple[str, list[str]]:
    """What the summary says, and the items, without markup."""
    part = html.split('id="checks-prose"')[1].split("</details>", maxsplit=1)[0]
    items = [re.sub(r"<[^>]*>", "", each).replace("&nbsp;", " ") for each in re.findall(r"<li>(.*)</li>", part)]
    return re.sub(r"<[^>]*>", "", part.split("</summary>")[0]).removeprefix(">"), items


def accepted(item: str) -> Finding:
    place = Address("a", 2021, "report", item)
    return Finding(place, Text("不一致", "differs"), expected="6", actual="9", code="G401", accepted="原件如此")


ONE = Statement("overview", "共收到申请6件", "6", "6", at(RECEIVED))
BOTH = Statement("overview", "行政诉讼2起", "2", "2", at(*SUITS))
MANY = Statement("overview", "不予公开7件", "7", "7", at(*REFUSED))
PARTS = tuple(Statement("overview", text, n, n, (), "4 + 2 = 6") for text, n in (("解读6条", "6"), ("文字4条", "4"), ("图解2条", "2")))
SHARE = Statement("other", "占100%", "100", "100.00", at(RECEIVED), "6 ÷ 6 = 100.00%")
WRONG = Statement("", "收到9件", "9", "6", at(RECEIVED), at="preamble:4-6")
ALSO_WRONG = Statement("other", "其中8条", "8", "9", (), "4 + 5 = 9", at="other:0-2")


def test_a_number_that_agrees_is_quoted_with_the_cell_it_agrees_with() -> None:
    html = pages(ONE)["a/2021.html"]
    assert told(html) == ("文字与表格正文中有 1 个数核对一致", ["“共收到申请6件”：一、本年新收政府信息公开申请数量 / 申请人情况·总计 6"])
    assert f'<a href="#{RECEIVED}">一、本年新收政府信息公开申请数量 / 申请人情况·总计 6</a>' in html


def test_it_is_closed() -> None:
    assert '<details class="sums">\n<summary id="checks-prose">' in pages(ONE, WRONG)["a/2021.html"]


def test_cells_are_added_up_with_their_zeros_and_many_stand_under_the_heads_they_share() -> None:
    _, items = told(pages(BOTH, MANY)["a/2021.html"])
    assert items == [
        "“行政诉讼2起”：行政诉讼·未经复议直接起诉 / 总计 2 + 行政诉讼·复议后起诉 / 总计 0 = 2",
        "“不予公开7件”：三、本年度办理结果·（三）不予公开·申请人情况·总计（合计） 7",
    ]


def test_the_numbers_of_a_list_stand_together_and_are_counted_apart() -> None:
    summary, items = told(pages(*PARTS)["a/2021.html"])
    assert summary == "文字与表格正文中有 3 个数核对一致"
    assert items == ["“解读6条”、“文字4条”、“图解2条”：4 + 2 = 6"]


def test_a_share_shows_its_cell_and_its_calculation() -> None:
    _, items = told(pages(SHARE)["a/2021.html"])
    assert items == ["“占100%”：一、本年新收政府信息公开申请数量 / 申请人情况·总计 6；6 ÷ 6 = 100.00%"]


def test_what_contradicts_and_what_cannot_be_judged_is_only_counted() -> None:
    findings = (accepted("preamble:4-6"),)
    summary, items = told(pages(WRONG, ALSO_WRONG, ONE, unknown=4, findings=findings)["a/2021.html"])
    assert summary == "文字与表格正文中有 1 个数核对一致；2 个不一致（其中 1 个公布机关已说明）；4 个无法核对"
    assert len(items) == 1
    assert told(pages(ALSO_WRONG)["a/2021.html"]) == ("文字与表格正文中有 0 个数核对一致；1 个不一致", [])


def test_a_report_without_such_numbers_says_nothing_of_them() -> None:
    html = pages()["a/2021.html"]
    assert "checks-prose" not in html
    assert json.loads(pages()["data/a/2021.json"])["prose"] == []


def test_the_words_of_the_narrative_are_never_taken_for_markup() -> None:
    html = pages(ONE._replace(text="<b>共&6件"))["a/2021.html"]
    assert "“&lt;b&gt;共&amp;6件”" in html


def test_the_data_hold_what_agrees_and_what_contradicts() -> None:
    data = json.loads(pages(ONE, SHARE, WRONG, ALSO_WRONG, unknown=4, findings=(accepted("preamble:4-6"),))["data/a/2021.json"])
    assert data["prose"] == [
        {"section": "overview", "text": "共收到申请6件", "verdict": "verified", "cells": [RECEIVED], "stated": "6", "expected": "6"},
        {
            "section": "other",
            "text": "占100%",
            "verdict": "verified",
            "cells": [RECEIVED],
            "stated": "100",
            "expected": "100.00",
            "line": "6 ÷ 6 = 100.00%",
        },
        {
            "section": "preamble",
            "text": "收到9件",
            "verdict": "contradicted",
            "cells": [RECEIVED],
            "stated": "9",
            "expected": "6",
            "accepted": "原件如此",
        },
        {
            "section": "other",
            "text": "其中8条",
            "verdict": "contradicted",
            "cells": [],
            "stated": "8",
            "expected": "9",
            "line": "4 + 5 = 9",
        },
    ]
