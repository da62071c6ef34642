"""Faults of the text: periods and years, names, copies, subjects, fees, words, numbering."""

import re

from tests.corpus.figures import form_of
from tests.corpus.plant_tables import NO_LONGER_FITS
from tests.corpus.planting import Draft, Mark, Spot, Unfit, plants

# A text put in another's place may say less, or say again what another report says.
SAYS_LESS = ("subject_missing", "fee_not_mentioned", "copied_text")
_SUBJECTS = (
    ("主动公开", "全年向社会主动公开各类消息三百余条，内容涉及民生、教育和交通。"),
    ("申请", "对公众提出的公开申请逐件登记，按时答复，没有逾期。"),
    ("管理", "加强政府信息管理，文件制作时即确定能否公开。"),
    ("平台", "改进网站栏目，新媒体平台每日更新。"),
    ("监督", "定期开展考核和培训，主动接受社会监督。"),
)


@plants("year_left_over")
def wrong_period(draft: Draft) -> Mark:
    spot = draft.spot()
    at = _period(draft, spot)
    line = draft.lines(spot.prose)[at - 1]
    wrong = draft.any(("12月30日", "11月30日", "12月25日"))
    new = (
        line.replace("12月31日", wrong, 1)
        if draft.rng.random() < 0.5
        else line.replace(f"{spot.year}年1月1日", f"{spot.year - 1}年1月1日", 1)
    )
    return spot.mark(spot.prose, draft.put(spot.prose, at, new, instead=1))


@plants()
def year_left_over(draft: Draft) -> Mark:
    spot = draft.spot()
    last = spot.year - 1
    if draft.rng.random() < 0.5:
        return spot.mark(spot.prose, draft.replace(spot.prose, f"编制{spot.year}年度报告", f"编制{last}年度报告"))
    return spot.mark(spot.prose, draft.replace(spot.prose, f"title: {spot.body.name}{spot.year}年", f"title: {spot.body.name}{last}年"))


@plants(shape="peers")
def other_agency_named(draft: Draft) -> Mark:
    spot = draft.spot()
    other = draft.any([body for body in draft.site.bodies if body is not spot.body])
    return spot.mark(spot.prose, draft.replace(spot.prose, f"title: {spot.body.name}", f"title: {other.name}"))


@plants(*NO_LONGER_FITS, "announced_parts_mismatch", years=2)
def copied_text(draft: Draft) -> Mark:
    spot = draft.spot(lambda _body, year: year > draft.site.years[0])
    text = _prose(draft, draft.last_year(spot))
    _put_prose(draft, spot, re.sub(rf"{spot.year}|{spot.year - 1}", lambda match: str(int(match[0]) + 1), text))
    return spot.mark_anywhere(spot.prose)


@plants()
def subject_missing(draft: Draft) -> Mark:
    spot = draft.spot()
    left_out = draft.rng.randrange(len(_SUBJECTS))
    told = [text for at, (_, text) in enumerate(_SUBJECTS) if at != left_out]
    return spot.mark(spot.prose, draft.rewrite(spot, "一", f"{spot.year}年，{''.join(told)}"), item="overview")


@plants()
def empty_section(draft: Draft) -> Mark:
    spot = draft.spot()
    return spot.mark(spot.prose, draft.rewrite(spot, "五", *draft.any(((), ("无。",), ("无",), ("暂无。",)))), item="problems")


@plants(first_year=2021)
def fee_not_mentioned(draft: Draft) -> Mark:
    spot = draft.spot()
    draft.texts[spot.prose] = re.sub("污水处理费标准|涉企收费目录|惠企政策", "用水须知", "\n".join(draft.lines(spot.prose)))
    return spot.mark(spot.prose, draft.rewrite(spot, "六", draft.any(("无。", "无其他需要报告的事项。"))), item="other")


@plants()
def odd_fee(draft: Draft) -> Mark:
    spot = draft.spot()
    amount = 10 * draft.rng.randint(1, 90) + draft.rng.randint(1, 9)
    at = draft.rewrite(spot, "六", f"本年度{draft.any(('共', '依规', ''))}收取政府信息公开信息处理费{amount}元。")
    return spot.mark(spot.prose, at + 2)


@plants()
def doubled_word(draft: Draft) -> Mark:
    spot = draft.spot()
    words = draft.any(
        (
            "群众的的满意度继续提高。",
            "工作机制进一步进一步健全。",
            "政府信息公开公开工作取得进展。",
            "各项工作按时完成。。",
            "及时，，准确发布信息。",
        )
    )
    return spot.mark(spot.prose, draft.add_to(spot, words))


@plants()
def template_leftover(draft: Draft) -> Mark:
    spot = draft.spot()
    words = draft.any(("全年办理来信XX件。", "与××局开展联合检查。", "（此处填写工作情况）", "XXXX年继续推进。", "【请填写】"))
    return spot.mark(spot.prose, draft.add_to(spot, words))


@plants()
def wrong_numbering(draft: Draft) -> Mark:
    spot = draft.spot()
    at = next(at for at, line in enumerate(draft.lines(spot.prose), 1) if re.match(r"\W*[（(]四[）)]", line))
    line = draft.lines(spot.prose)[at - 1]
    return spot.mark(spot.prose, draft.put(spot.prose, at, line.replace("四", draft.any(("三", "六")), 1), instead=1))


@plants()
def announced_parts_mismatch(draft: Draft) -> Mark:
    spot = draft.spot()
    names = [section.title[2:].replace("、", "和") for section in form_of(spot.year).sections]
    at = _period(draft, spot)
    line = re.sub("本报告由.*?组成。", "", draft.lines(spot.prose)[at - 1])
    left_out = draft.rng.randrange(len(names))
    told = "、".join(name for number, name in enumerate(names) if number != left_out)
    return spot.mark(spot.prose, draft.put(spot.prose, at, f"本报告由{told}等五部分组成。{line}", instead=1))


def _prose(draft: Draft, spot: Spot) -> str:
    """The prose of a report, without its front matter."""
    return draft.site.texts[spot.prose].split("---\n", 2)[2]


def _put_prose(draft: Draft, spot: Spot, text: str) -> None:
    """Put another text below the front matter of a report."""
    draft.texts[spot.prose] = draft.site.texts[spot.prose].replace(_prose(draft, spot), text)


def _period(draft: Draft, spot: Spot) -> int:
    at = next((at for at, line in enumerate(draft.lines(spot.prose), 1) if "统计期限" in line), 0)
    if not at:
        raise Unfit
    return at


@plants(*NO_LONGER_FITS, *SAYS_LESS, "announced_parts_mismatch", "other_agency_named", shape="peers")
def borrowed_text(draft: Draft) -> Mark:
    spot = draft.spot()
    other = draft.any([body for body in draft.site.bodies if body is not spot.body])
    text = _prose(draft, Spot(other, spot.year))
    _put_prose(draft, spot, text.replace(other.name, spot.body.name).replace(other.calls_itself, spot.body.calls_itself))
    return spot.mark_anywhere(spot.prose)
