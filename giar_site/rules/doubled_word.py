"""G419."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import told
from giar_site.rules.wording import MOST_SLIPS
from giar_site.rules.words_said_once import WORDS_SAID_ONCE

# What is not just two characters twice, as plain strings: looked for first, which is many times faster than the whole pattern.
_TWICE: Final = (
    *(2 * word for word in WORDS_SAID_ONCE if len(word) > 2),
    *(2 * char for char in "的了是。，、；："),
    *(mark + "。" for mark in "，、；："),
    *("。" + mark for mark in "，、；"),
)
# No sentence says these twice, but for what may go before or behind: 公开公开栏, 为了了解, 的的确确, 是是非非, dots that were meant.
_DOUBLED: Final = re.compile(
    rf"(?P<word>{'|'.join(WORDS_SAID_ONCE)})(?P=word)(?!栏|指南|目录|专栏|属性|条例|性|率|会)"
    r"|信息信息(?!化|中心|技术|网|系统|科|处|员|产业|安全|港)"
    r"|(?<!依申请)(?<!主动)公开公开(?!栏|指南|目录|专栏|属性|平台|条例|年报|办|条|信息|的)"
    r"|(?<!的)的的(?![确士的])"
    r"|(?<!不甚)(?<!了)了了(?![解结断却事然如了])"
    r"|(?<![是于要但可若])是是(?![非否是])"
    r"|(?<![，。、；：])(?:。。|，，|、、|；；|：：|[，、；：]。|。[，、；])(?![，。、；：])"
)


@rule("G419", Severity.WARNING, over="report")
def doubled_word(report: Report) -> Iterator[Finding]:
    """字词或标点重复 / Doubled word

    What it checks
        正文里不应有“的的”“已经已经”“信息信息公开”这样重复的字词，也不应有“。。”“，。”这样重复的标点。“人民政府政府信息公开”“研究研究”这类可能有意重复的不算。

        The prose should hold no word or mark twice, as in “的的”, “已经已经”, “信息信息公开” or “。。”. What may be meant, as
        人民政府政府信息公开 or 研究研究, is left alone.

    Why
        这是改稿、拼接时留下的；读者会觉得报告没有人看过。

        It is left over from editing and makes readers think that nobody read the report.

    Wrong
        --- report.md
        ## 五、存在的主要问题及改进情况

        信息公开的的及时性还不够，下一步将建立每周巡查制度。

        …

    Right
        --- report.md
        ## 五、存在的主要问题及改进情况

        信息公开的及时性还不够，下一步将建立每周巡查制度。

        …

    How to mend it
        删去多出的一个；确实这样公布过的，在 accept: 中写明理由。

        Delete one of the two; what was really published so is explained in `accept:`.

    Source
        《标点符号用法》（GB/T 15834—2011）；《党政机关公文处理工作条例》：文字精练、标点正确。
    """
    for passage in told(report):
        if not _says_a_pair_twice(passage.text) and not any(twice in passage.text for twice in _TWICE):
            continue
        for match in islice(_DOUBLED.finditer(passage.text), MOST_SLIPS):
            once = match[0][len(match[0]) // 2 :]
            yield Finding(
                at=passage.at(*match.span()),
                message=Text(f"“{match[0]}”重复了。", f"“{match[0]}” stands there twice."),
                mend=Text(f"改成“{once}”。", f"write “{once}”."),
                expected=once,
                actual=match[0],
            )


def _says_a_pair_twice(text: str) -> bool:
    """False when no two characters stand there twice running: each is compared with the one two places on, all at once, as one long number."""
    units = text.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(units, "little")
    return b"\0\0\0\0" in (number ^ number >> 32).to_bytes(len(units), "little")
