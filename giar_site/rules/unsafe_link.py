"""G116."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G116", Severity.ERROR, over="fault", acceptable=False)
def unsafe_link(fault: Fault) -> Iterator[Finding]:
    """链接不能使用 / Unsafe link

    What it checks
        链接只能是 http、https、mailto、tel，或本报告 files/ 里的文件；图片只能用 files/ 里的。

        A link must be http, https, mailto, tel or a file of the report's own files/; pictures come from files/ only.

    Why
        脚本链接会在读者的浏览器里执行；电脑上的路径别人打不开；外站的图片会泄露读者的访问，也会失效。

        A script link runs in the reader's browser, a path on a disk opens for nobody else, a picture elsewhere tells on readers and dies.

    Wrong
        --- report.md
        详见[附表](file:///D:/年报/附表.docx)。

        …

    Right
        --- report.md
        详见[旧版年报](https://www.example.gov.cn/2021.html)。

        …

    How to mend it
        把文件放进年度文件夹的 files/，写成 [附表](files/附表.docx)；网页链接写全 https:// 地址。

        Put the file into files/ beside the report and write [附表](files/附表.docx); give pages their full https:// address.

    Source
        giar 的安全约定：页面不含脚本，不向别的网站请求内容。
    """
    address = clipped(fault.word("address"))
    if fault.word("image"):
        message = Text(f"图片“{address}”不在本报告的 files/ 里。", f"the picture “{address}” is not in the report's files/.")
        mend = Text(
            "把图片放进 files/，写成 ![说明](files/图片.png)。", "put the picture into files/ and write ![words](files/picture.png)."
        )
    else:
        message = (
            Text(f"链接“{address}”不能使用。", f"the link “{address}” cannot be used.")
            if ":" in address or address.startswith("/")
            else Text(
                f"链接“{address}”不是网址，也不在本报告的 files/ 里。",
                f"the link “{address}” is no address, and not in the report's files/.",
            )
        )
        mend = Text(
            "网页链接以 http:// 或 https:// 开头；文件放进 files/，写成 [名称](files/文件名)。",
            "begin a page's address with http:// or https://; put a file into files/ and write [name](files/file).",
        )
    yield Finding(at=fault.at, place=fault.place, message=message, mend=mend, actual=address)
