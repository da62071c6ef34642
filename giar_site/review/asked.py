"""What an agency is asked to do, in words that need none of the files: it may never see them."""

import re

from giar_site.diagnostics import Text

# A key with its colon, a name joined with _, what English puts in backquotes, a comment's sign, a file or folder, a command, or a key that
# stands by itself between Chinese words.
_OF_FILES = re.compile(
    r"\b(?:accept|actual|address|corrections|deadlines?|expected|file|hosts|kind|name|scope|withdrawn):"
    r"|[a-z]_[a-z]|[`#]|\.(?:yaml|md|html)\b|\bgiar\b|\b(?:files|content)/|(?:[一-龥] |，)(?:file|from|kind|level|now|until)\b"
)
_CASE = re.compile(r"([^，]+的)，")  # 确实迟了的，在 accept: 中写明理由
_WHERE = re.compile(r"(where [^,]+), ")  # where the report was late, say why in accept:


def asked_of_the_agency(mend: Text) -> Text:
    """`mend` without its clauses about files; where it leads to `accept:`, a reason in writing is asked for. Empty where nothing is left."""
    return Text(_chinese(mend.zh), _english(mend.en))


def _chinese(mend: str) -> str:
    if not _OF_FILES.search(mend):
        return mend
    kept = []
    for clause in re.split(r"[；。]", mend):
        first = clause.partition("，或")[0]
        if not _OF_FILES.search(first):
            kept.append(first if _OF_FILES.search(clause) else clause)
        elif "accept:" in clause:
            case = _CASE.match(clause)
            kept.append(f"{case[1] if case else '确实如此公布的'}，请书面说明理由")
    return _joined(kept, "；", "。")


def _english(mend: str) -> str:
    if not _OF_FILES.search(mend):
        return mend
    kept = []
    for clause in re.split(r"; |\.$", mend):
        first = clause.partition(", or ")[0]
        if not _OF_FILES.search(first):
            kept.append(first if _OF_FILES.search(clause) else clause)
        if "accept:" in clause:
            case = _WHERE.match(clause)
            kept.append(f"{case[1] if case else 'where it really was published so'}, please explain in writing")
    return _joined(kept, "; ", ".")


def _joined(clauses: list[str], between: str, end: str) -> str:
    written = [clause for clause in clauses if clause]
    return between.join(written) + end if written else ""
