"""G415."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import told_in


@rule("G415", Severity.NOTE, over="report")
def subject_missing(report: Report) -> Iterator[Finding]:
    """总体情况缺内容 / Subject missing in the overview

    What it checks
        总体情况应当写到五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。标题或正文里提到即可。

        The overview must speak of its five subjects: proactive disclosure, disclosure on request, management of information, platforms,
        supervision and support. A mention in a heading or in the text is enough.

    Why
        格式规定了这五个方面；漏掉的，读者不知道是没有工作还是没有写。

        The form names these five; where one is left out, readers cannot tell whether nothing was done or nothing was written.

    Wrong
        --- 2022/report.md
        ## 一、总体情况

        2022年，我局依法做好主动公开和依申请公开工作，加强政府信息管理，开展监督考核。

        …

    Right
        --- 2022/report.md
        ## 一、总体情况

        2022年，我局依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设，开展监督考核。

        …

    How to mend it
        补写缺的方面；没有开展的，也用一句话写明。

        Write about the missing subject; where nothing was done, say so in a sentence.

    Source
        国办公开办函〔2021〕30号：总体情况的五个方面。
    """
    for section in report.figures.form.sections:
        passage = told_in(report, section.key) if section.subjects else None
        if passage is None or passage.says_nothing(section.least):
            continue  # an empty section has a rule of its own
        text = f"{passage.heading}\n{passage.text}"
        missing = "、".join(subject.label for subject in section.subjects if not any(word in text for word in subject.words))
        if missing:
            yield Finding(
                at=Address(report.agency, report.year, "report", section.key),
                message=Text(f"“{section.title}”没有写到：{missing}。", f"“{section.title}” does not speak of: {missing}."),
                mend=Text(
                    "补写这些方面；没有开展的，也用一句话写明。",
                    "write about these subjects; where nothing was done, say so in a sentence.",
                ),
                expected=missing,
            )
