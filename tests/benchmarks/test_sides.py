"""Every build starts cold: from the sources alone."""

import sys
from pathlib import Path

from benchmarks.corpus import write
from benchmarks.sides import Bench, Side


def write_sources(root: Path, count: int) -> None:
    write(root / "content" / "report.md", f"{count}")
    write(root / "site.yaml", "title: t\n")


def bench(root: Path) -> Bench:
    side = Side("tried", "giar", write_sources, lambda source, output: [sys.executable, str(source), str(output)])
    tried = Bench(side, root)
    tried.write(30)
    tried.cool()
    return tried


def test_output_and_caches_of_the_last_build_are_gone(tmp_path: Path) -> None:
    tried = bench(tmp_path)
    write(tried.output / "index.html", "old")
    write(tried.output.parent / ".site.new", "half")
    write(tried.source / ".cache" / "pages", "old")
    write(tried.source / ".lock", "")
    write(Path(tried.env()["HOME"], "cache"), "old")
    write(Path(tried.env()["TMPDIR"], "cache"), "old")
    tried.cool()
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["report.md", "site.yaml"]
    assert tried.output.parent.is_dir()


def test_another_size_replaces_the_sources(tmp_path: Path) -> None:
    tried = bench(tmp_path)
    write(tried.source / "content" / "only-in-the-first-size.md", "")
    tried.write(1_000)
    assert (tried.source / "content" / "report.md").read_text(encoding="utf-8") == "1000"
    assert not (tried.source / "content" / "only-in-the-first-size.md").exists()
