"""What the versions of one record may say of each other: nothing is rewritten, nothing is lost, no name changes by itself."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from giar_site.derive.moved_files import places_told
from giar_site.derive.printed import NAME, SCOPE, TITLE, UNFILED, is_printed, printed_changes
from giar_site.derive.publication import Change, changed_cells, quotes
from giar_site.locked import Locked
from giar_site.model import Correction


def goes_on_from(later: Locked, earlier: Locked) -> bool:
    """True when `giar lock` may have recorded `later` after `earlier`: alike, or with a correction of each cell and part that differs.

    What was published of corrections is still there, and so is what the page showed beside the report's own words.
    """
    new = [Correction(*each) for each in _new_corrections(later, earlier)]
    parts = places_told(new, earlier.texts, later.texts)
    said = all(
        any(each.at == change.at and quotes(each.was, change.was) for each in new)
        for change in changed_cells(earlier, later.form, later.figures)
    )
    own = {name for name in {**earlier.texts, **later.texts} if not is_printed(name)}
    if TITLE in earlier.texts and TITLE in later.texts:
        own.discard("title")  # the one on the page was compared when it was recorded, the name in it may have changed
    held = set(earlier.corrections) <= set(later.corrections) and earlier.texts.keys() & {NAME, TITLE, SCOPE, UNFILED} <= later.texts.keys()
    return held and said and all(name in parts for name in own if earlier.texts.get(name, "") != later.texts.get(name, ""))


def untold_changes(versions: tuple[Locked, ...], year: int, formerly: Collection[str]) -> Iterator[tuple[Locked, Change]]:
    """What reads otherwise on the page than in the version before, told by no correction and no name in `formerly`; with the version."""
    for earlier, later in pairwise(versions):
        new = [Correction(*each) for each in _new_corrections(later, earlier)]
        names = {*formerly, *(each.was for each in new if each.at == NAME)}
        shown = {key: text for key, text in later.texts.items() if is_printed(key)}
        for at, was, now in printed_changes(earlier, shown, year, names):
            if at not in {each.at for each in new}:
                yield later, Change(at, was, now)


def _new_corrections(later: Locked, earlier: Locked) -> list[tuple[str, ...]]:
    return [each for each in later.corrections if each not in earlier.corrections]
