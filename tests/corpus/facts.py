"""Sentences of a report that repeat its tables, worded as different clerks would word them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tests.corpus.figures import Figures

_GROUPS = (
    ("granted", "予以公开"),
    ("partly_granted", "部分公开"),
    ("refused", "不予公开"),
    ("unavailable", "无法提供"),
    ("not_processed", "不予处理"),
)


def requests(rng: Random, we: str, figures: Figures, before: Figures | None) -> Iterator[str]:
    """What was received, answered and carried over."""
    received, carried_in, answered, carried_out = (
        _total(figures, row) for row in ("received", "carried_in", "outcome.total", "carried_out")
    )
    if not received:
        yield rng.choice((f"本年度{we}未收到政府信息公开申请", "全年没有收到政府信息公开申请")) + (
            f"，上年结转{carried_in}件。" if carried_in else "。"
        )
    else:
        yield rng.choice(
            (
                f"全年共收到政府信息公开申请{received}件，上年结转{carried_in}件，办结{answered}件，结转下年度继续办理{carried_out}件。",
                f"本年度{we}新收政府信息公开申请{received}件，答复{answered}件"
                + (f"，结转下年度办理{carried_out}件。" if carried_out else "。"),
                f"{we}收到政府信息公开申请{received}件，加上上年结转的{carried_in}件，已办结{answered}件，其余{carried_out}件结转下年办理。",
            )
        )
        yield from _askers(rng, figures, received)
        if before is not None:
            yield from _growth(rng, received, _total(before, "received"))
    if answered and rng.random() < 0.7:
        yield _outcomes(figures, answered)


def disputes(rng: Random, figures: Figures) -> str:
    """Reviews and lawsuits; lawsuits are both blocks together."""
    review = int(figures["review_and_litigation.review@total"])
    suits = sum(int(figures[f"review_and_litigation.{block}@total"]) for block in ("direct_suits", "suits_after_review"))
    if not review and not suits:
        return rng.choice(
            ("全年未发生因政府信息公开引起的行政复议和行政诉讼。", "本年度没有因政府信息公开被申请行政复议、提起行政诉讼的情况。")
        )
    return rng.choice(
        (
            f"因政府信息公开引起的行政复议{review}件，行政诉讼{suits}起。",
            f"全年发生政府信息公开行政复议{review}件、行政诉讼{suits}件。",
        )
    )


def documents(rng: Random, figures: Figures) -> str:
    """The normative documents of the year, and the published items, which are no figures of the table."""
    row = "disclosure.normative_documents@"
    news, notices, readings = rng.randint(100, 900), rng.randint(20, 99), rng.randint(5, 19)
    published = f"全年主动公开政府信息{news + notices + readings}条，其中动态类信息{news}条、公告类信息{notices}条、解读类信息{readings}条"
    if f"{row}issued" in figures:
        issued, repealed, in_force = (figures[row + column] for column in ("issued", "repealed", "in_force"))
        return f"{published}。制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。"
    return f"{published}。新制作规范性文件{figures[row + 'produced']}件，对外公开总数{figures[row + 'disclosed_total']}件。"


def share_of(part: int, whole: int) -> str:
    """`part` of `whole` in per cent, with one decimal place, rounded as taught at school."""
    return f"{(Decimal(100 * part) / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _total(figures: Figures, row: str) -> int:
    return int(figures[f"applications.{row}@total"])


def _group(figures: Figures, group: str) -> int:
    row = f"applications.outcome.{group}"
    return sum(
        int(number)
        for cell, number in figures.items()
        if cell == f"{row}@total" or (cell.startswith(f"{row}.") and cell.endswith("@total"))
    )


def _outcomes(figures: Figures, answered: int) -> str:
    told = [(label, number) for group, label in (*_GROUPS, ("other", "其他处理")) if (number := _group(figures, group))]
    return f"办结的{answered}件中，{'，'.join(f'{label}{number}件' for label, number in told)}。"


def _askers(rng: Random, figures: Figures, received: int) -> Iterator[str]:
    persons = int(figures["applications.received@natural_person"])
    if rng.random() < 0.5:
        yield f"其中，自然人申请{persons}件，法人或其他组织申请{received - persons}件。"
    if rng.random() < 0.5:
        online = rng.randint(0, received)
        letters = rng.randint(0, received - online)
        yield f"从申请方式看，网络申请{online}件，信函申请{letters}件，当面申请{received - online - letters}件，网络申请占{share_of(online, received)}。"


def _growth(rng: Random, now: int, before: int) -> Iterator[str]:
    if not before or now == before or rng.random() < 0.4:
        return
    word = "增长" if now > before else "下降"
    yield rng.choice(
        (
            f"申请量同比{word}{share_of(abs(now - before), before)}。",
            f"申请数量较上年{'增加' if now > before else '减少'}{abs(now - before)}件。",
        )
    )
