"""What is said when somebody names an agency or a year that is not there: which one is near, and which there are."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Final

from giar_site.diagnostics import CannotGoOn, Text

_MOST: Final = 10


def agency_not_there(slug: str, known: Sequence[str], hint: Text = Text("", "")) -> CannotGoOn:  # noqa: B008 - a named tuple, which cannot change
    """The failure to find the agency `slug` among `known`; `hint` is a sentence on what else to do."""
    near = difflib.get_close_matches(slug, known, 1)
    guess = Text(f"，是不是 {near[0]}？", f"; is it {near[0]}?") if near else Text("。", ".")
    there = _listed(slug, known)
    return CannotGoOn(
        Text(f"content/ 里没有 {slug}{guess.zh}{there.zh}{hint.zh}", f"there is no {slug} in content/{guess.en}{there.en}{hint.en}")
    )


def report_not_there(slug: str, missing: Iterable[str], years: Sequence[int]) -> CannotGoOn:
    """The failure to find the reports of `missing` years among the agency's `years`."""
    wanted = [f"{slug}/{year}" for year in missing]
    if not years:
        there = Text("这个机关还没有报告。", " That agency has no report yet.")
    else:
        there = Text(f"这个机关有报告的年度：{'、'.join(map(str, years))}。", f" It reports on {', '.join(map(str, years))}.")
    return CannotGoOn(Text(f"content/ 里没有 {'、'.join(wanted)}。{there.zh}", f"there is no {', '.join(wanted)} in content/.{there.en}"))


def _listed(slug: str, known: Sequence[str]) -> Text:
    if not known:
        return Text("那里还没有机关。", " There is no agency yet.")
    if len(known) <= _MOST:
        return Text(f"现有的机关：{'、'.join(known)}。", f" There are {', '.join(known)}.")
    nearest = difflib.get_close_matches(slug, known, _MOST, 0)
    return Text(
        f"现有 {len(known)} 个机关，名称最接近的：{'、'.join(nearest)}。",
        f" Of the {len(known)} agencies the nearest are {', '.join(nearest)}.",
    )
