"""What a theme prints of the checks of a report."""

from typing import NamedTuple

from markupsafe import Markup


class TermView(NamedTuple):
    """A number of a side: `sign` stands before it, empty on the first; `href` leads to its cell; `value` is empty for a blank.

    `agency` and `year` are empty but for a number of another report.
    """

    sign: str
    agency: str
    year: str
    label: str
    value: str
    href: str


class CheckView(NamedTuple):
    """An equation, or several over nothing but zeros in one line (`nil`), and what it came to in words.

    `left`, `right`: the numbers of each side but the zeros, each the theme's `_term.html` filled in; `left_zeros`, `right_zeros`: zeros were
    left out; `left_sum`, `right_sum`: empty where one number is the whole side, or one is blank. `gap`: by how much the sides differ;
    `reason`: why nothing can be said; `accepted`: the reason an agency gave, `note` the id of the note that prints it. `apart`: one line for
    several checks of which nothing can be said for want of something to compare with. `cells`: one line for so many cells of the table `label`.
    """

    label: str
    left: Markup
    left_sum: str
    right: Markup
    right_sum: str
    result: str
    gap: str
    reason: str
    accepted: str
    note: str
    nil: bool
    left_zeros: bool
    right_zeros: bool
    apart: bool = False
    cells: str = ""


class OutcomeView(NamedTuple):
    """How many checks came out one way; `reason` where nothing can be said."""

    result: str
    reason: str
    number: int


class CheckGroupView(NamedTuple):
    """The checks of one kind, and how many came out which way. `open`: one of them does not hold, though there is something to compare with.

    `below`: they compare a roll-up with the agencies below it.
    """

    id: str
    kind: str
    number: int
    outcomes: list[OutcomeView]
    open: bool
    below: bool


class ChecksTableView(NamedTuple):
    """The table of one kind of checks: `head` is the theme's `_check_head.html` filled in with a CheckGroupView, `lines` its `_check.html` for each check."""

    head: Markup
    lines: Markup
