"""What `load` records and what the rules word are the same set of names."""

import ast
from collections import Counter
from pathlib import Path

import giar_site.load
from giar_site.rules import RULES

FOLDER = Path(giar_site.load.__file__).parent


def recorded() -> tuple[set[str], list[str]]:
    """Fault kinds named in load/ (arguments of `.fault(…)` and `Problem(…)`), and calls whose kind is computed."""
    kinds: set[str] = set()
    computed: list[str] = []
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            if name in {"fault", "Problem", "Fault"}:
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    kinds.add(kind.value)
                else:
                    computed.append(f"{path.name}: {ast.unparse(kind)}")
    return kinds, computed


def test_every_fault_kind_has_exactly_one_rule_and_every_fault_rule_a_kind() -> None:
    kinds, _ = recorded()
    assert Counter(rule.name for rule in RULES if rule.over == "fault") == Counter(kinds)


def test_no_fault_kind_is_computed_but_those_handed_on() -> None:
    _, computed = recorded()
    assert computed == ["sink.py: kind", "sink.py: problem.kind"]


def test_no_shape_error_can_be_accepted() -> None:
    assert [rule.name for rule in RULES if rule.over == "fault" and rule.acceptable] == []


def test_each_rule_stands_in_the_file_of_its_name() -> None:
    for rule in RULES:
        assert rule.function.__module__ == f"giar_site.rules.{rule.name}"
