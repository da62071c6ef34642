"""What is kept of a narrative: its fingerprints, and other agencies' names it calls itself by."""

from dataclasses import replace

import pytest
from sound import report_of

from giar_site import forms
from giar_site.model import Agency, Metadata, Passage, Report
from giar_site.prose import own_names, traces
from giar_site.prose.fingerprints import fingerprints, pack
from giar_site.reorganisation import Reorganisation

AGENCY = Agency("sample", "示例县财政局", "财政局")


def report(title: str = "", preamble: str = "", overview: str = "") -> Report:
    passages = (Passage("overview", "", overview, ""),)
    return replace(
        report_of(forms.edition(2021), []), metadata=Metadata(title=title), preamble=Passage("", "", preamble, ""), sections=passages
    )


def test_the_sentences_are_those_of_the_sections() -> None:
    it = report(overview="示例县财政局全年共组织业务培训2次，参加人员40人次。")
    assert traces(it, AGENCY).sentences == pack(fingerprints(it, ("示例县财政局", "财政局")))
    assert len(traces(it, AGENCY).sentences) == 15


def test_own_names_are_the_longest_first() -> None:
    assert own_names(AGENCY) == ("示例县财政局", "财政局")
    assert own_names(Agency("x", "甲局")) == ("甲局",)


def test_what_the_agency_was_called_before_is_its_own_name() -> None:
    renamed = Reorganisation("renamed", "2021-03-01", "编办发〔2021〕3号", ("cai-ju", "示例县财税局"), former_name="示例县财政税务局")
    merged = Reorganisation("merged", "2019-03-01", "编办发〔2019〕3号", ("示例县国资办", "示例县财务局"))
    agency = replace(AGENCY, lineage=(renamed, merged))
    assert own_names(agency) == ("示例县财政税务局", "示例县财政局", "示例县财税局", "财政局")
    assert traces(report("示例县财税局2020年政府信息公开工作年度报告"), agency).names == ()
    assert traces(report("示例县国资办2020年政府信息公开工作年度报告"), agency).names == (("示例县国资办", "title"),)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("样本县教育局2022年政府信息公开工作年度报告", "样本县教育局"),
        ("关于公布《样本县教育局2022年政府信息公开工作年度报告》的通知", "样本县教育局"),
        ("样本县人民政府关于2022年政府信息公开工作的报告", "样本县人民政府"),
    ],
)
def test_another_name_in_the_title_is_kept(title: str, name: str) -> None:
    assert traces(report(title), AGENCY).names == ((name, "title"),)


@pytest.mark.parametrize(
    "title",
    ["", "2022年政府信息公开工作年度报告", "示例县财政局2022年政府信息公开工作年度报告", "县财政局2022年度报告", "示例财局2022年年报"],
)
def test_its_own_name_in_the_title_is_not_even_shortened(title: str) -> None:
    assert traces(report(title), AGENCY).names == ()


@pytest.mark.parametrize(
    ("preamble", "name"),
    [
        ("现公布《样本县教育局2022年政府信息公开工作年度报告》。", "样本县教育局"),
        ("根据条例，现将样本县教育局2022年度政府信息公开工作情况公布如下。", "样本县教育局"),
        ("如有疑问，请与样本县教育局办公室联系。", "样本县教育局办公室"),
        ("请向**样本县教育局**联系", "样本县教育局"),
    ],
)
def test_another_name_in_the_preamble_is_kept_with_its_place(preamble: str, name: str) -> None:
    [(kept, item)] = traces(report(preamble=preamble), AGENCY).names
    start, end = map(int, item.removeprefix("preamble:").split("-"))
    assert (kept, preamble[start:end]) == (name, name)


def test_its_own_name_in_the_preamble_is_not() -> None:
    assert traces(report(preamble="请与示例县财政局办公室联系。《财政局2022年政府信息公开工作年度报告》"), AGENCY).names == ()
