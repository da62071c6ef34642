"""G123."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G123", Severity.WARNING, over="fault", acceptable=False)
def text_cut_by_hash(fault: Fault) -> Iterator[Finding]:
    """井号后的文字丢了 / Text cut by a hash

    What it checks
        没有引号的文字里，空格后的“#”会让后面的文字变成注释。

        In a text without quotes, a # after a space turns the rest into a comment.

    Why
        丢掉的文字不会公布，文件里却看得见，很难发现。

        The lost words are not published though they stand in the file, which is hard to notice.

    Wrong
        --- agency.yaml
        name: 某某市财政局
        contact:
          address: 人民路 #12号楼

    Right
        --- agency.yaml
        name: 某某市财政局
        contact:
          address: "人民路 #12号楼"

    How to mend it
        给整段文字加上引号；真是注释的，在 # 后空一格。

        Put the whole text in quotes; where a comment is meant, leave a space after the #.

    Source
        YAML 1.2.2，6.6：前有空格的 # 开始注释。
    """
    key, kept, lost = fault.word("key"), clipped(fault.word("kept")), clipped(fault.word("lost"))
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(
            f"“{key}”只读到“{kept}”，后面的“{lost}”被当成了注释。", f"“{key}” was read as “{kept}”; “{lost}” was taken for a comment."
        ),
        mend=Text(
            f'加上引号：{key}: "{kept} {lost}"；真是注释的，在 # 后空一格。',
            f'put it in quotes: {key}: "{kept} {lost}"; for a comment leave a space after the #.',
        ),
        expected=f"{kept} {lost}",
        actual=kept,
    )
