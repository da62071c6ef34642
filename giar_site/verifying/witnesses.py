"""Page and table against the data: where both say the same and the data another thing, it is the data that stand alone."""

from collections.abc import Iterable, Iterator

from giar_site.addresses import data_path
from giar_site.verifying.difference import Difference, Kind


def data_alone(faults: Iterable[Difference]) -> Iterator[Difference]:
    """Yield each cell in which the data of a report differ from its page and from the table, which agree."""
    pages: dict[tuple[str, str], Difference] = {}
    for each in faults:
        if each.kind is Kind.FIGURE and each.report:
            pages.setdefault((each.report, each.cell), each)
    for each in faults:
        page = pages.get((each.report, each.cell)) if each.kind is Kind.CSV and each.report else None
        if page and page.actual in each.actual.split(","):
            agency, _, year = each.report.partition("/")
            yield Difference(Kind.DATA, data_path(agency, int(year)), each.cell, page.label, page.actual, page.expected)
