"""G507."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report

_TOO_LOW = {"county": Text("县级", "a county's"), "district": Text("市辖区", "a district's"), "township": Text("乡镇级", "a township's")}
_WITH_GOVERNMENTS_OF_THEIR_OWN = ("province", "city")


@rule("G507", Severity.WARNING, over="agency")
def implausible_rules(agency: Agency) -> Iterator[Finding]:
    """无权制定规章的机关填了规章 / Implausible regulations

    What it checks
        规章只能由国务院部门和省级、设区的市、自治州的人民政府制定。县级、区级、乡镇级的机关，以及省市的部门，“规章”一行应为 0。

        Only departments of the State Council and governments of provinces, cities with districts and autonomous prefectures make 规章:
        in reports of counties, districts, townships and of a province's or city's departments the row must be 0.

    Why
        县区和部门发的文件是行政规范性文件，常被误填到“规章”一行，汇总以后规章的数目就不可信了。

        What counties and departments issue are normative documents, often entered one row too high; then nobody can trust the sums.

    Wrong
        --- agency.yaml
        name: 某某县财政局
        level: county
        --- figures.yaml
        disclosure:
          rules: [1, 0, 1]
          …

    Right
        --- agency.yaml
        name: 某某县财政局
        level: county
        --- figures.yaml
        disclosure:
          normative_documents: [1, 0, 1]
          …

    How to mend it
        核对文件的性质，填到“行政规范性文件”一行；确实这样公布过的，在 accept: 中写明理由。层级写错的，改正 agency.yaml 的 level。

        Enter normative documents in their own row; what was really published so is explained in `accept:`; a wrong `level` is
        corrected in agency.yaml.

    Source
        《中华人民共和国立法法》第九十一条、第九十三条。
    """
    who = _without_power(agency)
    if who is None:
        return
    for report in agency.reports:
        yield from _findings(report, who)


def _findings(report: Report, who: Text) -> Iterator[Finding]:
    for row in report.figures.form.rows:
        if not row.path[-1].regulations:
            continue
        figures = [(cell, report.figures.values[cell.index]) for cell in row.cells]
        written = [(cell, figure.value) for cell, figure in figures if figure.value]
        if written:
            said = "、".join(f"{cell.column_path[-1].label} {value:f}" for cell, value in written)
            yield Finding(
                at=Address(report.agency, report.year, "figures", written[0][0].id),
                message=Text(
                    f"“{row.label}”一行填了：{said}；{who.zh}不能制定规章。",
                    f"row “{row.label}” says: {said}; {who.en} cannot make such regulations.",
                ),
                mend=Text(
                    "自己发的文件填到下一行规范性文件；机关的层级写错的，改正 agency.yaml 的 level。",
                    "enter what it issued itself in the row of normative documents; correct a wrong level in agency.yaml.",
                ),
                cells=tuple(cell.id for cell, _ in written),
                expected="0",
                actual=f"{written[0][1]:f}",
            )


def _without_power(agency: Agency) -> Text | None:
    """What kind of body the agency is, when such a body certainly cannot make 规章; None when it can or one cannot tell.

    A government's office reports what its government made, and a department that writes the government's roll-up does, too.
    """
    if agency.kind in {"township", "subdistrict"}:
        return Text("乡镇、街道", "a township or subdistrict")
    level = _TOO_LOW.get(agency.level)
    if level is not None:
        return Text(f"{level.zh}机关", f"{level.en} agency")
    if agency.level in _WITH_GOVERNMENTS_OF_THEIR_OWN and agency.kind in {"department", "institution"} and agency.scope == "own":
        return Text("省、市的部门和单位", "a department of a province or city")
    return None
