"""published.lock is read wholly or not at all: whatever is not as `giar lock` writes it is one sentence that names the report."""

import json
from pathlib import Path

import pytest

from giar_site import forms
from giar_site.diagnostics import CannotGoOn
from giar_site.load import LOCK, Folder, Locks, load_lock

FORM = forms.edition(2021)
CORRECTION = ["2023-03-01", "other", "旧", "新", "笔误"]
ROW = "review_and_litigation.review"


FIGURES: dict[str, object] = {row.id: ["0"] * len(row.cells) for row in FORM.rows}


def version(**changed: object) -> dict[str, object]:
    held: dict[str, object] = {
        "date": "2023-01-31",
        "form": 2021,
        "figures": FIGURES,
        "texts": {"title": "年报", "overview": "d1"},
        "corrections": [CORRECTION],
        "accepted": {"rule place": "2 / 1"},
    }
    return held | changed


def without(key: str) -> dict[str, object]:
    return {name: value for name, value in version().items() if name != key}


def load(site: Path, text: str | bytes) -> Locks:
    (site / LOCK).write_bytes(text if isinstance(text, bytes) else text.encode())
    with Folder.top(site) as top:
        return load_lock(top)


def holding(*versions: object, name: str = "a-ju/2022") -> str:
    return json.dumps({"version": 1, "reports": {name: list(versions)}})


def refusal(site: Path, text: str | bytes) -> str:
    with pytest.raises(CannotGoOn) as failure:
        load(site, text)
    assert failure.value.text.en.startswith("published.lock cannot be read: ")
    zh = failure.value.text.zh
    assert zh.endswith("。请从备份或版本库恢复这个文件；它记录着已经公布的内容，不要删去重建。")
    return zh.removeprefix("published.lock 读不出来：").partition("。")[0]


def test_without_a_lock_nothing_was_published(tmp_path: Path) -> None:
    with Folder.top(tmp_path) as top:
        assert load_lock(top) == {}


def test_versions_are_read_as_written_oldest_first(tmp_path: Path) -> None:
    locks = load(tmp_path, holding(version(), version(date="2023-03-01"), version(date="2023-03-01", texts={}, accepted={})))
    [(key, versions)] = locks.items()
    assert key == ("a-ju", 2022)
    assert [each.date for each in versions] == ["2023-01-31", "2023-03-01", "2023-03-01"]
    assert versions[0].figures == ("0",) * len(FORM.cells)
    assert (versions[0].texts, versions[0].accepted) == ({"title": "年报", "overview": "d1"}, {"rule place": "2 / 1"})
    assert versions[0].corrections == (tuple(CORRECTION),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"x"',
        "NaN",
        "{",
        b"\xff\xfe\x00",
        '{"version": 1}',
        '{"reports": {}}',
        '{"version": 1, "reports": []}',
        '{"version": true, "reports": {}}',
        '{"version": 1.0, "reports": {}}',
        '{"version": 1, "reports": {}, "more": 1}',
        '{"version": 1, "reports": {}, "reports": {}}',
        '{"version": ' + "9" * 5000 + ', "reports": {}}',
        "[" * 100_000,
        '{"version":1,"reports":{"a-ju/2025":' + "[" * 3000,
        '{"version":1,"reports":' + '{"a":' * 5000 + "1" + "}" * 5000 + "}",
    ],
    ids=lambda text: repr(text[:40]),
)
def test_what_is_no_record_at_all_is_refused(tmp_path: Path, text: str | bytes) -> None:
    assert refusal(tmp_path, text) == "内容不是 giar lock 写出的样子"


def test_a_later_kind_of_lock_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path, '{"version": 2, "reports": {}, "more": 1}') == "版本 2 不认识"


@pytest.mark.parametrize(
    "name", ["zz", "a-ju/x", "../x/2025", "a-ju/２０２５", "a-ju/2_025", "a-ju/-5", "a-ju/0", "甲/2025", "/2025", "a-ju/" + "9" * 5000]
)
def test_a_report_that_giar_could_not_have_recorded_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path, holding(version(), name=name)) == "其中有一份报告的记录不是 giar lock 写出的样子"


def figures(**rows: object) -> dict[str, object]:
    return FIGURES | {f"review_and_litigation.{row}": texts for row, texts in rows.items()}


LACKING_A_ROW = {name: texts for name, texts in FIGURES.items() if name != ROW}


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        "x",
        [],
        {},
        *(without(key) for key in version()),
        version(more=1),
        *(version(date=day) for day in (None, 5, "", "abc", "2026-99-99", "20230131", "2023-02-30", "2023-W05-2")),
        *(version(form=form) for form in (None, "2021", 1999, 2021.0, 2021.7, True, 1e400, float("nan"), [])),
        *(version(figures=data) for data in (None, [], {}, LACKING_A_ROW, figures(more=["0"]))),
        *(version(figures=figures(review=row)) for row in (None, "00000", ["0"] * 4, ["0"] * 6, [0] * 5, ["0"] * 4 + [None], [["0"]] * 5)),
        *(version(texts=data) for data in (None, [], "x", {"a": None}, {"a": 1}, {"a": ["x"]}, {"a": "\ud800"}, {"\udfff": "a"})),
        *(version(accepted=data) for data in (None, [], {"x": 1}, {"x": "\ud800"})),
        *(version(corrections=data) for data in (None, {}, "abc", [1], ["abcde"], [[]], [["2023-03-01", "x"]], [[*CORRECTION, "more"]])),
        *(version(corrections=[data]) for data in ({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, [1, 2, 3, 4, 5], ["\ud800"] * 5)),
    ],
    ids=repr,
)
def test_a_version_that_is_not_as_giar_writes_it_is_refused_with_the_report_s_name(tmp_path: Path, damaged: object) -> None:
    told = "a-ju/2022 的记录不是 giar lock 写出的样子"
    assert refusal(tmp_path, holding(damaged)) == told
    assert refusal(tmp_path, holding(version(date="2023-01-01"), damaged)) == told


@pytest.mark.parametrize("versions", [[], {"a": 1}, "x", None, 5])
def test_a_report_without_a_list_of_versions_is_refused(tmp_path: Path, versions: object) -> None:
    text = json.dumps({"version": 1, "reports": {"a-ju/2022": versions}})
    assert refusal(tmp_path, text) == "a-ju/2022 的记录不是 giar lock 写出的样子"


def test_a_version_older_than_the_one_before_it_is_refused(tmp_path: Path) -> None:
    assert "a-ju/2022 的记录" in refusal(tmp_path, holding(version(), version(date="2022-12-31")))


def test_the_english_names_the_report_too(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match=r"cannot be read: what it holds of a-ju/2022 is not as giar lock writes it\. Restore it"):
        load(tmp_path, holding({}))
