"""A small site of two real agencies to deploy, built once and copied."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
AGENCIES = ("dali-county", "yimin-sumu")


def giar(*words: str | Path, before: tuple[str, ...] = (), **settings: str) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "giar_site", *map(str, words)]
    environment = os.environ | {"GIAR_LANG": "zh"} | settings
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, stdin=subprocess.DEVNULL)


def write_site(folder: Path, target: str) -> Path:
    """The site in `folder`, built, with `target` as its one target `web`."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.yaml").write_text(f"title: 某县年报\ndeploy:\n  web: {target}\n", encoding="utf-8")
    for agency in AGENCIES:
        shutil.copytree(ROOT / "content" / agency, folder / "content" / agency)
    build(folder)
    return folder


def build(site: Path) -> None:
    run = giar("build", "--site", site)
    assert run.returncode == 0, run.stdout + run.stderr


def change(site: Path, edition: str) -> None:
    """Give the site another title: every page changes, and none needs a correction."""
    file = site / "site.yaml"
    file.write_text(re.sub("title: .*", f"title: 某县年报{edition}", file.read_text("utf-8")), encoding="utf-8")
    build(site)


def correct(site: Path) -> None:
    """Change a published figure, and say so."""
    file = site / "content" / "dali-county" / "2020" / "figures.yaml"
    text = file.read_text("utf-8").replace("[  0,           82,   378]", "[  0,           82,   379]")
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    entry = f'{{date: "{today}", at: disclosure.coercion@decisions, was: "378", now: "379", reason: 漏计一件}}'
    file.write_text(f"{text}\ncorrections:\n  - {entry}\n", encoding="utf-8")
    build(site)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a release but its manifest."""
    files = (path for path in folder.resolve().rglob("*") if path.is_file())
    return {path.relative_to(folder.resolve()).as_posix(): path.read_bytes() for path in files if path.name != "MANIFEST.json"}


def current(target: Path) -> str:
    return (target / "current").readlink().name


def releases(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())
