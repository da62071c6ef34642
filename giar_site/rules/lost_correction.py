"""G704."""

from collections.abc import Iterator

from giar_site.derive import lost_corrections, versions_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site


@rule("G704", Severity.ERROR, over="relations", acceptable=False)
def lost_correction(agency: Agency, site: Site) -> Iterator[Finding]:
    """公布过的更正记录被改动 / Published correction lost

    What it checks
        published.lock 记下了已经公布的更正记录。以后 corrections: 里这些条目要原样保留，只能往后添加。

        `published.lock` records the published corrections. They stay in `corrections:` word for word; new ones are added after them.

    Why
        更正记录自己也能被悄悄删改，就等于没有；读者看到的更正历史必须完整。

        A record of corrections that can itself be rewritten in silence is none; readers must see the whole history.

    Wrong
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 改写过的理由}
        …
        --- published.lock (locks)
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}
        …

    Right
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}
          - {date: "2023-04-01", at: problems, was: 一句, now: 两句, reason: 补充}
        …
        --- published.lock (locks problems)
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}
        …

    How to mend it
        照提示恢复这一条；写错了的，另加一条说明。

        Put the entry back as it was; where it was wrong, add another that says so.

    Source
        giar 的约定：更正记录是公布内容的一部分。
    """
    for report in agency.reports:
        versions = versions_of(site, agency.slug, report.year)
        for lost in lost_corrections(versions[-1], report) if versions else ():
            entry = f'{{date: "{lost.date}", at: {lost.at}, was: "{lost.was}", now: "{lost.now}", reason: {lost.reason}}}'
            yield Finding(
                at=Address(report.agency, report.year, "figures", "corrections"),
                message=Text(
                    f"{lost.date} 公布的一条更正（{lost.at}）不见了，或被改动了。",
                    f"a correction published on {lost.date} ({lost.at}) is gone or was rewritten.",
                ),
                mend=Text(f"在 corrections: 里恢复这一条：{entry}。", f"put the entry back into corrections: {entry}."),
                expected=lost.reason,
            )
