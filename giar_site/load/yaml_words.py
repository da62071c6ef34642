"""What PyYAML's syntax errors mean, in words for someone who has never heard of YAML."""

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


def syntax_words(error: Exception, text: str) -> tuple[str, str]:
    """The meaning of a syntax error in Chinese and English; the parser's own words where it is none of the common ones."""
    said = " ".join(str(part) for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part) or str(error)
    for fragment, zh, en in _MEANINGS:
        if fragment in said:
            return zh + _wide_colon(error, text)[0], en + _wide_colon(error, text)[1]
    return f"写法不对（{said}）", said


def _wide_colon(error: Exception, text: str) -> tuple[str, str]:
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    if mark is None or not any("：" in line for line in lines[max(mark.line - 1, 0) : mark.line + 1]):
        return "", ""
    return "；附近有全角冒号“：”，请改成半角“:”并空一格", "; there is a full-width colon nearby: use the ASCII colon and a space"
