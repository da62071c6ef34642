"""YAML bombs and traps: each is a finding at its line, in a blink, and nothing is ever read as something else than was written."""

from pathlib import Path

import pytest
from confined import Confined
from hypothesis import example, given
from hypothesis import strategies as st
from samples import AGENCY_YAML, sound_figures, sound_prose

from giar_site.load import Folder, load_agency
from giar_site.load.nodes import Mapping, Node, Scalar, Sequence
from giar_site.load.yaml_nodes import DEEPEST, parse

LIMIT = 256 * 1024
RECEIVED = "  received: [0, 0, 0, 0, 0, 0, 0]\n"
SOUND = sound_figures(2021)
REFUSED, FORBIDDEN, INVALID = "unsafe-file", "forbidden-yaml", "invalid-yaml"
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 19))

Case = tuple[str | bytes, str]

# The whole figures.yaml → the rule that finds it.
BOMBS: dict[str, Case] = {
    "30,000 open brackets, which crash libyaml's loader": ("[" * 30_000, FORBIDDEN),
    "as many open brackets as the size limit allows": ("[" * LIMIT, FORBIDDEN),
    "30,000 dashes, which crash libyaml's loader": ("- " * 30_000, FORBIDDEN),
    "as many dashes as the size limit allows": ("- " * (LIMIT // 2), FORBIDDEN),
    "as many open braces as the size limit allows": ("{" * LIMIT, FORBIDDEN),
    "braces and brackets in turns": ("[{" * (LIMIT // 2), FORBIDDEN),
    "nested mappings": ("".join(f"{' ' * n}a:\n" for n in range(700)), FORBIDDEN),
    "nested flow mappings with keys": ("{a: " * 60_000, FORBIDDEN),
    "nested question marks": ("? " * 100_000, FORBIDDEN),
    "a thousand brackets that close again": ("[" * 1_000 + "]" * 1_000, FORBIDDEN),
    "one more level than allowed": ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), FORBIDDEN),
    "a billion laughs": (LAUGHS, FORBIDDEN),
    "a merge key bomb": (MERGES, FORBIDDEN),
    "an anchor alone": (SOUND.replace("received: [", "received: &x ["), FORBIDDEN),
    "an alias alone": (SOUND.replace("received: [0,", "received: [*x,"), FORBIDDEN),
    "a list that holds itself": ("&a [*a]", FORBIDDEN),
    "a mapping that holds itself": ("&a {k: *a}", FORBIDDEN),
    "a python object": ("!!python/object/apply:os.system ['true']", FORBIDDEN),
    "a timestamp that is none": ("a: !!timestamp x", FORBIDDEN),
    "a boolean that is none": ("a: !!bool x", FORBIDDEN),
    "a binary": ("a: !!binary |\n  aGk=", FORBIDDEN),
    "a tag of its own": ("a: !secret x", FORBIDDEN),
    "a set": ("!!set {a, b}", FORBIDDEN),
    "an int of a text": ("form: !!int '2021'", FORBIDDEN),
    "two documents": (SOUND + "---\n" + SOUND, FORBIDDEN),
    "60,000 documents": ("---\n" * 60_000, FORBIDDEN),
    "a mapping as a key": ("{a: b}: c", FORBIDDEN),
    "a list as a key": ("? [a, b]\n: c", FORBIDDEN),
    "more nodes than allowed": ("a: [" + "1," * 100_000 + "]", FORBIDDEN),
    "20,000 keys": ("".join(f"k{n}: 1\n" for n in range(20_000)), FORBIDDEN),
    "9,000 unknown keys": (SOUND + "".join(f"k{n}: 1\n" for n in range(9_000)), "unknown-row"),
    "9,000 keys that nearly are rows": (SOUND + "applications2:\n" + "".join(f"  received{n}: 1\n" for n in range(9_000)), "unknown-row"),
    "a key 9,000 times": (SOUND + "form: 2021\n" * 9_000, "duplicate-key"),
    "a long list that is repeated 5,000 times": (SOUND + "x: [" + "0, " * 9_000 + "]\n" + "x: 1\n" * 5_000, "duplicate-key"),
    "15,000 tag directives": ("".join(f"%TAG !a{n}! b\n" for n in range(15_000)) + "--- a", INVALID),
    "two version directives": ("%YAML 1.1\n%YAML 1.1\n--- a", INVALID),
    "version 9": ("%YAML 9.9\n--- a", INVALID),
    "a quote that never ends": ('a: "' + "x" * 200_000, INVALID),
    "a bracket that never ends": (SOUND + "x: [", INVALID),
    "half a surrogate": (SOUND + 'x: "\\ud800"', INVALID),
    "a code point beyond the last": (SOUND + 'x: "\\U00110000"', INVALID),
    "an escape that is none": (SOUND + 'x: "\\q"', INVALID),
    "a tab as indentation": ("applications:\n\treceived: 1", INVALID),
    "a key of 200 KB": ("? " + "k" * 200_000 + "\n: 1\n" + SOUND, "unknown-row"),
    "a key of 60,000 combining marks": ("? a" + "\u0300\u0327" * 60_000 + "\n: 1\n" + SOUND, "unknown-row"),
    "only a comment of 256 KB": ("#" * LIMIT, INVALID),
    "nothing": ("", INVALID),
    "only blank lines": ("\n" * LIMIT, INVALID),
    "only a word": ("word", INVALID),
    "a list at the top": ("- 1\n- 2\n", INVALID),
    "one byte more than the limit": (SOUND + "#" * (LIMIT + 1 - len(SOUND)), REFUSED),
    "GBK": ("form: 2021 # 格式".encode("gbk"), REFUSED),
    "UTF-16": ("form: 2021".encode("utf-16"), REFUSED),
    "UTF-32": ("form: 2021".encode("utf-32"), REFUSED),
    "bytes that are no text": (bytes(range(256)), REFUSED),
    "an overlong encoding of a slash": (b"form: \xc0\xaf", REFUSED),
    "a surrogate in UTF-8": (b"form: \xed\xa0\x80", REFUSED),
    "a NUL": (SOUND.encode() + b"\0", "unsafe-text"),
    "a second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND.encode(), "unsafe-text"),
    "lines that end in a carriage return alone": (SOUND.replace("\n", "\r"), "unsafe-text"),
    "200,000 controls": ("form: 2021\n# " + "\x01" * 200_000, "unsafe-text"),
}

# What stands where a figure should → the rule that finds it. YAML would silently make another number of the first ones.
TRAPS: dict[str, Case] = {
    written: (written, "not-a-figure")
    for written in [
        "012", "0o17", "0x1F", "0b11", "12:30", "190:20:30", "1_000", "1e3", ".inf", "-.inf", ".nan", "no", "yes", "on", "true", "False",
        "2024-13-45", "2024-01-01", "１２", "٣", "²", "Ⅻ", "+12", "-1", "1.0", "1.", "08", "0.5", "1 000", "O", "l", "=1+1", "9" * 13,
        "9" * 5_000, "1" + "0" * 100_000, "1\u200b2", "'1,000'", '"12 "', "{a: 1}", "[1]", "0" * 200, "«1»", "<<", "=",
    ]
} | {
    "a blank": ("~", "blank-figure"),
    "null": ("null", "blank-figure"),
    "an empty text": ('""', "blank-figure"),
    "a control by escape": ('"\\0"', "unsafe-text"),
    "a direction override by escape": ('"\\u202e1"', "unsafe-text"),
    "a tag character by escape": ('"1\\U000e0031"', "unsafe-text"),
    "a figure too many": ("0, 0", "wrong-length"),
    "a comment that cuts the row": ("0 #", INVALID),
    "a hundred figures": (", ".join("0" * 100), "wrong-length"),
    "a text of 200 KB": ("x" * 200_000, "not-a-figure"),
    "60,000 combining marks": ("1" + "\u0300\u0327" * 60_000, "not-a-figure"),
    "remarks that invite backtracking": ("1" + "(" * 100_000, "not-a-figure"),
}  # fmt: skip


def assert_found(giar: Confined, site: Path, file: str, rule: str) -> None:
    """The rule's finding stands in `file`, in JSON and in text, and nothing was built."""
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert run.status == 1
    findings = run.findings()
    mine = [finding for finding in findings if finding["rule"] == rule]
    assert mine, [(finding["rule"], finding["message"]) for finding in findings[:5]]
    assert mine[0]["file"] == f"content/sample/{file}"
    assert mine[0]["severity"] == "error"
    assert len(findings) <= 300, "more than anybody reads"
    shown = giar.run("check", "--site", site)
    shown.assert_sane()
    assert shown.status == 1
    assert len(shown.out) < 400_000


def write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_finding(giar: Confined, site: Path, name: str) -> None:
    content, rule = BOMBS[name]
    write(site / "content/sample/2022/figures.yaml", content)
    assert_found(giar, site, "2022/figures.yaml", rule)


@pytest.mark.parametrize("name", TRAPS, ids=lambda name: name[:20])
def test_a_trap_is_a_finding(giar: Confined, site: Path, name: str) -> None:
    written, rule = TRAPS[name]
    assert isinstance(written, str)
    figures = SOUND.replace(RECEIVED, f"  received: [{written}, 0, 0, 0, 0, 0, 0]\n")
    assert figures != SOUND
    write(site / "content/sample/2022/figures.yaml", figures)
    assert_found(giar, site, "2022/figures.yaml", rule)


FRONT_MATTER: dict[str, Case] = {
    "never closed": ("---\ntitle: x\n", INVALID),
    "closed by dots": ("---\ntitle: x\n...\n", INVALID),
    "closed by four dashes": ("---\ntitle: x\n----\n", INVALID),
    "a bomb": ("---\n" + "[" * 30_000 + "\n---\n", FORBIDDEN),
    "laughs": ("---\n" + LAUGHS + "---\n", FORBIDDEN),
    "a list": ("---\n- a\n---\n", "invalid-field"),
    "a title that is a list": ("---\ntitle: [a, b]\n---\n", "invalid-field"),
    "a title turned around by an escape": ('---\ntitle: "\\u202etxt.exe"\n---\n', "unsafe-text"),
    "a title with a NUL by escape": ('---\ntitle: "a\\0b"\n---\n', "unsafe-text"),
    "a title with half a surrogate": ('---\ntitle: "\\udfff"\n---\n', INVALID),
    "unknown fields": ("---\n" + "".join(f"x{n}: 1\n" for n in range(5_000)) + "---\n", "unknown-field"),
    "5,000 attachments": ("---\nattachments:\n" + "- title: a\n" * 5_000 + "---\n", "invalid-field"),
    "a file outside": ("---\nattachments:\n- {title: a, file: ../../../site.yaml}\n---\n", "missing-file"),
    "a file by an absolute path": ("---\nattachments:\n- {title: a, file: /etc/passwd}\n---\n", "missing-file"),
    "a date that does not exist": ("---\npublished: 2023-02-30\n---\n", "invalid-field"),
    "a day without an end": ("---\npublished: 2023-01-01 99:99\n---\n", "invalid-field"),
    "a tag": ("---\ntitle: !!python/name:os.system x\n---\n", FORBIDDEN),
    "two byte order marks": ("\ufeff\ufeff---\ntitle: x\n---\n", "unsafe-text"),
    "carriage returns alone": ("---\rtitle: x\r---\r", "unsafe-text"),
    "a blank line before it": ("\n---\ntitle: x\n---\n", "unknown-section"),
}


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_hostile_front_matter_is_a_finding(giar: Confined, site: Path, name: str) -> None:
    head, rule = FRONT_MATTER[name]
    assert isinstance(head, str)
    write(site / "content/sample/2022/report.md", head + sound_prose(2021))
    assert_found(giar, site, "2022/report.md", rule)


AGENCIES: dict[str, Case] = {
    "a bomb": ("[" * 30_000, FORBIDDEN),
    "laughs": (LAUGHS, FORBIDDEN),
    "a name turned around by an escape": ('name: "\\u202egnp.exe"', "unsafe-text"),
    "a name with a line separator by escape": ('name: "a\\Lb"', "unsafe-text"),
    "a name that is a mapping": ("name: {a: b}", "invalid-field"),
    "no name": ("kind: department", "missing-field"),
    "a kind of its own": (AGENCY_YAML.replace("department", "../x"), "invalid-field"),
    "nothing": ("", "missing-field"),
    "9,000 fields": (AGENCY_YAML + "".join(f"x{n}: 1\n" for n in range(9_000)), "unknown-field"),
    "an alias": (AGENCY_YAML + "parent: *x", FORBIDDEN),
}


@pytest.mark.parametrize("name", AGENCIES)
def test_a_hostile_agency_file_is_a_finding(giar: Confined, site: Path, name: str) -> None:
    content, rule = AGENCIES[name]
    write(site / "content/sample/agency.yaml", content)
    assert_found(giar, site, "agency.yaml", rule)


def test_thousands_of_acceptances_are_one_finding_among_few(giar: Confined, site: Path) -> None:
    entry = "- {rule: row-total-mismatch, at: applications.received, reason: x}\n"
    write(site / "content/sample/2022/figures.yaml", SOUND + "accept:\n" + entry * 2_000)
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert any("最多写 200 项" in str(finding["message"]) for finding in run.findings())


def test_the_last_finding_says_how_many_more_there_are(giar: Confined, site: Path) -> None:
    write(site / "content/sample/2022/figures.yaml", SOUND + "".join(f"k{n}: 1\n" for n in range(1_000)))
    messages = [str(finding["message"]) for finding in giar.run("check", "--site", site, "--format", "json").findings()]
    assert len(messages) == 201
    assert sum("另有 800 处" in message for message in messages) == 1


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [each for item in node.items for each in scalars(item)]
    if isinstance(node, Mapping):
        return [each for key, value in node.pairs.values() for each in (key, *scalars(value))]
    return []


WORDS = [
    *"0123456789abcyno_.:-+~?!&*#|>%@`'\"[]{},= \t　（）年１²",
    "012",
    "12:30",
    "null",
    "yes",
    ": ",
    " #",
    "0x1F",
    "2024-13-45",
    "=",
    "<<",
]
one_line = st.lists(st.one_of(st.sampled_from(WORDS), st.characters(exclude_categories=["Cs", "Cc"])), max_size=20).map("".join)


@given(st.lists(one_line, min_size=1, max_size=6), st.sampled_from(["{}\n", "k{n}: {}\n", "- {}\n", "k{n}: [{}, {}]\n"]))
@example(["012", "no", "12:30", "1_000", ".inf"], "k{n}: {}\n")
@example(["2024-13-45", "~", "0x1F", "1e3"], "- {}\n")
def test_a_plain_scalar_is_stored_as_it_was_written(values: list[str], shape: str) -> None:
    text = "".join(shape.replace("{n}", str(n)).replace("{}", value) for n, value in enumerate(values))
    lines = text.split("\n")
    for scalar in scalars(parse(text).root):
        folded = scalar.length == 1 < len(scalar.text)  # over several lines
        if scalar.plain and scalar.text and not folded:
            at = scalar.column - 1
            assert scalar.text == lines[scalar.line - 1][at : at + scalar.length]


@pytest.mark.parametrize("value", [value for value in TRAPS if not set(value) & set(" ,[]{}'\"#:&*!|>%@`~<=")])
def test_what_looks_like_another_type_stays_the_text_it_is(value: str) -> None:
    ((key, scalar),) = [(key, node) for key, node in parse(f"k: {value}").root.pairs.values()]  # type: ignore[union-attr]
    assert (key.text, scalar) == ("k", Scalar(value, True, 1, 4, len(value)))  # noqa: FBT003


hostile_bytes = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from([b"---\n", b"[", b"]", b"{", b"a: ", b"- ", b"&a ", b"*a", b"!!x ", b'"\\ud800"', b"\xff", b"\0", b"\r", b"\n", b"  ", b"form: 2021\n", b"## ", "一、总体情况".encode(), b"](", b"![", b"|a|\n|-|\n", b"accept:\n- ", b"applications:\n  received: [", b"\xef\xbb\xbf", b"```", b"> ", b"<b>"]), max_size=30).map(b"".join),
)  # fmt: skip


@given(hostile_bytes, hostile_bytes, hostile_bytes)
def test_no_bytes_make_loading_raise(tmp_path_factory: pytest.TempPathFactory, agency: bytes, figures: bytes, report: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    year = folder / "a" / "2022"
    year.mkdir(parents=True)
    (folder / "a" / "agency.yaml").write_bytes(agency)
    (year / "figures.yaml").write_bytes(figures)
    (year / "report.md").write_bytes(report)
    with Folder.top(folder) as top:
        loaded = load_agency(top, "a")
    assert loaded.agency.faults or loaded.agency.reports[0].faults
    for fault in (*loaded.agency.faults, *loaded.agency.reports[0].faults):
        str(fault).encode()


def test_there_are_as_many_cases_as_promised() -> None:
    counts = {"bombs": len(BOMBS), "traps": len(TRAPS), "front matter": len(FRONT_MATTER), "agency files": len(AGENCIES)}
    print("hostile YAML:", counts)
    assert counts["bombs"] + counts["traps"] >= 40
