"""G103."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G103", Severity.ERROR, over="fault", acceptable=False)
def forbidden_yaml(fault: Fault) -> Iterator[Finding]:
    """用了不允许的 YAML 写法 / Forbidden YAML

    What it checks
        不允许别名（*）、锚点（&）、标签（!）、过深的嵌套、过多的内容，以及一个文件里有多份 YAML。

        Aliases (*), anchors (&), tags (!), deep nesting, floods of nodes and several documents in one file are refused.

    Why
        报表用不着这些写法；它们能让一个很小的文件撑满内存，也能让同一格数在读者看不到的地方改变。

        A report needs none of these; they let a tiny file fill the memory, and change a figure where no reader sees it.

    Wrong
        review_and_litigation:
          review:       &zero [0, 0, 0, 0, 0]
          direct_suits: *zero
          …

    Right
        review_and_litigation:
          review:       [0, 0, 0, 0, 0]
          direct_suits: [0, 0, 0, 0, 0]
          …

    How to mend it
        把每一行的数都直接写出来；文字里要用 * & ! 开头时，给整段文字加上引号。

        Write out the figures of every row; put a text that begins with * & or ! in quotes.

    Source
        giar 的安全约定：机关文件夹里的内容一律当作不可信的输入。
    """
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"这里{fault.word('zh')}，giar 不读取这种写法。", f"giar does not read this: {fault.word('en')}."),
        mend=Text(
            "直接写出数或文字；文字以 * & ! 开头的，给它加上引号。",
            "write the figures or the text themselves; put a text that begins with * & or ! in quotes.",
        ),
    )
