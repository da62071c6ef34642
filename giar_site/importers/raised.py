"""Raised and lowered characters, as signs of their own: a reader of the page sees `31¹` and `m²`, and nobody takes these for 311 and m2."""

import re

_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_MARK = rf"[\[(（〔【]?(?:注?[{_SIGNS}①-⑳⑴-⒇*※＊]+)[\])）〕】]?"
_AROUND = re.compile(rf"(?P<before>{_MARK})?(?P<words>.*?)(?P<after>{_MARK})?", re.DOTALL)
_ANY = re.compile(f"[{_SIGNS}①-⑳⑴-⒇]")


def raised(text: str) -> str:
    """`text` as superscript; letters and signs that have none stay."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """`text` as subscript; letters and signs that have none stay."""
    return text.translate(_LOWERED)


def without_marks(text: str) -> tuple[str, str]:
    """`text` without the marks of footnotes at its ends, and these; a text that is nothing else stays."""
    match = _AROUND.fullmatch(text.strip())
    if match is None or not match["words"].strip():
        return text, ""
    marks = " ".join(mark for mark in (match["before"], match["after"]) if mark)
    return (match["words"].strip(), marks) if marks else (text, "")


def has_signs(text: str) -> bool:
    """Whether one of its characters would be another number if it were written as a plain digit."""
    return bool(_ANY.search(text))
