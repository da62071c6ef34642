"""Whatever a figures.yaml holds, mending it neither fails nor hangs, nor makes of it what giar could not read again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import write_site

from giar_site import forms as known_forms
from giar_site.load.documents import LARGEST_TEXT
from giar_site.mend import mend_site, mended
from giar_site.mend.reading import read
from giar_site.scaffold import figures_yaml

SOUND = figures_yaml(known_forms.edition(2021), 2024)
BITS = st.sampled_from(
    ["[", "]", "{", "}", ":", ",", "，", "#", "\n", "  ", "'", '"', "１", "1,000", "0", "- ", "&a", "*a", "~", "\\", "\t", "|", ">"]
)


@settings(max_examples=150)
@given(st.integers(0, len(SOUND)), st.integers(0, 40), st.lists(BITS, max_size=6).map("".join))
def test_a_torn_file_is_mended_or_left_but_never_made_worse(at: int, cut: int, instead: str) -> None:
    text = SOUND[:at] + instead + SOUND[at + cut :]
    better = mended(text, align=True)
    if read(text) is None:
        assert better == text
    else:
        assert read(better) is not None
        assert mended(better, align=True) == better


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert mended(text, align=True) == text
    mended("form: 2021\n" + text, align=True)


@pytest.mark.parametrize(
    "hostile",
    [
        "form: 2021\n" + "applications:\n  received: [" + "1," * 9000 + "1]\n",
        "form: 2021\napplications:\n  received: [" + "，" * 100_000 + "]\n",
        "form: 2021\napplications:\n  received:" + " " * 100_000 + "x\n",
        "form: 2021\nx:\n  " + "a" * 100_000 + ": [1]\n" + "".join(f"  b{number}: [1]\n" for number in range(4000)),
        "form: 2021\n" + "x: [1, 2]\n  y: [1,2]\n" * 3,
        "form: 2021\napplications:\n  received: ['" + "1 " * 60_000 + "']\n",
        "form: 2021\nx:\n" + "".join(f"  b{number}: [{'9' * 300}]\n  c{number}: [1]\n" for number in range(300)),
    ],
    ids=range(7),
)
def test_a_flood_comes_to_an_end(hostile: str) -> None:
    assert mended(mended(hostile, align=True), align=True) == mended(hostile, align=True)


def test_a_table_that_would_outgrow_the_limit_is_left_alone(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…\n")
    path = site / "content/sample/2022/figures.yaml"
    wide = "x:\n  " + "宽" * 350 + ": [1]\n" + "".join(f"  b{number}: [1]\n" for number in range(2000))
    path.write_text(path.read_text("utf-8") + wide, encoding="utf-8")
    before = path.read_bytes()
    assert len(mended(before.decode(), align=True)) > LARGEST_TEXT
    assert list(mend_site(site, [("sample", 2022)], write=True, align=True)) == []
    assert path.read_bytes() == before
