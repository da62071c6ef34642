"""G118 to G123: fields and files."""

import shutil
from pathlib import Path

import pytest
from checking import check_folder, check_sample, only
from samples import write_site


def agency(*lines: str) -> str:
    return "\n".join(("--- agency.yaml", "name: 某某市财政局", *lines)) + "\n"


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        ("--- agency.yaml\nkind: office\n", "没有写“name”（机关全称）。"),
        ("--- agency.yaml\nname: ~\n", "没有写“name”（机关全称）。"),
        ("--- site.yaml\nurl: https://example.cn\n", "没有写“title”（网站名称）。"),
        (
            'corrections:\n  - {date: 2023-03-01, at: applications.received@total, was: a, now: "0"}\n…\n',
            "corrections 第 1 条没有写“reason”（理由，会印在页面上）。",
        ),
    ],
)
def test_a_required_field_is_asked_for_by_its_meaning(tmp_path: Path, sample: str, said: str) -> None:
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.message.zh) == ("G118", said)


def test_figures_that_do_not_say_their_edition_are_read_on_the_one_of_the_year(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…")
    path = site / "content/sample/2022/figures.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("form: 2021\n", ""), encoding="utf-8")
    finding = only(check_folder(site))
    assert finding.message.zh == "没有写“form”（格式版本，例如 form: 2021）。"


@pytest.mark.parametrize(
    ("sample", "item", "value", "said"),
    [
        (agency("kind: 局"), "kind", "局", "government / office"),
        (agency("contact: 电话"), "contact", "电话", "一行一项"),
        (agency("contact: {telephone: [1]}"), "contact.telephone", "[1]", "一段文字"),
        ("--- report.md\n---\npublished: 2023-02-30\n---\n…\n", "published", "2023-02-30", "没有这一天"),
        ("--- report.md\n---\npublished: 今天\n---\n…\n", "published", "今天", "2026-01-31"),
        ("--- report.md\n---\nattachments: 附表\n---\n…\n", "attachments", "附表", "列表"),
        ("--- report.md\n---\n报告\n---\n…\n", "report", "报告", "一行一项"),
        ("--- site.yaml\ntitle: 样本\nurl: example.cn\n", "url", "example.cn", "http"),
        ("form: 2031\n…\n", "form", "2031", "2019 / 2021"),
        ("form: [2021]\n…\n", "form", None, "2019 / 2021"),
    ],
)
def test_a_field_is_quoted_with_how_it_must_be_written(tmp_path: Path, sample: str, item: str, value: str | None, said: str) -> None:
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.at.item, finding.actual) == ("G119", item, value)
    assert said in finding.message.zh
    assert finding.place.line > 0


@pytest.mark.parametrize(("key", "near"), [("shortname", "short_name"), ("Kind", "kind"), ("联系人", None)])
def test_an_unknown_field_is_told_the_nearest_name(tmp_path: Path, key: str, near: str | None) -> None:
    finding = only(check_sample(tmp_path, agency(f"{key}: 局")))
    assert (finding.code, finding.expected, finding.actual) == ("G120", near, key)
    assert (near is None) == ("是不是" not in finding.message.zh)
    assert "name、short_name、kind" in finding.mend.zh


@pytest.mark.parametrize("name", ["figures.yaml", "report.md", "agency.yaml"])
def test_a_missing_file_is_told_with_the_command_that_writes_it(tmp_path: Path, name: str) -> None:
    finding = only(check_sample(tmp_path, f"--- {name} (missing)\n"))
    assert (finding.code, finding.expected) == ("G121", name)
    assert f"giar new sample {'YEAR' if name == 'agency.yaml' else 2022}" in finding.mend.zh
    assert finding.place.file.endswith(name)


def test_a_picture_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md\n![图](files/图.png)\n\n…\n"))
    assert (finding.code, finding.expected) == ("G121", "files/图.png")
    assert "files/" in finding.mend.zh


def test_a_site_without_content_is_told_how_to_begin(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…")
    shutil.rmtree(site / "content")
    finding = only(check_folder(site))
    assert (finding.code, finding.expected) == ("G121", "content/")
    assert "giar new" in finding.mend.zh


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/说明.txt", "content/ 里只放机关文件夹"),
        ("content/sample/2022年/report.md", "机关文件夹里只放 agency.yaml 和年度文件夹"),
        ("content/sample/2022/附件.pdf", "年度文件夹里只放 figures.yaml、report.md 和 files/"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_what_belongs_there(tmp_path: Path, name: str, said: str) -> None:
    finding = only(check_sample(tmp_path, f"--- {name}\n内容\n"))
    assert (finding.code, finding.severity) == ("G122", "warning")
    assert said in finding.message.zh


def test_text_cut_off_by_a_hash_is_shown_with_what_was_lost(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, agency("short_name: 财政局 #1号")))
    assert (finding.code, finding.actual, finding.expected) == ("G123", "财政局", "财政局 #1号")
    assert 'short_name: "财政局 #1号"' in finding.mend.zh


@pytest.mark.parametrize("line", ["short_name: 财政局  # 简称", 'short_name: "财政局 #1号"', "short_name: 财政局#1号"])
def test_a_comment_a_quoted_text_and_a_hash_inside_a_word_lose_nothing(tmp_path: Path, line: str) -> None:
    assert check_sample(tmp_path, agency(line)) == []


@pytest.mark.parametrize(
    ("sample", "meant"),
    [
        ("--- agency.yaml\nname: 某局\nscop: own\n", "scope"),
        ("--- agency.yaml\nname: 某局\ncontact: {telephon: '1'}\n", "telephone"),
        ("--- site.yaml\ntitle: 样本\nlanguge: zh-CN\n", "language"),
        ("--- site.yaml\ntitle: 样本\nowner: {organiser: 甲}\n", "organizer"),
        ("--- report.md\n---\npublised: 2023-01-05\n---\n…\n", "published"),
        ("--- report.md\n---\nattachments:\n  - {titel: 甲, title: 乙}\n---\n…\n", "title"),
        ("corrections:\n  - {date: 2023-01-05, at: disclosure.fees, was: 1, now: 0, reson: 甲, reason: 乙}\n", "reason"),
    ],
)
def test_a_misspelt_field_is_asked_after_wherever_it_stands(tmp_path: Path, sample: str, meant: str) -> None:
    [finding] = [each for each in check_sample(tmp_path, sample) if each.code == "G120"]
    assert finding.expected == meant
    assert f"，是不是 {meant}？" in finding.message.zh
    assert f"; is it {meant}?" in finding.message.en
