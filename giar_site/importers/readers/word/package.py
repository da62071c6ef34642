"""The package of a Word file: which part is what, and what in it is a reason to refuse or to note."""

import posixpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_site.diagnostics import Text
from giar_site.importers.archive import Archive, open_archive
from giar_site.importers.document import Refused
from giar_site.importers.first_bytes import refuse_unless_zip
from giar_site.importers.noting import Noting
from giar_site.importers.readers.word.xml_names import attribute, name


class _Relation(NamedTuple):
    kind: str  # the last step of its type: "header", "hyperlink", "image"
    target: str  # the name of a part, or an address outside
    outside: bool
    id: str


class Package:
    """A Word file's parts by their role."""

    def __init__(self, archive: Archive) -> None:
        """Take an `archive` that is a Word file."""
        self._archive = archive
        roots = [relation for relation in self._relations("") if relation.kind == "officeDocument"]
        self._main = roots[0].target if roots else "word/document.xml"
        self._of_main = self._relations(self._main)
        self._check_content()

    def document(self) -> Element:
        """Return the root of the main part. Raises Refused."""
        return self._archive.xml(self._main)

    def parts(self, kind: str) -> list[Element]:
        """Return the roots of the parts that the document names as `kind`, such as "styles" or "header", each once."""
        targets = dict.fromkeys(relation.target for relation in self._of_main if relation.kind == kind and not relation.outside)
        return [self._archive.xml(target) for target in targets if target in self._archive.names]

    def properties(self) -> dict[str, str]:
        """Return what the file says of itself (docProps/core.xml): `title`, `creator`, `created` …."""
        target = next((relation.target for relation in self._relations("") if relation.kind == "core-properties"), "")
        if target not in self._archive.names:
            return {}
        return {name(field): text for field in self._archive.xml(target) if (text := (field.text or "").strip())}

    def links(self) -> dict[str, str]:
        """Return the addresses that words of the document lead to, by the ids they are referred to with."""
        return {relation.id: relation.target for relation in self._of_main if relation.kind == "hyperlink" and relation.outside}

    def note_what_is_outside(self, noting: Noting, *, links: bool = True) -> None:
        """Note addresses that the file refers to, of which none is ever fetched, and objects of other programs. `links`: also where words lead to."""
        for part in sorted(self._archive.names):
            if part.endswith(".rels"):
                for relation in self._related(part):
                    if links or relation.kind != "hyperlink":
                        _note_outside(relation, noting)
        for part in sorted(self._archive.names):
            if "/embeddings/" in part or "/activex/" in part.lower():
                noting.add(f"嵌入的对象 {part} 未取用", f"the embedded object {part} was not taken")

    def _check_content(self) -> None:
        types = {
            attribute(entry, "PartName").lstrip("/"): attribute(entry, "ContentType") for entry in self._archive.xml("[Content_Types].xml")
        }
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in types.values()) or any(
            part.lower().endswith("vbaproject.bin") for part in self._archive.names
        ):
            raise Refused(
                Text("含有宏。请另存为不含宏的 .docx 后再导入", "it holds macros; save it as .docx without macros and import that")
            )
        main = types.get(self._main, "")
        if main and "wordprocessingml" not in main:
            raise Refused(Text("不是 Word 文档，请核对后缀", "it is no Word document; check its suffix"))

    def _relations(self, part: str) -> list[_Relation]:
        folder, file = posixpath.split(part)
        return self._related(posixpath.join(folder, "_rels", f"{file}.rels"))

    def _related(self, relations: str) -> list[_Relation]:
        if relations not in self._archive.names:
            return []
        folder = posixpath.dirname(posixpath.dirname(relations))
        found = []
        for entry in self._archive.xml(relations):
            target, outside = attribute(entry, "Target"), attribute(entry, "TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(_Relation(attribute(entry, "Type").rpartition("/")[2], target, outside, attribute(entry, "Id")))
        return found


def open_package(data: bytes) -> Package:
    """Open the bytes of a .docx. Raises Refused for other formats, macros, encryption, damage."""
    refuse_unless_zip(data, ".docx")
    archive = open_archive(data)
    if "[Content_Types].xml" not in archive.names:
        raise Refused(Text("是压缩包而不是 Word 文档", "it is a zip file, but no Word document"))
    return Package(archive)


def _note_outside(relation: _Relation, noting: Noting) -> None:
    if not relation.outside:
        return
    if relation.kind == "hyperlink":
        noting.quote("链接的文字已取用，地址未取用", "the text of a link was taken, its address was not", relation.target)
    elif relation.kind == "attachedTemplate":
        noting.quote("引用了外部模板，未读取", "it refers to an external template, which was not fetched", relation.target)
    else:
        noting.quote(
            f"引用了外部内容（{relation.kind}），未读取",
            f"it refers to something outside ({relation.kind}), which was not fetched",
            relation.target,
        )
