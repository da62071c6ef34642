"""The size budget of giar_site: a module or function that outgrows it is two ideas."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "giar_site"
MODULE_LINES = 250
MEDIAN_MODULE_LINES = 100
FUNCTION_LINES = 40


def sizes(package: Path) -> dict[str, int]:
    """Lines of each module that has any."""
    found = {path.relative_to(package).as_posix(): len(path.read_text("utf-8").splitlines()) for path in sorted(package.rglob("*.py"))}
    return {name: lines for name, lines in found.items() if lines}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield name and lines of each function, its docstring not counted: a rule's manual stands there and may be as long as it needs."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            manual = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) is not None else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - manual


def budget_faults(package: Path) -> list[str]:
    """Modules and functions over the budget."""
    lines = sizes(package)
    faults = [f"{name}: {count} lines, budget {MODULE_LINES}" for name, count in lines.items() if count > MODULE_LINES]
    for name in lines:
        long = [(function, count) for function, count in functions(package / name) if count > FUNCTION_LINES]
        faults += [f"{name} {function}: {count} lines, budget {FUNCTION_LINES}" for function, count in long]
    median = statistics.median(lines.values())
    return faults + ([f"the median module has {median} lines, budget {MEDIAN_MODULE_LINES}"] if median > MEDIAN_MODULE_LINES else [])


def test_the_package_keeps_its_budget() -> None:
    assert sizes(PACKAGE)
    assert budget_faults(PACKAGE) == []


def test_what_is_over_the_budget_is_seen(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 251, encoding="utf-8")
    body = "    x = 1\n" * 40
    (tmp_path / "function.py").write_text(
        f"def f():\n{body}\n\nclass C:\n    async def g():\n{body.replace('    ', '        ')}", encoding="utf-8"
    )
    assert budget_faults(tmp_path) == [
        "long.py: 251 lines, budget 250",
        "function.py f: 41 lines, budget 40",
        "function.py g: 41 lines, budget 40",
        "the median module has 168.0 lines, budget 100",
    ]


def test_what_is_just_within_the_budget_is_allowed_and_a_docstring_is_free(tmp_path: Path) -> None:
    manual = '    """One.\n' + "    More.\n" * 60 + '    """\n'
    (tmp_path / "f.py").write_text(f"def f():\n{manual}" + "    x = 1\n" * 39, encoding="utf-8")
    (tmp_path / "m.py").write_text("x = 1\n" * 90, encoding="utf-8")
    assert budget_faults(tmp_path) == []
