"""G604."""

from collections.abc import Iterator, Sequence

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Link, LinkKind, Report, Site, in_prose
from giar_site.rules.link_hosts import host_of, is_listed, suspicion
from giar_site.rules.wording import clipped


@rule("G604", Severity.WARNING, over="relations")
def unlisted_host(agency: Agency, site: Site) -> Iterator[Finding]:
    """链接指向名单以外的网站 / Link to an unlisted host

    What it checks
        正文里的网页链接只指向 *.gov.cn、本网站和 site.yaml 的 hosts: 列出的网站；IP 地址、编码过的域名要特别看清。

        Links in the prose lead to *.gov.cn, to the site itself and to the `hosts:` of site.yaml; IP addresses and encoded domains are
        pointed out.

    Why
        域名会过期、易主，政府网站上的旧链接常常落到赌博、广告网站手里；形近的域名还可能是冒充的。

        Domains expire and change hands: old links of government sites end at gamblers and advertisers, and lookalikes are impostors.

    Wrong
        --- report.md
        详见[这里](https://www.example.com/nianbao)。

        …

    Right
        --- site.yaml
        title: 样本
        hosts: [www.example.com]
        --- report.md
        详见[这里](https://www.example.com/nianbao)和[中国政府网](https://www.gov.cn/)。

        …

    How to mend it
        核对网址；这个网站确实可以链接的，把它的域名写进 site.yaml 的 hosts:。

        Check the address; where links to that site are meant, add its domain to `hosts:` in site.yaml.

    Source
        《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）：链接非政府网站的管理。
    """
    for report in agency.reports:
        by_host: dict[str, list[Link]] = {}
        for link in report.links:
            if link.kind is LinkKind.WEB:
                by_host.setdefault(host_of(link.address), []).append(link)
        for host, links in by_host.items():
            if not is_listed(host, site.settings):
                yield _finding(report, host, links)


def _finding(report: Report, host: str, links: Sequence[Link]) -> Finding:
    first, doubt = links[0], suspicion(host)
    times = Text(f"（共 {len(links)} 处）", f" ({len(links)} times)") if len(links) > 1 else Text("", "")
    shown = clipped(host)
    more = Text(f"它{doubt.zh}。", f"; it is {doubt.en}.") if doubt else Text("", ".")
    return Finding(
        at=in_prose(report.agency, report.year, first.section, first.start, first.end),
        message=Text(
            f"链接指向“{shown}”{times.zh}，不在 *.gov.cn 和 site.yaml 的 hosts: 之内。{more.zh}",
            f"a link leads to “{shown}”{times.en}, which is neither below gov.cn nor in hosts: of site.yaml{more.en}",
        ),
        mend=Text(
            f"核对网址；这个网站确实可以链接的，在 site.yaml 的 hosts: 里写上 {shown}。",
            f"check the address; where links to that site are meant, add {shown} to hosts: in site.yaml.",
        ),
        actual=host,
    )
