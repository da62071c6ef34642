"""What was found out about a short text, kept: labels and figures come again and again, in one file and in the next."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

SHORT = 60  # characters; no label is longer. With the number of answers it bounds the memory that files can make giar hold
ANSWERS = 8192


def remembered(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """`function`, which tells something of a text and nothing else, asked only once about a short one."""
    kept = lru_cache(maxsize=ANSWERS)(function)

    @wraps(function)
    def answer(text: str) -> Answer:
        return kept(text) if len(text) <= SHORT else function(text)

    return answer
