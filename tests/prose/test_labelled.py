"""How well the numbers of the labelled set are judged: precision and recall, on the half the code was developed on and on the other."""

from collections import Counter
from typing import NamedTuple

from labelled_numbers import Item, items

from giar_site.prose import claims_of

JUDGED = ("verified", "contradicted")


class Score(NamedTuple):
    """Of the numbers called so, how many are labelled so; and of those labelled so, how many are called so."""

    called: int
    labelled: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.called if self.called else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} ({self.right}/{self.called}), recall {self.recall:.3f} ({self.right}/{self.labelled})"


def outcome(item: Item) -> list[tuple[str, str, str]]:
    """For each number that is labelled or called: its text, its label and what it is called ("" for neither)."""
    called = [
        (claim.start, claim.end, claim.text, str(claim.verdict))
        for claim in claims_of(item.report, item.previous)
        if claim.verdict in JUDGED
    ]
    result = []
    for label in item.labels:
        met = [claim for claim in called if claim[0] < label.end and label.start < claim[1]]
        result.append((label.text, label.verdict, met[0][3] if met else ""))
        called = [claim for claim in called if claim not in met]
    return result + [(text, "", verdict) for _, _, text, verdict in called]


def score(half: list[Item], verdicts: tuple[str, ...]) -> Score:
    counts = Counter((label, called) for item in half for _, label, called in outcome(item))
    return Score(
        sum(n for (_, called), n in counts.items() if called in verdicts),
        sum(n for (label, _), n in counts.items() if label in verdicts),
        sum(n for (label, called), n in counts.items() if label == called and called in verdicts),
    )


def scores(half: list[Item]) -> dict[str, Score]:
    return {
        "verified": score(half, ("verified",)),
        "contradicted": score(half, ("contradicted",)),
        "both": score(half, JUDGED),
    }


def test_the_half_not_developed_on_is_judged_precisely_and_mostly_found() -> None:
    for name, half in (
        ("developed on", [item for item in items() if item.developed]),
        ("reported", [item for item in items() if not item.developed]),
    ):
        found = scores(half)
        for verdict, each in found.items():
            print(f"{name}, {len(half)} items, {verdict}: {each}")
    assert found["both"].precision >= 0.98
    assert found["both"].recall >= 0.85


def test_the_set_is_large_and_split_in_two() -> None:
    invented = [item for item in items() if item.report.figures is not None]
    assert len(invented) >= 400
    halves = Counter(item.developed for item in items())
    assert min(halves.values()) > 0.4 * sum(halves.values())
    assert all(item.report.sections[0].source[label.start : label.end] == label.text for item in items() for label in item.labels)
