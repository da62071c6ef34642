"""G107."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G107", Severity.ERROR, over="fault", acceptable=False)
def missing_row(fault: Fault) -> Iterator[Finding]:
    """缺少一行 / Missing row

    What it checks
        格式规定的每一行都要写；只有能由其他行算出的总计行可以不写。

        Every row of the form must be written; only a total that the other rows add up to may be left out.

    Why
        没有写的行，读者不知道是没有发生，还是漏填。giar 不会悄悄当作 0。

        Of a row that is not there no reader knows whether nothing happened or it was forgotten. giar never takes it for 0.

    Wrong
        review_and_litigation:
          review:       [0, 0, 0, 0, 0]
          direct_suits: [0, 0, 0, 0, 0]

    Right
        review_and_litigation:
          review:             [0, 0, 0, 0, 0]
          direct_suits:       [0, 0, 0, 0, 0]
          suits_after_review: [0, 0, 0, 0, 0]

    How to mend it
        补上这一行，没有发生的写 0；giar new 写出的表格里每一行都有。

        Add the row, with 0 where nothing happened; the table that `giar new` writes has every row.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    key, label, rows, count = (fault.word(word) for word in ("key", "label", "rows", "count"))
    single = count == "1"
    message = (
        Text(f"缺少“{label}”这一行（{key}）。", f"the row “{label}” ({key}) is missing.")
        if single
        else Text(f"缺少“{label}”（{key}）下的全部 {count} 行：{clipped(rows)}。", f"all {count} rows of “{label}” ({key}) are missing.")
    )
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=message,
        mend=Text(
            "补上，没有发生的写 0；giar new 写出的表格里每一行都有。",
            "add it, with 0 where nothing happened; the table that giar new writes has every row.",
        ),
    )
