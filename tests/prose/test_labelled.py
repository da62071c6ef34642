"""How well the numbers of the labelled set are judged: precision and recall, on the half the code was developed on and on the other."""

from collections import Counter
from typing import NamedTuple

import pytest
from labelled_numbers import Item, in_develop_half, items

from giar_site.model import Agency
from giar_site.prose import author_of, claims_of

LATER = ("second_reading", "third_reading", "fourth_reading", "fifth_reading")  # written in search of false alarms
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


def outcome(item: Item, agency: Agency | None = None) -> list[tuple[str, str, str]]:
    """For each number that is labelled or called: its text, its label and what it is called ("" for neither)."""
    called = [
        (claim.start, claim.end, claim.text, str(claim.verdict))
        for claim in claims_of(item.report, item.previous, author_of(item.report, agency))
        if claim.verdict in JUDGED
    ]
    result = []
    for label in item.labels:
        met = [claim for claim in called if claim[0] < label.end and label.start < claim[1]]
        result.append((label.text, label.verdict, met[0][3] if met else ""))
        called = [claim for claim in called if claim not in met]
    return result + [(text, "", verdict) for _, _, text, verdict in called]


def score(half: list[Item], verdicts: tuple[str, ...], *, known: bool) -> Score:
    counts = Counter((label, called) for item in half for _, label, called in outcome(item, item.agency if known else None))
    return Score(
        sum(n for (_, called), n in counts.items() if called in verdicts),
        sum(n for (label, _), n in counts.items() if label in verdicts),
        sum(n for (label, called), n in counts.items() if label == called and called in verdicts),
    )


def scores(half: list[Item], *, known: bool) -> dict[str, Score]:
    return {
        "verified": score(half, ("verified",), known=known),
        "contradicted": score(half, ("contradicted",), known=known),
        "both": score(half, JUDGED, known=known),
    }


@pytest.mark.parametrize("known", [False, True], ids=["known by its title", "known by its agency"])
def test_the_half_not_developed_on_is_judged_precisely_and_mostly_found(*, known: bool) -> None:
    for name, half in (
        ("developed on", [item for item in items() if item.developed]),
        ("reported", [item for item in items() if not item.developed]),
    ):
        found = scores(half, known=known)
        for verdict, each in found.items():
            print(f"{name}, {len(half)} items, {verdict}: {each}")
    for verdict, each in found.items():
        assert each.precision >= 0.98, verdict
        assert each.recall >= 0.85, verdict


def test_the_set_is_large_and_half_of_it_was_not_developed_on() -> None:
    first = [item for item in items() if item.file not in LATER]
    assert len(first) >= 450
    assert 0.4 * len(first) < sum(not item.developed for item in first) < 0.6 * len(first)
    assert all(item.developed == in_develop_half(item.sentence) for item in first)
    assert all(item.developed for item in items() if item.file in LATER)


def test_labels_stand_where_they_say() -> None:
    for item in items():
        source = item.report.sections[0].source
        assert all(source[label.start : label.end] == label.text for label in item.labels), item.sentence
        assert "{" not in source
