"""The whole document, in the order of an official report."""

import datetime as dt
import io
from typing import TYPE_CHECKING

from giar_site.export.draft import Draft, figure_text
from giar_site.export.office import office_extra
from giar_site.export.printed import printed_tables
from giar_site.export.settled import settled
from giar_site.export.word.ballast import drop_ballast
from giar_site.export.word.elements import writable
from giar_site.export.word.lists import Lists
from giar_site.export.word.prose import add_prose
from giar_site.export.word.styles import LOOKS, dress
from giar_site.export.word.tables import add_printed
from giar_site.importers.own_document import ATTACHMENT, MARK, PARTICULAR, TITLE

if TYPE_CHECKING:
    from docx.document import Document


def as_docx(draft: Draft) -> bytes:
    """The document of `draft`. Raises CannotGoOn without the library."""
    with office_extra():
        import docx  # noqa: PLC0415 - an extra
    document = docx.Document()
    _describe(document, draft)
    dress(document)
    _write(document, draft)
    drop_ballast(document, LOOKS)
    data = io.BytesIO()
    document.save(data)
    return settled(data.getvalue())


def _describe(document: "Document", draft: Draft) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by = (writable(text)[:255] for text in (draft.title, draft.name, draft.name))
    about.comments, about.language, about.revision = "", "zh-CN", 1
    about.keywords = MARK
    about.created = about.modified = dt.datetime(draft.year + 1, 1, 1)  # noqa: DTZ001 - such a file must have a day, and no clock is asked


def _write(document: "Document", draft: Draft) -> None:
    tables = {table.key: table for table in printed_tables(draft.form)}
    texts = [figure_text(figure) for figure in draft.figures]
    lists = Lists(document)
    document.add_paragraph(writable(draft.title), TITLE)
    for label, value in draft.particulars():
        document.add_paragraph(writable(f"{label}：{value}"), PARTICULAR)
    add_prose(document, lists, draft.preamble.source)
    for section, passage in zip(draft.form.sections, draft.passages(), strict=True):
        document.add_paragraph(writable(passage.heading), "Heading 1")
        add_prose(document, lists, passage.source)
        if section.table:
            add_printed(document, tables[section.table], texts)
    for label, value in draft.closing():
        document.add_paragraph(writable(f"{label}：{value}"), ATTACHMENT)
