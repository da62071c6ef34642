"""`giar lock`: record what has been published."""

import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import jobs_option, site_option
from giar_site.surroundings import cores, say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "记下已经公布的内容（published.lock）。以后改动公布过的报告，必须写更正记录。",
        "Record what has been published (published.lock); a later change of a published report then needs a correction.",
    ),
)
@jobs_option
@site_option
def lock(jobs: int | None, site: Path | None) -> None:
    """Record what has been published."""
    from giar_site.clock import today
    from giar_site.locking import lock_site
    from giar_site.output import counted
    from giar_site.scaffold import is_example

    done = lock_site(site_folder(site), jobs or cores(), today=today(), is_example=is_example)
    new, renewed, same = len(done.added), len(done.renewed), len(done.unchanged)
    say(
        Text(
            f"新记录 {new} 份报告，更新 {renewed} 份，{same} 份没有变化。",
            f"recorded {counted(new, 'report')} for the first time, {renewed} anew; {same} unchanged.",
        )
    )
    for name in done.examples:
        say(
            Text(
                f"{name} 是 giar init 写的示例，没有记录；有了自己的机关，请删去 content/{name.partition('/')[0]}。",
                f"{name} is the example that giar init wrote and was left out; delete content/{name.partition('/')[0]} once you have your own.",
            )
        )
    for name in done.left_out:
        say(Text(f"{name} 有错误，没有记录；运行 giar check {name} 查看。", f"{name} has errors and was left out; run giar check {name}."))
    sys.exit(1 if done.left_out else 0)
