"""Which cells a number speaks of: the words nearest to it, read by what the sentence counts."""

import re
from typing import Final, NamedTuple

from giar_site.prose.certainty import unknown_words
from giar_site.prose.mentions import Mention
from giar_site.prose.numbers import COUNTED
from giar_site.prose.outcomes import KINDS, is_kind_of_requests, is_refused, is_subject_of_requests, joint_outcomes
from giar_site.prose.results import RESULTS, are_both
from giar_site.prose.vocabulary import APPLICANTS, EVERYONE, OUTCOMES, SLOTS, WORDS


class Bound(NamedTuple):
    """The slots a number may fill (none: of another kind of thing, which later clauses go on about), and whether a difference would be a contradiction (`sure`)."""

    slots: tuple[str, ...]
    sure: bool


_MARKS: Final = re.compile(r"[，,；;。：:、（(\n]")
_NEUTRAL: Final = re.compile(r"(?:[共计为达有是总合了约含]|分别|其中)*")
_UNIT: Final = re.compile(r"^[件起份条]")
_SLIPS: Final = 0
_ANOTHER_THING: Final = 4  # so many unknown characters are the name of something else: 公共租赁住房申请
_THIRD_PARTY: Final = re.compile(r"第三方[^，,。；;]{0,6}(?:同意|意见|书面)")
_ATTRIBUTES: Final = re.compile(r"(?<!已)主动公开(?:类|文件|公文|的)?[0-9]+[件份]")  # what documents are marked with, not how requests end
_DEALT_WITH: Final = re.compile(r"(?<!不予)(?<!其他)处理|合并")
_OF_TWO_YEARS: Final = re.compile(
    r"另[有外]?[0-9一二两三四五六七八九十]+件[^。]{0,24}(?:结转|转结|转入|遗留)|(?<![0-9])(?<!办结)(?<!办结的)(?<!答复)(?<!答复的)[0-9]+件[^，,。；;0-9]{0,10}申请中"
)
_VERBS: Final = frozenset(("newly_received", "received", "handled", "answered", "carried_in", "carried_out", "carried", "noun"))
_OUTRANKS: Final = frozenset((*APPLICANTS, "carried_in", "carried_out"))  # 转下年度继续办理 is carried out, 自然人申请 a person's
_AFTER: Final = ("carried_out", "carried", "answered")
# What is counted by these is none of the tables' own: 收到3至5件申请的村有2个.
_FOREIGN_UNITS: Final = frozenset(("个", "部", "篇", "场", "场次", "期", "类", "批", "批次", "处", "幅", "张", "版次", "只", "则"))
_COUNTED_IN_CASES: Final = frozenset(("applications", "review", "suits", ""))
_DECISIONS: Final = frozenset(("licensing", "penalties", "coercion"))
_QUALIFIED: Final = re.compile(
    r"信访|投诉|举报|重复|秘密|隐私|补正|网络|网上|在线|线上|信函|邮寄|书面|当面|现场|窗口|传真|邮件|涉及|关于|有关|方面|占|类(?=申请|信息|的)|批文|延期|转办|交办|沟通|电话|平均|要求"
)
_ALL_WAYS: Final = re.compile(r"等(?:形式|方式|渠道|途径|各)")
_BARE_NOUN: Final = re.compile(r"[^，]{0,8}(?:申请|依申请公开)(?:件|表|数?量|总[数量])?[共为计达]*")
_OUT_OF: Final = re.compile(r"申请中|其中|新收")
_IN_TIME: Final = re.compile(r"按[期时]|及时|限时|如期|率")
_DONE: Final = re.compile(r"作出|做出|办理|实施")
_DECIDED: Final = re.compile(r"作出|做出|实施|决定")  # who handles cases has not decided all of them
_PUBLISHED: Final = re.compile(r"公开|公示|信用|归集|录入")
_NOT_MADE_HERE: Final = re.compile(r"转发|解读|备案|审查|审核|名义|起草|学习|清理(?!后)|评估|查阅|上级|征求")
_SHOWN: Final = re.compile(r"(?<!新)(?<!对外)公开|公布|汇编")
_BOTH_DISPUTES: Final = re.compile(r"复议[、和及与或]+[^，,。；;]{0,6}(?:诉讼|起诉)[^，,。；;]{0,8}$")
_OTHER_MATTERS: Final = re.compile(r"许可|处罚|强制|征收|拆迁|环评|工伤")
_HANDLES_DISPUTES: Final = re.compile(r"应诉|办理|受理|审理|代理|承办|出庭|参与")


def bind(mention: Mention, before: Bound | None) -> Bound | None:
    """The cells `mention` speaks of, None when of none; `before`: what the number before it was bound to."""
    if mention.number.unit == "万元":
        return _money(mention)
    unit = mention.number.unit
    if mention.subject == "foreign" or (unit and unit not in COUNTED) or (unit in _FOREIGN_UNITS and mention.subject in _COUNTED_IN_CASES):
        return None
    if EVERYONE.search(mention.left):
        left = EVERYONE.sub("", mention.left)
        mention = mention._replace(left=left, near=_MARKS.split(left)[-1])
    words, place, piece = _words(mention)
    bound = _bound(mention, before, words, place)
    if bound is None:
        return None
    unknown = unknown_words(piece)
    if unknown >= _ANOTHER_THING and bound.slots and mention.subject == "applications" and bound.slots[0] in _VERBS:
        return Bound((), sure=False)
    carried_on = before is None or before.sure or mention.named_here
    return bound._replace(sure=bound.sure and mention.sure and unknown <= _SLIPS and carried_on)


def _bound(mention: Mention, before: Bound | None, words: list[str], place: str) -> Bound | None:
    if not words:
        return None
    outcomes = tuple(word for word in words if word in OUTCOMES)
    if _ATTRIBUTES.search(mention.around) or (outcomes and _THIRD_PARTY.search(mention.around)):
        return None
    if outcomes:
        return _outcome(outcomes, mention, place)
    if place == "right":
        word = next((each for each in _AFTER if each in words), words[0])
    else:
        verbs = [each for each in words if each != "noun"] or words
        results = [each for each in verbs if each in RESULTS]  # 尚未审结的行政复议 are no reviews of all kinds
        word = next((each for each in words if each in _OUTRANKS), (results or verbs)[-1])
    return _by_word(word, mention, before, place)


def _outcome(outcomes: tuple[str, ...], mention: Mention, place: str) -> Bound | None:
    if mention.subject not in {"applications", ""} or is_subject_of_requests(outcomes, mention):
        return None
    if is_kind_of_requests(outcomes, mention):
        return None
    if joint := joint_outcomes(outcomes, mention):
        return Bound((joint,), sure=False)
    if KINDS.issuperset(outcomes) and not is_refused(mention):
        return Bound(outcomes, sure=False)
    dealt_with = _DEALT_WITH.search(mention.near) is not None  # 处理重复申请 is not 不予处理
    return Bound(outcomes, not dealt_with and place != "right" and not _OF_TWO_YEARS.search(mention.around))


def _words(mention: Mention) -> tuple[list[str], str, str]:
    """The names of the words that may say what is counted, where they stand ("near", "left" or "right"), and the piece they stand in."""
    if mention.follows:
        return _named(mention.right), "right", mention.right
    found = _named(mention.near)
    if found:
        return found, "near", _UNIT.sub("", mention.near)
    if _NEUTRAL.fullmatch(mention.near.strip("的于在已均：: ")):
        for piece in reversed(_MARKS.split(mention.left)[:-1][-2:]):
            if found := _named(piece):
                return found, "left", _UNIT.sub("", piece) + mention.near
            if not _NEUTRAL.fullmatch(piece):
                break
    return _named(mention.right), "right", mention.near + mention.right


def _named(text: str) -> list[str]:
    return [match.lastgroup for match in WORDS.finditer(text) if match.lastgroup]


def _by_word(word: str, mention: Mention, before: Bound | None, place: str) -> Bound | None:
    if word in _VERBS:
        return _application(word, mention, place)
    if word in APPLICANTS or word == "other_applicant":
        return _applicant(word, mention, before, place)
    if word in _DECISIONS:
        return _decisions(word, mention)
    if word == "procurement_projects":
        return Bound((word,), sure=True)
    of_both = _of_both_disputes(word, mention) if mention.subject in {"review", "suits"} else None
    return of_both or _of_subject(word, mention)


def _applicant(word: str, mention: Mention, before: Bound | None, place: str) -> Bound | None:
    if word == "other_applicant":
        beside = before is not None and not APPLICANTS.isdisjoint(before.slots)
        return Bound(("other_organisation",), sure=False) if beside else None
    unsaid = not mention.subject and (word != "business" or "商业企业" in mention.near)
    if not (mention.subject == "applications" or unsaid) or _is_qualified(mention.near):
        return None
    return Bound((word,), sure=place != "right" and word != "other_organisation")  # 其他组织 may be all but those named before


def _application(word: str, mention: Mention, place: str) -> Bound | None:
    if mention.subject != "applications" and not (mention.subject == "" and word.startswith("carried")):
        return None
    if place != "right" and _is_qualified(mention.near):
        return None
    if word == "noun":
        sure = place != "right" and bool(_BARE_NOUN.fullmatch(mention.near))
        return Bound(("handled",), sure)
    of_some = word == "answered" and _OUT_OF.search(mention.left)  # of those received: what was carried in is answered, too
    return Bound((word,), sure=(place != "right" or word == "carried_out") and not of_some and not _IN_TIME.search(mention.near))


def _is_qualified(text: str) -> bool:
    return bool(_QUALIFIED.search(text)) and not _ALL_WAYS.search(text)


def _of_subject(word: str, mention: Mention) -> Bound | None:
    subject = mention.subject
    if word in {"direct_suits", "suits_after_review"}:
        return Bound((word,), sure=True)
    slot = f"{word}:{subject}"
    if slot not in SLOTS:
        return None
    if subject in {"normative_documents", "rules"}:
        return None if _NOT_MADE_HERE.search(mention.left) else Bound((slot,), sure=not _SHOWN.search(mention.near))
    if _OTHER_MATTERS.search(mention.near):
        return None
    about_disclosure = "信息公开" in mention.before + mention.right
    return Bound((slot,), sure=about_disclosure or not _HANDLES_DISPUTES.search(mention.around))


def _of_both_disputes(word: str, mention: Mention) -> Bound | None:
    """What counts reviews and suits together, or may do so."""
    if word == "disputes" and _BOTH_DISPUTES.search(mention.left):
        return Bound(("disputes:review", "disputes:suits", "disputes:both"), sure=True)
    if word in RESULTS and not _OTHER_MATTERS.search(mention.near) and are_both(mention):
        return Bound((f"{word}:review+{word}:suits", f"{word}:{mention.subject}"), sure=False)
    return None


def _decisions(word: str, mention: Mention) -> Bound | None:
    done, published = (_last(pattern, mention.before) for pattern in (_DONE, _PUBLISHED))
    if published > done or mention.number.unit == "条" or mention.subject != word:
        return None
    return Bound((word,), sure=bool(_DECIDED.search(mention.before[max(done, 0) :])))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _money(mention: Mention) -> Bound | None:
    if mention.subject == "fees" and "项目" not in mention.near:
        return Bound(("fees",), sure=unknown_words(mention.near) == 0)
    if mention.subject == "procurement":
        return Bound(("procurement_amount",), sure="金额" in mention.near)
    return None
