"""What a PDF holds beside its text: attachments, forms, comments, pictures, watermarks."""

from collections import Counter
from typing import Any, Final

from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot
from giar_site.importers.readers.pdf_page import PageContent

_LINK, _POPUP, _WIDGET = 2, 16, 20
_MOST_ANNOTATIONS: Final = 5_000
_LONGEST: Final = 60  # characters of what is quoted


def document_notices(document: Any) -> list[Notice]:  # noqa: ANN401 - the library is optional
    """Notices of the file as a whole."""
    notices = []
    if attachments := document.count_attachments():
        notices.append(Notice(Text(f"附带的 {attachments} 个文件未导入", f"files attached to it are not imported: {attachments}")))
    if document.get_formtype():
        notices.append(
            Notice(Text("是可填写的表单，填在输入框中的内容未导入", "it is a form to fill in; what stands in its fields is not imported"))
        )
    return notices


def page_notices(page: Any, content: PageContent) -> list[Notice]:  # noqa: ANN401 - as above
    """Notices of one page."""
    number = content.number
    notices = _annotations(page, number)
    said = any(character.text.strip() for character in content.characters)
    if content.pictures and not said:
        notices.append(_of(number, "只有图片没有文字，未导入", "holds pictures without text and is not imported"))
    elif content.pictures:
        notices.append(_of(number, f"中的 {content.pictures} 张图片未导入", f"holds pictures, which are not imported: {content.pictures}"))
    for text, zh, en in (
        (content.leaning, "倾斜的文字（水印）未导入", "has leaning text (a watermark), which is not imported"),
        (content.across, "压在正文上的大字（水印）未导入", "has large text across the rest (a watermark), which is not imported"),
        (content.unseen, "页面之外的文字未导入", "has text outside of what is shown, which is not imported"),
    ):
        if words := text.strip():
            notices.append(_of(number, f"{zh}:{words[:_LONGEST]}", f"{en}: {words[:_LONGEST]}"))
    if content.unknown:
        notices.append(
            _of(
                number,
                f"有 {content.unknown} 个字符无法认出（显示为 \ufffd），请对照原件补上",
                f"has characters that the file does not name (shown as \ufffd), put them in from the original: {content.unknown}",
            )
        )
    return notices


def _annotations(page: Any, number: int) -> list[Notice]:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - optional library

    kinds: Counter[int] = Counter()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kinds[pdfium.FPDFAnnot_GetSubtype(annotation)] += 1
            pdfium.FPDFPage_CloseAnnot(annotation)
    fields = kinds[_WIDGET]
    comments = kinds.total() - fields - kinds[_LINK] - kinds[_POPUP]
    notices = []
    if fields:
        notices.append(_of(number, f"有 {fields} 个表单输入框，其内容未导入", f"has form fields, which are not imported: {fields}"))
    if comments:
        notices.append(_of(number, f"有 {comments} 处批注，未导入", f"has comments, which are not imported: {comments}"))
    return notices


def _of(page: int, zh: str, en: str) -> Notice:
    return Notice(Text(f"第 {page} 页{zh}", f"page {page} {en}"), Spot(page=page))
