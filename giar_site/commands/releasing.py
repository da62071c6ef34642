"""`giar releases`, `giar rollback`: what a target keeps, and back to it."""

import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import force_unlock_option, option, site_option
from giar_site.surroundings import say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text("列出目标上保留的各个版本，并逐个核对。", "List the releases that a target keeps, each verified."),
)
@click.argument("target", metavar="[TARGET]", required=False)
@option("--quick", is_flag=True, zh="不逐个文件核对。", en="Do not read every file to verify it.")
@site_option
def releases(target: str | None, quick: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flag
    """List releases."""
    from giar_site.deploying import chosen, host_of, manifest_of, targets_of, told_time

    folder = site_folder(site)
    host = host_of(chosen(targets_of(folder), target), folder)
    state = host.state()
    broken = 0
    for name in reversed(state.releases):
        manifest = manifest_of(host, name)
        wrong = None if quick and manifest else host.verify(name, manifest) if manifest else ("MANIFEST.json",)
        broken += bool(wrong)
        how = (
            Text(f"不完整：{'、'.join(wrong[:3])}", f"not whole: {', '.join(wrong[:3])}")
            if wrong
            else Text("未核对", "not verified")
            if wrong is None
            else Text("已核对", "verified")
        )
        mark = "*" if name == state.current else " "
        count = len(manifest.files) if manifest else 0
        time = told_time(name)
        say(Text(f"{mark} {name}  {time}  {count} 个文件  {how.zh}", f"{mark} {name}  {time}  {count} files  {how.en}"))
    if not state.releases:
        say(Text("还没有上线过。", "nothing was deployed there yet."))
    elif state.current:
        say(Text("带 * 的是公众现在看到的。", "the one with * is what the public sees."))
    sys.exit(1 if broken else 0)


@click.command(
    cls=BilingualCommand,
    text=Text(
        "让公众重新看到以前的版本，默认是前一个。RELEASE 是 giar releases 列出的名称。",
        "Let the public see an earlier release again; default: the one before. RELEASE is a name that giar releases lists.",
    ),
)
@click.argument("target", metavar="[TARGET]", required=False)
@click.argument("release", metavar="[RELEASE]", required=False)
@force_unlock_option
@site_option
def rollback(target: str | None, release: str | None, force_unlock: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flag
    """Roll back."""
    from giar_site.deploying import chosen, host_of, roll_back, targets_of, told_time

    folder = site_folder(site)
    targets = targets_of(folder)
    if release is None and target is not None and len(targets) == 1 and target != targets[0].name:
        target, release = None, target  # with one target its name may be left out
    to = chosen(targets, target)
    name, manifest = roll_back(host_of(to, folder, force_unlock=force_unlock), release)
    count = len(manifest.files)
    say(
        Text(
            f"已回退：公众现在看到的是 {name}（{told_time(name)} 上线，{count} 个文件，切换前已逐个核对）。",
            f"rolled back: the public now sees {name} (of {told_time(name)}, {count} files, each verified before).",
        )
    )
    say(
        Text(
            "published.lock 没有动：回退前公布过的内容仍然算公布过，更正时照常写 corrections:。",
            "published.lock was left alone: what had been published still counts as published, and changes of it need corrections:.",
        )
    )
