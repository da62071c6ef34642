"""The documents say what is true: sessions are run as printed, commands, links, files, limits and samples exist as written."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import unquote, urlsplit

import pytest
from sessions import Session, blocks

from giar_site.cli import giar
from giar_site.load import attachments, documents, files, yaml_nodes
from giar_site.render.check_views import CheckGroupView, CheckView, TermView
from giar_site.render.checks_page import ChecksView
from giar_site.render.corrections_page import CorrectionsView
from giar_site.render.frame import Frame
from giar_site.render.moved_page import MovedView
from giar_site.render.overviews import AgencyView, IndexView, YearView
from giar_site.render.prose_checks import StatementView
from giar_site.render.report_page import ReportView
from giar_site.render.rules_page import RulesView
from giar_site.render.theme import TEMPLATES
from tools.write_rule_reference import TARGET, reference

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "giar_site/README.md", ROOT / "benchmarks/README.md"],
    key=lambda document: document.relative_to(ROOT).as_posix(),
)


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)


def prose(text: str) -> str:
    """The text without comments and fenced blocks."""
    return re.sub(r"^```.*?^```$", "", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL), flags=re.MULTILINE | re.DOTALL)


def code(text: str) -> list[str]:
    """Every code span and every line of a fenced block of commands."""
    return [
        *re.findall(r"(?<!`)`([^`\n]+)`(?!`)", prose(text)),
        *(line for block in blocks(text) if block.language in {"sh", "console"} for line in block.text.splitlines()),
    ]


def test_the_rule_reference_is_what_the_manuals_say() -> None:
    assert TARGET.read_text("utf-8") == reference(), "run: python tools/write_rule_reference.py"


# Commands and options


@each_document
def test_no_two_versions_of_a_passage_stand_side_by_side(document: Path) -> None:
    assert re.findall(r"^(?:<{7}|>{7}) .*", document.read_text("utf-8"), re.MULTILINE) == []


def options_of(command: str) -> set[str]:
    parameters = giar.commands[command].params if command else giar.params
    return {option for parameter in parameters for option in parameter.opts if option.startswith("-")} | {"--help"}


def unknown_words(text: str) -> list[str]:
    """Commands, options and make targets in the code of `text` that do not exist."""
    faults = []
    every_option = set().union(*(options_of(command) for command in ("", *giar.commands)))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for span in (re.split(r"\s#\s", each)[0] for each in code(text)):  # without comments
        faults += [f"make {target}" for target in re.findall(r"(?:^|[$;&] ?)make ([a-z-]+)", span) if target not in targets]
        if span.startswith("-"):
            faults += [option for option in re.findall(r"^--?[a-z][a-z-]*", span) if option not in every_option]
        for own, command, rest in re.findall(r"(?<![\w./-])giar((?: --?[a-z-]+(?: zh| en)?)*)(?: ([a-z]+))?((?: [^;&|]*)?)", span):
            faults += [f"giar {option}" for option in re.findall(r"--?[a-z-]+", own) if option not in options_of("")]
            if command and command not in giar.commands:
                faults.append(f"giar {command}")
            elif command:
                used = re.findall(r"(?<!\S)--?[a-z-]+", rest)
                faults += [f"giar {command} {option}" for option in used if option not in options_of(command)]
    return faults


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if each.parent.name != "benchmarks"], ids=name_of)
def test_every_command_option_and_target_named_exists(document: Path) -> None:
    assert unknown_words(document.read_text("utf-8")) == []


def test_words_that_do_not_exist_are_seen() -> None:
    text = "`giar biuld` `giar build --strictly` `giar --language` `--nothing` `make tset` `giar --lang en check --strict`"
    assert unknown_words(text) == ["giar biuld", "giar build --strictly", "giar --language", "--nothing", "make tset"]


def test_the_contract_names_every_command_and_option() -> None:
    text = (ROOT / "docs/contract.md").read_text("utf-8")
    words = {f"giar {command}" for command in giar.commands} | {
        option for command in ("", *giar.commands) for option in options_of(command)
    }
    assert sorted(word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)) == []


# Links and files


def anchors(document: Path) -> set[str]:
    """The fragments a page on GitHub answers to."""
    headings = re.findall(r"^#+ +(.*)$", prose(document.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def dead_links(document: Path) -> list[str]:
    dead = []
    text = re.sub(r"`[^`\n]*`", "", prose(document.read_text("utf-8")))
    for address in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text):
        parts = urlsplit(address)
        if parts.scheme:
            continue
        target = document.parent / unquote(parts.path) if parts.path else document
        if not target.exists() or (parts.fragment and unquote(parts.fragment) not in anchors(target)):
            dead.append(address)
    return dead


@each_document
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    assert dead_links(document) == []


def test_dead_links_are_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](#one-two) [b](#three) [c](page.md) [d](gone.md) [e](https://example.org/x)\n", encoding="utf-8")
    assert dead_links(page) == ["#three", "gone.md"]


def missing_paths(document: Path) -> list[str]:
    """Files and folders of the repository named in code spans that are not there; what holds `<`, `*` or `{` is a pattern."""
    named = [span for span in code(document.read_text("utf-8")) if re.fullmatch(r"[\w.-]+/[\w./-]*|[\w-]+\.(?:py|toml|sh)", span)]
    bases = (ROOT, ROOT / "giar_site", document.parent)
    return [name for name in named if not any((base / name).exists() for base in bases)]


@pytest.mark.parametrize("name", ["giar_site/README.md", "CONTRIBUTING.md"])
def test_every_file_that_developers_are_sent_to_exists(name: str) -> None:
    assert missing_paths(ROOT / name) == []


# Sessions


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/operating.md"])
def test_sessions_run_as_printed(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert text.count("\n$ giar ") > 3
    assert Session(tmp_path).played(text) == text, f"run: python tests/sessions.py {name}"


def test_a_session_that_says_something_else_is_seen(tmp_path: Path) -> None:
    text = "```console\n$ echo one; echo two\n…\ntwo\n$ false\n$ echo $?\n0\n```\n"
    assert Session(tmp_path).played(text) == text.replace("\n0\n", "\n1\n")


# Samples and limits


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    subprocess.run([sys.executable, "-m", "giar_site", "--lang", "en", "build", "--output", str(folder)], cwd=ROOT, check=True)
    return folder


def samples(language: str) -> list[str]:
    return [block.text for block in blocks((ROOT / "docs/contract.md").read_text("utf-8")) if block.language == language]


def includes(whole: Any, part: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether `part` is `whole` with some keys of its inner mappings, and some of the mappings in a list, left out."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and includes(whole[key], value) for key, value in part.items())
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return isinstance(whole, list) and all(each in whole for each in part)
    return bool(whole == part)


def test_the_contracts_finding_is_one_that_giar_prints() -> None:
    command = [sys.executable, "-m", "giar_site", "--lang", "en", "check", "--format", "json"]
    real = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    sample = json.loads(samples("json")[1])
    assert list(sample) == list(real)
    assert sample["summary"] == real["summary"]
    assert all(finding in real["findings"] and list(finding) == list(real["findings"][0]) for finding in sample["findings"])


def test_the_contracts_data_are_those_of_the_sample_site(built: Path) -> None:
    sample = json.loads(samples("json")[0])
    real = json.loads((built / f"data/{sample['agency']}/{sample['year']}.json").read_text("utf-8"))
    assert list(sample) == list(real)
    assert includes(real, sample)
    lines = (built / "data/figures.csv").read_text("utf-8-sig").splitlines()
    assert [line for line in samples("csv")[0].splitlines() if line not in lines] == []


def test_every_page_of_the_contract_is_built(built: Path) -> None:
    text = (ROOT / "docs/contract.md").read_text("utf-8")
    paths = re.findall(r"^\| `([\w<>./]+\.(?:html|xml|json|csv))` \|", text, re.MULTILINE)
    patterns = [re.sub("<(?:agency|year)>", "*", path) for path in paths]
    assert len(paths) > 8
    assert [path for path, each in zip(paths, patterns, strict=True) if not list(built.glob(each))] == []
    named = {path for each in patterns for path in built.glob(each)}
    assert [path for path in built.rglob("*") if path.suffix in {".html", ".xml", ".json", ".csv"} and path not in named] == []


def test_the_limits_are_those_of_the_code() -> None:
    text = (ROOT / "docs/contract.md").read_text("utf-8")
    limits = {
        "figures.yaml, report.md, agency.yaml": f"{documents.LARGEST_TEXT // 1024} KiB",
        "an attachment": f"{attachments.LARGEST_ATTACHMENT // 1024**2} MiB",
        "a file name": f"{files.LONGEST_NAME} bytes",
        "depth of a YAML file": str(yaml_nodes.DEEPEST),
        "nodes of a YAML file": f"{yaml_nodes.MOST_NODES:,}",
    }
    assert [f"| {what} | {limit} |" for what, limit in limits.items() if f"| {what} | {limit} |" not in text] == []


# Themes


def view_classes() -> dict[str, type]:
    """Every view a template can reach from its page or the frame, by name."""
    found: dict[str, type] = {}
    waiting: list[Any] = [
        Frame,
        ReportView,
        AgencyView,
        YearView,
        IndexView,
        ChecksView,
        CorrectionsView,
        MovedView,
        RulesView,
        CheckGroupView,
        CheckView,
        TermView,
        StatementView,
    ]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        is_view = isinstance(each, type) and each.__module__.startswith("giar_site.render.") and each.__name__ not in {*found, "GridRow"}
        if is_view and (hints := get_type_hints(each)):
            found[each.__name__] = each
            waiting += hints.values()
    return found


def test_the_themes_document_names_every_field_of_every_view() -> None:
    parts = re.split(r"^### (\w+)$", (ROOT / "docs/themes.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    told = {}
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        told[name] = {field for row in re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE) for field in re.findall(r"`(\w+)`", row)}
    assert told == {name: set(get_type_hints(view)) for name, view in view_classes().items()}


def test_the_themes_document_names_every_template() -> None:
    assert [name for name in TEMPLATES if f"| `{name}` |" not in (ROOT / "docs/themes.md").read_text("utf-8")] == []
