"""G611, G612, G613: which numbers, where, in what words, and how a number may stand."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from checking import check_alone, check_sample, only

from giar_site.diagnostics import Address, Finding, Text
from giar_site.forms import edition
from giar_site.model import (
    Acceptance,
    Agency,
    Attachment,
    Contact,
    Correction,
    Figure,
    Figures,
    Metadata,
    Owner,
    Passage,
    Reading,
    Report,
    Settings,
    Site,
)
from giar_site.reorganisation import Reorganisation
from giar_site.rules.private_number_in_settings import private_number_in_settings
from giar_site.settings import Expected, Withdrawal

FORM = edition(2021)
PHONE = "13800138000"
MASK = "138****8000"
PRIVATE = {"G611", "G612", "G613"}


NOTHING = Passage("", "", "", "")
BLANK = Figure(None, "", Reading.BLANK)


def figures(cell: str, figure: Figure) -> Figures:
    """Zeros, but for one cell."""
    zero = Figure(Decimal(0), "0", Reading.PLAIN)
    return Figures(2021, tuple(figure if each.id == cell else zero for each in FORM.cells))


def report(**parts: Any) -> Report:  # noqa: ANN401 - any field of a report
    return replace(Report("ju", 2022, figures("", BLANK), Metadata(), NOTHING, ()), **parts)


def found(*reports: Report, agency: Agency | None = None) -> list[Finding]:
    """The findings on private numbers, of an agency with just these reports."""
    return [each for each in check_alone(replace(agency or Agency("ju", "某某局"), reports=reports)) if each.code in PRIVATE]


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """File, item and place in words of each finding; all are of one agency, and of its one year but for its own file."""
    assert {finding.at[:2] for finding in findings if finding.at.part != "agency"} <= {("ju", 2022)}
    assert {finding.at[:2] for finding in findings if finding.at.part == "agency"} <= {(PHONE, None)}
    return [(finding.at.part, finding.at.item, finding.message.zh.partition("里公布了")[0]) for finding in findings]


def test_the_message_says_where_what_and_how_to_mend_and_only_the_mask(tmp_path: Path) -> None:
    finding = only(
        check_sample(
            tmp_path,
            "--- report.md\n开头。\n\n## 一、总体情况\n\n请打手机\n\n请打 138 0013 8000 或来信。\n\n主动公开、依申请公开、信息管理、平台建设、监督保障情况良好。\n\n…\n",
        )
    )
    assert (finding.code, finding.rule, finding.place[1:]) == ("G612", "mobile-number-published", (7, 4, 13))
    assert finding.at == Address("sample", 2022, "report", "overview:9-22")
    assert finding.message == Text(
        "“一、总体情况”部分里公布了手机号码 138****8000。", "section “一、总体情况” publishes a mobile number: 138****8000."
    )
    assert finding.mend == Text(
        "删去号码，或者只写 138****8000；本人书面同意公布的，在 figures.yaml 的 accept: 中写明：at 写 138****8000，reason 写同意的依据。",
        "delete the number or write 138****8000; where the person agreed in writing, say so in `accept:` of figures.yaml, `at: 138****8000`.",
    )
    assert (finding.expected, finding.actual, finding.alias, finding.blocks) == (None, MASK, MASK, True)


def test_each_kind_has_its_own_code_and_words() -> None:
    text = "张某11010519491231002X，13800138000，卡号6222021234567890128"
    findings = found(report(preamble=Passage("", "", text, "")))
    assert [(each.code, each.message.zh, each.message.en) for each in findings] == [
        (
            "G611",
            "开头部分里公布了公民身份号码 110***********002X。",
            "the text before 一 publishes an identity number: 110***********002X.",
        ),
        ("G612", "开头部分里公布了手机号码 138****8000。", "the text before 一 publishes a mobile number: 138****8000."),
        (
            "G613",
            "开头部分里公布了银行卡号 622************0128。",
            "the text before 一 publishes a bank card's number: 622************0128.",
        ),
    ]


def test_the_agencys_own_file_is_looked_at() -> None:
    agency = Agency(PHONE, f"局{PHONE}", f"简{PHONE}", level=f"级{PHONE}", contact=Contact(*[f"一{PHONE}"] * 5))
    findings = [each for each in check_alone(agency) if each.code in PRIVATE]
    contact = [("agency", f"contact.{name}", "联系方式") for name in ("office", "address", "postcode", "telephone", "email")]
    assert sorted(said(findings)) == sorted(
        [
            ("agency", "folder", "机关的文件夹名"),
            ("agency", "name", "机关名称"),
            ("agency", "short_name", "机关简称"),
            ("agency", "level", "机关层级"),
            *contact,
        ]
    )
    assert findings[0].mend == Text(
        "删去号码，或者只写 138****8000；本人书面同意公布的，在最近一年报告的 figures.yaml 的 accept: 中写明：at 写 138****8000，reason 写同意的依据。",
        "delete the number or write 138****8000; where the person agreed in writing, say so in `accept:` of figures.yaml of the latest report, `at: 138****8000`.",
    )
    assert findings[0].message.en.endswith(" publishes a mobile number: 138****8000.")


def test_every_field_of_a_reports_head_is_looked_at() -> None:
    files = (
        Attachment(f"甲{PHONE}", "a.pdf"),
        Attachment("乙", f"乙{PHONE}.pdf"),
        Attachment("丙", "c.pdf", note=f"注{PHONE}"),
        Attachment(f"丁{PHONE}.pdf", f"丁{PHONE}.pdf", listed=False),
    )
    metadata = Metadata(f"题{PHONE}", "2023-01-30", f"文{PHONE}", f"索{PHONE}", f"源{PHONE}", Contact(telephone=PHONE), files)
    findings = found(report(metadata=metadata))
    assert sorted(said(findings)) == sorted(
        [
            ("report", "title", "标题"),
            ("report", "document_number", "文号"),
            ("report", "index_number", "索引号"),
            ("report", "source", "来源"),
            ("report", "contact.telephone", "联系方式"),
            ("report", "attachments.1", "附件"),
            ("report", "attachments.2", "附件"),
            ("report", "attachments.3", "附件"),
            ("report", "files/丁138****8000.pdf", "附件的文件名"),
        ]
    )


def test_figures_are_looked_at_as_written_but_money_may_have_eleven_digits() -> None:
    count, money = "applications.received@total", "disclosure.fees@amount"
    plain = Figure(Decimal(PHONE), PHONE, Reading.PLAIN)
    unreadable = Figure(None, f"{PHONE}（张某）", Reading.UNREADABLE)
    short = Figure(Decimal(1380013800), "1380013800", Reading.PLAIN)
    assert said(found(report(figures=figures(count, plain)))) == [("figures", count, "表格")]
    assert said(found(report(figures=figures(count, unreadable)))) == [("figures", count, "表格")]
    assert said(found(report(figures=figures(money, unreadable)))) == [("figures", money, "表格")]
    assert found(report(figures=figures(money, plain))) == []
    assert found(report(figures=figures(count, short))) == []


def test_what_is_said_of_corrections_and_acceptances_is_looked_at() -> None:
    findings = found(
        report(
            acceptances=(Acceptance("blank-figure", "x", "无"), Acceptance("blank-figure", "x", f"经办人{PHONE}")),
            corrections=(Correction("2022-03-01", "x", f"手机{PHONE}", "1", f"电话{PHONE}"),),
        )
    )
    assert sorted(said(findings)) == [
        ("figures", "accept.2", "说明（accept）"),
        ("figures", "corrections.1", "更正记录（corrections）"),
        ("figures", "corrections.1", "更正记录（corrections）"),
    ]


def test_headings_and_passages_are_looked_at() -> None:
    passage = Passage("overview", f"一、总体情况 {PHONE}", f"见{PHONE}。", f"<p>见{PHONE}。</p>")
    findings = found(report(sections=(passage, Passage("disclosure", "二", "无", "<p>无</p>"))))
    assert [finding.at.item for finding in findings] == ["overview", "overview:1-12"]


@pytest.mark.parametrize(
    ("source", "html", "items"),
    [
        ("&#49;3800138000", "<p>13800138000</p>", ["overview"]),
        ("[138](https://a.gov.cn)00138000", '<p><a href="https://a.gov.cn">138</a>00138000</p>', ["overview"]),
        ("手机13800138000 &amp; 信", "<p>手机13800138000 &amp; 信</p>", ["overview:2-13"]),
        ("139<b>8765</b>4321", "<p>139&lt;b&gt;8765&lt;/b&gt;4321</p>", ["overview:0-18"]),
        ("139&#60;b>87654321", "<p>139&lt;b&gt;87654321</p>", ["overview"]),
        ("| a | b |\n|--|--|\n| 139 | 87654321 | &", "<tr>\n<td>139</td>\n<td>87654321</td>\n</tr>", []),
        ("A &amp; B", "<p>A &amp; B</p>", []),
        ("[公告](/art/13800138000.html)", '<p><a href="/art/13800138000.html">公告</a></p>', []),
        ("[手机版](/mobile/2025/13800138000)", '<p><a href="/mobile/2025/13800138000">手机版</a></p>', []),
        ("![手机](/a?from=tel&amp;id=13800138000)", '<p><img src="/a?from=tel&amp;id=13800138000" alt="手机"></p>', []),
        ("[张某](/tel/13800138000)", '<p><a href="/tel/13800138000">张某</a></p>', ["overview:10-21"]),
        ("[张某](tel:13800138000)", '<p><a href="tel:13800138000">张某</a></p>', ["overview:9-20"]),
        ("13800138000", "", ["overview:0-11"]),
        ("&#49;3900139000，13800138000", "<p>13900139000，13800138000</p>", ["overview:16-27", "overview"]),
    ],
)
def test_what_only_the_page_shows_is_found_and_nothing_twice(source: str, html: str, items: list[str]) -> None:
    findings = found(report(sections=(Passage("overview", "一、总体情况", source, html),)))
    assert sorted(finding.at.item for finding in findings) == sorted(items)


WAIVED = "--- report.md\n电话 138 0013 8000；13800138000；13900139000。\n\n…\n--- figures.yaml\naccept:\n"


@pytest.mark.parametrize("name", ["mobile-number-published", "G612", "公布了手机号码"])
def test_a_written_waiver_names_the_mask_and_means_every_number_of_that_mask(tmp_path: Path, name: str) -> None:
    findings = check_sample(tmp_path, WAIVED + f"  - {{rule: {name}, at: 138****8000, reason: 本人书面同意}}\n")
    assert [(finding.actual, finding.accepted) for finding in findings] == [
        ("138****8000", "本人书面同意"),
        ("138****8000", "本人书面同意"),
        ("139****9000", None),
    ]


def test_a_waiver_covers_one_number_and_another_of_the_same_mask_needs_its_own(tmp_path: Path) -> None:
    sample = "--- report.md\n电话 13987654321；139 1111 4321；139-8765-4321。\n\n…\n--- figures.yaml\naccept:\n"
    first = "  - {rule: G612, at: 139****4321, reason: 甲同意}\n"
    second = "  - {rule: G612, at: 139****4321-2, reason: 乙同意}\n"
    alone = check_sample(tmp_path / "a", sample + first)
    assert [(each.alias, each.accepted) for each in alone] == [
        ("139****4321", "甲同意"),
        ("139****4321-2", None),
        ("139****4321", "甲同意"),
    ]
    assert alone[1].mend == Text(
        "删去号码，或者只写 139****4321；本人书面同意公布的，在 figures.yaml 的 accept: 中写明：at 写 139****4321-2（遮盖后相同的另有一个号码，各写一条），reason 写同意的依据。",
        "delete the number or write 139****4321; where the person agreed in writing, say so in `accept:` of figures.yaml, `at: 139****4321-2` (another number has the same mask; each needs its own entry).",
    )
    assert [each.accepted for each in check_sample(tmp_path / "b", sample + first + second)] == ["甲同意", "乙同意", "甲同意"]


def test_numbers_of_one_mask_are_told_apart_report_by_report_after_those_in_agency_yaml() -> None:
    texts = ("13911114321", "13987654321，13922224321")
    early, late = (replace(report(preamble=Passage("", "", text, "")), year=2021 + at) for at, text in enumerate(texts))
    findings = found(early, late, agency=Agency("ju", "局", contact=Contact(telephone="13987654321")))
    assert sorted((finding.at.year or 0, finding.at.item, finding.alias) for finding in findings) == [
        (0, "contact.telephone", "139****4321"),
        (2021, "preamble:0-11", "139****4321-2"),
        (2022, "preamble:0-11", "139****4321"),
        (2022, "preamble:12-23", "139****4321-2"),
    ]


def test_the_lineage_is_looked_at_each_word_of_it_once() -> None:
    words = [f"{name}1380013800{at}" for at, name in enumerate("文旧从到")]
    change = Reorganisation("renamed", "2022-03-01", words[0], (words[2], words[1]), (words[3],), words[1], number=3)
    findings = found(agency=Agency("ju", "局", lineage=(change,)))
    assert [(finding.at, finding.actual) for finding in findings] == [
        (Address("ju", None, "agency", "lineage.3"), f"138****800{at}") for at in (0, 1, 2, 3)
    ]
    assert findings[0].message == Text(
        "机构沿革（lineage）里公布了手机号码 138****8000。", "an entry of `lineage:` publishes a mobile number: 138****8000."
    )


@pytest.mark.parametrize(
    ("settings", "item"),
    [
        (Settings(f"题{PHONE}"), "title"),
        (Settings("题", domain=f"域{PHONE}"), "domain"),
        (Settings("题", url=f"https://a.gov.cn/{PHONE}/"), "url"),
        *[(Settings("题", owner=Owner(**{key: f"某{PHONE}"})), f"owner.{key}") for key in Owner._fields if key != "contact"],
        *[
            (Settings("题", owner=Owner(contact=Contact(**{key: f"某{PHONE}"}))), f"owner.contact.{key}")
            for key in ("office", "address", "postcode", "telephone", "email")
        ],
        (Settings("题", withdrawn=(Withdrawal("ju/2021", "2022-01-01", "无"), Withdrawal("ju/2022", "", f"因{PHONE}"))), "withdrawn.2"),
        (Settings("题", expected=(Expected(4, name=f"局{PHONE}"),)), "expected.4"),
        (Settings("题", expected=(Expected(5, slug=PHONE),)), "expected.5"),
    ],
)
def test_the_settings_are_looked_at(settings: Settings, item: str) -> None:
    findings = list(private_number_in_settings(Site(settings, ())))
    assert [(finding.at, finding.actual, finding.mend) for finding in findings] == [
        (Address("", None, "site", item), MASK, Text("删去号码，或者只写 138****8000。", "delete the number or write 138****8000."))
    ]
    assert findings[0].message == Text(
        f"site.yaml 的 {item} 里公布了手机号码 138****8000。", f"{item} in site.yaml publishes a mobile number: 138****8000."
    )


def test_the_settings_may_hold_neither_identity_nor_card() -> None:
    settings = Settings("张某11010519491231002X，卡号6222021234567890128")
    assert [finding.message for finding in private_number_in_settings(Site(settings, ()))] == [
        Text(
            "site.yaml 的 title 里公布了公民身份号码 110***********002X。",
            "title in site.yaml publishes an identity number: 110***********002X.",
        ),
        Text(
            "site.yaml 的 title 里公布了银行卡号 622************0128。",
            "title in site.yaml publishes a bank card's number: 622************0128.",
        ),
    ]


def test_a_number_in_the_settings_stands_at_its_place_and_nothing_waives_it(tmp_path: Path) -> None:
    sample = "--- site.yaml\ntitle: 样本\nwithdrawn:\n  - {report: a/2021, date: 2022-01-01, reason: 电话138 0013 8000有误}\n…\n"
    finding = only([each for each in check_sample(tmp_path, sample) if each.code == "G614"])
    assert (finding.rule, finding.place[:2], finding.blocks) == ("private-number-in-settings", ("site.yaml", 3), True)
    assert not private_number_in_settings.acceptable


def test_a_number_in_agency_yaml_is_waived_in_a_report_and_no_other_report_takes_the_waiver_back() -> None:
    waiver = Acceptance("mobile-number-published", MASK, "本人书面同意")
    agency = Agency("ju", "局", contact=Contact(telephone=PHONE))
    other = Acceptance("mobile-number-published", "139****9000", "无")
    early, late = replace(report(acceptances=(waiver,)), year=2021), replace(report(acceptances=(other,)), year=2022)
    assert [(finding.at.item, finding.accepted) for finding in found(early, late, agency=agency)] == [("contact.telephone", "本人书面同意")]
    assert [finding.accepted for finding in found(late, agency=agency)] == [None]


def test_a_waiver_may_name_the_place_instead(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, WAIVED + "  - {rule: mobile-number-published, at: preamble, reason: 本人书面同意}\n")
    assert {finding.accepted for finding in findings} == {"本人书面同意"}


@pytest.mark.parametrize("at", ["137****8000", "''", "138***8000"])
def test_a_waiver_of_another_number_is_stale(tmp_path: Path, at: str) -> None:
    findings = check_sample(tmp_path, WAIVED + f"  - {{rule: mobile-number-published, at: {at}, reason: 无}}\n")
    assert [finding.accepted for finding in findings if finding.code == "G612"] == [None] * 3


def test_a_waiver_that_names_the_whole_number_publishes_it_again(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, WAIVED + "  - {rule: mobile-number-published, at: '13800138000', reason: 无}\n")
    assert [finding.code for finding in findings if "accept." in finding.at.item] == ["G124", "G612"]
    assert all("13800138000" not in finding.message.zh for finding in findings)


def test_the_reason_of_a_waiver_is_masked_with_the_finding(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, WAIVED + "  - {rule: mobile-number-published, at: 138****8000, reason: 张某13700137000同意}\n")
    assert {finding.accepted for finding in findings if finding.actual == MASK} == {"张某137****7000同意"}
