"""Numbers of the prose that contradict the tables, themselves or last year."""

from tests.corpus.facts import share_of
from tests.corpus.planting import Draft, Mark, Spot, Unfit, plants


@plants()
def prose_contradicts_figure(draft: Draft) -> Mark:
    spot = draft.spot()
    say = draft.any((_received, _reviewed, _suits))
    return spot.mark(spot.prose, _told(draft, spot, say(draft, spot)))


def _received(draft: Draft, spot: Spot) -> str:
    wrong = _other_than(draft, spot, "received", "carried_in", "outcome.total")
    return draft.any((f"全年共收到政府信息公开申请{wrong}件。", f"本年度新收政府信息公开申请{wrong}件。"))


def _reviewed(draft: Draft, spot: Spot) -> str:
    wrong = int(draft.figure(spot, "review_and_litigation.review@total")) + draft.rng.randint(1, 9)
    return f"因政府信息公开引起的行政复议{wrong}件。"


def _suits(draft: Draft, spot: Spot) -> str:
    blocks = (f"review_and_litigation.{block}@total" for block in ("direct_suits", "suits_after_review"))
    return f"因政府信息公开引起的行政诉讼{sum(int(draft.figure(spot, cell)) for cell in blocks) + draft.rng.randint(1, 9)}起。"


def _other_than(draft: Draft, spot: Spot, *rows: str) -> int:
    """A number of requests that no sum of these rows comes to."""
    known = [int(draft.figure(spot, f"applications.{row}@total")) for row in rows]
    return sum(known) + draft.rng.randint(1, 40)


@plants()
def parts_do_not_add_up(draft: Draft) -> Mark:
    spot = draft.spot()
    parts = [draft.rng.randint(10, 99) for _ in range(3)]
    whole = sum(parts) - draft.rng.randint(1, 9)
    says = draft.any(
        (
            f"全年发布政策解读材料{whole}篇，其中文字解读{parts[0]}篇，图片解读{parts[1]}篇，视频解读{parts[2]}篇。",
            f"召开新闻发布会{whole}场，其中专题发布{parts[0]}场、例行发布{parts[1]}场、部门发布{parts[2]}场。",
        )
    )
    return spot.mark(spot.prose, _told(draft, spot, says))


@plants()
def percentage_contradicts(draft: Draft) -> Mark:
    spot = draft.spot()
    whole = draft.rng.randint(200, 900)
    part = draft.rng.randint(50, whole - 50)
    wrong = share_of(part + draft.any((-20, 20, 40)), whole)
    return spot.mark(spot.prose, _told(draft, spot, f"受理群众留言{whole}件，其中按期办结{part}件，占{wrong}。"))


@plants(years=2, shape="alone")
def growth_contradicts(draft: Draft) -> Mark:
    spot = draft.spot(lambda _body, year: year > draft.site.years[0])
    now, before = (int(draft.figure(each, "applications.received@total")) for each in (spot, draft.last_year(spot)))
    if not now or not before:
        raise Unfit
    wrong = share_of(abs(now - before) + before, before)
    return spot.mark(spot.prose, _told(draft, spot, f"全年收到政府信息公开申请{now}件，同比{'增长' if now >= before else '下降'}{wrong}。"))


def _told(draft: Draft, spot: Spot, words: str) -> int:
    """Put a sentence into the overview as a paragraph of its own; returns its line."""
    return draft.put(spot.prose, draft.line_with(spot.prose, "## 二"), words, "")
