"""What is said of the titles of sections: those that were read as another wording, those that are missing, and a source that has none."""

from collections.abc import Iterator, Sequence

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.sections import Part


def no_report(parts: Sequence[Part]) -> Text:
    """Why a source whose tables do not show the form's labels is no report: what was looked for and found, and what to do if it is one."""
    known = [part.title.text for part in parts if part.title]
    have_zh = f"只认出标题：{'、'.join(known)}" if known else "一个也没有认出"
    have_en = f"only these titles were found: {', '.join(known)}" if known else "none was found"
    mend = _to_mend(parts)
    return Text(
        f"没有找到政府信息公开工作年度报告：要有“一、总体情况”等六部分的标题和三张表的行名、栏名，{have_zh}。{mend.zh}",
        f"no annual report was found: it has six section titles (一、总体情况 …) and three tables with the form's labels; {have_en}. {mend.en}",
    )


def _to_mend(parts: Sequence[Part]) -> Text:
    lacking = _lacking(parts, forms.editions()[-1])
    if not lacking:
        return Text(
            "如果它确实是年度报告，三张表可能是图片，或者不是表格：请在原文里改成表格，再导入",
            "If it is one, its tables may be pictures, or no tables: make tables of them in the source and import it again",
        )
    listed = "；".join(lacking)
    return Text(
        f"如果它确实是年度报告，请在原文里补上缺的标题，每个标题单独一行，写在它那一部分内容或表格的上面，再导入：{listed}",
        "If it is one, write the titles that are missing into the source, one a line, each above the text or table of its section, "
        f"and import it again: {listed}",
    )


def missing_titles(parts: Sequence[Part], form: forms.Form) -> Iterator[Text]:
    """A sentence for each section of `form` that has no title in the source: its text, if there is any, is taken for the section before it."""
    for title in _lacking(parts, form):
        yield Text(
            f"没有找到标题“{title}”：原文有这一部分的，请在它的上面补写这个标题，单独一行，再导入；现在它的内容算在前一部分里。",
            f"the title “{title}” was not found: if the source has that section, write the title above it, on a line of its own, and import it again; "
            "as it is, its content counts as the section before.",
        )


def doubtful_title(part: Part) -> Text:
    """How a title was read that is none to the letter."""
    written = part.title.text if part.title else ""
    official = next(section.title for section in forms.editions()[-1].sections if section.key == part.key)
    return Text(f"标题“{written}”按“{official}”读", f"the title “{written}” was read as “{official}”")


def _lacking(parts: Sequence[Part], form: forms.Form) -> list[str]:
    found = {part.key for part in parts}
    return [section.title for section in form.sections if section.key not in found]
