"""G112."""

from collections.abc import Iterator

from giar_site import forms
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report


@rule("G112", Severity.WARNING, over="report")
def wrong_edition(report: Report) -> Iterator[Finding]:
    """格式版本与年度不符 / Wrong edition for the year

    What it checks
        `form:` 写的格式版本应当是该报告年度适用的版本。

        The edition named by `form:` must be the one that governs the reporting year.

    Why
        2019、2020 年度用 2019 年格式，2021 年度起用 2021 年格式；用错格式，行和栏就对不上。报告仍照所写格式读取和公布。

        Reports of 2019 and 2020 use the edition of 2019, later ones that of 2021; the report is still read and published as written.

    Wrong
        --- 2020/figures.yaml
        form: 2021
        …

    Right
        --- 2020/figures.yaml
        form: 2019
        …

    How to mend it
        改用 `giar new 机关 年度` 生成的表格重新填写；确实用错格式公布过的，在 accept: 中写明理由。

        Fill in the table that `giar new AGENCY YEAR` writes; what was really published so is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号（2019、2020 年度）；国办公开办函〔2021〕30号（2021 年度起）。
    """
    right = forms.for_year(report.year)
    written = report.figures.form
    if right is not None and right.edition == written.edition:
        return
    want = str(right.edition) if right else None
    should = (
        Text(f"应当用 {want} 年格式（{right.document_number}）", f"edition {want} governs it ({right.document_number})")
        if right
        else Text("该年度还没有全国统一格式", "no national form governs it")
    )
    yield Finding(
        at=Address(report.agency, report.year, "figures", "form"),
        message=Text(
            f"{report.year} 年度报告写的是 {written.edition} 年格式，{should.zh}。",
            f"the report of {report.year} is on edition {written.edition}; {should.en}.",
        ),
        mend=Text("用 giar new 生成该年度的表格重新填写。", "fill in the table that giar new writes for the year."),
        expected=want,
        actual=str(written.edition),
    )
