"""G601 to G606: when a report was published, and whether its attachments, links and pictures serve readers."""

from pathlib import Path

import pytest
from checking import TODAY, check_sample, only

from giar_site.check import check_site
from giar_site.diagnostics import Address, Finding
from giar_site.load import Places
from giar_site.model import Agency, Attachment, Link, LinkKind, Metadata, Report, Settings, Site
from giar_site.rules import RULES, look_around, look_at
from giar_site.settings import Deadline
from tests.derive.made import report

NO_SETTINGS = Settings("样本")


def found(agency: Agency, settings: Settings = NO_SETTINGS) -> list[Finding]:
    return around(agency, Site(settings, (agency,), today=TODAY))


def around(agency: Agency, site: Site) -> list[Finding]:
    """The findings on an agency of `site`, but for those on its prose: these reports have none."""
    return [finding for finding in look_around(agency, site, look_at(agency, Places()), Places) if not finding.code.startswith("G4")]


def published(on: str, settings: Settings = NO_SETTINGS, year: int = 2022, **more: str) -> list[Finding]:
    """The findings on an agency whose report came out on that day."""
    return found(Agency(**{"slug": "a", "name": "某局", **more}, reports=(report("a", year, metadata=Metadata(published=on)),)), settings)  # type: ignore[arg-type]


def test_a_report_that_came_out_within_its_year_is_impossible() -> None:
    finding = only(published("2022-12-31 10:00"))
    assert (finding.code, finding.severity, finding.at) == ("G601", "error", Address("a", 2022, "report", "published"))
    assert finding.message.zh == "公布日期写的是 2022-12-31，而 2022 年度到 2022-12-31 才结束。"
    assert finding.message.en == "published on 2022-12-31, while the year 2022 ends only on 2022-12-31."
    assert finding.mend.zh == "核对年份；放错年度的，移到对应的年度文件夹。"
    assert finding.mend.en == "check the year, or move the report to the folder of its own year."
    assert finding.actual == "2022-12-31"


@pytest.mark.parametrize("day", ["2023-01-01", "2023-01-31", "2023-01-31 23:59", ""])
def test_a_report_between_the_years_end_and_the_deadline_is_in_time(day: str) -> None:
    assert published(day) == []


def test_a_late_report_is_told_with_the_deadline_its_source_and_the_days() -> None:
    finding = only(published("2023-02-15 09:00"))
    assert (finding.code, finding.severity, finding.at) == ("G602", "warning", Address("a", 2022, "report", "published"))
    assert finding.message.zh == "公布日期 2023-02-15 晚于期限 2023-01-31（《政府信息公开条例》第四十九条），晚了 15 天。"
    assert finding.message.en == (
        "published on 2023-02-15, 15 days after the deadline, 2023-01-31 (Regulations on Open Government Information, article 49)."
    )
    assert finding.mend.zh == "核对日期；确实迟了的，在 accept: 中写明理由。"
    assert finding.mend.en == "check the date; where the report was late, say why in accept:."
    assert (finding.expected, finding.actual) == ("2023-01-31", "2023-02-15")


def test_one_day_is_no_plural() -> None:
    assert "1 day after" in only(published("2023-02-01")).message.en
    assert "2 days after" in only(published("2023-02-02")).message.en


@pytest.mark.parametrize(
    ("kind", "scope", "last", "late"),
    [
        ("department", "own", "2023-01-31", "2023-02-01"),
        ("office", "own", "2023-01-31", "2023-02-01"),
        ("institution", "own", "2023-01-31", "2023-02-01"),
        ("government", "rollup", "2023-03-31", "2023-04-01"),
        ("office", "rollup", "2023-03-31", "2023-04-01"),
    ],
)
def test_the_law_has_a_deadline_for_departments_and_one_for_governments(kind: str, scope: str, last: str, late: str) -> None:
    assert published(last, kind=kind, scope=scope) == []
    assert [finding.expected for finding in published(late, kind=kind, scope=scope)] == [last]


@pytest.mark.parametrize("kind", ["township", "subdistrict"])
def test_townships_have_a_deadline_only_where_one_is_set(kind: str) -> None:
    assert published("2023-12-31", kind=kind) == []
    finding = only(published("2023-03-02", NO_SETTINGS._replace(deadlines=(Deadline(kind, "02-28"),)), kind=kind))
    assert "晚于期限 2023-02-28（site.yaml 的 deadlines），晚了 2 天。" in finding.message.zh
    assert "2023-02-28 (deadlines in site.yaml)" in finding.message.en


def test_the_sites_deadline_goes_before_the_laws_and_the_agencys_before_both() -> None:
    settings = NO_SETTINGS._replace(deadlines=(Deadline("department", "03-01"),))
    assert published("2023-03-01", settings) == []
    finding = only(published("2023-03-02", settings, deadline="01-15"))
    assert "晚于期限 2023-01-15（agency.yaml 的 deadline），晚了 46 天。" in finding.message.zh
    assert "2023-01-15 (deadline in agency.yaml)" in finding.message.en


def test_who_is_said_to_have_no_deadline_is_never_late() -> None:
    assert published("2023-12-31", NO_SETTINGS._replace(deadlines=(Deadline("department", "none"),))) == []
    assert published("2023-12-31", deadline="none") == []


def test_a_report_that_came_out_too_early_is_not_late_as_well() -> None:
    assert [finding.code for finding in published("2019-06-01", year=2022)] == ["G601"]


def test_a_late_report_can_be_explained(tmp_path: Path) -> None:
    sample = (
        '--- 2022/report.md\n---\npublished: "2023-02-15"\n---\n…\n--- 2022/figures.yaml\n'
        "accept:\n  - {rule: published-late, at: published, reason: 机构改革期间}\n"
    )
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.accepted, finding.place.line) == ("G602", "机构改革期间", 2)


def test_an_attachment_without_a_file_is_pointed_at_by_its_entry(tmp_path: Path) -> None:
    listed = "--- report.md\n---\nattachments:\n  - {title: 附表, file: 附表.csv}\n  - {title: 另册.docx, note: 未取得}\n---\n…\n--- files/附表.csv\n甲,乙\n"
    finding = only(check_sample(tmp_path, listed))
    assert (finding.code, finding.severity, finding.at) == ("G603", "warning", Address("sample", 2022, "report", "attachments.2"))
    assert finding.place[1:3] == (4, 5)
    assert finding.message.zh == "附件“另册.docx”只有名称，没有文件，读者打不开。"
    assert finding.message.en == "attachment “另册.docx” is a name without a file; nobody can open it."
    assert finding.mend.zh == "把文件放进 files/，在这一项写上 file: 文件名；找不到文件的，在 accept: 中写明理由。"
    assert finding.mend.en == "put the file into files/ and add `file:` here; where there is none, say why in accept:."
    assert finding.actual == "另册.docx"


def test_what_only_the_narrative_shows_is_no_attachment_without_a_file() -> None:
    attachments = (Attachment("图.png", "", listed=False),)
    assert found(Agency("a", "某局", reports=(report("a", 2022, metadata=Metadata(attachments=attachments)),))) == []


def linking(*addresses: str, settings: Settings = NO_SETTINGS, kind: LinkKind = LinkKind.WEB) -> list[Finding]:
    links = tuple(Link(kind, address, "overview", at, at + len(address)) for at, address in enumerate(addresses))
    return found(Agency("a", "某局", reports=(report("a", 2022, links=links),)), settings)


def test_a_link_to_an_unlisted_host_is_told() -> None:
    finding = only(linking("https://www.Example.com:8080/nianbao?x#y"))
    assert (finding.code, finding.severity) == ("G604", "warning")
    assert finding.at == Address("a", 2022, "report", "overview:0-40")
    assert finding.message.zh == "链接指向“www.example.com”，不在 *.gov.cn 和 site.yaml 的 hosts: 之内。"
    assert finding.message.en == "a link leads to “www.example.com”, which is neither below gov.cn nor in hosts: of site.yaml."
    assert finding.mend.zh == "核对网址；这个网站确实可以链接的，在 site.yaml 的 hosts: 里写上 www.example.com。"
    assert finding.mend.en == "check the address; where links to that site are meant, add www.example.com to hosts: in site.yaml."
    assert finding.actual == "www.example.com"


def test_a_host_is_told_once_a_report_with_how_often() -> None:
    findings = linking("https://a.example/1", "https://b.example/", "https://a.example/2")
    assert [finding.message.zh.partition("，")[0] for finding in findings] == ["链接指向“a.example”（共 2 处）", "链接指向“b.example”"]
    assert "“a.example” (2 times), which" in findings[0].message.en
    assert findings[0].at.item == "overview:0-19"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.cn/",
        "http://gov.cn",
        "https://WWW.EWENKE.GOV.CN./a",
        "https://www.site.example/x",
        "https://listed.example:81/",
        "https://a.b.below.example/",
        "https://xn--xuva.xn--zfr164b/",
    ],
)
def test_government_the_own_and_listed_hosts_are_in_order(address: str) -> None:
    hosts = ("listed.example", "*.below.example", "xn--xuva.xn--zfr164b")
    assert linking(address, settings=NO_SETTINGS._replace(url="https://www.Site.example/nianbao/", hosts=hosts)) == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://notgov.cn/", "notgov.cn"),
        ("https://www.gov.cn.example.com/", "www.gov.cn.example.com"),
        ("https://example.com?.gov.cn", "example.com"),
        ("https://example.com#.gov.cn", "example.com"),
        ("https:///example.com/", "example.com"),
        ("https://below.example/", "below.example"),
        ("https://www.listed.example/", "www.listed.example"),
        ("https://", ""),
    ],
)
def test_what_only_looks_listed_is_not(address: str, host: str) -> None:
    settings = NO_SETTINGS._replace(hosts=("listed.example", "*.below.example"))
    assert only(linking(address, settings=settings)).actual == host


@pytest.mark.parametrize("host", ["10.0.0.1", "2130706433", "0x7f.1", "[::1]"])
def test_an_ip_address_is_pointed_out(host: str) -> None:
    finding = only(linking(f"http://{host}:8000/x"))
    assert finding.actual == host
    assert finding.message.zh.endswith("之内。它是一串数字（IP 地址），看不出是哪个网站。")
    assert finding.message.en.endswith("of site.yaml; it is a number (an IP address) that does not tell whose site it is.")


def test_letters_of_several_scripts_are_pointed_out() -> None:
    finding = only(linking("https://xn--gv-fmc.cn/"))
    assert finding.message.zh.endswith("它显示为“gоv.cn”，混用了几种文字里长得一样的字母，常用来冒充别的网站。")
    assert finding.message.en.endswith("it is shown as “gоv.cn”, which mixes letters of several scripts that look alike, as impostors do.")


def test_letters_of_one_label_are_compared_not_those_of_the_whole_domain() -> None:
    assert "显示为“ов.cn”，请看清" in only(linking("https://xn--b1ax.cn/")).message.zh


@pytest.mark.parametrize(("host", "shown"), [("xn--xuva.xn--zfr164b", "某某.政务"), ("xn--a-mg7b.cn", "a某.cn")])
def test_an_encoded_domain_is_shown_as_a_browser_shows_it(host: str, shown: str) -> None:
    finding = only(linking(f"https://{host}/"))
    assert finding.message.zh.endswith(f"它是编码过的域名，显示为“{shown}”，请看清是不是要去的网站。")
    assert finding.message.en.endswith(f"it is an encoded domain, shown as “{shown}”; make sure it is the one meant.")


@pytest.mark.parametrize("host", ["xn--é.example", "xn--99999999999.example", "xn--ab-g4t.example"])
def test_what_is_wrongly_encoded_or_cannot_be_seen_is_shown_as_it_is(host: str) -> None:
    assert only(linking(f"https://{host}/")).message.zh.endswith("之内。")


def test_a_link_is_pointed_at_where_it_stands(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md\n开头。\n\n详见[这里](https://example.com/a)，[信](mailto:a@b.example)。\n\n…\n"))
    assert (finding.code, finding.place[1:]) == ("G604", (3, 8, len("https://example.com/a")))


@pytest.mark.parametrize(
    "address",
    [
        "2022.html",
        "./2022.html#section-other",
        "index.html",
        "../index.html?x",
        "../checks.html",
        "../404.html",
        "../years/2022.html",
        "../b/2021.html",
    ],
)
def test_a_link_to_a_page_of_the_site_is_in_order(address: str) -> None:
    agency = Agency("a", "某局", reports=(report("a", 2022, links=(Link(LinkKind.PAGE, address, "", 0, 1),)),))
    other = Agency("b", "乙局", reports=(report("b", 2021),))
    site = Site(NO_SETTINGS, (agency, other), today=TODAY)
    assert around(agency, site) == []


@pytest.mark.parametrize(
    ("address", "page", "shown"),
    [
        ("2021.html#x", "a/2021.html", "2021.html"),
        ("../b/index.html?y", "b/index.html", "../b/index.html"),
        ("years/2022.html", "a/years/2022.html", "years/2022.html"),
        ("%E5%B9%B4.html", "a/年.html", "年.html"),
        ("2021.html?x#y", "a/2021.html", "2021.html"),
    ],
)
def test_a_link_to_a_page_that_is_not_there_is_told(address: str, page: str, shown: str) -> None:
    finding = only(linking(address, kind=LinkKind.PAGE))
    assert (finding.code, finding.severity) == ("G605", "warning")
    assert finding.at == Address("a", 2022, "report", f"overview:0-{len(address)}")
    assert finding.message.zh == f"链接“{shown}”指向的页面，本网站没有。"
    assert finding.message.en == f"link “{shown}” leads to a page that this site does not have."
    assert finding.mend.zh == "本机关的报告写“年度.html”，别的机关写“../机关文件夹/年度.html”，机关的页面写“../机关文件夹/index.html”。"
    assert (
        finding.mend.en
        == "write YEAR.html for a report of this agency, ../AGENCY/YEAR.html for another's, ../AGENCY/index.html for its page."
    )
    assert finding.actual == page


def test_a_dead_link_is_found_behind_a_picture() -> None:
    links = (Link(LinkKind.PICTURE, "files/a.png", "overview", 0, 1), Link(LinkKind.PAGE, "b.html", "overview", 2, 3))
    assert [finding.code for finding in found(Agency("a", "某局", reports=(report("a", 2022, links=links),)))] == ["G605"]


def test_pictures_and_links_are_told_apart() -> None:
    assert linking("files/a.png", kind=LinkKind.PICTURE) == []
    assert [finding.code for finding in linking("https://a.example/x.html")] == ["G604"]


def picture(name: str, words: str = "", section: str = "overview", year: int = 2022) -> list[Finding]:
    link = Link(LinkKind.PICTURE, f"files/{name}", section, 3, 9, words)
    return found(Agency("a", "某局", reports=(report("a", year, links=(link,)),)))


def test_a_picture_called_a_table_is_told() -> None:
    finding = only(picture("%E5%9B%BE.png", "依申请公开情况表"))
    assert (finding.code, finding.severity, finding.at) == ("G606", "warning", Address("a", 2022, "report", "overview:3-9"))
    assert finding.message.zh == "图片“files/图.png”看名称是一张表格；图片里的数字不能检索、朗读，也无法核对。"
    assert (
        finding.message.en
        == "picture “files/图.png” is a table, by its name; numbers in a picture cannot be searched, read aloud or checked."
    )
    assert finding.mend.zh == "数字写进 figures.yaml 或 Markdown 表格，去掉图片；也可以附上 csv、xlsx 文件。"
    assert (
        finding.mend.en == "write the numbers into figures.yaml or a Markdown table and take the picture out, or attach a csv or xlsx file."
    )
    assert finding.actual == "files/图.png"


def test_a_picture_in_a_section_of_a_table_is_told() -> None:
    finding = only(picture("a.png", section="applications"))
    assert finding.message.zh.startswith("图片“files/a.png”在“三、收到和处理政府信息公开申请情况”里，这里的表由 figures.yaml 排出；")
    assert finding.message.en.startswith(
        "picture “files/a.png” stands in “三、收到和处理政府信息公开申请情况”, whose table is set from figures.yaml; "
    )


@pytest.mark.parametrize("section", ["disclosure", "applications", "review_and_litigation"])
@pytest.mark.parametrize("year", [2020, 2022])
def test_the_three_sections_of_both_editions_hold_tables(section: str, year: int) -> None:
    assert [finding.code for finding in picture("a.png", section=section, year=year)] == ["G606"]


@pytest.mark.parametrize("words", ["附表1", "统计表", "TABLE-2", "年度报表", "政府信息公开数据表", "一览表（二）", "表格"])
def test_words_for_tables_are_known_in_text_and_file_name(words: str) -> None:
    assert [finding.code for finding in picture("a.png", words)] == ["G606"]
    assert [finding.code for finding in picture(f"{words}.png")] == ["G606"]


@pytest.mark.parametrize("words", ["培训现场", "数据表明", "代表座谈", "表彰大会", "政务公开专区"])
def test_other_pictures_are_in_order(words: str) -> None:
    assert picture("a.jpg", words) == []
    assert picture("a.jpg", words, section="") == []


@pytest.mark.parametrize("words", ["申请类型饼图", "近五年趋势", "图解", "Chart"])
def test_a_chart_may_stand_beside_a_table_unless_it_is_called_one(words: str) -> None:
    assert picture("a.png", words, section="applications") == []
    assert [finding.code for finding in picture("a.png", f"{words}统计表", section="applications")] == ["G606"]


def attached(title: str, file: str, *, listed: bool = True) -> list[Finding]:
    attachment = Attachment(title, file, 1, "", "", listed, 1)
    return found(Agency("a", "某局", reports=(report("a", 2022, metadata=Metadata(attachments=(attachment,))),)))


def test_a_table_attached_as_a_picture_is_told() -> None:
    finding = only(attached("政务公开统计表", "scan.JPG"))
    assert (finding.code, finding.at) == ("G606", Address("a", 2022, "report", "attachments.1"))
    assert finding.message.zh.startswith("图片“scan.JPG”是附件“政务公开统计表”；")
    assert finding.message.en.startswith("picture “scan.JPG” is the attachment “政务公开统计表”; ")


def test_other_attachments_are_in_order() -> None:
    assert attached("统计表", "统计表.xlsx") == []
    assert attached("照片", "a.png") == []
    assert attached("统计表", "统计表.png", listed=False) == []


def test_every_rule_about_publication_is_there() -> None:
    assert [rule.code for rule in RULES if "G600" < rule.code < "G607"] == ["G601", "G602", "G603", "G604", "G605", "G606"]


def test_the_five_published_reports_get_what_their_files_really_show(tmp_path: Path) -> None:
    """伊敏苏木's page listed an attachment of which only the name was kept; every other link, date and scope is in order."""
    findings = check_site(Path(__file__).parents[2], today=TODAY).findings
    assert [(finding.code, finding.at) for finding in findings if finding.code[:2] in {"G5", "G6"} and finding.code < "G607"] == [
        ("G603", Address("yimin-sumu", 2020, "report", "attachments.1"))
    ]


def test_a_report_without_links_and_dates_has_nothing_to_find() -> None:
    plain: Report = report("a", 2022)
    assert found(Agency("a", "某局", reports=(plain,))) == []
