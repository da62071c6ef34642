"""A package holds the site that the sources make, byte for byte, with what a host needs; the same site gives the same package."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from giar_site.build import build
from giar_site.diagnostics import CannotGoOn
from giar_site.packing import Wanted, built_anew, package
from giar_site.packing.servers import server_settings
from giar_site.render import POLICY
from giar_site.sealing import read_manifest

ROOT = Path(__file__).parents[2]
TODAY = Wanted(today="2026-11-24")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of the real reports, built."""
    folder = tmp_path_factory.mktemp("packing") / "whole"
    (folder / "content").mkdir(parents=True)
    shutil.copy(ROOT / "site.yaml", folder)
    for agency in ("dali-county", "yimin-sumu"):
        shutil.copytree(ROOT / "content" / agency, folder / "content" / agency)
    assert build(folder, folder / "site", today="2026-11-24").published
    return folder


@pytest.fixture
def own(site: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(site, tmp_path / "own")


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_the_site_byte_for_byte_and_says_so_in_every_list(site: Path, tmp_path: Path) -> None:
    packed = package(site, site / "site", tmp_path / "a.zip", "某县年报", reports=2)
    held = contents(packed.file)
    built = {path.relative_to(site / "site").as_posix(): path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    assert {
        name.removeprefix("site/"): data for name, data in held.items() if name.startswith("site/") and name != "site/MANIFEST.json"
    } == built
    manifest = read_manifest(held["site/MANIFEST.json"])
    assert {each.path: (each.size, each.sha256, each.sm3) for each in manifest.files} == {
        path: (len(data), hashlib.sha256(data).hexdigest(), hashlib.new("sm3", data).hexdigest()) for path, data in built.items()
    }
    assert (packed.files, packed.size) == (len(built), sum(map(len, built.values())))
    assert sorted(line.split("  ")[1] for line in held["SHA256SUMS"].decode().splitlines()) == sorted(f"site/{path}" for path in built)
    note = held["交付清单.txt"].decode("utf-8-sig")
    assert f"发布编号：{packed.release}" in note
    assert f"内容：2 份年度报告，{len(built)} 个文件" in note


def test_sha256sum_finds_it_as_it_was_packed(site: Path, tmp_path: Path) -> None:
    packed = package(site, site / "site", tmp_path / "a.zip", "某县年报", reports=2)
    shutil.unpack_archive(packed.file, tmp_path / "out")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=True)


@pytest.mark.parametrize("gzipped", [False, True])
def test_the_same_site_gives_the_same_bytes_wherever_and_whenever(site: Path, own: Path, tmp_path: Path, *, gzipped: bool) -> None:
    for path in own.rglob("*"):
        os.utime(path, (0, 0))
    one = package(site, site / "site", tmp_path / "a.zip", "某县年报", reports=2, gzipped=gzipped)
    two = package(own, own / "site", tmp_path / "b.zip", "某县年报", reports=2, gzipped=gzipped)
    assert one.file.read_bytes() == two.file.read_bytes()
    assert (one.file.stat().st_mode & 0o777, one.release) == (0o644, two.release)


def test_compressed_copies_are_the_files_and_in_the_manifest(site: Path, tmp_path: Path) -> None:
    held = contents(package(site, site / "site", tmp_path / "a.zip", "某县年报", reports=2, gzipped=True).file)
    copies = {name: data for name, data in held.items() if name.endswith(".gz")}
    assert "site/index.html.gz" in copies
    assert all(gzip.decompress(data) == held[name.removesuffix(".gz")] for name, data in copies.items())
    assert {each.path for each in read_manifest(held["site/MANIFEST.json"]).files} >= {name.removeprefix("site/") for name in copies}


def test_settings_of_servers_carry_the_policy_of_the_pages_and_the_headers_a_page_cannot_state() -> None:
    settings = {name: content.decode() for name, content in server_settings()}
    assert set(settings) == {"nginx.conf", "apache.htaccess", "web.config", "_headers"}
    for text in settings.values():
        assert f"{POLICY}; frame-ancestors 'none'" in text
        assert all(header in text for header in ("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"))
        assert "@" not in text


def test_another_input_is_another_release_though_the_pages_are_the_same(own: Path, tmp_path: Path) -> None:
    one = package(own, own / "site", tmp_path / "a.zip", "某县年报", reports=2)
    with (own / "content" / "dali-county" / "2020" / "figures.yaml").open("a") as file:
        file.write("# 注释\n")
    built_anew(own, own / "site", TODAY)
    assert package(own, own / "site", tmp_path / "b.zip", "某县年报", reports=2).release != one.release


def test_a_site_that_is_as_the_sources_make_it_is_current_and_left_alone(own: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*")}
    assert built_anew(own, own / "site", TODAY).published
    assert {path: path.stat().st_mtime_ns for path in own.rglob("*") if path != own} == {
        path: was for path, was in before.items() if path != own
    }


@pytest.mark.parametrize("file", ["content/dali-county/2020/report.md", "site/dali-county/2020.html"])
def test_a_source_or_a_page_that_was_changed_since_is_told(own: Path, file: str) -> None:
    path = own / file
    path.write_text(path.read_text("utf-8").replace("政府信息", "政务信息", 1), "utf-8")
    with pytest.raises(CannotGoOn) as told:
        built_anew(own, own / "site", TODAY)
    assert "dali-county/2020.html" in told.value.text.zh
    assert "请先运行 giar build" in told.value.text.zh


def test_a_file_that_is_added_or_gone_is_told_and_so_is_no_site_at_all(own: Path) -> None:
    (own / "site" / "more.html").write_text("x")
    (own / "site" / "404.html").unlink()
    with pytest.raises(CannotGoOn, match=r"404\.html, more\.html"):
        built_anew(own, own / "site", TODAY)
    with pytest.raises(CannotGoOn, match="run giar build first"):
        built_anew(own, own / "nothing", TODAY)


def test_a_link_among_the_pages_is_refused(own: Path) -> None:
    (own / "site" / "more.html").symlink_to("/etc/passwd")
    with pytest.raises(CannotGoOn, match="no plain file"):
        built_anew(own, own / "site", TODAY)


def test_sources_with_errors_are_not_current_and_partly_they_are(own: Path) -> None:
    figures = own / "content" / "dali-county" / "2020" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("received:", "recieved:", 1), "utf-8")
    assert not built_anew(own, own / "site", TODAY).published
    assert build(own, own / "site", partial=True, today="2026-11-24").withheld
    assert built_anew(own, own / "site", TODAY._replace(partial=True)).withheld


def giar(site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "giar_site", *arguments, "--site", str(site)], capture_output=True, text=True, check=False, cwd=site
    )


def test_the_command_packs_under_the_name_of_the_release_and_says_what_comes_next(own: Path) -> None:
    run = giar(own, "package")
    [file] = own.glob("*.zip")
    assert run.returncode == 0, run.stderr
    assert f"发布编号 {file.stem.removeprefix('giar-')}" in run.stdout
    assert f"giar verify {file}" in run.stdout
    assert json.loads(contents(file)["site/MANIFEST.json"])["giar"]


def test_the_command_packs_nothing_that_has_errors_or_is_out_of_date(own: Path) -> None:
    report = own / "content" / "dali-county" / "2020" / "report.md"
    report.write_text(report.read_text("utf-8") + "\n又及。\n", "utf-8")
    run = giar(own, "package", "-o", str(own / "a.zip"))
    assert (run.returncode, run.stdout) == (2, "")
    assert "请先运行 giar build" in run.stderr
    (own / "content" / "dali-county" / "2020" / "figures.yaml").write_text("form: 2019\n", "utf-8")
    run = giar(own, "package", "-o", str(own / "a.zip"))
    assert run.returncode == 1
    assert "没有打包：请先改正上面的错误。" in run.stdout
    assert not (own / "a.zip").exists()
