"""Private numbers planted wherever a site can hold text: no output says one, in no format, whichever rule speaks."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from checking import check_folder
from samples import AGENCY, write_site

from giar_site.private import masked
from tests.test_build import giar

# Each sink its own number, so that a leak names its source; written as it stands in the file.
WRITTEN = {
    "agency name": "13800138001",
    "agency telephone": "138 0013 8002",
    "figure": "13800138003",
    "row": "13800138004",
    "list": "13800138005",
    "reason": "13800138006",
    "accept at": "13800138007",
    "was": "１３８００１３８００８",
    "repeated": "13800138009",
    "title": "13800138010",
    "source": "138-0013-8011",
    "telephone": "13800138012",
    "attachment": "138\u200b00138013",
    "note": "11010519491231002X",
    "file": "13800138014",
    "field": "13800138015",
    "preamble": "110105 19491231 002X",
    "heading": "13800138017",
    "link": "13800138018",
    "tag": "13800138019",
    "section": "一三八〇〇一三八〇二〇",
    "entity": "13800138021",
    "stray": "13800138022",
    "program": "１３８００１３８０２３",
    "same line": "13800138024",
    "cut": "13800138025",
    "card": "6222 0212 3456 7890 128",
    "unknown section": "13800138027",
    "date": "13800138028",
    "bracketed": "138 0013 8029",
    "lineage": "13800138030",
    "former name": "13800138031",
    "many blanks": "138      0013      8032",
    "line break": "1380013\n8033",
    "slashes": "138/0013/8034",
    "folder": "c-13800138035",
}
AGENCY_YAML = (
    "name: 某某市某某局{agency name}\ncontact:\n  telephone: {agency telephone}\n"
    'lineage:\n  - {{change: renamed, date: "2020-01-01", basis: 编办{lineage}文, former_name: 某局{former name}}}\n'
)
FIGURES = """applications:
  received: [{figure}, 0, 0, 0, 0, 0, 0]
  tel{row}: [0]
  手机{row}: [0]
  carried_in: [0, 手机{list}]
  carried_out: [~, 0, 0, 0, 0, 0, 0]  # 电话 {same line}
  …
review_and_litigation:
  review: [电话{bracketed}, 0, 0, 0, 0]
  …
accept:
  - {{rule: blank-figure, at: applications.carried_out, reason: 经办人{reason}}}
  - {{rule: blank-figure, at: {accept at}, reason: 无}}
corrections:
  - {{date: "2022-03-01", at: applications.received@total, was: {was}, now: "{repeated}", reason: 无}}
  - {{date: 手机{date}, at: applications.received@total, was: "0", now: "0", reason: 无}}
"""
REPORT = """---
title: 某某局报告{title}
source: {source}
mobile: {field}
{field}: 手机
contact:
  telephone: {telephone}
attachments:
  - {{title: "名单{attachment}", note: "附{note}"}}
  - {{title: 名单, file: 名单{file}.csv}}
  - {{title: 缺, file: 缺{file}.csv}}
---

申请人 {preamble} 来信，{many blanks}，{line break}，{slashes}。[电话](javascript:{link}) <b title="手机{tag}">

{long}{cut}<i>

## 一、总体情况

李某{section}，&#49;3800138021；卡号 {card}。

## 联系 {heading}

## 七、电话{unknown section}

…
"""


def planted_site(folder: Path) -> Path:
    words = WRITTEN | {"long": "长" * 156 + "手机"}  # the line is cut in the middle of the number
    texts = {"agency.yaml": AGENCY_YAML, "figures.yaml": FIGURES, "report.md": REPORT}
    sample = "".join(f"--- {name}\n{text.format(**words)}" for name, text in texts.items())
    write_site(folder, sample)
    year = folder / "content" / AGENCY / "2022"
    (year / "files").mkdir()
    for name in (f"名单{WRITTEN['file']}.csv", f"没列{WRITTEN['stray']}.csv", f"手机{WRITTEN['program']}.exe"):
        (year / "files" / name).write_text("a,b\n", encoding="utf-8")
    (year / f"草稿{WRITTEN['stray']}.txt").write_text("x", encoding="utf-8")
    write_site(folder.with_name("sound"), "…\n")
    shutil.copytree(folder.with_name("sound") / "content" / AGENCY, folder / "content" / "sound")
    own = shutil.copytree(folder.with_name("sound") / "content" / AGENCY, folder / "content" / "own")  # only its agency.yaml is at fault
    (own / "agency.yaml").write_text(AGENCY_YAML.format(**WRITTEN), encoding="utf-8")
    one = shutil.copytree(folder.with_name("sound") / "content" / AGENCY, folder / "content" / "one")  # only its prose is
    report = one / "2022" / "report.md"
    report.write_text(f"电话 {WRITTEN['source']}。\n\n" + report.read_text("utf-8"), encoding="utf-8")
    shutil.copytree(folder.with_name("sound") / "content" / AGENCY, folder / "content" / WRITTEN["folder"])
    return folder


def forms(written: str) -> Iterator[str]:
    """The ways a number may leak: as written, in plain digits, its digits without what hides them, and percent-encoded."""
    yield written
    yield quote(written)
    yield "".join(char for char in written if char.isalnum())
    yield written.replace("\u200b", "<U+200B>")
    plain = written.translate(str.maketrans("〇一二三四五六七八九０１２３４５６７８９", "01234567890123456789"))
    yield "".join(char for char in plain if char.isalnum())


def leaks(text: str) -> list[str]:
    return [name for name, written in WRITTEN.items() if any(form in text for form in forms(written))]


def test_the_test_sees_a_leak() -> None:
    assert leaks("x138-0013-8011") == ["source"]
    assert leaks("13800138020") == ["section"]
    assert leaks("%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%98") == ["was"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_no_format_of_check_says_a_private_number(tmp_path: Path, form: str, language: str) -> None:
    run = giar("--lang", language, "check", "--format", form, "--site", planted_site(tmp_path / "s"))
    assert run.returncode == 1
    assert run.stdout.count("G612") > 10
    assert leaks(run.stdout + run.stderr) == []


@pytest.mark.parametrize("partial", [False, True])
def test_no_build_says_or_writes_a_private_number(tmp_path: Path, partial: bool) -> None:  # noqa: FBT001 - parametrized
    site = planted_site(tmp_path / "s")
    run = giar("build", *(["--partial"] if partial else []), "--site", site)
    assert run.returncode == 1
    assert leaks(run.stdout + run.stderr) == []
    files = [path for path in (site / "site").rglob("*") if path.is_file()]
    assert (site / "site" / "sound" / "2022.html").is_file() is partial
    assert [path.name for path in files if leaks(path.as_posix() + path.read_bytes().decode("utf-8", "replace"))] == []


def test_every_planted_sink_that_is_published_has_its_finding(tmp_path: Path) -> None:
    findings = [finding for finding in check_folder(planted_site(tmp_path / "s")) if finding.code in {"G611", "G612", "G613"}]
    at = {finding.at.item.partition(":")[0] for finding in findings if finding.at.agency == AGENCY}
    wanted = {
        *("name", "contact.telephone", "lineage.1", "title", "source", "attachments.1", "attachments.2", "preamble", "overview"),
        *("applications.received@natural_person", "review_and_litigation.review@upheld", "accept.1", "accept.2", "corrections.1"),
    }
    assert wanted <= at, wanted - at


def test_a_failing_command_does_not_say_it_either(tmp_path: Path) -> None:
    run = giar("check", "13800138000", "--site", write_site(tmp_path / "s", "…\n"))
    assert (run.returncode, run.stdout) == (2, "")
    assert "138****8000" in run.stderr
    assert "13800138000" not in run.stderr


def test_the_caret_stands_under_the_masked_number(tmp_path: Path) -> None:
    run = giar("check", "--site", write_site(tmp_path / "s", "--- report.md\n如有疑问，手机 138 0013 8000。\n\n…\n"))
    lines = run.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "138 **** 8000" in line)
    columns = sum(2 if ord(char) > 0x2E80 else 1 for char in lines[at].partition("138 ")[0])
    assert lines[at] == " 1 | 如有疑问，手机 138 **** 8000。"
    assert lines[at + 1] == f"   | {' ' * (columns - 5)}{'^' * 13}"
    assert masked(run.stdout) == run.stdout
