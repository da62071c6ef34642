"""The text gate: the quick look never lets through what the search would find."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.load import text
from giar_site.load.files import Refused
from giar_site.load.text import Deceiving, deceiving_characters, decode

DECEIVING = [chr(code) for code in range(sys.maxunicode + 1) if text._DECEIVING.match(chr(code))]


def test_the_quick_look_is_right_about_every_character() -> None:
    assert len(DECEIVING) > 2000
    assert [char for char in DECEIVING if text._plainly_harmless(f"正{char}文")] == []


@given(st.text())
def test_the_quick_look_is_right_about_any_text(sample: str) -> None:
    assert not (text._plainly_harmless(sample) and text._DECEIVING.search(sample))


@pytest.mark.parametrize("name", ["ALM", "LRM", "RLM", "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"])
def test_every_bidirectional_control_is_found(name: str) -> None:
    codes = dict(
        zip(
            ["ALM", "LRM", "RLM", "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"],
            [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
            strict=False,
        )
    )
    codes |= {"LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C, "LRO": 0x202D, "RLO": 0x202E}
    assert list(deceiving_characters(f"一\n二{chr(codes[name])}")) == [Deceiving(2, 2, f"U+{codes[name]:04X}")]


@given(st.text(st.characters(categories=["Lo", "Ll", "Lu", "Nd", "Po", "Ps", "Pe", "Sm"])))
def test_letters_digits_and_signs_of_every_script_pass_unchanged(sample: str) -> None:
    assert decode(sample.encode()) == sample
    assert list(deceiving_characters(sample)) == []


def test_a_byte_order_mark_and_carriage_returns_are_dropped() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\n") == "a\nb\n"


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GBK"), ("utf-16", "UTF-16")])
def test_another_encoding_is_named(encoding: str, name: str) -> None:
    with pytest.raises(Refused) as refused:
        decode("第一行\n第二行".encode(encoding))
    assert name in refused.value.text.zh
