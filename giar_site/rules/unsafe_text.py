"""G104."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule

_REPLACEMENT = 0xFFFD
# First and last code point of each class (Unicode 15, Blocks and Bidi_Control); what is in none is a noncharacter.
_CLASSES = (
    (0x0000, 0x001F, Text("控制字符", "control character")),
    (0x007F, 0x009F, Text("控制字符", "control character")),
    (0x061C, 0x061C, Text("双向控制符（能让文字倒着显示）", "bidirectional control (it can show text backwards)")),
    (0x200E, 0x200F, Text("双向控制符（能让文字倒着显示）", "bidirectional control (it can show text backwards)")),
    (0x2028, 0x2029, Text("看不见的换行符", "invisible line separator")),
    (0x202A, 0x202E, Text("双向控制符（能让文字倒着显示）", "bidirectional control (it can show text backwards)")),
    (0x2066, 0x2069, Text("双向控制符（能让文字倒着显示）", "bidirectional control (it can show text backwards)")),
    (0xFEFF, 0xFEFF, Text("字节顺序标记", "byte order mark")),
    (0xFFF9, 0xFFFC, Text("看不见的注文或嵌入对象标记", "invisible annotation or object mark")),
    (_REPLACEMENT, _REPLACEMENT, Text("替换字符（这里原来的字已经成了乱码）", "replacement character (the text that stood here is lost)")),
    (0xE0000, 0xE007F, Text("看不见的标签字符", "invisible tag character")),
)
_NONCHARACTER = Text("不是文字的代码", "noncharacter")


@rule("G104", Severity.ERROR, over="fault", acceptable=False)
def unsafe_text(fault: Fault) -> Iterator[Finding]:
    r"""文字里有不可见的字符 / Unsafe text

    What it checks
        文字里不能有控制字符、改变文字方向的字符、乱码留下的“替换字符”和其他看不见的代码。

        A text must hold no control characters, direction overrides, replacement characters or other invisible codes.

    Why
        看不见的字符能让读者看到的与文件里的不一样；替换字符说明复制时丢了字。

        Invisible characters can show a reader something else than the file says; a replacement character means that text was lost.

    Wrong
        --- report.md (escapes)
        本机关联系电话：\u202e12345

        …

    Right
        --- report.md
        本机关联系电话：12345

        …

    How to mend it
        删去这个字符（多半是从网页或 Word 复制时带来的）；若是替换字符，请对照原文补上丢失的字。

        Delete the character (it mostly comes along when copying from a page or from Word); for a replacement character, restore the lost text.

    Source
        Unicode 技术报告 36、标准附件 9（双向算法）。
    """
    codepoint, before = fault.word("codepoint"), fault.word("before")
    code = int(codepoint.removeprefix("U+"), 16)
    what = next((name for first, last, name in _CLASSES if first <= code <= last), _NONCHARACTER)
    where = Text(f"“{before}”之后", f"after “{before}”") if before else Text("行首", "at the start of the line")
    lost = code == _REPLACEMENT
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"{where.zh}有{what.zh}，代码 {codepoint}。", f"{where.en} stands a {what.en}, {codepoint}."),
        mend=Text("对照原文补上丢失的字。", "restore the lost text from the original.")
        if lost
        else Text("把光标放在那里，删去这个看不见的字符。", "put the cursor there and delete the invisible character."),
    )
