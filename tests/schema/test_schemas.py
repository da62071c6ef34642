"""The schemas take what giar takes, refuse what it refuses, and name every field that is read."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource
from samples import sound_figures

from giar_site import forms
from giar_site.diagnostics import CannotGoOn
from giar_site.forms import Kind
from giar_site.load import Folder, load_agency, load_settings, read_figure
from giar_site.model import Reading
from giar_site.rules import RULES
from giar_site.scaffold import SITE_YAML, agency_yaml, figures_yaml
from giar_site.schema import MARK, bind_in_vscode, schemas, settings_text, write_schemas
from giar_site.schema.figure import figure_schema
from giar_site.schema.rows import label_pattern

SCHEMAS = schemas(RULES)
REGISTRY: Registry[Any] = Registry().with_resources([(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()])
REAL = sorted(REPOSITORY.glob("content/*/*/figures.yaml"))
GOLDEN = sorted(REPOSITORY.glob("tests/sites/*/content/*/*/figures.yaml"))
SOUND = [path for path in GOLDEN if "broken" not in path.parts]


class _Plainly(yaml.SafeLoader):
    """YAML 1.2's types, as an editor reads them: no dates, no yes and no, no octal, no base 60."""


_Plainly.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:null", r"|~|null", "~n"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    _Plainly.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern})$"), ["", *_first])
_Plainly.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def faults(text: str, name: str = "figures.json") -> list[str]:
    validator = jsonschema.Draft7Validator(SCHEMAS[name], registry=REGISTRY)
    return [error.message for error in validator.iter_errors(yaml.load(text, _Plainly))]  # noqa: S506 - a safe loader


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", [*REAL, *SOUND], ids=lambda path: "/".join(path.parts[-3:-1]))
def test_what_was_really_published_passes(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


def test_there_are_real_and_golden_files_to_try() -> None:
    assert len(REAL) == 5
    assert len(SOUND) >= 4


@pytest.mark.parametrize("form", forms.editions(), ids=lambda form: str(form.edition))
def test_a_new_report_passes(form: forms.Form) -> None:
    assert faults(figures_yaml(form, form.first_year)) == []


def test_new_agency_and_site_files_pass() -> None:
    assert faults(agency_yaml("某局"), "agency.json") == []
    assert faults(SITE_YAML, "site.json") == []
    assert faults((REPOSITORY / "site.yaml").read_text("utf-8"), "site.json") == []
    for path in REPOSITORY.glob("content/*/agency.yaml"):
        assert faults(path.read_text("utf-8"), "agency.json") == []


SOUND_TEXT = sound_figures(2021)
REVIEW = "  review: [0, 0, 0, 0, 0]"


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("  received:", "  recieved:"),
        ("applications:", "aplications:"),
        ("form: 2021", "form: 2020"),
        ("form: 2021\n", ""),
        (REVIEW, "  review: [0, 0, 0]"),
        (REVIEW, "  review: [0, 0, 0, 0, 0, 0]"),
        (REVIEW, "  review: 0"),
        (REVIEW, "  review: {a: 0}"),
        (REVIEW + "\n", ""),
        (REVIEW, "  review: [-1, 0, 0, 0, 0]"),
        (REVIEW, "  review: [1.5, 0, 0, 0, 0]"),
        (REVIEW, "  review: [l0, 0, 0, 0, 0]"),
        (REVIEW, "  review: ['１２', 0, 0, 0, 0]"),
        (REVIEW, "  review: [[0], 0, 0, 0, 0]"),
        (REVIEW, "  review: ['1,000', 0, 0, 0, 0]"),
        ("  fees: [0]", "  fees: [0, 0]"),
        ("  fees: [0]", "  fees: [3万]"),
        ("form: 2021", "form: 2021\naccept: [{rule: blank-figure, at: x}]"),
        ("form: 2021", "form: 2021\naccept: [{rule: blank-figure, at: x, reason: y, why: z}]"),
        ("form: 2021", "form: 2021\naccept: x"),
        ("form: 2021", "form: 2021\nacept: []"),
    ],
)
def test_what_is_wrong_is_refused(written: str, instead: str) -> None:
    assert written in SOUND_TEXT
    assert faults(SOUND_TEXT) == []
    assert faults(SOUND_TEXT.replace(written, instead, 1)) != []


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (REVIEW, "  review: [0, 0, 0, 0]"),
        (REVIEW, "  review: [~, '', /, —, 无]"),
        (REVIEW, "  review: [8(计划), 3件, 0, 0, 0]"),
        (REVIEW, '  review: ["12", 0, 0, 0, 12]'),
        (REVIEW, "  行政复议: [0, 0, 0, 0, 0]"),
        ("  received:", "  一、本年新收政府信息公开申请数量:"),
        ("  received:", "  本年新收 政府信息公开申请数量:"),
        ("    partly_granted:", "    (二)部分公开(区分处理的,只计这一情形,不计其他情形):"),
        ("applications:", "收到和处理政府信息公开申请情况:"),
        ("  fees: [0]", "  fees: 3.25"),
        ("  fees: [0]", "  fees: [12345元]"),
        ("form: 2021", "form: '2021'\naccept:\ncorrections: []"),
        ("form: 2021", "form: 2021\naccept: [{rule: 空着没有填数, at: disclosure.fees, reason: 1}]"),
    ],
)
def test_what_giar_takes_passes(written: str, instead: str) -> None:
    assert written in SOUND_TEXT
    assert faults(SOUND_TEXT.replace(written, instead, 1)) == []


def test_a_total_row_may_be_left_out() -> None:
    lines = [line for line in SOUND_TEXT.split("\n") if not line.startswith("    total:")]
    assert faults("\n".join(lines)) == []


CELLS = {cell.kind: cell for form in forms.editions() for cell in form.cells}
PIECES = st.lists(
    st.sampled_from(
        ["0", "7", "12", ".", "-", "+", "增", "减少", "件", "(计划)", "（", "）", "元", "万元", " ", "/", "~", "无", "\\", "l", "１"]
    ),
    max_size=4,
).map("".join)


@given(st.sampled_from(list(Kind)), PIECES)
def test_a_text_passes_just_when_giar_reads_it(kind: Kind, text: str) -> None:
    cell = CELLS[kind]
    figure = read_figure(text, kind, cell.unit)
    passes = jsonschema.Draft7Validator(figure_schema(cell)).is_valid(text)
    assert passes == (figure.reading is not Reading.UNREADABLE)


@pytest.mark.parametrize("form", forms.editions(), ids=lambda form: str(form.edition))
def test_every_row_is_explained_in_the_forms_own_words_and_columns_in_order(form: forms.Form) -> None:
    definitions = SCHEMAS[f"figures-{form.edition}.json"]["definitions"]
    for row in form.rows:
        told = definitions[row.id]
        assert told["title"] == row.label
        assert "、".join(cell.column_path[-1].label for cell in row.cells) in told["description"]
        assert ", ".join(cell.column for cell in row.cells) in told["description"]


def test_every_pattern_is_one_that_an_editor_understands() -> None:
    """ECMAScript's unicode mode refuses any escape it does not know."""
    patterns = []
    waiting: list[Any] = list(SCHEMAS.values())
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            patterns += [each["pattern"]] if isinstance(each.get("pattern"), str) else []
            patterns += list(each.get("patternProperties", {}))
        waiting += each.values() if isinstance(each, dict) else each if isinstance(each, list) else []
    assert len(patterns) > 60
    assert {escape for pattern in patterns for escape in re.findall(r"\\(.)", pattern)} <= set("sd^$.*+?()[]{}|/\\")
    assert all("(?P" not in pattern for pattern in patterns)


@pytest.mark.parametrize(
    ("name", "passes"),
    [("（一）予以公开", True), ("予以公开", True), ("(一) 予以公开", True), ("予以公开了", False), ("不予以公开", False)],
)
def test_a_label_is_known_as_giar_knows_it(name: str, passes: bool) -> None:  # noqa: FBT001 - a table of facts
    assert bool(re.search(label_pattern("（一）予以公开"), name)) == passes


def asked_for(schema: dict[str, Any]) -> set[str]:
    return set(schema["properties"])


def test_the_fields_are_those_that_are_read(tmp_path: Path) -> None:
    """Every mapping gets a field nobody knows, and the fault that says so lists the fields that are read."""
    (tmp_path / "site.yaml").write_text(
        "zzz: 1\nowner: {zzz: 1, contact: {zzz: 1}}\ndeadlines: {zzz: 1}\nexpected: [{zzz: 1}]\ndeploy: {a: {zzz: 1}}\n", encoding="utf-8"
    )
    folder = tmp_path / "content" / "ju"
    (folder / "2022").mkdir(parents=True)
    (folder / "agency.yaml").write_text("zzz: 1\ncontact: {zzz: 1}\nlineage: [{zzz: 1}]\n", encoding="utf-8")
    (folder / "2022" / "figures.yaml").write_text("accept: [{zzz: 1}]\ncorrections: [{zzz: 1}]\n", encoding="utf-8")
    with Folder.top(tmp_path) as top, top.folder("content") as content:
        agency = load_agency(content, "ju").agency
        found = [*load_settings(top).faults, *agency.faults, *agency.reports[0].faults]
    known = {(fault.place.file, fault.at.item): set(fault.word("known").split()) for fault in found if fault.kind == "unknown_field"}
    site, an_agency, edition = SCHEMAS["site.json"], SCHEMAS["agency.json"], SCHEMAS["figures-2021.json"]
    own, figures = "content/ju/agency.yaml", "content/ju/2022/figures.yaml"
    assert known == {
        ("site.yaml", "zzz"): asked_for(site),
        ("site.yaml", "owner.zzz"): asked_for(site["properties"]["owner"]),
        ("site.yaml", "owner.contact.zzz"): asked_for(site["properties"]["owner"]["properties"]["contact"]),
        ("site.yaml", "deadlines.zzz"): asked_for(site["properties"]["deadlines"]),
        ("site.yaml", "expected.1.zzz"): asked_for(site["properties"]["expected"]["items"]),
        ("site.yaml", "deploy.a.zzz"): asked_for(site["properties"]["deploy"]["additionalProperties"]),
        (own, "zzz"): asked_for(an_agency),
        (own, "contact.zzz"): asked_for(an_agency["properties"]["contact"]),
        (own, "lineage.1.zzz"): asked_for(an_agency["properties"]["lineage"]["items"]),
        (figures, "accept.1.zzz"): asked_for(edition["properties"]["accept"]["items"]),
        (figures, "corrections.1.zzz"): asked_for(edition["properties"]["corrections"]["items"]),
    }


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        (
            "title: 年报\ndeadlines: {township: 02-28, office: none}\nexpected: [{slug: a, from: 2021}]\nhosts: [a.example]\n",
            "site.json",
            1,
        ),
        ("title: 年报\ndeadlines: {township: 02-29}\n", "site.json", 0),
        ("title: 年报\nexpected: [a-ju]\n", "site.json", 0),
        ("name: 局\nlevel: county\nchildren_complete: true\ndeadline: 01-31\n", "agency.json", 1),
        ("name: 局\nlevel: 县\n", "agency.json", 0),
        ("name: 局\ndeadline: 1-31\n", "agency.json", 0),
        ("name: 局\nchildren_complete: 是\n", "agency.json", 0),
    ],
)
def test_deadlines_levels_and_expected_agencies_are_judged_as_giar_judges_them(text: str, name: str, fits: int) -> None:
    assert (faults(text, name) == []) == fits


def test_schemas_are_written_and_written_again_but_never_over_another_file(tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    written = write_schemas(folder, RULES)
    assert sorted(path.name for path in written) == ["agency.json", "figures-2019.json", "figures-2021.json", "figures.json", "site.json"]
    before = {path: path.read_bytes() for path in written}
    write_schemas(folder, RULES)
    assert {path: path.read_bytes() for path in written} == before
    assert all(MARK.encode() in text for text in before.values())
    (folder / "site.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CannotGoOn, match="was not written by giar"):
        write_schemas(folder, RULES)
    assert (folder / "site.json").read_text(encoding="utf-8") == "{}"


def test_vs_code_is_told_unless_it_was_told_something_already(tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    assert bind_in_vscode(tmp_path, folder) == tmp_path / ".vscode" / "settings.json"
    written = (tmp_path / ".vscode" / "settings.json").read_text("utf-8")
    assert written == settings_text(tmp_path, folder)
    assert '"./schema/figures.json": "content/*/*/figures.yaml"' in written
    (tmp_path / ".vscode" / "settings.json").write_text("// own\n", encoding="utf-8")
    assert bind_in_vscode(tmp_path, folder) is None
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == "// own\n"


def test_a_folder_outside_the_site_is_named_by_its_address(tmp_path: Path) -> None:
    assert (tmp_path / "elsewhere").as_uri() + "/site.json" in settings_text(tmp_path / "site", tmp_path / "elsewhere")
