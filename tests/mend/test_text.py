"""figures.yaml is mended where that takes no judgement, and nothing that could be read ever changes."""

import json
import re
from typing import Any

import pytest
from conftest import REPOSITORY
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import sound_figures
from sound import Values, sound_reports

from giar_site import forms
from giar_site.forms import Form
from giar_site.mend import mended
from giar_site.mend.reading import read
from giar_site.model import Reading
from giar_site.scaffold import figures_yaml

SOUND = sound_figures(2021)
REVIEW = "  review: [0, 0, 0, 0, 0]"
RECEIVED = "  received: [0, 0, 0, 0, 0, 0, 0]"


def tight(text: str) -> str:
    """`text` without the blanks that the layout is made of."""
    return re.sub(r"\[ +", "[", re.sub(r" +", " ", text))


def mended_row(row: str) -> str:
    """What becomes of one row, blanks aside."""
    before = SOUND.replace(REVIEW, row)
    return tight(mended(before).split("\n")[before.split("\n").index(row)])


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        ("  review: [１, 0, 0, 0, 1]", " review: [1, 0, 0, 0, 1]"),
        ("  review: [１, 0, 0, 0, 2]", " review: [1, 0, 0, 0, 2]"),  # wrong, but for a rule to say
        ("  review: [1, 0, 0, 0, ６２]", " review: [1, 0, 0, 0, 62]"),
        ("  review: [1, 0, 0, 0, 01]", " review: [1, 0, 0, 0, 1]"),
        ("  review: ['１', 0, 0, 0, 1]", " review: ['1', 0, 0, 0, 1]"),
        ('  review: ["1,000", 0, 0, 0, 1000]', ' review: ["1000", 0, 0, 0, 1000]'),
        ("  review: [1_000, 0, 0, 0, 1000]", " review: [1000, 0, 0, 0, 1000]"),
        ("  review: [1，000, 0, 0, 0, 1000]", " review: [1000, 0, 0, 0, 1000]"),
        ("  review: [1 0, 0, 0, 0, 10]", " review: [10, 0, 0, 0, 10]"),
        ("  review: [12.0, 0, 0, 0, 12]", " review: [12, 0, 0, 0, 12]"),
        ("  review: [1, 2, 0, 0]", " review: [1, 2, 0, 0, 3]"),
        ("  review: [１, 2, 0, 0]", " review: [1, 2, 0, 0, 3]"),
        ("  review: [1，2，0，0，3]", " review: [1, 2, 0, 0, 3]"),
        ("  review: 【1, 2, 0, 0, 3】", " review: [1, 2, 0, 0, 3]"),
        ("  review: [1,000, 0, 0, 0, 1,000]", " review: [1000, 0, 0, 0, 1000]"),
        ("  review: [１,000, 0, 0, 0, 1000]  # 行政复议", " review: [1000, 0, 0, 0, 1000] # 行政复议"),
    ],
)
def test_what_has_one_meaning_is_written_plainly(row: str, becomes: str) -> None:
    assert mended_row(row) == becomes


@pytest.mark.parametrize(
    "row",
    [
        "  review: [l, 0, 0, 0, 1]",  # a letter
        "  review: [1 0, 0, 0, 0, 11]",  # 1 and 0 with a comma lost?
        "  review: [01, 0, 0, 0, 2]",  # the sums ask for another figure
        "  review: [0, 1,011, 0, 0]",  # 1011 and no total, or five figures
        "  review: [~, 0, 0, 0, 0]",  # a blank is no zero
        "  review: [1, ~, 0, 0]",
        "  review: [8(计划), 0, 0, 0, 8]",  # published so
        "  review: [3件, 0, 0, 0, 3]",
        "  review: [+5, 0, 0, 0, 5]",
        "  review: [1,000, 0, 0, 0, 999]",  # joined it does not add up
        "  review: [1, 2, 3]",
        "  review: [1, 2, 0, 0, 3, 4]",
        "  review: [1，2，0，0，4]",
        "  review: [１,000, 0, 0, 0]",
        "  review: [１,０00, 0, 0, 0]",
    ],
)
def test_what_may_mean_two_things_is_left_alone(row: str) -> None:
    text = SOUND.replace(REVIEW, row)
    assert tight(mended(text)) == tight(text)


def test_a_row_in_doubt_keeps_its_spacing_when_others_are_laid_out() -> None:
    text = SOUND.replace(REVIEW, "  review: [１,000,  0,0, 0]").replace(
        "  direct_suits: [0, 0, 0, 0, 0]", "  direct_suits: [１２, 0, 0, 0, 12]"
    )
    better = mended(text, align=True)
    assert "\n  review: [１,000,  0,0, 0]\n" in better
    assert "\n  direct_suits:       [12, 0, 0, 0, 12]\n" in better


GRANTED = "    granted:                [0, 0, 0, 0, 0, 0, 0]"


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        ("    granted:                [０, 0, 0, 0, 0, 0, 0]", "    granted:                [0, 0, 0, 0, 0, 0, 0]"),
        ("    granted:                [０, 0, 0, 0, 0, 0]", "    granted:                [0, 0, 0, 0, 0, 0, 0]"),
        ('    granted:                ["1,000", 0, 0, 0, 0, 0, 1000]', '    granted:                ["1000", 0, 0, 0, 0, 0, 1000]'),
    ],
)
def test_only_the_line_in_which_something_was_mended_changes(row: str, becomes: str) -> None:
    text = figures_yaml(forms.edition(2021), 2024)
    assert GRANTED in text
    assert mended(text.replace(GRANTED, row)) == text.replace(GRANTED, becomes)


def test_a_mended_figure_keeps_the_room_it_had_where_the_table_lined_up() -> None:
    before = "form: 2021\nreview_and_litigation:\n  review:       [ 1, 0, 0, 0,  1]\n  direct_suits: [１, 0, 0, 0, １]\n"
    assert mended(before) == before.replace("１", " 1")


def test_tables_that_do_not_line_up_are_laid_out_only_if_asked() -> None:
    untidy = SOUND.replace(REVIEW, "  review: [1,0,0,0,1]")
    assert mended(untidy) == untidy
    assert mended(untidy, align=True) != untidy


def test_a_total_row_that_was_left_out_is_written_behind_its_group() -> None:
    text = "\n".join(line for line in figures_yaml(forms.edition(2021), 2024).split("\n") if not line.startswith("    total:"))
    text = text.replace(" granted:                [0, 0, 0, 0, 0, 0, 0]", " granted:                [3, 0, 0, 0, 0, 0, 3]", 1)
    better = mended(text)
    added = [line for line in better.split("\n") if line not in text.split("\n")]
    assert added == ["    total:                  [3, 0, 0, 0, 0, 0, 3]  # （七）总计"]
    lines = better.split("\n")
    assert lines[lines.index(added[0]) - 1].lstrip().startswith("other:")
    assert lines[lines.index(added[0]) + 1].lstrip().startswith("carried_out:")


def test_a_row_on_two_lines_is_mended_figure_by_figure() -> None:
    text = SOUND.replace(REVIEW, "  review: [１,\n    0, 0, 0, １]")
    assert tight(mended(text)) == tight(text.replace("１", "1"))


def test_a_total_that_two_sums_disagree_about_is_not_written() -> None:
    text = "\n".join(line for line in SOUND.split("\n") if not line.startswith("    total:"))
    text = text.replace("    granted: [0, 0, 0, 0, 0, 0, 0]", "    granted: [3, 0, 0, 0, 0, 0, 5]")
    assert "    total:" not in mended(text)


def test_a_total_row_is_not_written_into_a_group_in_braces() -> None:
    tree: dict[str, Any] = {}
    for row in forms.edition(2021).rows:
        *groups, key = row.key.split(".")
        if groups[:1] == ["outcome"] and key != "total":
            below = tree
            for group in groups[1:]:
                below = below.setdefault(group, {})
            below[key] = [0] * 7
    head, _, rest = SOUND.partition("  outcome:\n")
    text = f"{head}  outcome: {json.dumps(tree)}\n  carried_out{rest.partition('  carried_out')[2]}"
    found = read(text)
    assert found
    assert found.sink.faults == []
    assert tight(mended(text)) == tight(text)


def test_a_total_of_a_row_in_lines_is_left_out_still() -> None:
    text = SOUND.replace(REVIEW, "  review:\n    - 1\n    - 0\n    - 0\n    - 0")
    assert tight(mended(text)) == tight(text)


@pytest.mark.parametrize(
    "change",
    [
        ("form: 2021", "form: 2020"),
        ("form: 2021\n", ""),
        ("applications:", "applications:\n  received: [1"),
        ("form: 2021", "form: 2021\nform: 2021"),
        ("form: 2021", "form: 2021  # \u202e"),
        ("form: 2021", "form: &a 2021"),
    ],
)
def test_a_file_that_is_not_safely_understood_is_never_touched(change: tuple[str, str]) -> None:
    text = SOUND.replace(REVIEW, "  review: [１, 0, 0, 0, 1]").replace(*change)
    assert mended(text) == text


@pytest.mark.parametrize("path", sorted(REPOSITORY.glob("content/*/*/figures.yaml")), ids=lambda path: path.parts[-3])
def test_the_real_files_have_nothing_to_mend(path) -> None:  # noqa: ANN001 - a path
    text = path.read_text("utf-8")
    assert mended(text, align=True) == text


@pytest.mark.parametrize("form", forms.editions(), ids=lambda form: str(form.edition))
def test_a_new_report_has_nothing_to_mend(form: Form) -> None:
    text = figures_yaml(form, form.first_year)
    assert mended(text, align=True) == text


def test_comments_quotes_and_the_order_of_rows_stay() -> None:
    text = (
        "# 最上面\n"
        + SOUND.replace(REVIEW, '  # 上面\n  review: ["１", 0, 0, 0, "1"]   # 旁边 １２\n  # 下面')
        + "accept:\n  - {rule: x, at: y, reason: '１２'}  # １\n"
    )
    better = mended(text, align=True)
    assert tight(better) == tight(text.replace('["１"', '["1"'))


# Any file


def wide(text: str) -> str:
    return text.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))


def grouped(text: str) -> str:
    return f'"{int(text):,}"' if text.isdigit() else text


SPELLINGS = st.sampled_from(
    [str, str, str, str, wide, grouped, lambda text: f"00{text}", lambda text: f"'{text}'", lambda text: f" {text} "]
)
ODD = st.sampled_from(["", "", "", "", "~", "/", "8(计划)", "l2", "1 2", "x", "+7", "[1]", "'1,2'"])


@st.composite
def written_files(draw: st.DrawFn) -> str:
    """A figures.yaml with sound figures, some written oddly, some totals left out, in an untidy layout."""
    form, values = draw(sound_reports())
    return _written(draw, form, values)


def _written(draw: st.DrawFn, form: Form, values: Values) -> str:
    lines = [f"form: {form.edition}"]
    open_keys: list[str] = []
    drop_total = draw(st.booleans())
    for row in form.rows:
        keys = [row.table, *row.key.split(".")]
        if row.key == "outcome.total" and drop_total:
            continue
        shared = next((at for at, (a, b) in enumerate(zip(keys, open_keys, strict=False)) if a != b), min(len(keys), len(open_keys)))
        lines += [f"{'  ' * depth}{keys[depth]}:" for depth in range(shared, len(keys) - 1)]
        texts = [str(values[cell.index]) for cell in row.cells]
        if draw(st.integers(0, 9)) < 3:
            at = draw(st.integers(0, len(texts) - 1))
            texts[at] = draw(ODD) or draw(SPELLINGS)(texts[at])
            if draw(st.booleans()) and row.cells[-1].column == "total":
                texts.pop()
        comma = draw(st.sampled_from([", ", ", ", ",", " , ", "，"]))
        comment = draw(st.sampled_from(["", "", "  # １２", " # a [1, 2]"]))
        lines.append(f"{'  ' * (len(keys) - 1)}{keys[-1]}: [{comma.join(texts)}]{comment}")
        open_keys = keys[:-1]
    return "\n".join(lines) + "\n"


@settings(max_examples=60)  # of thirty rows each
@given(written_files(), st.booleans())
def test_what_could_be_read_keeps_its_value_and_mending_twice_is_mending_once(text: str, align: bool) -> None:  # noqa: FBT001 - drawn
    better = mended(text, align=align)
    assert mended(better, align=align) == better
    before, after = read(text), read(better)
    if before is None:  # the oddities came to no YAML
        assert better == text
        return
    assert after
    for old, new in zip(before.figures.values, after.figures.values, strict=True):
        if old.reading in {Reading.PLAIN, Reading.CONVERTED, Reading.BLANK}:
            assert new == old
        elif old.reading is Reading.DERIVED and old.value is not None:
            assert new.value == old.value
        elif old.reading is Reading.UNREADABLE:
            assert new == old or new.text == old.hint
    comments = [line.partition("#")[2] for line in text.split("\n") if "#" in line]
    assert [each for line in better.split("\n") if (each := line.partition("#")[2]) and not each.endswith("（七）总计")] == comments
