"""What a 校核意见 says of one report, in the language asked for; how it looks is decided elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from giar_site.derive import Assessment, Reason, accepted_reasons, assessments_of, tally_of
from giar_site.diagnostics import Finding, Severity, Text
from giar_site.forms import Form
from giar_site.model import Agency, Owner, Report
from giar_site.private import hushed
from giar_site.review.asked import asked_of_the_agency

_NUMERALS = "一二三四"
_GROUPS = (
    (Severity.ERROR, Text("必须改正", "To be corrected")),
    (Severity.WARNING, Text("建议核实", "To be verified")),
    (Severity.NOTE, Text("提示", "For your attention")),
)
_ACCEPTED = Text("已说明", "Explained")


@dataclass(frozen=True, slots=True)
class Item:
    """A problem: its number in the letter, the rule, where it stands, what was found, both values, what to do ("" where nothing).

    `where` is in the words of the form; `file` names file and line, for whoever keeps the site.
    """

    number: int
    rule: str
    where: str
    file: str
    found: str
    values: str
    mend: str


@dataclass(frozen=True, slots=True)
class Group:
    """Problems of one weight under a heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter; every field is text as it is to be read."""

    language: str
    title: str
    addressee: str
    opening: str
    checked: tuple[str, ...]
    groups: tuple[Group, ...]
    verdict: str
    closing: str
    contact: str
    signature: str
    date: str


def letter_of(agency: Agency, report: Report, findings: Sequence[Finding], owner: Owner, language: str) -> Letter:
    """The letter on `report` with its `findings` (masked by the runner, as names are here); `owner` is whom to ask. No clock: the date is left to the hand that signs."""

    def said(zh: str, en: str) -> str:
        return Text(zh, en).in_language(language)

    form = report.figures.form
    its = hushed(agency.name)
    name = hushed(report.metadata.title) or form.report_title.format(agency=its, year=report.year)
    open_ones = [finding for finding in findings if finding.accepted is None]
    errors = sum(finding.severity is Severity.ERROR for finding in open_ones)
    return Letter(
        language=language,
        title=said(
            f"关于{its}{report.year}年政府信息公开工作年度报告的校核意见",
            f"Review of the {report.year} annual report on government information disclosure of {its}",
        ),
        addressee=said(f"{its}：", f"To {its}:"),
        opening=said(f"你单位的《{name}》已经校核，意见如下。", f"We have reviewed your “{name}” and found the following."),
        checked=tuple(text.in_language(language) for text in _checked(report, findings)),
        groups=tuple(_groups(form, findings, language)),
        verdict=_verdict(len(open_ones), errors).in_language(language),
        closing=said(
            "确实就是这样公布的，请书面说明理由；公布以后改动过的，请一并说明改了什么、为什么改。理由和更正会印在公开的报告页上。",
            "What was really published so may be explained in writing; of changes after publication, say what was changed and why. Both are printed on the public page.",
        )
        if open_ones
        else "",
        contact=_contact(owner).in_language(language),
        signature=said("校核人（签名）：", "Reviewed by (signature):"),
        date=said("　　　　年　　月　　日", "Date: ____ - __ - __"),
    )


def _checked(report: Report, findings: Sequence[Finding]) -> Iterable[Text]:
    form = report.figures.form
    yield Text(
        f"依据：{form.document_number}《{form.title}》（{form.edition} 年版）。", f"By the form of {form.edition} ({form.document_number})."
    )
    yield _equations(assessments_of(report.figures), findings)
    weights = [finding.severity for finding in findings if finding.accepted is None]
    errors, warnings, notes = (weights.count(severity) for severity in Severity)
    yield Text(
        f"必须改正 {errors} 处，建议核实 {warnings} 处，提示 {notes} 处。",
        f"{errors} to be corrected, {warnings} to be verified, {notes} for attention.",
    )


def _equations(assessments: Sequence[Assessment], findings: Sequence[Finding]) -> Text:
    """How the equations of the form come out; those that only define a total the agency left out are told apart."""
    counts = tally_of(assessments, accepted_reasons(findings))
    defining = sum(each.reason is Reason.DERIVED for each in assessments)
    unknown = counts.not_assessable - defining
    parts = [
        (counts.holds, f"{counts.holds} 条成立", f"holding {counts.holds}"),
        (1, f"{counts.fails} 条不成立", f"failing {counts.fails}"),  # said even of none
        (counts.accepted, f"{counts.accepted} 条不成立但已说明理由", f"failing but explained {counts.accepted}"),
        (unknown, f"{unknown} 条因有空白或读不出的数无法判断", f"not to be judged for a blank or unreadable figure {unknown}"),
    ]
    told = Text("，".join(zh for count, zh, _ in parts if count), ", ".join(en for count, _, en in parts if count))
    rest = Text("", "")
    if defining:
        rest = Text(f"；另有 {defining} 项合计没有填写，由各项相加得出", f"; totals left out, which follow from their parts: {defining}")
    judged = counts.checked - defining
    return Text(f"表内勾稽关系 {judged} 条：{told.zh}{rest.zh}。", f"Equations within the tables: {judged}; {told.en}{rest.en}.")


def _verdict(count: int, errors: int) -> Text:
    if not count:
        return Text("没有发现需要改正或核实的问题。", "Nothing was found that has to be corrected or verified.")
    if not errors:
        return Text("没有必须改正的问题，请核实上面各项。", "Nothing has to be corrected; please verify the items above.")
    return Text(
        "请改正第一部分各项，核实其余各项，改后再次报送。", "Please correct the first part, verify the rest, and submit the report again."
    )


def _groups(form: Form, findings: Sequence[Finding], language: str) -> Iterable[Group]:
    parts = [(heading, [each for each in findings if each.accepted is None and each.severity is severity]) for severity, heading in _GROUPS]
    parts.append((_ACCEPTED, [each for each in findings if each.accepted is not None]))
    number = 0
    written = [(heading, each) for heading, each in parts if each]
    for numeral, (heading, each) in zip(_NUMERALS, written, strict=False):
        items = tuple(_item(form, finding, number + at, language) for at, finding in enumerate(each, 1))
        number += len(items)
        count = len(items)
        yield Group(Text(f"{numeral}、{heading.zh}（{count} 处）", f"{heading.en} ({count})").in_language(language), items)


def _item(form: Form, finding: Finding, number: int, language: str) -> Item:
    values = Text("", "")
    if finding.expected is not None and finding.actual is not None:
        values = Text(
            f"报告所写：{finding.actual}；核对得出：{finding.expected}", f"written: {finding.actual}; by our check: {finding.expected}"
        )
    mend = asked_of_the_agency(finding.mend)
    if finding.accepted is not None:
        reason = hushed(finding.accepted)
        mend = Text(f"说明：{reason}", f"explained: {reason}")
    return Item(
        number=number,
        rule=f"{finding.code} {finding.title.in_language(language)}",
        where=_where(form, finding).in_language(language),
        file=_file(finding).in_language(language),
        found=finding.message.in_language(language),
        values=values.in_language(language),
        mend=mend.in_language(language),
    )


_PARTS = {
    "agency": Text("机关信息", "particulars of the agency"),
    "report": Text("报告文字", "text of the report"),
    "figures": Text("表格", "tables"),
}


def _where(form: Form, finding: Finding) -> Text:
    """The section's title and the row and column as the form has them; of what has none, the part of the report."""
    parts = [part for part in _labels(form, finding.at.item) if part]
    return Text("，".join(parts), ", ".join(parts)) if parts else _PARTS.get(finding.at.part, Text("报告", "report"))


def _file(finding: Finding) -> Text:
    file, line = hushed(finding.place.file.rpartition("/")[2]), finding.place.line
    return Text(f"{file} 第{line}行", f"{file}, line {line}") if line else Text(file, file)


def _labels(form: Form, item: str) -> tuple[str, ...]:
    titles = {section.table: section.title for section in form.sections if section.table}
    if cell := form.by_id.get(item):
        return titles.get(cell.table, ""), f"“{cell.label}”"
    row = next((row for row in form.rows if row.id == item), None)
    if row:
        return titles.get(row.table, ""), f"“{'·'.join(head.label for head in row.path)}”"
    section = item.partition(":")[0]
    return (next((each.title for each in form.sections if each.key == section), ""),)


def _contact(owner: Owner) -> Text:
    name = hushed(owner.organizer or owner.undertaker)
    office, address, postcode, telephone, email = map(hushed, owner.contact)
    zh = [
        name,
        office,
        telephone and f"电话 {telephone}",
        email and f"邮箱 {email}",
        address and f"地址 {address}",
        postcode and f"邮编 {postcode}",
    ]
    en = [name, office, telephone and f"tel. {telephone}", email, address, postcode]
    if not any(zh):
        return Text("联系人：＿＿＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿", "Contact: ________________  Telephone: ________________")
    return Text("联系：" + "，".join(filter(None, zh)), "Contact: " + ", ".join(filter(None, en)))
