"""G421."""

from collections.abc import Iterator
from itertools import islice

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Passage, Report, in_prose
from giar_site.prose.numbering import Slip, numbered, slips
from giar_site.rules.wording import MOST_SLIPS


@rule("G421", Severity.WARNING, over="report")
def wrong_numbering(report: Report) -> Iterator[Finding]:
    """序号不连续 / Wrong numbering

    What it checks
        同一部分里的序号（一、，（一），1.，（1），一是）应当依次连续，不重复、不跳号。

        The numbers of one section (一、, （一）, 1., （1）, 一是) must follow each other without one twice or left out.

    Why
        序号重复或跳号，说明内容是拼接的，也可能漏了一段。

        A number twice or left out shows that the text was pieced together, or that a paragraph was lost.

    Wrong
        --- report.md
        ## 五、存在的主要问题及改进情况

        一是信息更新还不够及时；二是解读形式单一；四是培训不够。

        …

    Right
        --- report.md
        ## 五、存在的主要问题及改进情况

        一是信息更新还不够及时；二是解读形式单一；三是培训不够。

        …

    How to mend it
        改正序号，或补上漏掉的一段；确实这样公布过的，在 accept: 中写明理由。

        Correct the number or add the lost paragraph; what was really published so is explained in `accept:`.

    Source
        《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数。
    """
    # Under a table's title the paragraphs may quote the numbers of the form, out of order.
    tables = {section.key for section in report.figures.form.sections if section.table}
    for passage in (report.preamble, *report.sections):
        if passage.key not in tables:
            for slip in islice(slips(numbered(passage.source)), MOST_SLIPS):
                yield _finding(report, passage, slip)


def _finding(report: Report, passage: Passage, slip: Slip) -> Finding:
    mark, before = (passage.source[each.start : each.end] for each in (slip.at, slip.before))
    at, before_at = (in_prose(report.agency, report.year, passage.key, each.start, each.end) for each in (slip.at, slip.before))
    if slip.at.number == slip.before.number:
        message = Text(f"有两个“{mark}”。", f"there are two “{mark}”.")
    else:
        message = Text(f"“{before}”后面是“{mark}”。", f"“{before}” is followed by “{mark}”.")
    return Finding(
        at=at,
        message=message,
        mend=Text("改正这里或后面的序号，或补上漏掉的一段。", "correct the number here and below, or add the paragraph that was lost."),
        actual=mark,
        related=(before_at,),
    )
