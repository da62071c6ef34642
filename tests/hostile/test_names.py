"""Names, links and special files: nothing from outside the content folder reaches the output, nothing hangs, everything is said."""

import json
import os
import shutil
import socket
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from confined import Confined
from samples import AGENCY_YAML, sound_figures, sound_prose

from giar_site.load import Folder, Refused
from giar_site.load.files import LONGEST_NAME
from giar_site.rules import RULES

SECRET = "内部资料-7c1f"  # noqa: S105 - a mark to look for, no password
CSV = "项目,件数\n"
CODES = {rule.slug: rule.code for rule in RULES}
FORMATS = ("text", "json", "sarif", "github")

# Names of attachments that are refused.
ATTACHMENTS = [
    "a.svg", "a.html", "a.htm", "a.xhtml", "a.xml", "a.js", "a.mjs", "a.css", "a.php", "a.exe", "a.bat", "a.sh", "a.docm", "a.xlsm", "a.doc", "a.zip", "a.md", "a.txt",
    "a", "index.html", "_headers", "a.csv.html", "a.csv.", "a.csv ", " a.csv", "-a.csv", "--output=x.csv", "con.csv", "CON.csv", "prn.csv", "aux.csv", "nul.csv",
    "com1.csv", "LPT9.csv", "con.tar.csv", "a:b.csv", "a.csv:stream", "C:a.csv", "a\\b.csv", "\\\\server\\a.csv", "a*.csv", "a?.csv", 'a".csv', "a<b>.csv",
    "a|b.csv", "a\nb.csv", "a\tb.csv", "a\rb.csv", "a\x01b.csv", "a\x7fb.csv", "a\x1b[2Jb.csv", "a\u202ecsv.pdf", "a\u200bb.csv", "a\u2066b.csv", "a\u2028b.csv", "a\u00a0b.csv",
    "a\ufeffb.csv", "a\U000e0041b.csv", "a\ue000b.csv", "a\ufdd0b.csv", "%2e%2e%2fa.csv", "%00.csv", "a%0ab.csv", "a%2Fb.csv", os.fsdecode(b"a\xffb.csv"), os.fsdecode(b"\xed\xa0\x80.csv"),
    "a" * (LONGEST_NAME - 3) + ".csv", "字" * 80 + ".csv",
]  # fmt: skip

# Names of agency folders that are refused.
SLUGS = [
    "Abc", "ABC", "财政局", "a_b", "a.b", "a b", "-a", "a-", "a" * 65, "years", "data", "assets", "files", "index", "checks", "sitemap", "404", "con", "nul",
    "aux", "ａｂｃ", "a\u200bb", "a\u202eb", "a\nb", "a%2fb", "a:b", "a\\b", "a'b", "a&b", "a#b", "a?b", "~a", "a~", "_a", "é", "e\u0301", "١", os.fsdecode(b"\xff"),
]  # fmt: skip

# Names inside an agency's folder that are no year.
YEARS = [
    "1899",
    "2100",
    "20220",
    "202",
    "２０２２",
    "2022.",
    "2022 ",
    "2022a",
    "-2022",
    "2022\n",
    "٢٠٢٢",
    "files",
    "index.html",
    "2022.html",
    os.fsdecode(b"2022\xff"),
]

# Beginnings that belie the name.
LIES = {
    "a.pdf": b"<script>alert(1)</script>", "b.pdf": b"", "c.png": b"<svg onload=x>", "d.jpg": b"GIF89a", "e.jpeg": b"\x89PNG\r\n\x1a\n", "f.docx": b"%PDF-1.7",
    "g.xlsx": b"\xd0\xcf\x11\xe0", "h.csv": b"<html>", "i.csv": b"\xef\xbb\xbf \n<script>", "j.csv": b"PK\x03\x04", "k.csv": b"a,b\0", "l.csv": b"%PDF-1.7", "m.png": b"\x89PN",
    "n.csv": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip

Spoil = Callable[[Path, Path], None]  # with the agency's folder and a folder outside, which holds secrets


def link(path: str, target: str) -> Spoil:
    """`path` in the agency's folder becomes a symbolic link; `{outside}` in the target stands for the folder with secrets."""

    def spoil(agency: Path, outside: Path) -> None:
        place = agency / path
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.parent.mkdir(exist_ok=True)
        place.symlink_to(target.replace("{outside}", str(outside)))

    return spoil


def hard_link(path: str, name: str) -> Spoil:
    """`path` becomes a second name of the secret file `name`."""

    def spoil(agency: Path, outside: Path) -> None:
        (agency / path).unlink(missing_ok=True)
        (agency / path).parent.mkdir(exist_ok=True)
        os.link(outside / name, agency / path)

    return spoil


def special(path: str, kind: str) -> Spoil:
    """`path` becomes a FIFO or a socket."""

    def spoil(agency: Path, _: Path) -> None:
        place = agency / path
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.parent.mkdir(exist_ok=True)
        if kind == "fifo":
            os.mkfifo(place)
        else:
            here = Path.cwd()
            os.chdir(place.parent)  # a socket's path may have 107 bytes
            try:
                with socket.socket(socket.AF_UNIX) as end:
                    end.bind(place.name)
            finally:
                os.chdir(here)

    return spoil


def folder_for_file(path: str) -> Spoil:
    def spoil(agency: Path, _: Path) -> None:
        (agency / path).unlink(missing_ok=True)
        (agency / path).mkdir(parents=True)

    return spoil


def loop(agency: Path, _: Path) -> None:
    for name in ("2019", "2020", "2021"):
        (agency / name).symlink_to(agency)


def sparse(path: str, size: int) -> Spoil:
    def spoil(agency: Path, _: Path) -> None:
        (agency / path).parent.mkdir(exist_ok=True)
        with (agency / path).open("wb") as file:
            file.truncate(size)

    return spoil


def attachments(count: int, size: int) -> Spoil:
    """Sparse PDFs, which take no room on the disk."""

    def spoil(agency: Path, _: Path) -> None:
        (agency / "2022/files").mkdir()
        for n in range(count):
            with (agency / f"2022/files/{n}.pdf").open("wb") as file:
                file.write(b"%PDF-")
                file.truncate(size)

    return spoil


def same_elsewhere(*names: str) -> Spoil:
    def spoil(agency: Path, _: Path) -> None:
        (agency / "2022/files").mkdir()
        for name in names:
            (agency / "2022/files" / name).write_text(CSV, encoding="utf-8")

    return spoil


def many_entries(agency: Path, _: Path) -> None:
    for n in range(3_000):
        (agency / f"x{n}").touch()


SPECIAL: dict[str, Spoil] = {
    "figures.yaml is a link outside": link("2022/figures.yaml", "{outside}/figures.yaml"),
    "figures.yaml is a relative link outside": link("2022/figures.yaml", "../../../../outside/figures.yaml"),
    "report.md is a link outside": link("2022/report.md", "{outside}/report.md"),
    "report.md is a link to /etc/passwd": link("2022/report.md", "/etc/passwd"),
    "report.md is a link to the environment": link("2022/report.md", "/proc/self/environ"),
    "report.md is a link to site.yaml": link("2022/report.md", "../../../site.yaml"),
    "agency.yaml is a link outside": link("agency.yaml", "{outside}/agency.yaml"),
    "figures.yaml is a link to /dev/zero": link("2022/figures.yaml", "/dev/zero"),
    "figures.yaml is a link to a terminal": link("2022/figures.yaml", "/dev/tty"),
    "figures.yaml is a link to itself": link("2022/figures.yaml", "figures.yaml"),
    "figures.yaml is a link to nothing": link("2022/figures.yaml", "nowhere"),
    "an attachment is a link outside": link("2022/files/a.csv", "{outside}/a.csv"),
    "an attachment is a link to another attachment's place": link("2022/files/a.csv", "../../../other/2022/files/b.csv"),
    "files is a link outside": link("2022/files", "{outside}"),
    "files is a link to the root": link("2022/files", "/"),
    "the year is a link outside": link("2022", "{outside}"),
    "the year is a link to another agency's year": link("2022", "../other/2022"),
    "another year is a link to this one": link("2021", "2022"),
    "the agency is a link outside": link(".", "{outside}"),
    "the agency is a link to another": link(".", "other"),
    "the agency is a link to itself": link(".", "sample"),
    "three links to the folder they stand in": loop,
    "figures.yaml is a hard link": hard_link("2022/figures.yaml", "figures.yaml"),
    "report.md is a hard link": hard_link("2022/report.md", "report.md"),
    "an attachment is a hard link": hard_link("2022/files/a.csv", "a.csv"),
    "figures.yaml is a FIFO": special("2022/figures.yaml", "fifo"),
    "report.md is a FIFO": special("2022/report.md", "fifo"),
    "agency.yaml is a FIFO": special("agency.yaml", "fifo"),
    "an attachment is a FIFO": special("2022/files/a.csv", "fifo"),
    "files is a FIFO": special("2022/files", "fifo"),
    "the year is a FIFO": special("2022", "fifo"),
    "the agency is a FIFO": special(".", "fifo"),
    "figures.yaml is a socket": special("2022/figures.yaml", "socket"),
    "an attachment is a socket": special("2022/files/a.csv", "socket"),
    "figures.yaml is a folder": folder_for_file("2022/figures.yaml"),
    "report.md is a folder": folder_for_file("2022/report.md"),
    "agency.yaml is a folder": folder_for_file("agency.yaml"),
    "an attachment is a folder": folder_for_file("2022/files/a.csv"),
    "figures.yaml has 8 GB": sparse("2022/figures.yaml", 8 << 30),
    "report.md has 8 GB": sparse("2022/report.md", 8 << 30),
    "an attachment has 8 GB": sparse("2022/files/a.pdf", 8 << 30),
    "a thousand attachments": attachments(1_000, 100),
    "attachments of a gigabyte together": attachments(20, 50 << 20),
    "attachments that differ in case": same_elsewhere("a.csv", "A.csv"),
    "attachments that differ in normal form": same_elsewhere("é.csv", "e\u0301.csv"),
    "attachments that differ in width": same_elsewhere("a１.csv", "a1.csv"),
    "3,000 files that are no year": many_entries,
}  # fmt: skip


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the site with what would be a whole report, and secret."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "agency.yaml").write_text(f"name: {SECRET}\n", encoding="utf-8")
    (folder / "figures.yaml").write_text(sound_figures(2021) + f"# {SECRET}\n", encoding="utf-8")
    (folder / "report.md").write_text(SECRET + "\n\n" + sound_prose(2021), encoding="utf-8")
    (folder / "a.csv").write_text(SECRET, encoding="utf-8")
    return folder


@pytest.fixture
def two(site: Path) -> Path:
    """The site with a second, sound agency."""
    shutil.copytree(site / "content/sample", site / "content/other")
    (site / "content/other/agency.yaml").write_text(AGENCY_YAML.replace("某某市", "另一市"), encoding="utf-8")
    (site / "content/other/2022/files").mkdir()
    (site / "content/other/2022/files/b.csv").write_text(CSV, encoding="utf-8")
    return site


def assert_refused(giar: Confined, site: Path) -> None:
    """The check says so, no build goes through, and a partial build publishes the other agency and nothing from outside."""
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert run.status == 1
    assert SECRET not in run.out + run.err
    output = site.parent / "public"
    for partial in ([], ["--partial"]):
        run = giar.run("build", "--site", site, "--output", output, "--jobs", "1", *partial)
        run.assert_sane()
        assert run.status == 1
        assert SECRET not in run.out + run.err
        assert output.exists() == bool(partial)
    written = [path for path in output.rglob("*") if path.is_file()]
    assert output / "other/2022.html" in written or not (site / "content/other").exists()
    assert not [path for path in written if SECRET.encode() in path.read_bytes() or b"root:" in path.read_bytes()]


@pytest.mark.parametrize("name", SPECIAL)
def test_a_link_or_special_file_is_refused(giar: Confined, two: Path, outside: Path, name: str) -> None:
    SPECIAL[name](two / "content/sample", outside)
    assert_refused(giar, two)


@pytest.mark.parametrize("name", ATTACHMENTS, ids=lambda name: ascii(name[:20]))
def test_an_attachments_name_is_refused(giar: Confined, site: Path, name: str) -> None:
    (site / "content/sample/2022/files").mkdir()
    (site / "content/sample/2022/files" / name).write_text(CSV, encoding="utf-8")
    assert_found(giar, site, "unsafe-file")


@pytest.mark.parametrize("name", LIES)
def test_an_attachment_must_be_what_its_name_says(giar: Confined, site: Path, name: str) -> None:
    (site / "content/sample/2022/files").mkdir()
    (site / "content/sample/2022/files" / name).write_bytes(LIES[name])
    assert_found(giar, site, "unsafe-file")


@pytest.mark.parametrize("slug", SLUGS, ids=lambda name: ascii(name[:20]))
def test_an_agencys_folder_name_is_refused(giar: Confined, site: Path, slug: str) -> None:
    shutil.copytree(site / "content/sample", site / "content" / slug)
    assert_found(giar, site, "unsafe-file")


@pytest.mark.parametrize("year", YEARS, ids=ascii)
def test_what_is_no_year_is_said(giar: Confined, site: Path, year: str) -> None:
    shutil.copytree(site / "content/sample/2022", site / "content/sample" / year)
    assert_found(giar, site, "unexpected-file")


def assert_found(giar: Confined, site: Path, rule: str) -> None:
    """One finding of the rule, free of bytes that are no text and of what a terminal obeys."""
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert [finding["rule"] for finding in run.findings()] == [rule]
    assert_printable(run.out)


def assert_printable(out: str) -> None:
    assert "\ufffd" not in out
    assert not [char for char in out if char not in "\t\n" and unicodedata.category(char) in {"Cc", "Cs"}]
    assert not set(out) & {"\u202e", "\u2066", "\u2028", "\ufeff"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_output_can_tell_of_every_name(giar: Confined, site: Path, form: str) -> None:
    (site / "content/sample/2022/files").mkdir()
    for name in ATTACHMENTS:
        (site / "content/sample/2022/files" / name).write_text(CSV, encoding="utf-8")
    for folder, names in (("content", SLUGS), ("content/sample", YEARS)):
        for name in names:
            (site / folder / name).mkdir()
    run = giar.run("check", "--site", site, "--format", form, "--all")
    run.assert_sane()
    assert run.status == 1
    assert run.out.count(CODES["unsafe-file"]) >= len(ATTACHMENTS) + len(SLUGS)
    assert run.out.count(CODES["unexpected-file"]) >= len(YEARS)
    assert_printable(run.out)


# Names that are left alone because no system lists them, and are never published.
@pytest.mark.parametrize("name", [".hidden.csv", ".htaccess", "~$a.csv", "Thumbs.db", ".DS_Store", "desktop.ini", "..csv", "..\\a.csv"])
def test_litter_is_never_published(giar: Confined, site: Path, name: str) -> None:
    (site / "content/sample/2022/files").mkdir()
    (site / "content/sample/2022/files" / name).write_text(SECRET, encoding="utf-8")
    run = giar.run("build", "--site", site, "--output", site.parent / "public", "--jobs", "1")
    run.assert_sane()
    assert run.status == 0
    assert not [path for path in (site.parent / "public").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    "name",
    ["附件 1（年报）.csv", "a#b.csv", "a&b.csv", "增长50%.csv", "'a'.csv", "a;b.csv", "𠮷.csv", "a+b=c.csv", "[a](b).csv", "{{a}}.csv"],
)
def test_an_odd_but_sound_name_is_published_as_it_is(giar: Confined, site: Path, name: str) -> None:
    (site / "content/sample/2022/files").mkdir()
    (site / "content/sample/2022/files" / name).write_text(CSV, encoding="utf-8")
    report = site / "content/sample/2022/report.md"
    listed = f"---\nattachments:\n  - {{title: 附表, file: {json.dumps(name, ensure_ascii=False)}}}\n---\n"
    report.write_text(listed + report.read_text("utf-8"), encoding="utf-8")
    run = giar.run("build", "--site", site, "--output", site.parent / "public", "--jobs", "1")
    run.assert_sane()
    assert run.status == 0, run.out
    assert (site.parent / "public/sample/2022/files" / name).read_text("utf-8") == CSV


@pytest.mark.parametrize(
    "target",
    [
        "content/sample/2022/figures.yaml",
        "content/sample/2022/report.md",
        "content/sample/agency.yaml",
        "content/sample/2022",
        "content/sample",
        "content",
    ],
)
def test_what_cannot_be_read_is_a_finding(giar: Confined, site: Path, target: str) -> None:
    mode = (site / target).stat().st_mode
    (site / target).chmod(0)
    try:
        run = giar.run("check", "--site", site, "--format", "json", powerless=True)
    finally:
        (site / target).chmod(mode)
    run.assert_sane()
    if target == "content":  # nothing of the site can be read: that is no fault of an agency
        assert (run.status, run.out, run.err) == (2, "", "giar: content/ 读不了：没有权限。\n")
    else:
        assert run.status == 1, run.err
        assert "unsafe-file" in [finding["rule"] for finding in run.findings()]


@pytest.mark.parametrize("name", ["null", "zero", "full", "random"])
def test_a_device_is_refused_at_once(name: str) -> None:
    with Folder.top(Path("/dev")) as devices, pytest.raises(Refused, match="not a regular file"):
        devices.read(name, 1 << 20)


@pytest.mark.parametrize("kind", ["link", "fifo", "file", "nothing"])
def test_a_content_folder_that_is_none_is_a_finding(giar: Confined, site: Path, kind: str) -> None:
    shutil.move(site / "content", site / "elsewhere")
    if kind == "link":
        (site / "content").symlink_to("elsewhere")
    elif kind == "fifo":
        os.mkfifo(site / "content")
    elif kind == "file":
        (site / "content").touch()
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert run.status == 1
    assert len(run.findings()) == 1


@pytest.mark.parametrize("kind", ["link", "fifo", "folder", "nothing", "socket"])
def test_a_site_yaml_that_is_none_is_one_sentence(giar: Confined, site: Path, outside: Path, kind: str) -> None:
    (site / "site.yaml").unlink()
    if kind == "link":
        (site / "site.yaml").symlink_to(outside / "agency.yaml")
    elif kind == "folder":
        (site / "site.yaml").mkdir()
    elif kind != "nothing":
        special("site.yaml", kind)(site, outside)
    run = giar.run("check", "--site", site)
    run.assert_sane()
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)


def test_a_name_that_is_swapped_for_a_link_is_not_followed(site: Path, outside: Path) -> None:
    """The folder is held by its descriptor: what is put in its place afterwards is never looked at."""
    with Folder.top(site / "content") as content, content.folder("sample") as agency:
        shutil.move(site / "content/sample", site / "gone")
        (site / "content/sample").symlink_to(outside)
        assert SECRET.encode() not in agency.read("agency.yaml", 1_000)
        with pytest.raises(Refused):
            content.folder("sample")


def test_a_file_of_a_terabyte_is_refused_before_it_is_read(site: Path) -> None:
    file = site / "content/sample/2022/report.md"
    with file.open("wb") as opened:
        opened.truncate(1 << 40)
    with Folder.top(file.parent) as folder:
        before = time.process_time()
        with pytest.raises(Refused, match="over the limit"):
            folder.read("report.md", 1 << 18)
        assert time.process_time() - before < 1


def test_hundreds_of_tiny_agencies_and_years_are_all_told(giar: Confined, site: Path) -> None:
    for n in range(300):
        (site / f"content/a{n}").mkdir()
    for year in range(1950, 2020):
        (site / f"content/sample/{year}").mkdir()
    run = giar.run("check", "--site", site, "--format", "json", "--jobs", "1")
    run.assert_sane()
    assert run.status == 1
    assert len({finding["agency"] for finding in run.findings()}) == 301


def test_there_are_as_many_cases_as_promised() -> None:
    counts = {
        "attachments": len(ATTACHMENTS),
        "lies": len(LIES),
        "agencies": len(SLUGS),
        "years": len(YEARS),
        "links and special files": len(SPECIAL),
    }
    print("hostile names:", counts)
    assert len(set(ATTACHMENTS)) + len(set(SLUGS)) + len(set(YEARS)) >= 60
    assert counts["links and special files"] >= 40
