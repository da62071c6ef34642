"""Whether a text that is no plain figure can only mean one: other digits, other marks, separators of thousands, blanks."""

import re

# Characters that stand for one of ASCII and nothing else. Letters that look like digits are not among them: those are guesses.
_SAME = str.maketrans("０１２３４５６７８９．，－−＿　", "0123456789.,--_ ")
_UNSEEN = re.compile("[\u200b-\u200d\u2060]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?P<mark>[,_' ])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?")
_SPACED = re.compile(r"-? ?[0-9]+(?: [0-9]+)*")


def in_ascii(text: str) -> str:
    """`text` with what stands for an ASCII character, and for no other, written as that; without unseen characters and outer blanks."""
    return " ".join(_UNSEEN.sub("", text).translate(_SAME).split())


def is_certain(text: str, *, confirmed: bool) -> bool:
    """Whether `text` has one reading. `confirmed`: the sums of the table need just the figure that is likely meant.

    Blanks between digits (1 2) may also stand for a lost comma; they count only where they group thousands or the sums agree.
    """
    plain = in_ascii(text)
    if _NUMBER.fullmatch(plain) or _GROUPED.fullmatch(plain):
        return True
    return confirmed and _SPACED.fullmatch(plain) is not None
