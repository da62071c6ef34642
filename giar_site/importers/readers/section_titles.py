"""The titles that the form prescribes for its sections: a line that is one of them is a paragraph of its own, however close the others stand."""

from functools import cache

from giar_site import forms
from giar_site.importers.recognise.folding import squeezed, unnumbered


def is_section_title(text: str) -> bool:
    """Whether a line is, with its number, the title of a section to the letter, in any edition and wording; blanks aside."""
    bare = squeezed(text)
    return unnumbered(bare) != bare and unnumbered(bare) in _titles()


@cache
def _titles() -> frozenset[str]:
    sections = [section for form in forms.editions() for section in form.sections]
    return frozenset(unnumbered(squeezed(title)) for section in sections for title in (section.title, *section.variants))
