"""How an official document looks (GB/T 9704-2012): page, fonts, sizes. Sizes are in points: 二号 22, 三号 16, 五号 10.5, 小五 9."""

from typing import TYPE_CHECKING, NamedTuple

from giar_site.export.word.elements import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

LATIN = "Times New Roman"
# A font that a machine lacks is replaced by the first it has of these.
FALLBACKS = {
    "方正小标宋简体": "方正小标宋_GBK,华文中宋,宋体,SimSun,Noto Serif CJK SC",
    "黑体": "SimHei,Noto Sans CJK SC",
    "楷体_GB2312": "楷体,KaiTi,华文楷体,Noto Serif CJK SC",
    "仿宋_GB2312": "仿宋,FangSong,华文仿宋,Noto Serif CJK SC",
    "宋体": "SimSun,Noto Serif CJK SC",
}


class _Look(NamedTuple):
    font: str
    size: float
    align: str = "both"
    indent: int = 200  # of the first line, in hundredths of a character
    line: int | None = 29  # points from line to line: 22 lines a page
    bold: bool = False


LOOKS = {
    "Normal": _Look("仿宋_GB2312", 16),
    "Title": _Look("方正小标宋简体", 22, "center", 0, 35),
    "Subtitle": _Look("楷体_GB2312", 14, "center", 0),
    "Heading 1": _Look("黑体", 16),
    "Heading 2": _Look("楷体_GB2312", 16),
    "Heading 3": _Look("仿宋_GB2312", 16, bold=True),
    "Heading 4": _Look("仿宋_GB2312", 16),
    "Heading 5": _Look("仿宋_GB2312", 16),
    "Heading 6": _Look("仿宋_GB2312", 16),
    "Attachment": _Look("仿宋_GB2312", 16),
    "Quote": _Look("楷体_GB2312", 16),
    "List Paragraph": _Look("仿宋_GB2312", 16, indent=0),
    "Table Text": _Look("仿宋_GB2312", 10.5, "center", 0, None),
    "Table Text Narrow": _Look("仿宋_GB2312", 9, "center", 0, None),
    "Table Label": _Look("仿宋_GB2312", 10.5, "left", 0, None),
    "Code": _Look("宋体", 12, "left", 0, None),
}


def dress(document: "Document") -> None:
    """Give `document` its page, its styles and its page numbers."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - an extra

    _lay_out_page(document)
    for language in document.styles.element.iter("{*}lang"):
        language.set(language.tag.replace("lang", "eastAsia"), "zh-CN")
    known = {style.name for style in document.styles}
    for name, look in LOOKS.items():
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _dress_style(style, look)
    _name_fallbacks(document)


def _lay_out_page(document: "Document") -> None:
    from docx.shared import Mm, Pt  # noqa: PLC0415 - an extra

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    foot = page.footer.paragraphs[0]
    foot.alignment = 1
    foot.paragraph_format.first_line_indent = Pt(0)
    for words in ("— ", None, " —"):
        run = foot.add_run(words or "")
        run.font.size = Pt(14)
        if words is None:
            for kind in ("begin", "", "end"):
                run._r.append(element("fldChar", fldCharType=kind) if kind else _page_number())  # noqa: SLF001 - the only way to a field


def _page_number() -> "BaseOxmlElement":
    code = element("instrText")
    code.text = "PAGE"
    return code


def _dress_style(style: "ParagraphStyle", look: _Look) -> None:
    """Say everything anew: the styles of the library's own template are blue and speak of themes."""
    properties = style.element.get_or_add_pPr()
    for child in list(properties):
        if not child.tag.endswith(("}keepNext", "}keepLines", "}outlineLvl")):
            properties.remove(child)
    spacing = {"line": look.line * 20, "lineRule": "exact"} if look.line else {"line": 240, "lineRule": "auto"}
    properties.append(element("spacing", before=0, after=0, **spacing))
    properties.append(element("ind", firstLineChars=look.indent, firstLine=round(look.indent / 100 * look.size * 20)))
    properties.append(element("jc", val=look.align))
    _in_order(properties)
    runs = style.element.get_or_add_rPr()
    for child in list(runs):
        runs.remove(child)
    runs.append(element("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=look.font, cs=LATIN))
    runs.append(element("b", val=int(look.bold)))
    runs.append(element("color", val="000000"))
    runs.append(element("sz", val=round(look.size * 2)))
    runs.append(element("szCs", val=round(look.size * 2)))


def _in_order(properties: "BaseOxmlElement") -> None:
    """Word insists on the order of its schema."""
    order = ("keepNext", "keepLines", "spacing", "ind", "jc", "outlineLvl")
    properties[:] = sorted(properties, key=lambda child: order.index(child.tag.rpartition("}")[2]))


def _name_fallbacks(document: "Document") -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - an extra
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra
    from lxml import etree  # noqa: PLC0415 - comes with python-docx

    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for child in list(table):
        table.remove(child)
    for name, others in FALLBACKS.items():
        table.append(element("font", element("altName", val=others), element("charset", val="86"), name=name))
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 - a part without words of its own
