"""What is known of a place that a correction is about: what was published there, version by version, what stands there now, what fits."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from giar_site import forms
from giar_site.derive.printed import NAME, SCOPE, TITLE, TITLE_OF, UNFILED, is_printed
from giar_site.derive.publication import FIELDS
from giar_site.locked import Locked
from giar_site.model import Correction


class Standings(NamedTuple):
    """`texts`: what stood there in each version, oldest first, what stands there now last; () where it is not known of all.

    `digests`: likewise, of what the record only knows when it differs: a part of the narrative, the bytes of a file.
    """

    texts: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()

    @property
    def in_words(self) -> bool:
        """True where only a person can say whether a correction is right: something changed whose text the record does not hold."""
        return len(set(self.digests[-2:])) > 1 or not (self.texts or self.digests)

    @property
    def held(self) -> bool:
        """True where the record holds the text that a correction is about: of a file that is its title, where that changed."""
        return bool(self.texts) and not (self.digests and self.texts[-2:].count(self.texts[-1]) > 1)


def standings_of(versions: Iterable[Locked], at: str) -> Standings:
    """What stood at `at`, a cell, a field, a part or a file, in `versions`, the last of which is what stands there now."""
    found = tuple(versions)
    if any(at in forms.edition(version.form).by_id for version in found):
        return Standings(texts=tuple(_figure(version, at) for version in found))
    key = TITLE if at == "title" and all(TITLE in version.texts for version in found) else at
    if key in FIELDS:
        return Standings(texts=tuple(version.texts.get(key, "") for version in found))
    if key in {NAME, TITLE, SCOPE, UNFILED}:
        return Standings(texts=_where_all_hold(found, key))
    called = f"{TITLE_OF}{at}"
    titles = _where_all_hold(found, called)
    if not titles and called in found[-1].texts and at in found[-2].texts:
        return Standings()  # an older version did not say what it was called
    return Standings(titles, tuple(version.texts.get(at, "") for version in found))


def places_recorded(versions: Iterable[Locked]) -> frozenset[str]:
    """Every cell, field, part and file that `versions` hold, also those that are gone by now."""
    cells = {cell for version in versions for cell in forms.edition(version.form).by_id}
    return frozenset(cells | {name for version in versions for name in version.texts if not is_printed(name)})


def first_untrue(new: Sequence[Correction], before: Iterable[Correction], known: Standings, meant: Collection[str]) -> Correction | None:
    """The first of the `new` corrections of a place, in their order, that does not fit what is `known` of it; None where all may be true.

    `before`: those of the place that were published already; one that takes up what they said, to say it better, may stand. `meant`: what the
    place may also have been, or have become.
    """
    if known.in_words:
        return None
    said = {text for each in before for text in (each.was, each.now)}
    if not known.held:
        return _begins_nowhere(new, said)
    *published, there = known.texts
    if not any(known.texts) and not said and len(new) == 1:
        return new[0]
    if published[-1] != there and not any(_fits(each.was, {published[-1], *meant}) for each in new):
        return new[0]
    ends = _fits(new[-1].now, {there, *meant})
    return _begins_nowhere(new, said | {*published, *meant}) or (None if ends else new[-1])


def _begins_nowhere(new: Iterable[Correction], said: set[str]) -> Correction | None:
    """The first whose `was` neither stood there nor is what one before it made of that."""
    for each in new:
        if not _fits(each.was, said):
            return each
        said = said | {each.now}
    return None


def _fits(text: str, known: Iterable[str]) -> bool:
    """True for one of `known`, white space apart; nothing may be called anything."""
    return any(not each or _alike(each, text) for each in known)


def _alike(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _figure(version: Locked, at: str) -> str:
    cell = forms.edition(version.form).by_id.get(at)
    return version.figures[cell.index] if cell else ""


def _where_all_hold(versions: tuple[Locked, ...], key: str) -> tuple[str, ...]:
    texts = tuple(version.texts[key] for version in versions if key in version.texts)
    return texts if len(texts) == len(versions) else ()
