"""The floors of giar_site: a file imports only from lower floors, files of one floor do not know each other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "giar_site"

# The package's own __init__.py (its version) lies under the ground floor: everyone may know it, it knows nobody.
FLOORS: dict[int, tuple[str, ...]] = {
    12: ("__main__.py",),
    11: ("cli.py",),
    10: ("commands/",),
    9: ("preview.py", "recheck.py", "options.py", "surroundings.py", "deploying/"),
    8: ("serve/", "importing/", "packing/", "examining/", "verifying/"),
    7: ("build.py", "explain.py", "export/", "mend/", "output/", "review/", "scaffold.py", "schema/", "locking.py"),
    6: ("check.py", "render/", "publish/", "sealing/"),
    5: ("rules/",),
    4: ("derive/", "prose/", "importers/"),
    3: ("load/",),
    2: ("model.py",),
    1: (
        "forms/",
        "parallel.py",
        "causes.py",
        "bilingual.py",
        "manual.py",
        "private/",
        "width.py",
        "clock.py",
        "locked.py",
        "settings.py",
        "statements.py",
        "addresses.py",
        "reorganisation.py",
        "kind_by_name.py",
        "site_place.py",
        "not_there.py",
    ),
    0: ("diagnostics.py",),
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}


def modules(package: Path) -> dict[str, Path]:
    """Every module of `package` by its dotted name, the package's own included."""
    found = {}
    for path in package.rglob("*.py"):
        parts = (package.name, *path.relative_to(package).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room(module: str, known: dict[str, Path]) -> str:
    """Return the entry of the floor table that `module` belongs to: a file, or a folder with its slash; "" for the package itself."""
    parts = module.split(".")
    if len(parts) == 1:
        return ""
    return f"{parts[1]}/" if known[".".join(parts[:2])].name == "__init__.py" else f"{parts[1]}.py"


def imports(module: str, known: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Yield (line, module of the same package) for each import, wherever in the file it stands: knowing later is knowing too."""
    path = known[module]
    base = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = base[: len(base) - node.level + 1] if node.level else []
            origin = ".".join([*start, *([node.module] if node.module else [])])
            names = [(origin, alias.name) for alias in node.names]
        else:
            continue
        for origin, name in names:
            target = f"{origin}.{name}" if f"{origin}.{name}" in known else origin
            if target in known and target != module:
                yield node.lineno, target


def floor_faults(package: Path) -> list[str]:
    """Modules without a floor, and imports that do not lead downwards."""
    known = modules(package)
    faults = [f"{module} has no floor" for module in known if (name := room(module, known)) and name not in FLOOR_OF]
    for module in known:
        here = room(module, known)
        for line, target in sorted(set(imports(module, known))):
            there = room(target, known)
            if here != there and there and FLOOR_OF.get(there, 99) >= FLOOR_OF.get(here, -1):
                faults.append(f"{module}:{line} imports {target}: floor {FLOOR_OF.get(here)} may not know floor {FLOOR_OF.get(there)}")
    return faults


def cycles(package: Path) -> list[str]:
    """Import cycles between single modules, each named once."""
    known = modules(package)
    graph = {module: sorted({target for _, target in imports(module, known)}) for module in known}
    faults: list[str] = []
    done: set[str] = set()

    def visit(module: str, path: list[str]) -> None:
        if module in path:
            faults.append(" → ".join([*path[path.index(module) :], module]))
        elif module not in done:
            for target in graph[module]:
                visit(target, [*path, module])
            done.add(module)

    for module in sorted(graph):
        visit(module, [])
    return faults


def floors_shown(readme: str) -> dict[str, int]:
    """Read the floor table from the code block of a README: lines that start with a digit, then the files of that floor."""
    shown = {}
    for block in re.findall(r"^```\w*\n(.*?)^```", readme, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if match := re.match(r"\s*(\d+)\s+(.*)", line):
                shown.update({name: int(match[1]) for name in re.findall(r"(?<!\S)(\w+(?:\.py|/))(?=\s|$|,)", match[2])})
    return shown


def test_every_file_has_a_floor_and_imports_only_from_lower_ones() -> None:
    assert modules(PACKAGE)
    assert floor_faults(PACKAGE) == []


def test_no_import_goes_in_a_circle() -> None:
    assert cycles(PACKAGE) == []


def test_the_readme_shows_these_floors() -> None:
    assert floors_shown((PACKAGE / "README.md").read_text("utf-8")) == FLOOR_OF


def house(folder: Path, **files: str) -> Path:
    """Write a toy package: `rules__one` stands for rules/one.py."""
    package = folder / "giar_site"
    for name, text in {"__init__": "", **files}.items():
        path = package / (name.replace("__", "/") if name != "__init__" else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent != package:
            (path.parent / "__init__.py").touch()
        path.with_suffix(".py").write_text(text, encoding="utf-8")
    return package


def test_an_import_upwards_is_seen_in_every_spelling(tmp_path: Path) -> None:
    for number, text in enumerate(
        [
            "import giar_site.cli",
            "from giar_site import cli",
            "from giar_site.cli import main",
            "from . import cli",
            "from .cli import main",
            "def late():\n    from giar_site import cli",
        ]
    ):
        package = house(tmp_path / str(number), model=text, cli="")
        assert any("imports giar_site.cli" in fault for fault in floor_faults(package)), text


def test_neighbours_on_one_floor_are_seen(tmp_path: Path) -> None:
    package = house(tmp_path, prose__claims="from giar_site.derive import totals", derive__totals="")
    assert floor_faults(package) == ["giar_site.prose.claims:1 imports giar_site.derive.totals: floor 4 may not know floor 4"]


def test_a_file_without_a_floor_is_seen(tmp_path: Path) -> None:
    assert floor_faults(house(tmp_path, utils="")) == ["giar_site.utils has no floor"]


def test_downward_and_inner_imports_are_allowed(tmp_path: Path) -> None:
    package = house(
        tmp_path,
        diagnostics="import giar_site",
        rules__sums="from giar_site import diagnostics, __version__\nfrom . import help",
        rules__help="",
    )
    assert floor_faults(package) == []
    assert cycles(package) == []


def test_a_circle_inside_a_package_is_seen(tmp_path: Path) -> None:
    package = house(tmp_path, rules__one="from . import two", rules__two="from .one import x")
    assert cycles(package) == ["giar_site.rules.one → giar_site.rules.two → giar_site.rules.one"]


def test_the_table_is_read_from_a_readme() -> None:
    text = "Floors:\n```\n8  cli.py, __main__.py    words in\n5  render/            publish.py       records to pages (bytes)\n```\n"
    assert floors_shown(text) == {"cli.py": 8, "__main__.py": 8, "render/": 5, "publish.py": 5}
