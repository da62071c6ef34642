"""The sheets of the workbook that `giar template` and `giar export --to xlsx` write: whoever reads one back knows them by their names."""

from collections.abc import Collection
from typing import Final

MANUAL: Final = "填写说明"
PARTICULARS: Final = "基本信息"
PROSE: Final = "正文"  # one cell a paragraph, in Markdown
CHECKS: Final = "核对"
DAY: Final = "公布日期"  # the label in PARTICULARS beside which a day stands
NO_CONTENT: Final = (MANUAL, CHECKS)


def is_own(sheets: Collection[str]) -> bool:
    """Whether a workbook with these sheets is ours. The two others may have been deleted: they are for the clerk."""
    return PARTICULARS in sheets and PROSE in sheets
