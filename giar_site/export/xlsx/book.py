"""The whole workbook, and nothing in it from a clock: the same draft gives the same bytes."""

import datetime as dt
import io

from giar_site.export.draft import Draft
from giar_site.export.office import office_extra
from giar_site.export.printed import printed_tables
from giar_site.export.settled import settled
from giar_site.export.xlsx.checks import add_checks
from giar_site.export.xlsx.looks import Looks
from giar_site.export.xlsx.manual import add_manual
from giar_site.export.xlsx.tables import add_tables
from giar_site.export.xlsx.text import add_particulars, add_prose


def as_xlsx(draft: Draft) -> bytes:
    """The workbook of `draft`. Raises CannotGoOn without the library, or when a paragraph is too long for a cell."""
    with office_extra():
        import xlsxwriter  # noqa: PLC0415 - an extra
    data = io.BytesIO()
    # Whatever a text begins with or looks like, it is written as a text.
    literal = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(data, literal)
    book.set_properties(
        {
            "title": draft.title if draft.name else f"{draft.year}年政府信息公开工作年度报告",
            "author": draft.name,
            "created": dt.datetime(draft.year + 1, 1, 1),  # noqa: DTZ001 - a file of this kind must have a day, and no clock is asked
        }
    )
    looks = Looks(book)
    tables = printed_tables(draft.form)
    add_manual(book, looks, draft)
    add_particulars(book, looks, draft)
    add_prose(book, looks, draft)
    add_tables(book, looks, draft, tables)
    add_checks(book, looks, draft, tables)
    book.close()
    return settled(data.getvalue())
