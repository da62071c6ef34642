"""The rows and columns of form edition 2021, as far as the benchmark needs them.

It is a second, independent copy on purpose: a benchmark that read giar's own form files could not notice
that giar had lost a row of them.
"""

from typing import NamedTuple

TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)

ISSUED = ("issued", "repealed", "in_force")
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")
RESULTS = ("upheld", "corrected", "other", "pending", "total")

DISCLOSURE = {
    "rules": ISSUED,
    "normative_documents": ISSUED,
    "licensing": ("decisions",),
    "penalties": ("decisions",),
    "coercion": ("decisions",),
    "fees": ("amount",),
}
LITIGATION = ("review", "direct_suits", "suits_after_review")


class Group(NamedTuple):
    """A numbered outcome; `rows` is empty where the outcome itself carries the figures."""

    key: str
    label: str
    rows: tuple[tuple[str, str], ...] = ()


OUTCOMES = (
    Group("granted", "（一）予以公开"),
    Group("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    Group(
        "refused",
        "（三）不予公开",
        (
            ("state_secret", "1.属于国家秘密"),
            ("prohibited_by_law", "2.其他法律行政法规禁止公开"),
            ("safety_stability", "3.危及“三安全一稳定”"),
            ("third_party", "4.保护第三方合法权益"),
            ("internal_affairs", "5.属于三类内部事务信息"),
            ("process_records", "6.属于四类过程性信息"),
            ("enforcement_files", "7.属于行政执法案卷"),
            ("administrative_query", "8.属于行政查询事项"),
        ),
    ),
    Group(
        "unavailable",
        "（四）无法提供",
        (
            ("not_held", "1.本机关不掌握相关政府信息"),
            ("needs_creation", "2.没有现成信息需要另行制作"),
            ("still_unclear", "3.补正后申请内容仍不明确"),
        ),
    ),
    Group(
        "not_processed",
        "（五）不予处理",
        (
            ("petition", "1.信访举报投诉类申请"),
            ("repeated", "2.重复申请"),
            ("publication", "3.要求提供公开出版物"),
            ("mass_repeated", "4.无正当理由大量反复申请"),
            ("reconfirm", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
    Group(
        "other",
        "（六）其他处理",
        (
            ("uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
            ("unpaid_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
            ("other", "3.其他"),
        ),
    ),
)

#: The 21 rows under 本年度办理结果 that carry figures, without its total.
DETAILS = tuple(
    f"applications.outcome.{group.key}{'.' if leaf else ''}{leaf}"
    for group in OUTCOMES
    for leaf in ([key for key, _ in group.rows] or [""])
)

#: All 34 rows in the order of the form.
ROWS = (
    *(f"disclosure.{row}" for row in DISCLOSURE),
    "applications.received",
    "applications.carried_in",
    *DETAILS,
    "applications.outcome.total",
    "applications.carried_out",
    *(f"review_and_litigation.{row}" for row in LITIGATION),
)


def columns(row: str) -> tuple[str, ...]:
    """Name the columns of the row with this dotted id, in the order of the printed form."""
    table, _, name = row.partition(".")
    if table == "applications":
        return APPLICANTS
    return DISCLOSURE[name] if table == "disclosure" else RESULTS
