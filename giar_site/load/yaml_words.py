"""What PyYAML's syntax errors mean, in words for someone who has never heard of YAML."""

import re
from typing import NamedTuple

_LONGEST = 400

# Fragment of the parser's message → what the writer most likely did. Order matters: the first match is used.
_MEANINGS = (
    ("found character '\\t'", "用了制表符（Tab）缩进，请改成空格", "indented with a tab: use spaces"),
    (
        "cannot start any token",
        "有一个词以特殊符号开头（@ ` % 或制表符），请给它加上引号",
        "a word begins with a special character (@ ` % or a tab): put it in quotes",
    ),
    (
        "mapping values are not allowed",
        "一行里多了一个冒号，或上一行缩进不对；冒号后的文字若含冒号，请加引号",
        "one colon too many on the line, or the line above is indented wrongly",
    ),
    (
        "did not find expected ',' or ']'",
        "方括号 [ ] 没有配对，或两个数之间少了逗号",
        "a bracket [ ] is not closed, or a comma is missing between two figures",
    ),
    ("did not find expected ',' or '}'", "花括号 { } 没有配对，或两项之间少了逗号", "a brace { } is not closed, or a comma is missing"),
    (
        "expected ',' or ']'",
        "方括号 [ ] 没有配对，或两个数之间少了逗号",
        "a bracket [ ] is not closed, or a comma is missing between two figures",
    ),
    (
        "could not find expected ':'",
        "这一行（或上一行）少了冒号；冒号要用半角“:”，后面空一格",
        "a colon is missing on this line or the one above; it must be the ASCII colon followed by a space",
    ),
    (
        "did not find expected key",
        "缩进没有对齐，或上面有括号没有配对",
        "the indentation does not line up, or a bracket above is not closed",
    ),
    ("did not find expected '-' indicator", "列表的“-”没有对齐", "the dashes of the list do not line up"),
    ("unexpected end of stream", "引号或括号没有配对，一直到文件末尾", "a quote or bracket is still open at the end of the file"),
    ("found unexpected end of stream", "引号没有配对", "a quote is not closed"),
    ("did not find expected node content", "少了内容，例如两个逗号之间没有数", "something is missing, such as a figure between two commas"),
    ("control characters are not allowed", "有看不见的控制字符", "there is an invisible control character"),
    ("special characters are not allowed", "有看不见的控制字符", "there is an invisible control character"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 用法不对，请改用单引号", "a backslash in double quotes: use single quotes"),
    ("while scanning an anchor", "有文字以 & 开头，请给它加上引号", "a text begins with &: put it in quotes"),
    ("while scanning an alias", "有文字以 * 开头，请给它加上引号", "a text begins with *: put it in quotes"),
    ("unacceptable character", "有看不见的控制字符", "there is an invisible control character"),
)


class Sign(NamedTuple):
    """What is certainly wrong near a place where reading stopped: line from 1, and the fault in both languages."""

    line: int
    zh: str
    en: str


# How a line looks that can only be a slip, whatever the parser says of a later line.
_SIGNS = (
    (r"[ \u3000]*\t\s*\S", "行首用了制表符（Tab），请改成空格", "the line is indented with a tab: use spaces"),
    (r"[ ]*\u3000\s*\S", "行首用了全角空格，请改成半角空格", "the line is indented with a full-width space: use spaces"),
    (r"\s*[A-Za-z_]+\s*：", "冒号是全角“：”，请改成半角“:”再空一格", "the colon is full-width: use the ASCII colon and a space"),
    (r"\s*[A-Za-z_]+:[^\s:/]", "冒号后面要空一格", "a space must follow the colon"),
    (r"[^#]*【", "方括号是全角的，请改成半角 [ ]", "the brackets are full-width: use [ ]"),
    (r"[^#\[\]]*\[[^#\[\]]*(?:#.*)?", "方括号没有配对，行尾少了“]”", "the bracket is not closed: a ] is missing"),
    (r"[^#\[\]]*:[^#\[\]'\"]*\][^#]*(?:#.*)?", "方括号没有配对，冒号后面少了“[”", "the bracket is not opened: a [ is missing"),
)
_NEAR = 40  # lines above


def certain_sign(text: str, line: int) -> Sign | None:
    """The slip nearest above (or one line below) the `line` on which reading stopped; None when nothing is certain."""
    lines = text.split("\n")
    for at in range(min(line + 1, len(lines)), max(line - _NEAR, 0), -1):
        for pattern, zh, en in _SIGNS:
            if len(lines[at - 1]) <= _LONGEST and re.fullmatch(pattern + ("" if pattern.endswith("?") else ".*"), lines[at - 1]):
                return Sign(at, zh, en)
    return None


def syntax_words(error: Exception) -> tuple[str, str]:
    """The meaning of a syntax error in Chinese and English; the parser's own words where it is none of the common ones."""
    said = " ".join(str(part) for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part) or str(error)
    for fragment, zh, en in _MEANINGS:
        if fragment in said:
            return zh, en
    return f"写法不对（{said}）", said
