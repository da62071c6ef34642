"""Chinese sentences carry Chinese punctuation: no half-width comma, colon or bracket beside a Chinese character in what a clerk reads."""

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "giar_site"
_HAN = "\u3400-\u9fff"
_BESIDE = re.compile(f"[{_HAN}”》）][,;:?!()]|[,;:?!()][{_HAN}“《（]")
_SAMPLE = re.compile(r"“[^“”]*”|!?\[[^\[\]]*\]\([^()]*\)")  # YAML and Markdown as they must be typed
_VALUE = "\0"


def chinese(tree: ast.AST) -> Iterator[ast.expr]:
    """Each expression that is the Chinese one of two languages: of a Text, of arguments `zh` and `en`, of variables of such names, of a pair."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (word.value for word in node.keywords if word.arg == "zh")
            yield from _first_of_pairs(node.args)
            if isinstance(node.func, ast.Name) and node.func.id == "Text" and node.args:
                yield node.args[0]
        elif isinstance(node, ast.Tuple | ast.List):
            yield from _first_of_pairs(node.elts)
        elif isinstance(node, ast.Assign) and any(isinstance(name, ast.Name) and name.id.split("_")[-1] == "zh" for name in node.targets):
            yield node.value


def _first_of_pairs(given: list[ast.expr]) -> Iterator[ast.expr]:
    for first, second in itertools.pairwise(given):
        if re.search(f"[{_HAN}]", written(first)) and re.search("[A-Za-z]{2} [a-z]", written(second)):
            yield first


def written(node: ast.expr) -> str:
    """The literal of an expression, with a mark for each value put in; "" where it is no literal."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else _VALUE for part in node.values)
    return ""


def half_width(source: str) -> list[str]:
    """The Chinese sentences of a module with half-width punctuation beside a Chinese character."""
    texts = [text for node in chinese(ast.parse(source)) for text in _literals(node)]
    return [text.replace(_VALUE, "{}") for text in dict.fromkeys(texts) if _BESIDE.search(_SAMPLE.sub("“”", text))]


def _literals(node: ast.AST) -> Iterator[str]:
    """The literals in an expression, a text with values put in as one."""
    if isinstance(node, ast.expr):
        yield written(node)
    put_in = [part for part in node.values if isinstance(part, ast.FormattedValue)] if isinstance(node, ast.JoinedStr) else None
    for child in ast.iter_child_nodes(node) if put_in is None else put_in:
        yield from _literals(child)


def test_chinese_sentences_have_full_width_punctuation() -> None:
    found = {path.relative_to(PACKAGE).as_posix(): half_width(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_half_width_punctuation_is_seen_wherever_a_sentence_may_stand() -> None:
    source = """
Text("无法识别,可能已损坏", "it is damaged")
Text("没有" if few else f"有 {few} 处;请对照", "some")
zh = f"第 {row} 行(隐藏)"
fault("name", zh="是不是?", en="is it?")
notices.add("未导入:批注", "comments are left out")
KNOWN = {"a": ("有,无", "with or without it")}
"""
    wanted = {"无法识别,可能已损坏", "有 {} 处;请对照", "第 {} 行(隐藏)", "是不是?", "未导入:批注", "有,无"}
    assert set(half_width(source)) == wanted


def test_samples_and_patterns_are_left_alone() -> None:
    assert (
        half_width('Text("每行写成“名称: [数, 数]”", "a line")\nre.compile("[,，]的(?:件)")\nText("写成 [名称](files/文件名)。", "x")')
        == []
    )
