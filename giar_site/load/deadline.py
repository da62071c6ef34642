"""A day of the year until when reports are published, the same wherever it is written."""

from giar_site.load.fields import Fields
from giar_site.settings import NONE

DAY = r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"  # no 29 February


def read_deadline(fields: Fields, key: str) -> str:
    """The day `key` says, as MM-DD, or NONE; "" when it was not written."""
    zh = "期限要写成 01-31 这样的月-日（指报告年度的下一年），没有期限的写 none"
    en = "a deadline is a month and day such as 01-31 (of the year after the report's), or none where there is none"
    return fields.pattern(key, f"{DAY}|{NONE}", zh, en)
