"""G417."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.forms import Subject
from giar_site.model import Report
from giar_site.prose import Told, told


@rule("G417", Severity.WARNING, over="report")
def fee_not_mentioned(report: Report) -> Iterator[Finding]:
    """没有说明信息处理费 / Fee not mentioned

    What it checks
        2021 年度起，“其他需要报告的事项”要说明收取信息处理费的情况；没有收取的也要写明。写在报告别处的也算。

        From 2021 on, the last section must state the information-processing fees collected, even if there were none. A word anywhere else
        in the report is enough.

    Why
        信息处理费管理办法 2021 年起施行，要求随年度报告公开收取情况；一字不提，读者不知道是没收还是没报。

        The measures on these fees are in force since 2021 and want them reported every year; silence leaves open whether any were collected.

    Wrong
        --- 2022/report.md
        ## 六、其他需要报告的事项

        无。

        …

    Right
        --- 2022/report.md
        ## 六、其他需要报告的事项

        本年度没有收取信息处理费。

        …

    How to mend it
        在“其他需要报告的事项”中写明收取金额；没有收取的，写“本年度没有收取信息处理费。”

        State the amount collected in the last section; where there was none, write “本年度没有收取信息处理费。”

    Source
        《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号。
    """
    written = {passage.key for passage in report.sections}
    for section in report.figures.form.sections:
        for subject in section.states:
            if section.key in written and not any(_mentions(passage, section.key, subject) for passage in told(report)):
                yield Finding(
                    at=Address(report.agency, report.year, "report", section.key),
                    message=Text(
                        f"“{section.title}”没有说明{subject.label}的收取情况。",
                        f"“{section.title}” does not state the {subject.label} collected.",
                    ),
                    mend=Text(
                        f"写明收取金额；没有收取的，写“本年度没有收取{subject.label}。”",
                        f"state the amount; where there was none, write “本年度没有收取{subject.label}。”",
                    ),
                    expected=subject.label,
                )


def _mentions(passage: Told, section: str, subject: Subject) -> bool:
    """In its own section any word for the subject will do, elsewhere only its name."""
    return any(word in passage.text for word in (subject.words if passage.section == section else (subject.label,)))
