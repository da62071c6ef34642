"""G418."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import told
from giar_site.rules.wording import MOST_SLIPS

# The amount belongs to the fee where nothing but words stands between them: no other amount, no other fee.
_FEE: Final = re.compile(
    r"信息处理费(?:(?!元|费|罚|款)[^。；;\n]){0,20}?(?<![0-9０-９])(?<![0-9０-９][.,，])(?P<amount>[0-9０-９][0-9０-９,，]*(?:\.[0-9]+)?)[ \t]*元"
)
_STEP: Final = 10


@rule("G418", Severity.WARNING, over="report")
def odd_fee(report: Report) -> Iterator[Finding]:
    """信息处理费不是 10 的倍数 / Odd fee

    What it checks
        写明的信息处理费（元）应是 10 的倍数。

        A stated information-processing fee, in yuan, must be a multiple of 10.

    Why
        按件 100 元起、按页 10 元起，怎样相加都是 10 的倍数；不是的，不是抄错就是把别的费用写了进来。

        By the tariff it is 100 yuan a request and more or 10 yuan a page and more, whose sums are multiples of 10; any other amount is
        miscopied or another charge.

    Wrong
        --- 2022/report.md
        ## 六、其他需要报告的事项

        本年度收取信息处理费125元。

        …

    Right
        --- 2022/report.md
        ## 六、其他需要报告的事项

        本年度收取信息处理费120元。

        …

    How to mend it
        对照收费记录改正金额；若写的是行政事业性收费等别的费用，改用它的名称。

        Correct the amount against the records; where it is another charge, call it by its name.

    Source
        《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：按件、按量计收的标准。
    """
    for passage in told(report):
        for match in islice(_FEE.finditer(passage.text), MOST_SLIPS):
            amount = Decimal(re.sub("[,，]", "", match["amount"]))
            if amount % _STEP:
                yield Finding(
                    at=passage.at(*match.span("amount")),
                    message=Text(
                        f"信息处理费写的是 {match['amount']} 元；按收费标准应是 10 的倍数。",
                        f"the information-processing fee reads {match['amount']} yuan; by its tariff it is a multiple of 10.",
                    ),
                    mend=Text(
                        "对照收费记录改正；若是别的费用，改用它的名称。",
                        "correct it against the records; where it is another charge, call it by its name.",
                    ),
                    actual=match["amount"],
                )
