"""Tables of a PDF that have no lines: a PDF then holds nothing that tells which figure stands in which cell."""

from collections.abc import Collection, Iterator

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Refused


def unruled(document: Document, form: forms.Form, found: Collection[str]) -> Iterator[Text]:
    """A sentence for each table of `form` of which a PDF gave no cell; `found` are the cells it gave. Raises Refused where it gave none at all."""
    if document.reader != "pdf":
        return
    without = [table.key for table in form.tables if not any(cell.id in found for cell in form.cells if cell.table == table.key)]
    if len(without) == len(form.tables):
        raise Refused(
            Text(
                "这份 PDF 的表格没有框线或者是图片，看不出数字在哪一格。请用 Word 或 Excel 原件导入，或者给表格加上框线，重新生成 PDF",
                "its tables have no lines, or are pictures: nothing tells which figure stands in which cell. Import the Word or Excel original, "
                "or give the tables lines and make the PDF anew",
            )
        )
    for section in form.sections:
        if section.table and section.key in without:
            yield Text(
                f"“{section.title}”的表格在 PDF 里没有框线或者是图片，一格也没有读出：请用 Word 或 Excel 原件导入。",
                f"the table of “{section.title}” has no lines in the PDF, or is a picture; none of its cells was read: import the Word or Excel original.",
            )
