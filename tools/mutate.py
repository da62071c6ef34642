"""Mutation testing of rules/ and derive/: `python tools/mutate.py [FILE…]`, or `make mutation`. Prints the share of mutants the tests kill.

mutmut leaves every decorated function alone, and each rule is one. So it works on a copy in build/mutation/ in which
`@rule(…)` above a function has become `name = rule(…)(name)` below it: the same program, every line of it mutable.
"""

import ast
import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / "build" / "mutation"
ROOMS = ("giar_site/rules", "giar_site/derive")
COPIED = (
    "giar_site",
    "tests",
    "themes",
    "content",
    "tools",
    "benchmarks",
    "docs",
    "site.yaml",
    "README.md",
    "README.zh-CN.md",
    "pyproject.toml",
)
TESTS = ("tests/rules", "tests/derive", "tests/test_locking.py", "tests/forms")
CHILDREN = "2"
KILLED = {"killed", "timeout", "segfault", "suspicious", "caught by type check"}
SETTINGS = """
[tool.mutmut]
source_paths = ["giar_site"]
only_mutate = {only}
also_copy = {also}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:playwright", "-x", "-q"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
track_dependencies = false
"""


def undecorated(source: str) -> str:
    """`source` with the decorators of its module-level functions turned into assignments below them."""
    lines = source.split("\n")
    for node in reversed(ast.parse(source).body):
        if isinstance(node, ast.FunctionDef) and node.decorator_list and node.end_lineno:
            wrapped = node.name
            for decorator in reversed(node.decorator_list):
                wrapped = f"{ast.unparse(decorator)}({wrapped})"
            below = f"{node.name} = {wrapped}  # type: ignore[assignment]"
            lines[node.end_lineno : node.end_lineno] = ["", "", below]
            del lines[node.decorator_list[0].lineno - 1 : node.lineno - 1]
    return "\n".join(lines)


def prepare(only: list[str]) -> None:
    """Make the copy, with mutmut's settings for the files `only`."""
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for name in COPIED:
        source, target = ROOT / name, COPY / name
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, target)
    for room in ROOMS:
        for path in (COPY / room).glob("*.py"):
            path.write_text(undecorated(path.read_text(encoding="utf-8")), encoding="utf-8")
    also = [name for name in COPIED if name not in {"giar_site", "tests", "pyproject.toml"}]
    with (COPY / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS.format(only=json.dumps(only), also=json.dumps(also), tests=json.dumps(list(TESTS))))


def results() -> dict[str, str]:
    """What became of each mutant, by its name."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], cwd=COPY, capture_output=True, text=True, check=True
    )
    return dict(line.strip().rsplit(": ", 1) for line in done.stdout.splitlines() if ": " in line)


def main() -> None:
    """Run mutmut over the files named, else over both rooms, and print what was killed and what survived."""
    only = sys.argv[1:] or [f"{room}/*.py" for room in ROOMS]
    prepare(only)
    subprocess.run([sys.executable, "-m", "mutmut", "run", "--max-children", CHILDREN], cwd=COPY, check=False)
    verdicts = results()
    survived = sorted(name for name, verdict in verdicts.items() if verdict not in KILLED)
    for name in survived:
        print(f"{verdicts[name]}: {name}")
    for room in ROOMS:
        mine = [verdict for name, verdict in verdicts.items() if name.startswith(room.replace("/", "."))]
        if mine:
            counts = Counter(mine)
            killed = sum(counts[verdict] for verdict in KILLED)
            print(f"{room}: {killed} of {len(mine)} mutants killed, {100 * killed / len(mine):.1f} % ({dict(counts)})")


if __name__ == "__main__":
    main()
