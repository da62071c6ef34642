"""All that a source says of itself → its metadata, in the order in which it is believed."""

from collections.abc import Iterator, Mapping, Sequence

from giar_site.importers.document import Paragraph
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.metadata import TITLE, Heading, contact_in
from giar_site.importers.recognise.own import Source
from giar_site.importers.recognise.properties import values_of
from giar_site.importers.recognise.report_title import title_in
from giar_site.importers.recognise.values import FoundValue, Values, found_value


def values_said(head: Heading, particulars: Sequence[FoundValue], properties: Mapping[str, str]) -> Values:
    """The metadata: from tables of labels and values, lines beside the title, the title, the preamble, and the file's properties."""
    described = list(values_of(properties))
    return Values([*particulars, *head.values, *_in_title(head), *_in_preamble(head), *described, *_named(particulars, described)])


def _in_title(head: Heading) -> Iterator[FoundValue]:
    if head.title:
        spot = head.taken[0].spot
        for key, text in (("title", head.title.text), ("name", head.title.agency)):
            value = found_value(key, text, TITLE, spot)
            reason = head.title.reason
            yield value._replace(confidence=Confidence.INFERRED, reason=reason) if reason else value


def _in_preamble(head: Heading) -> list[FoundValue]:
    """The contact that is told there; of our own workbook there is a sheet for it."""
    texts = [block.text for block in head.rest if isinstance(block, Paragraph)]
    return [] if any(isinstance(block, Source) for block in head.rest) else contact_in(" ".join(texts))


def _named(*given: Sequence[FoundValue]) -> Iterator[FoundValue]:
    """The agency in titles that do not stand above the text."""
    for value in (each for values in given for each in values if each.key == "title"):
        if title := title_in(value.text):
            yield found_value("name", title.agency, value.said_by, value.spot)
