"""What a source says of the report itself – its metadata –, each value with where it was taken from and how sure that is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot
from giar_site.importers.recognise.dates import is_date, plain_date
from giar_site.importers.recognise.found import Confidence
from giar_site.model import Contact

NOWHERE = Spot()
CONTACT = "contact."
WRITTEN = "written"  # the day a document was signed: the day of publication where nothing else is known, else kept in import.yaml alone
PUBLISHER = "publisher"  # who published a page: the agency where nothing else is known, else likewise

NO_DATE = Text("不是日期，照原文保留", "no date; kept as published")
SIGNED = Text("原文没有公布日期，取成文日期", "the source gives no day of publication; the day it was signed is taken")
PUBLISHED_BY = Text("原文没有写明机关名称，取发布机构", "the source does not name the agency; who published it is taken")


class FoundValue(NamedTuple):
    """`key`: name, slug, year, a field of front matter, `contact.` and a field of a contact, WRITTEN or PUBLISHER. `text`: as kept; `published`: as it stands."""

    key: str
    text: str
    published: str
    said_by: Text
    spot: Spot = Spot()
    confidence: Confidence = Confidence.EXACT
    reason: Text | None = None


class FoundAttachment(NamedTuple):
    """An attachment that the source names."""

    title: str
    file: str = ""
    note: str = ""
    spot: Spot = Spot()


def found_value(key: str, text: str, said_by: Text, spot: Spot = NOWHERE) -> FoundValue:
    """A value as it stands in the source; of a date the form is giar's."""
    kept = text.strip()
    if key not in {"published", WRITTEN}:
        return FoundValue(key, kept, text, said_by, spot)
    day = plain_date(kept)
    if not is_date(day):
        return FoundValue(key, kept, text, said_by, spot, Confidence.INFERRED, NO_DATE)
    return FoundValue(key, day, text, said_by, spot, Confidence.EXACT if day == kept else Confidence.NORMALISED)


class Values(Mapping[str, FoundValue]):
    """Values by key: of several the first one found, so they are given in the order in which they are believed."""

    def __init__(self, found: Iterable[FoundValue]) -> None:
        self._found: dict[str, FoundValue] = {}
        for value in found:
            if value.text:
                self._found.setdefault(value.key, value)
        self._instead("published", WRITTEN, SIGNED)
        self._instead("name", PUBLISHER, PUBLISHED_BY)

    def _instead(self, key: str, other: str, reason: Text) -> None:
        value = self._found.get(other)
        if value and key not in self._found and value.reason is None:
            self._found[key] = value._replace(key=key, confidence=Confidence.INFERRED, reason=reason)
            del self._found[other]

    def __getitem__(self, key: str) -> FoundValue:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def text(self, key: str) -> str:
        """The text of a value; "" where there is none."""
        return self._found[key].text if key in self._found else ""

    @property
    def contact(self) -> Contact:
        """The contact, as far as it is known."""
        return Contact(**{field: self.text(CONTACT + field) for field in Contact._fields})
