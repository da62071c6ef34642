"""The words in which clerks speak of the figures, and the cells they speak of. Data: no code decides by edition, it asks whether a form has the cell.

A reading is cells that are added up, `*` standing for a part of an id; a slot lists the readings that a right number may have.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from giar_site.forms import Form
from giar_site.prose.quick import quick_search

_A: Final = "applications."
_O: Final = "applications.outcome."
_RECEIVED: Final = f"{_A}received@total"
_HAD: Final = f"{_A}received@total {_A}carried_in@total"
_TOTAL: Final = f"{_O}total@total"
_SUITS: Final = ("direct_suits", "suits_after_review")
_GROUPS: Final = ("granted", "partly_granted", "refused.*", "unavailable.*")


class Slot(NamedTuple):
    """What a word speaks of: its subject, and the readings (each: ids of cells to add, blank between) of which one must hold."""

    subject: str
    readings: tuple[str, ...]


def _outcome(*rows: str) -> Slot:
    return Slot("applications", tuple(f"{_O}{row}@total" for row in rows))


def _applicants(*columns: str) -> Slot:
    rows = (f"{_A}received", f"{_A}received {_A}carried_in", f"{_O}total")
    return Slot("applications", tuple(" ".join(f"{cell}@{column}" for cell in row.split() for column in columns) for row in rows))


def _disputes(subject: str, column: str) -> Slot:
    table = "review_and_litigation."
    if subject == "review":
        return Slot("review", (" ".join(f"{table}review@{each}" for each in column.split()),))
    both = " ".join(f"{table}{block}@{each}" for block in _SUITS for each in column.split())
    return Slot("suits", (both, *(" ".join(f"{table}{block}@{each}" for each in column.split()) for block in _SUITS)))


def _documents(row: str, *columns: str) -> Slot:
    return Slot(row, tuple(f"disclosure.{row}@{column}" for column in columns))


_RESULTS: Final = {
    "upheld": "upheld",
    "corrected": "corrected",
    "other_result": "other",
    "pending": "pending",
    "closed": "upheld corrected other",
    "disputes": "total",
}
_ROWS: Final = {
    "issued": ("issued", "produced", "disclosed"),
    "repealed": ("repealed",),
    "in_force": ("in_force", "disclosed_total"),
    "newly_disclosed": ("disclosed",),
    "disclosed_total": ("disclosed_total",),
}

SLOTS: Final[dict[str, Slot]] = {
    "newly_received": Slot("applications", (_RECEIVED,)),
    "received": Slot("applications", (_RECEIVED, _HAD)),
    "handled": Slot("applications", (_RECEIVED, _HAD, _TOTAL)),
    "answered": Slot("applications", (_TOTAL,)),
    "answered_in_part": Slot("applications", (" ".join(f"{_O}{group}@total" for group in _GROUPS), " ".join(f"{_O}{group}@total" for group in (*_GROUPS, "not_processed.*")))),
    "carried_in": Slot("applications", (f"{_A}carried_in@total",)),
    "carried_out": Slot("applications", (f"{_A}carried_out@total",)),
    "carried": Slot("applications", (f"{_A}carried_out@total", f"{_A}carried_in@total")),
    "granted_or_partly": Slot("applications", (f"{_O}granted@total {_O}partly_granted@total",)),
    "granted": _outcome("granted"),
    "partly_granted": _outcome("partly_granted"),
    "refused": _outcome("refused.*"),
    "unavailable": _outcome("unavailable.*"),
    "not_processed": _outcome("not_processed.*"),
    "other_outcome": _outcome("other*"),
    "state_secret": _outcome("refused.state_secret"),
    "prohibited_by_law": _outcome("refused.prohibited_by_law"),
    "safety_stability": _outcome("refused.safety_stability"),
    "third_party": _outcome("refused.third_party"),
    "internal_affairs": _outcome("refused.internal_affairs"),
    "process_records": _outcome("refused.process_records"),
    "enforcement_files": _outcome("refused.enforcement_files"),
    "administrative_query": _outcome("refused.administrative_query"),
    "not_held": _outcome("unavailable.not_held"),
    "needs_creation": _outcome("unavailable.needs_creation"),
    "still_unclear": _outcome("unavailable.still_unclear"),
    "petition": _outcome("not_processed.petition"),
    "mass_repeated": _outcome("not_processed.mass_repeated"),
    "repeated": _outcome("not_processed.repeated"),
    "publication": _outcome("not_processed.publication"),
    "reconfirm": _outcome("not_processed.reconfirm"),
    "uncorrected": _outcome("other.uncorrected"),
    "unpaid_fee": _outcome("other.unpaid_fee"),
    "other_reason": _outcome("other.other", "other"),
    "natural_person": _applicants("natural_person"),
    "organisations": _applicants("business", "research", "public_interest", "legal_service", "other"),
    "business": _applicants("business"),
    "research": _applicants("research"),
    "public_interest": _applicants("public_interest"),
    "legal_service": _applicants("legal_service"),
    "other_organisation": _applicants("other"),
    "direct_suits": Slot("suits", ("review_and_litigation.direct_suits@total",)),
    "suits_after_review": Slot("suits", ("review_and_litigation.suits_after_review@total",)),
    **{f"{word}:{subject}": _disputes(subject, column) for word, column in _RESULTS.items() for subject in ("review", "suits")},
    **{f"{word}:{row}": _documents(row, *columns) for word, columns in _ROWS.items() for row in ("normative_documents", "rules")},
    "licensing": Slot("licensing", ("disclosure.licensing@decisions",)),
    "penalties": Slot("penalties", ("disclosure.penalties@decisions",)),
    "coercion": Slot("coercion", ("disclosure.coercion@decisions",)),
    "fees": Slot("fees", ("disclosure.fees@amount",)),
    "procurement_amount": Slot("procurement", ("disclosure.procurement@amount",)),
    "procurement_projects": Slot("procurement", ("disclosure.procurement@projects",)),
}  # fmt: skip

OUTCOMES: Final = frozenset(name for name, slot in SLOTS.items() if slot.readings[0].startswith(_O) and not name.startswith("answered"))
MAIN_OUTCOMES: Final = frozenset(
    ("granted", "granted_or_partly", "partly_granted", "refused", "unavailable", "not_processed", "other_outcome")
)
APPLICANTS: Final = frozenset(
    ("natural_person", "organisations", "business", "research", "public_interest", "legal_service", "other_organisation")
)
# Columns of row or subject that a word leaves open: which slot it means depends on what the sentence speaks of.
OF_SUBJECT: Final = frozenset((*_RESULTS, *_ROWS))

# What a number may count. The first group that matches at a place wins, so the longer words stand first.
SUBJECTS: Final = quick_search(
    r"""
      (?P<applications>(?:信访|投诉|举报)[^，,。；;]{0,8}类申请|行政查询|依申请公开|(?:答复|办结)总数|(?<!提出|行为|复议|诉讼|许可|查询|资质|资助|补贴)申请(?!材料|行政复议|复议|行政诉讼|专利|者|执行))
    | (?P<suits>复议后(?:起诉|提起)|(?:未经复议)?直接(?:起诉|提起)|诉讼|起诉)
    | (?P<review>复议)
    | (?P<normative_documents>规范性文件)
    | (?P<rules>规章(?!制度|立改))
    | (?P<licensing>行政许可(?!事项|信息|项目|公示|目录))
    | (?P<penalties>行政处罚(?!事项|信息|结果|案件信息|公示|目录))
    | (?P<coercion>行政强制(?!事项|信息|公示))
    | (?P<fees>行政事业性收费(?!项目|目录))
    | (?P<procurement>集中采购|采购(?=项目|总?金额))
    | (?P<foreign>信访|公文|属性|(?<!规范性)文件|工单|来信|来访|诉求|建议|提案|1[02]\d{3}|热线|信箱|舆情|热点|留言|新媒体|微博|微信|公众号|抖音|动态|栏目|培训|会议|发布会
        |解读|图解|咨询|投诉|举报(?!类)|问题|(?<!复议)(?<!诉讼)纠错|转办|材料|反馈|意见|延期|沟通|审核|环评|排污|登记|访谈|账号|档案|公报|办件|(?:许可|服务|二级)事项
        |许可信息|处罚信息|处罚结果|公示|信息处理费|处理费|罚款|培训|宣传|问卷|接口|目录|专题|专栏|数据集|公开信息|各类信息|(?<!相关)政府信息(?!公开|依申请)
        |备案|审查|转发|来电|党务|村务|走访|检查|通报|批文|会商|决算|预算|指南|制度|人大|政协|网民|依申请查询)
    """
)

# What is said of it. Names are slots, or the words of OF_SUBJECT.
WORDS: Final = quick_search(
    r"""
      (?P<granted_or_partly>(?:予以|同意|全部|(?<![动分予意部]))公开(?:[和、及与]|或者?|以及)(?:予以)?部分公开)
    | (?P<partly_granted>部分同意公开|同意部分公开|部分公开)
    | (?P<refused>不予公开|不同意公开)
    | (?P<granted>予以公开|同意公开|全部公开|同意全部公开|已主动公开|主动公开答复)
    | (?P<unavailable>无法提供)
    | (?P<not_processed>不予处理)
    | (?P<other_outcome>其他处理)
    | (?P<state_secret>国家秘密)
    | (?P<prohibited_by_law>其他法律[、和]?(?:行政)?法规|法律[、和]?(?:行政)?法规(?:规定)?禁止)
    | (?P<safety_stability>三安全一稳定)
    | (?P<third_party>第三方)
    | (?P<internal_affairs>内部事务)
    | (?P<process_records>过程性)
    | (?P<enforcement_files>执法案卷)
    | (?P<administrative_query>行政查询)
    | (?P<not_held>不掌握|信息不存在)
    | (?P<needs_creation>没有现成|[需须]要?(?:另行)?制作)
    | (?P<uncorrected>补正后不再处理|(?:不|未)补正)
    | (?P<still_unclear>补正后(?=[^，,。；;0-9]{0,8}(?:仍|不明确|不清)))
    | (?P<mass_repeated>大量反复)
    | (?P<repeated>重复申请)
    | (?P<publication>出版物)
    | (?P<reconfirm>重新出具|(?:确认|出具)已获取)
    | (?P<unpaid_fee>未[^，,。]{0,6}缴(?:费|纳))
    | (?P<petition>(?:信访|投诉|举报)[^，,。；;]{0,8}类申请)
    | (?P<other_reason>其他原因)
    | (?P<carried_in>(?:上一?年度?|去年度?|原单位|往年)(?:未办结)?[^，,。；;]{0,6}?(?:结转|转结|转入|遗留)|(?:结转|转结)上年)
    | (?P<carried_out>(?:结转|转结|转|顺延)(?:至|到|入)?(?:下|次|明|20\d\d)(?:一?年)?|(?:正在|尚在|仍在)办理|转结(?!上))
    | (?P<carried>结转)
    | (?P<newly_received>新收|新增|新受理)
    | (?P<received>收到|接收|接到|共收)
    | (?P<answered>答复|办结|回复|办理完毕|办理结果)
    | (?P<handled>受理|处理(?!费|决定)|办理)
    | (?P<natural_person>自然人|公民个人|公民|个人(?!隐私|信息))
    | (?P<organisations>法人(?:和|或|及|与|、)?(?:其他)?组织|法人)
    | (?P<other_organisation>其他组织)
    | (?P<business>商业企业|企业)
    | (?P<research>科研机构)
    | (?P<public_interest>公益组织)
    | (?P<legal_service>法律服务机构)
    | (?P<suits_after_review>复议后(?:再)?(?:起诉|提起))
    | (?P<direct_suits>(?:未经复议)?直接(?:起诉|提起))
    | (?P<upheld>维持)
    | (?P<corrected>纠正|(?<=复议)纠错|(?<=诉讼)纠错)
    | (?P<other_result>其他结果)
    | (?P<pending>(?:尚?未|没有)审结|正在审理)
    | (?P<closed>审结)
    | (?P<disputes>复议|诉讼|起诉)
    | (?P<repealed>废止|失效)
    | (?P<in_force>现行有效|现有|有效)
    | (?P<newly_disclosed>新公开)
    | (?P<disclosed_total>对外公开)
    | (?P<issued>制发|制定|出台|印发|制作|发文)
    | (?P<licensing>行政许可)
    | (?P<penalties>行政处罚)
    | (?P<coercion>行政强制)
    | (?P<fees>行政事业性收费)
    | (?P<procurement_amount>采购总?金额)
    | (?P<procurement_projects>采购项目)
    | (?P<other_applicant>其他$)
    | (?P<noun>依申请公开|申请)
    """
)

# 公民、法人和其他组织: whoever asked, no kind of applicant.
EVERYONE: Final = re.compile(r"(?:公民|自然人|个人)(?:、|，|和|及|与|或者?)?法人(?:、|和|以?及|与|或者?)?(?:其他|非法人)?组织")

# Each of WORDS holds one of these, and so do the words of shares. Most sentences hold none, and so speak of no cell: a search for plain strings
# tells that twenty times as quickly.
MAY_SPEAK_OF_CELLS: Final = re.compile(
    "以公开|予公开|部分公开|意公开|全部公开|主动公开|新公开|外公开|提供|处理|秘密|法规|三安|三方|事务|过程性|案卷|查询|掌握|存在|现成|制作"
    "|补正|反复|出版|出具|获取|缴|申请|结转|转|遗留|顺延|办理|新收|新增|受理|收到|接收|接到|共收|答复|办结|回复|自然人|公民|个人|法人|企业"
    "|科研|公益|法律|起诉|提起|维持|纠正|审结|审理|诉讼|复议|废止|失效|有效|现有|制发|制定|出台|印发|发文|行政许|行政处|行政强|行政事|采购总"
    "|采购金|采购项|其他|占|办复"
)


@cache
def readings_of(form: Form, slot: str) -> tuple[tuple[str, ...], ...]:
    """The readings of a slot whose cells `form` has, each as the ids to add up."""
    return tuple(cells for cells in (tuple(_cells(form, reading)) for reading in SLOTS[slot].readings) if cells)


def _cells(form: Form, reading: str) -> list[str]:
    cells: list[str] = []
    for pattern in reading.split():
        row, _, column = pattern.partition("@")
        shape = re.compile(re.escape(row).replace(r"\*", r"(?:\..*|.*)") + "@" + column) if "*" in row else None
        matching = [cell for cell in form.by_id if shape.fullmatch(cell)] if shape else [cell for cell in (pattern,) if cell in form.by_id]
        if not matching:
            return []
        cells += matching
    return cells
