"""G605."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from giar_site.addresses import agency_path
from giar_site.derive import pages_of
from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, LinkKind, Site, in_prose
from giar_site.rules.wording import clipped


@rule("G605", Severity.WARNING, over="relations")
def dead_page_link(agency: Agency, site: Site) -> Iterator[Finding]:
    """链接的页面不存在 / Link to a page that is not there

    What it checks
        正文里指向本网站页面（.html）的链接，那一页要真有。

        A link in the prose to a page of this site (.html) must lead to one that exists.

    Why
        读者点开会看到“找不到页面”；打不开的链接是网站检查必查的一项。

        Readers would meet “page not found”; inspections of government sites count dead links.

    Wrong
        --- 2022/report.md
        见[上年的报告](2020.html)。

        …

    Right
        --- 2022/report.md
        见[各年的报告](index.html)和[全站首页](../index.html)。

        …

    How to mend it
        本机关的年度报告写“年度.html”，机关的页面写“../机关文件夹/index.html”，别的机关的报告写“../机关文件夹/年度.html”。

        A report of the same agency is `YEAR.html`, an agency's page `../AGENCY/index.html`, another agency's report `../AGENCY/YEAR.html`.

    Source
        《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）：链接不可用。
    """
    for report in agency.reports:
        for link in report.links:
            if link.kind is not LinkKind.PAGE:
                continue
            path = unquote(re.split(r"[?#]", link.address, maxsplit=1)[0])
            page = posixpath.normpath(posixpath.join(posixpath.dirname(agency_path(agency.slug)), path))
            if page not in pages_of(site):
                shown = clipped(path)
                yield Finding(
                    at=in_prose(report.agency, report.year, link.section, link.start, link.end),
                    message=Text(f"链接“{shown}”指向的页面，本网站没有。", f"link “{shown}” leads to a page that this site does not have."),
                    mend=Text(
                        "本机关的报告写“年度.html”，别的机关写“../机关文件夹/年度.html”，机关的页面写“../机关文件夹/index.html”。",
                        "write YEAR.html for a report of this agency, ../AGENCY/YEAR.html for another's, ../AGENCY/index.html for its page.",
                    ),
                    actual=page,
                )
