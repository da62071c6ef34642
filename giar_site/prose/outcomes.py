"""Words of the outcomes that are not the outcome of that name: several added up, and what requests are about."""

import re
from typing import Final

from giar_site.prose.mentions import Mention
from giar_site.prose.vocabulary import MAIN_OUTCOMES, OUTCOMES, WORDS

_CLAUSE: Final = re.compile(r"[，,；;。：:\n]")
_GRANTED_TOO: Final = re.compile(r"公开[（(][含包括有其中]+(?:予以)?部分公开[）)]?")
_ABOUT: Final = re.compile(r"涉及|关于|有关|针对|(?<!相)对(?!外)")
_RESULT: Final = re.compile(r"不予|无法提供|其他处理|未予|不同意公开|理由|原因|因")
# 执法案卷类申请, 补正后答复的: what requests are or became, not the row of that name. 信访举报投诉类申请 and 重复申请 are names of rows.
_KIND: Final = re.compile(r"(?:类|性|的|信息|材料|事项)的?(?:政府)?(?:信息)?(?:公开)?申请")
_CORRECTED: Final = re.compile(r"补正")
_OF_CORRECTION: Final = frozenset(("still_unclear", "uncorrected"))
_NAMED_SO: Final = frozenset(("petition", "repeated", "mass_repeated", "reconfirm"))
KINDS: Final = frozenset(("repeated", "petition"))  # kinds of requests, which may also be granted
_REFUSED: Final = re.compile(r"不予|处理")
_REFUSED_NEXT: Final = re.compile(r"[0-9]+[件条份][^，,。；;0-9]{0,8}[，,]?[^，,。；;0-9]{0,6}(?:不予|处理)[^，,。；;0-9]*(?:[，,。；;]|$)")
_RESULT_NEXT: Final = re.compile(r"[0-9]+[件条份][^，,。；;]{0,8}[，,]?[^，,。；;]{0,6}(?:不予|无法提供|不同意公开)")


def joint_outcomes(outcomes: tuple[str, ...], mention: Mention) -> str:
    """The slot of the outcomes that a number gives together, as in 予以公开、部分公开17件, "" when it gives one."""
    clause = _CLAUSE.split(mention.left)[-1]
    if _GRANTED_TOO.search(clause):
        return "granted_or_partly"
    named = dict.fromkeys(match.lastgroup for match in WORDS.finditer(clause) if match.lastgroup in OUTCOMES)
    if not named or not MAIN_OUTCOMES.issuperset(named):
        return ""
    return "" if len(named) == 1 and outcomes[0] in named else "+".join(str(each) for each in named)


def is_subject_of_requests(outcomes: tuple[str, ...], mention: Mention) -> bool:
    """True when the clause says what requests are about (涉及第三方的3件, 对重复申请1件合并答复) and nothing says that they ended so."""
    clause = _CLAUSE.split(mention.left)[-1]
    if not MAIN_OUTCOMES.isdisjoint(outcomes) or not _ABOUT.search(clause) or _RESULT.search(mention.before):
        return False
    return not _RESULT_NEXT.match(mention.around, len(mention.before))


def is_kind_of_requests(outcomes: tuple[str, ...], mention: Mention) -> bool:
    """True when the words of an outcome only say which requests are meant: 执法案卷类申请2件, 补正后答复9件."""
    clause = _CLAUSE.split(mention.left)[-1]
    if _CORRECTED.search(clause) and _OF_CORRECTION.isdisjoint(outcomes):
        return True
    if not {*MAIN_OUTCOMES, *_NAMED_SO, *_OF_CORRECTION}.isdisjoint(outcomes) or not _KIND.search(clause):
        return False
    return _RESULT.search(mention.before) is None


def is_refused(mention: Mention) -> bool:
    """True when it is said that the requests counted were not dealt with, all of them: not 重复申请4件，不予处理1件."""
    return bool(_REFUSED.search(mention.before) or _REFUSED_NEXT.match(mention.around, len(mention.before)))
