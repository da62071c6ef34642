"""What pytest does otherwise while mutmut tries mutants (tools/mutate.py): caches start empty, and only tests near the mutant run.

Every rule looks at every site a test checks, so hundreds of tests reach every rule, and a mutant that survives would have to
survive them all: half a minute each. The tests that could notice it are those that speak of its module or of a rule built on it. A
mutant that only another test would notice counts as survived, so the share of the killed is at worst too low.

(PYTEST_DONT_REWRITE: tools/mutation_run.py imports this before pytest does.)
"""

import ast
import re
import sys
from functools import _lru_cache_wrapper, cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "giar_site"
CACHES = ("giar_site.rules.", "giar_site.derive.", "giar_site.prose.")


def pytest_runtest_setup() -> None:
    """Empty the caches.

    mutmut forks a process for each mutant from one that has run the tests: what the right program left in a cache would hide the
    mutant, and of a test answered from a cache it would not be known that it reaches the function.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(CACHES):
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


def near(items: list[pytest.Item], module: str) -> list[pytest.Item]:
    """The tests near `module`, else all; the samples of its own rule first."""
    codes = codes_of_rules_on(module)
    words = {*words_for(module), *codes}
    found = [item for item in items if speaks_of(item, codes, words) and not starts_the_command(item)]
    return sorted(found or items, key=lambda item: code_of(item) not in codes[:1])


def speaks_of(item: pytest.Item, codes: list[str], words: set[str]) -> bool:
    """Whether a test is of one of the rules `codes` or, being of no single rule, stands in a file that has one of `words`."""
    code = code_of(item)
    return code in codes if code else not words.isdisjoint(words_in(item.path))


def starts_the_command(item: pytest.Item) -> bool:
    """Whether a test runs giar in a process of its own, which takes seconds to load every module with all its mutants."""
    return isinstance(item, pytest.Function) and not {"giar", "subprocess"}.isdisjoint(item.function.__code__.co_names)


def code_of(item: pytest.Item) -> str:
    """The code of the rule whose sample a test checks, or ""."""
    found = re.search(r"\[(G\d{3})\]", item.nodeid)
    return found[1] if found else ""


def codes_of_rules_on(module: str) -> list[str]:
    """The codes of the rules that need `module`: its own first, then those of the modules that import it."""
    from giar_site.rules import RULES  # noqa: PLC0415 - the copy's, once pytest has its path

    codes = {rule.name: rule.code for rule in RULES}
    found = [module]
    for each in found:
        found += [importer for importer in importers(each) if importer not in found]
    return [codes[name] for name in (each.rpartition(".")[2] for each in found) if name in codes]


def importers(module: str) -> list[str]:
    """The modules of the two rooms that import `module` or what `giar_site.derive` gives out of it."""
    names = set(words_for(module)[1:])
    found = []
    for path in [path for room in ("rules", "derive") for path in sorted((PACKAGE / room).glob("*.py"))]:
        imported = imports_of(path)
        if path.stem != "__init__" and (module in imported or not names.isdisjoint(imported.get("giar_site.derive", ()))):
            found.append(f"giar_site.{path.parent.name}.{path.stem}")
    return found


def words_for(module: str) -> list[str]:
    """What a file that uses `module` says: its name, or what `giar_site.derive` gives out of it."""
    from giar_site import derive  # noqa: PLC0415 - the copy's, once pytest has its path

    return [module.rpartition(".")[2], *(name for name in derive.__all__ if getattr(getattr(derive, name), "__module__", "") == module)]


@cache
def imports_of(path: Path) -> dict[str, list[str]]:
    """What a file imports from which module."""
    nodes = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.module or "": [name.name for name in node.names] for node in nodes if isinstance(node, ast.ImportFrom)}


@cache
def words_in(path: Path) -> frozenset[str]:
    """The words of a file."""
    return frozenset(re.findall(r"\w+", path.read_text(encoding="utf-8")))
