"""Sentences put together from the words: so many are possible that two reports hardly share one.

Numbers in them speak of other things than the tables (published items, visits, calls), as most numbers in real reports do.
"""

from random import Random

from tests.corpus import words

_GENERAL = (
    "围绕{topic}，{clause}，{clause}，{effect}。",
    "{clause}{many}项，{clause}{few}项，{effect}。",
    "在{topic}方面，{clause}，全年发布{thing}信息{many}条。",
    "开设“{thing}”专栏，{clause}，日均访问{many}人次。",
    "举办{topic}主题开放日{few}场，{clause}，{effect}。",
    "{clause}；{clause}；{clause}，{effect}。",
    "坚持把{topic}摆在突出位置，{clause}，{clause}。",
    "通过{channel}{clause}，累计阅读{many}次，{effect}。",
)
_OF_SUBJECT = {
    "disclosure": (
        "通过{channel}主动公开{thing}、{thing}等信息{many}条，{effect}。",
        "公开行政许可信息{many}条、行政处罚信息{few}条，{clause}。",
        "发布政策解读材料{few}篇，其中图解{few}篇，{clause}。",
        "围绕{topic}召开新闻发布会{few}场，{clause}，{effect}。",
        "办理人大代表建议和政协委员提案{few}件，办理结果全部公开，{clause}。",
    ),
    "applications": (
        "在{channel}公布申请渠道和办理流程，{clause}。",
        "{clause}，答复文书经法制机构审核，{effect}。",
        "办理12345热线诉求{many}件，回访{few}人次，{effect}。",
        "对涉及{thing}、{thing}的申请加强会商，{clause}。",
    ),
    "management": (
        "抓好{management}和{management}，{clause}，{effect}。",
        "围绕{management}，{clause}，{clause}。",
        "完成{management}{many}件次，{clause}，{effect}。",
    ),
    "platforms": (
        "推进{platform}和{platform}，{clause}，{effect}。",
        "完成{platform}{few}项，{clause}，页面浏览量{many}万次。",
        "政务新媒体推送信息{many}条，{clause}，{effect}。",
        "以{platform}为抓手，{clause}，{channel}更加好用。",
    ),
    "assurance": (
        "{assurance}，{assurance}，{clause}。",
        "举办{training}{few}期，参训{many}人次，{clause}。",
        "{assurance}，围绕{topic}{clause}，{effect}。",
        "采取{training}等方式，{clause}，{effect}。",
    ),
}


def sentence(rng: Random, subject: str = "") -> str:
    """One sentence on `subject` (a key of the five), or on anything."""
    return filled(rng, rng.choice(_OF_SUBJECT.get(subject, _GENERAL)))


def paragraph(rng: Random, subject: str, least: int = 2, most: int = 4) -> str:
    """Sentences on `subject` between general ones."""
    return "".join(sentence(rng, subject if rng.random() < 0.6 else "") for _ in range(rng.randint(least, most)))


def points(rng: Random, subject: str) -> str:
    """Work announced in a number of points, and as many points."""
    count = rng.randint(2, 4)
    parts = "".join(f"{words.ORDINALS[at]}{_clause(rng)}。{sentence(rng, subject)}" for at in range(count))
    return f"重点做了以下{words.NUMERALS[count]}方面工作：{parts}" if rng.random() < 0.5 else parts


def problems(rng: Random) -> list[str]:
    """Paragraphs of section five: what is wrong, and what will be done about it."""
    count = rng.randint(2, 3)
    faults = "；".join(
        f"{ordinal}{fault}，{thing}方面较为突出"
        for ordinal, fault, thing in zip(words.ORDINALS, rng.sample(words.FAULTS, count), rng.sample(words.THINGS, count), strict=False)
    )
    cures = "".join(
        f"{words.ORDINALS[at]}{cure}，{_clause(rng)}，{_clause(rng)}。" for at, cure in enumerate(rng.sample(words.CURES, count))
    )
    return [f"{rng.choice(('存在的主要问题', '主要问题有', '工作中还存在一些不足'))}：{faults}。", f"{_outlook(rng)}：{cures}"]


def filled(rng: Random, pattern: str) -> str:
    """`pattern` with words in its slots, none twice."""
    drawn = {name: iter(rng.sample(stock, min(len(stock), 4))) for name, stock in _STOCKS.items() if f"{{{name}}}" in pattern}
    text = pattern
    for name, stock in drawn.items():
        while f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", next(stock), 1)
    while "{clause}" in text:
        text = text.replace("{clause}", _clause(rng), 1)
    for name, low, high in (("many", 100, 900), ("few", 11, 60)):
        while f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", str(rng.randint(low, high)), 1)
            low, high = (low, high) if name == "many" else (2, 10)  # a part named after a whole is smaller than it
    return text


_STOCKS = {
    "topic": words.TOPICS,
    "thing": words.THINGS,
    "channel": words.CHANNELS,
    "effect": words.EFFECTS,
    "management": words.MANAGEMENTS,
    "platform": words.PLATFORMS,
    "assurance": words.ASSURANCES,
    "training": words.TRAININGS,
}


def _clause(rng: Random) -> str:
    return rng.choice(words.MANNERS) + rng.choice(words.VERBS) + rng.choice(words.THINGS)


def _outlook(rng: Random) -> str:
    return rng.choice(("下一步，将从以下方面改进", "针对上述问题，将采取以下措施", "今后将着力抓好以下工作"))
