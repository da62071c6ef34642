"""What the words round a number say of it: that it is somebody's, or that it is an amount, a count or the name of a paper."""

import re

_LOOK_BACK = 24
_SAME_CLAUSE = r"[^。；;！？!?\n]{0,12}$"

_CONTACT = re.compile(
    r"(?:手机|电话|联系|移动|微信|短信|拨打|致电|来电|热线"
    r"|(?<![A-Za-z])(?:tel(?:ephone)?|(?:cell|mobile|hand)?phone|mobile|mob|cell|wechat)(?:s|no|num|number)?(?![A-Za-z]))"
    rf"{_SAME_CLAUSE}|\b[vw]x[:：]?$",
    re.IGNORECASE,
)
_CARD = re.compile(
    rf"(?:卡号|银行|信用社|农信|[账帐]号|[账帐]户|开户|储蓄|借记|信用卡|一卡通|存折|card|account){_SAME_CLAUSE}", re.IGNORECASE
)
_PERSON = re.compile(rf"(?:身份|公民|居民|证件|ID\b|identity){_SAME_CLAUSE}", re.IGNORECASE)
_CREDIT_CODE = re.compile(r"(?:信用|机构|组织)(?:机构)?代码[^。；;\n]{0,8}$")
_LABEL = re.compile(
    r"(?:(?:合同|项目|公告|批准|备案|登记|注册|受理|申请|书|单|票|件|箱|表|户|图|批|文|案|档案|专利|准考证|许可|车架|序列|索引)号|编号|编码|代码|订单|发票|条码"
    r"|条形码|ISBN|ISSN|流水|凭证|回执|许可证|标识码|安备|QQ群?|快递|运单|票据|缴款书|执照|证书|工单|№)"
    r"(?:号码|码|号)?(?:为|是|[：:.#\s（(“\"第])*(?:[A-Za-z]{1,6}[-_]?)?$|\bNo[.:：]\s*$",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[¥￥$€]\s*$")
_MONEY_AFTER = re.compile(r"\s*(?:[万亿千百]*(?:元|美元|欧元)|[万亿])")
_COUNTED_AFTER = re.compile(
    r"\s*(?:件(?!件)|条(?!例)|人(?!员|民|大|社)|次(?!日)|个(?!人)|份|篇|户(?!主|籍)|起(?!草|诉)|项(?!目)|宗|笔|页|字|家|辆|台|套|％|%|‰|公里|平方|立方|吨|米|亩|公顷|号(?!码))"
)
_LISTED = re.compile(rf"(?:分别|依次|其中|各为|次数|数量|件数){_SAME_CLAUSE}")
_WORD_BEFORE = re.compile(r"[A-Za-z][-_.]?$")
_LONE_LETTER = re.compile(r"(?:^|[^0-9A-Za-z_.@/\\=&?#%:\-])[A-Za-z]$")
_GOES_ON = re.compile(r"[-_./@\\][0-9A-Za-z]")
_NUMBERED = re.compile(r"(?:[号码单型第]|No\.?)(?:为|是|[：:\s（(“\"])*[A-Za-z]?$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"[A-Za-z]")
_PEOPLE = re.compile(r"手机|联系方式|联系电话|联系人|电话号码|mobile|phone", re.IGNORECASE)
_TABLE = 600  # characters looked back over for the head of a table


def speaks_of_contact(text: str, start: int) -> bool:
    """True when the words before `start` announce a telephone."""
    return bool(_CONTACT.search(text[max(start - _LOOK_BACK, 0) : start]))


def speaks_of_card(text: str, start: int) -> bool:
    """True when the words before `start` announce a bank account."""
    return bool(_CARD.search(text[max(start - _LOOK_BACK, 0) : start]))


def speaks_of_person(text: str, start: int) -> bool:
    """True when the words before `start` announce an identity card."""
    return bool(_PERSON.search(text[max(start - _LOOK_BACK, 0) : start]))


def speaks_of_credit_code(text: str, start: int) -> bool:
    """True when the words before `start` announce an organisation's code."""
    return bool(_CREDIT_CODE.search(text[max(start - _LOOK_BACK, 0) : start]))


def lists_figures(text: str, start: int) -> bool:
    """True when the words before `start` announce several figures, one for each of several things."""
    return bool(_LISTED.search(text[max(start - _LOOK_BACK, 0) : start]))


def is_labelled(text: str, start: int) -> bool:
    """True when the number is what a paper, a thing or an organisation is called by."""
    return bool(_LABEL.search(text[max(start - _LOOK_BACK, 0) : start]))


def is_amount(text: str, start: int, end: int) -> bool:
    """True when the number is money."""
    return bool(_MONEY_AFTER.match(text, end, end + 8) or _MONEY_BEFORE.search(text[max(start - 3, 0) : start]))


def is_count(text: str, end: int) -> bool:
    """True when the number counts something."""
    return bool(_COUNTED_AFTER.match(text, end, end + 8))


def is_in_word(text: str, start: int, end: int) -> bool:
    """True when letters grow together with the number, as in the names of papers and files."""
    return bool(_WORD_AFTER.match(text, end) or _WORD_BEFORE.search(text[max(start - 2, 0) : start]))


def is_lettered(text: str, start: int, end: int) -> bool:
    """True when one lone letter stands before the number and nothing makes a name of both: a letter so put hides a telephone."""
    lone = _LONE_LETTER.search(text[max(start - 2, 0) : start])
    return bool(lone and not _WORD_AFTER.match(text, end) and not _GOES_ON.match(text, end) and not is_numbered(text, start))


def is_numbered(text: str, start: int) -> bool:
    """True when the words before `start` (and a letter there) announce a number or a model of any kind."""
    return bool(_NUMBERED.search(text[max(start - _LOOK_BACK, 0) : start]))


def stands_among_people(text: str, start: int) -> bool:
    """True when words above in the same table announce people's telephones."""
    above = text[max(start - _TABLE, 0) : start]
    return bool(_PEOPLE.search(above[above.rfind("\n\n") + 1 :]))
