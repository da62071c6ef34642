"""Sentences are known again whatever their figures, marks and the agency's name."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sound import report_of

from giar_site import forms
from giar_site.model import Passage, Report
from giar_site.prose.fingerprints import Fingerprint, fingerprints, pack, unpack


def report(*sections: str, preamble: str = "") -> Report:
    passages = tuple(Passage(f"key{at}", "", source, "") for at, source in enumerate(sections))
    return replace(report_of(forms.edition(2021), []), preamble=Passage("", "", preamble, ""), sections=passages)


def words(source: str, *names: str) -> list[int]:
    return [each.words for each in fingerprints(report(source), names)]


SENTENCE = "全年共组织业务培训2次，参加人员40人次。"


def test_a_sentence_is_where_it_stands_in_the_source() -> None:
    source = "### 标题\n\n短句。**" + SENTENCE + "**再来一句十二个字以上的话"
    first, second = fingerprints(report("", source), ())
    assert source[first.start :].startswith(SENTENCE)
    assert (first.length, first.section) == (len(SENTENCE), 1)
    assert source[second.start :] == "再来一句十二个字以上的话"


def test_figures_marks_emphasis_and_the_agencys_own_names_do_not_matter() -> None:
    [one] = words("某某局全年共组织业务培训2次，参加人员40人次。", "某某局")
    for other in (SENTENCE, "全年，共组织业务培训12次参加人员1,084人次", "全年共组织**业务培训**３次，参加人员4人次！"):
        assert words(other, "某某局") == [one]
    assert words("某某局全年共组织业务培训2次，参加人员40人次。", "另一局") != [one]
    assert words("全年共组织专题培训2次，参加人员40人次。") != [one]


def test_short_sentences_and_the_preamble_say_what_everybody_says() -> None:
    assert words("一二三四五六七八九十一。") == []
    assert len(words("一二三四五六七八九十一二。")) == 1
    assert fingerprints(report("", preamble=SENTENCE), ()) == ()


def test_the_hash_is_the_same_in_every_process() -> None:
    assert words("一二三四五六七八九十一二") == [WRITTEN_DOWN]


WRITTEN_DOWN = 10321950964116063689


@given(
    st.lists(st.builds(Fingerprint, st.integers(0, 2**64 - 1), st.integers(0, 2**32 - 1), st.integers(0, 2**16 - 1), st.integers(0, 255)))
)
def test_what_is_packed_is_unpacked_again(prints: list[Fingerprint]) -> None:
    packed = pack(prints)
    assert len(packed) == 15 * len(prints)
    assert list(unpack(packed)) == prints


def test_a_very_long_sentence_is_cut_to_what_fits() -> None:
    [one] = fingerprints(report("长" * 70_000), ())
    assert one.length == 65_535
