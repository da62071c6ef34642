"""`giar package`: the site as one file to hand over."""

import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.commands.keys import passphrase_of
from giar_site.diagnostics import Text
from giar_site.options import jobs_option, option, partial_option, site_option
from giar_site.surroundings import cores, language, say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "把生成的网站打成一个压缩包，附校验值、交付清单和服务器设置样例，交给管服务器的人。先确认网站和内容一致、没有错误。",
        "Pack the built site into one zip with checksums, a delivery note and settings of servers; it must be current and without errors.",
    ),
)
@option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="写到哪个文件，默认 giar-发布编号.zip。",
    en="Where to; default giar-RELEASE.zip.",
)
@option(
    "--gzip",
    "gzipped",
    is_flag=True,
    zh="另附压缩好的 .gz 文件，服务器可以直接发送（nginx 的 gzip_static）。",
    en="Add compressed .gz copies, which servers can send as they are (gzip_static of nginx).",
)
@option(
    "--key",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="用这个私钥签名（giar keygen 生成；也可以是 SM2 私钥）。",
    en="Sign with this private key (made by giar keygen, or an SM2 one).",
)
@partial_option
@jobs_option
@site_option
def package(  # noqa: PLR0913 - click hands over each option
    output: Path | None, key: Path | None, jobs: int | None, site: Path | None, *, gzipped: bool, partial: bool
) -> None:
    """Pack the site."""
    from giar_site.addresses import OUTPUT
    from giar_site.clock import today
    from giar_site.output import Checked, counted, findings_as
    from giar_site.packing import Wanted, built_anew
    from giar_site.packing import package as pack
    from giar_site.rules import RULES
    from giar_site.sealing import signer

    signs = signer(key, passphrase_of(key)) if key else None  # first, so that nobody waits for a wrong passphrase
    folder = site_folder(site)
    built = folder / OUTPUT
    again = built_anew(folder, built, Wanted(jobs or cores(), partial, today()))
    checked = again.checked
    if not again.published:
        click.echo(findings_as("text", Checked(checked.findings, checked.reports, RULES, folder), language()), nl=False)
        say(Text("没有打包：请先改正上面的错误。", "not packed: mend the errors above first."))
        sys.exit(1)
    reports = sum(len(each.agency.reports) for each in checked.agencies)
    done = pack(folder, built, output, checked.settings.title, reports=reports, gzipped=gzipped, key=signs)
    say(
        Text(
            f"已打包 {done.file}：发布编号 {done.release}，{done.files} 个文件，共 {done.size:,} 字节。",
            f"packed {done.file}: release {done.release}, {counted(done.files, 'file')}, {done.size:,} bytes.",
        )
    )
    if signs:
        by = signs.public
        say(Text(f"已签名：{by.kind}，密钥编号 {by.id}。", f"signed: {by.kind}, key {by.id}."))
    say(Text(f"下一步：giar verify {done.file} 核对，再交给管服务器的人。", f"next: giar verify {done.file}, then hand it over."))
