"""Golden sites: a directory is a case. What giar says of it stands in findings.txt, what it publishes in expected/ (absent: nothing).

`python tests/test_sites.py` writes both anew; read the difference before you commit it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SITES = Path(__file__).parent / "sites"
ASSETS = Path(__file__).parents[1] / "themes" / "default" / "assets"
CASES = sorted(path for path in SITES.iterdir() if (path / "site.yaml").is_file())


def run_case(case: Path, folder: Path) -> tuple[str, dict[str, bytes]]:
    """Build a copy of the case; give what was said (exit code last) and the files published."""
    site = folder / "site"
    shutil.copytree(case, site, ignore=shutil.ignore_patterns("expected", "findings.txt"), symlinks=True)
    command = [sys.executable, "-m", "giar_site", "build", "--site", ".", "-o", "out"]
    run = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    return f"{run.stdout}{run.stderr}exit {run.returncode}\n", files_below(site / "out")


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def expected_files(case: Path) -> dict[str, bytes]:
    """The case's own files, and the assets, which are the theme's whatever the case."""
    found = files_below(case / "expected")
    return found | {f"assets/{path}": content for path, content in files_below(ASSETS).items()} if found else found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_site_is_as_expected(case: Path, tmp_path: Path) -> None:
    said, files = run_case(case, tmp_path)
    assert said == (case / "findings.txt").read_text(encoding="utf-8")
    expected = expected_files(case)
    assert sorted(files) == sorted(expected)
    for path, content in expected.items():
        assert files[path].decode("utf-8", "replace") == content.decode("utf-8", "replace"), path
    assert files == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 3
    assert any((case / "expected").is_dir() for case in CASES)
    assert any(not (case / "expected").exists() for case in CASES)


def rewrite(case: Path, folder: Path) -> None:
    """Write findings.txt and expected/ of the case as they now come out."""
    said, files = run_case(case, folder)
    (case / "findings.txt").write_text(said, encoding="utf-8")
    shutil.rmtree(case / "expected", ignore_errors=True)
    for path, content in files.items():
        if path.startswith("assets/"):
            continue
        target = case / "expected" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    import tempfile

    for each in CASES:
        with tempfile.TemporaryDirectory() as scratch:
            rewrite(each, Path(scratch))
