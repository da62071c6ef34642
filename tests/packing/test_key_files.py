"""`giar keygen` writes two files, for their readers, and never over anything; `giar package --key` signs."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from giar_site.build import build
from giar_site.diagnostics import CannotGoOn
from giar_site.packing import key_files, write_keys
from giar_site.sealing import check_signature, signer

ROOT = Path(__file__).parents[2]
UNDER = {"GIAR_KEY_PASSPHRASE": "天干"}


def giar(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "giar_site", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(folder)} | environment,
    )


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_the_private_key_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        keys = write_keys(tmp_path / "k", "")
    finally:
        os.umask(before)
    assert (mode(keys.private), mode(keys.public)) == (0o600, 0o644)
    assert signer(keys.private).public.id == keys.id


def test_nothing_is_written_over_and_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("k", "k.pub"):
        (tmp_path / name).write_text("mine")
        with pytest.raises(CannotGoOn, match="already there"):
            write_keys(tmp_path / "k", "")
        assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(name, "mine")]
        (tmp_path / name).unlink()
    (tmp_path / "k").symlink_to("nowhere")
    with pytest.raises(CannotGoOn, match="already there"):
        write_keys(tmp_path / "k", "")
    (tmp_path / "k").unlink()
    monkeypatch.setattr(key_files.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(CannotGoOn, match="no space left"):
        write_keys(tmp_path / "k", "")
    assert list(tmp_path.iterdir()) == []


def test_no_private_key_is_written_within_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").touch()
    (tmp_path / "below").mkdir()
    with pytest.raises(CannotGoOn, match="no private key within the site"):
        write_keys(tmp_path / "below" / "k", "")


def test_the_command_says_where_the_keys_are_and_takes_the_passphrase_from_the_environment(tmp_path: Path) -> None:
    run = giar(tmp_path, "keygen", **UNDER)
    assert (run.returncode, run.stderr) == (0, "")
    key = signer(tmp_path / "giar.key", "天干").public
    assert f"编号 {key.id}" in run.stdout
    assert "天干" not in run.stdout
    again = giar(tmp_path, "keygen")
    assert (again.returncode, again.stdout) == (2, "")
    assert "没有改动它" in again.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed") / "site"
    (folder / "content").mkdir(parents=True)
    shutil.copy(ROOT / "site.yaml", folder)
    shutil.copytree(ROOT / "content" / "yimin-sumu", folder / "content" / "yimin-sumu")
    assert build(folder, folder / "site", today="2026-11-24").published
    return folder


def test_a_package_is_signed_over_the_manifest_it_holds_and_its_note_names_the_key(site: Path, tmp_path: Path) -> None:
    keys = write_keys(tmp_path / "k", "天干")
    packing = ("package", "--site", str(site), "--key", str(keys.private))
    for target in ("a.zip", "b.zip"):
        run = giar(tmp_path, *packing, "-o", target, **UNDER)
        assert run.returncode == 0, run.stderr
        assert f"已签名：Ed25519，密钥编号 {keys.id}。" in run.stdout
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        manifest, signature = archive.read("site/MANIFEST.json"), archive.read("site/MANIFEST.json.sig")
        assert f"site/MANIFEST.json.sig（Ed25519，密钥编号 {keys.id}）" in archive.read("交付清单.txt").decode("utf-8-sig")
    assert check_signature(manifest, signature, keys.public.read_bytes()).right


def test_a_passphrase_that_is_wrong_or_cannot_be_asked_for_stops_before_anything_is_built(site: Path, tmp_path: Path) -> None:
    keys = write_keys(tmp_path / "k", "天干")
    packing = ("package", "--site", str(site), "--key", str(keys.private), "-o", "a.zip")
    run = giar(tmp_path, *packing)
    assert (run.returncode, run.stdout) == (2, "")
    assert "GIAR_KEY_PASSPHRASE" in run.stderr
    run = giar(tmp_path, *packing, **UNDER | {"GIAR_KEY_PASSPHRASE": "地支"})
    assert (run.returncode, run.stdout) == (2, "")
    assert "密码不对" in run.stderr
    assert not (tmp_path / "a.zip").exists()
