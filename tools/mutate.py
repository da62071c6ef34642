"""Mutation testing of rules/ and derive/: `python tools/mutate.py [FILE…]`, or `make mutation`. Prints the share of mutants the tests kill.

mutmut leaves every decorated function alone, and each rule is one. So it works on a copy in build/mutation/ in which
`@rule(…)` above a function has become `name = rule(…)(name)` below it: the same program, every line of it mutable.

What came of a mutant is kept there: an interrupted run goes on where it was, a changed function is tried anew, and so is what
survived, once a test has changed. The mutants of a FILE that is named are all tried anew. `make clean` forgets everything.
"""

import ast
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / "build" / "mutation"
MUTANTS = COPY / "mutants"
REACHED = MUTANTS / "mutmut-stats.json"  # which tests reach which function
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
# what is switched off only takes time; unraisableexception alone half of what a mutant costs
ARGUMENTS = (
    "-p",
    "tools.mutation_plugin",
    *(f"-pno:{name}" for name in ("unraisableexception", "cacheprovider", "playwright", "xdist")),
    "-x",
    "-q",
)
CHILDREN = "2"
KILLED = {"killed", "timeout", "segfault", "suspicious", "caught by type check"}
SURVIVED = {0, 5, 33}  # exit codes of pytest and mutmut: all tests passed, no tests, no tests
SETTINGS = """
[tool.mutmut]
source_paths = ["giar_site"]
only_mutate = {only}
also_copy = {also}
pytest_add_cli_args = {arguments}
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
track_dependencies = false
timeout_constant = 20.0
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


def files_under(folder: Path, names: tuple[str, ...]) -> Iterator[str]:
    """The files named or within the folders named, as paths relative to `folder`."""
    for name in names:
        for path in [folder / name, *sorted((folder / name).rglob("*"))]:
            if path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts):
                yield path.relative_to(folder).as_posix()


def prepare() -> None:
    """Bring the copy up to date, and forget what its changes make doubtful."""
    wanted = set(files_under(ROOT, COPIED))
    changed = [name for name in sorted(wanted) if written(name)]
    for name in set(files_under(COPY, COPIED)) - wanted:
        changed.append(name)
        for copy in (COPY, MUTANTS):
            (copy / name).unlink(missing_ok=True)
    if any(name.startswith(("giar_site/", "tests/")) for name in changed):
        REACHED.unlink(missing_ok=True)
    if any(name.startswith("tests/") for name in changed):
        for path in MUTANTS.rglob("*.py.meta"):
            forget_survivors(path)


def written(name: str) -> bool:
    """Write one file of the copy, if it differs: mutmut goes by the time of a file. True when it did."""
    content = (ROOT / name).read_bytes()
    if name.startswith(ROOMS) and name.endswith(".py"):
        content = undecorated(content.decode()).encode()
    elif name == "pyproject.toml":
        content += settings().encode()
    target = COPY / name
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    if not name.endswith(".py"):
        (MUTANTS / name).unlink(missing_ok=True)  # of a package's data mutmut copies only what is not there
    return True


def settings() -> str:
    """What mutmut reads at the end of pyproject.toml."""
    return SETTINGS.format(
        only=json.dumps([f"{room}/*.py" for room in ROOMS]),
        also=json.dumps([name for name in COPIED if name not in {"giar_site", "tests", "pyproject.toml"}]),
        arguments=json.dumps(list(ARGUMENTS)),
        tests=json.dumps(list(TESTS)),
    )


def forget_survivors(path: Path) -> None:
    """Have what survived tried anew: `path` is mutmut's record of one file."""
    record = json.loads(path.read_text(encoding="utf-8"))
    codes = record["exit_code_by_key"]
    record["exit_code_by_key"] = {name: None if code in SURVIVED else code for name, code in codes.items()}
    path.write_text(json.dumps(record), encoding="utf-8")


def results() -> dict[str, str]:
    """What became of each mutant, by its name."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], cwd=COPY, capture_output=True, text=True, check=True
    )
    return dict(line.strip().rsplit(": ", 1) for line in done.stdout.splitlines() if ": " in line)


def summary(name: str, verdicts: Iterable[str]) -> str:
    """One line: how many of some mutants were killed, and what became of the others."""
    counts = Counter(verdicts)
    killed = sum(counts[verdict] for verdict in KILLED)
    return f"{name}: {killed} of {counts.total()} mutants killed, {100 * killed / counts.total():.1f} % ({dict(counts)})"


def main() -> None:
    """Run mutmut over the files named, else over both rooms, and print what was killed and what survived: by mutant, file and room."""
    prepare()
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in sys.argv[1:]]
    chosen = [f"{module}.x*" for module in modules]
    subprocess.run([sys.executable, "-m", "tools.mutation_run", "run", "--max-children", CHILDREN, *chosen], cwd=COPY, check=False)
    verdicts = results()
    for name in sorted(name for name, verdict in verdicts.items() if verdict not in KILLED):
        print(f"{verdicts[name]}: {name}")
    by_file: dict[str, list[str]] = {}
    for name, verdict in verdicts.items():
        by_file.setdefault(name.rpartition(".")[0], []).append(verdict)
    for module in sorted(by_file):
        if not modules or module in modules:
            print(summary(module, by_file[module]))
    for room in ROOMS:
        if not modules:
            print(summary(room, [verdict for name, verdict in verdicts.items() if name.startswith(room.replace("/", "."))]))


if __name__ == "__main__":
    main()
