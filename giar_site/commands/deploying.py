"""`giar deploy`: to where the public sees it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.options import force_unlock_option, jobs_option, option, partial_option, site_option
from giar_site.surroundings import cores, language, say, site_folder

if TYPE_CHECKING:
    from giar_site.deploying import Deployed, Plan
    from giar_site.sealing import Manifest
    from giar_site.settings import Target

_MOST_NAMED = 20


@click.command(
    cls=BilingualCommand,
    text=Text(
        "把生成的网站送到 site.yaml 的 deploy: 目标，核对无误后一步切换，再记入 published.lock。TARGET 是目标的名称，只有一个时可以不写。",
        "Bring the built site to a target of deploy: in site.yaml, verify it there, switch to it in one step, and lock. TARGET may be left out where there is one.",
    ),
)
@click.argument("target", metavar="[TARGET]", required=False)
@option(
    "--dry-run", is_flag=True, zh="只说会增加、改动、撤下哪些文件，什么也不写。", en="Only say what would be added, changed and removed."
)
@option(
    "--yes", "-y", "yes", is_flag=True, zh="公布过的内容会消失时也不再问。", en="Do not ask, even if something published would disappear."
)
@force_unlock_option
@partial_option
@jobs_option
@site_option
def deploy(  # noqa: PLR0913, PLR0917 - click's options
    target: str | None,
    dry_run: bool,  # noqa: FBT001
    yes: bool,  # noqa: FBT001
    force_unlock: bool,  # noqa: FBT001
    partial: bool,  # noqa: FBT001
    jobs: int | None,
    site: Path | None,
) -> None:
    """Deploy the site."""
    from giar_site.addresses import OUTPUT
    from giar_site.clock import today
    from giar_site.deploying import Progress, Wishes, chosen, host_of, planned, targets_of
    from giar_site.deploying import deploy as bring
    from giar_site.output import Checked, findings_as
    from giar_site.packing import Wanted, built_anew
    from giar_site.packing.sealed import sealed
    from giar_site.rules import RULES

    folder, processes = site_folder(site), jobs or cores()
    to = chosen(targets_of(folder), target)
    host = host_of(to, folder, force_unlock=force_unlock)
    host.state()  # who cannot be reached is told before anything is built
    again = built_anew(folder, folder / OUTPUT, Wanted(processes, partial, today()))
    if not again.published:
        checked = again.checked
        click.echo(findings_as("text", Checked(checked.findings, checked.reports, RULES, folder), language()), nl=False)
        say(Text("没有上线：请先改正上面的错误。", "not deployed: mend the errors above first."))
        sys.exit(1)
    manifest = sealed(folder, folder / OUTPUT)
    if dry_run:
        _tell_plan(planned(host, manifest).plan, listing=True)
        say(Text("只是预演，什么也没有写。", "a dry run: nothing was written."))
        return
    progress = Progress(sum(each.size for each in manifest.files))
    try:
        done = bring(host, folder / OUTPUT, manifest, Wishes(to.keep, lambda plan: _agree(plan, yes=yes), progress))
    finally:
        progress.close()
    _tell_deployed(done, to)
    sys.exit(_lock(folder, manifest, processes) or int(any(finding.blocks for finding in again.checked.findings)))


def _tell_plan(plan: "Plan", *, listing: bool) -> None:
    say(
        Text(
            f"与公众现在看到的相比：增加 {len(plan.added)} 个文件，改动 {len(plan.changed)} 个，撤下 {len(plan.removed)} 个，"
            f"{len(plan.unchanged)} 个不变；要送 {plan.travelling:,} 字节。",
            f"compared with what the public sees: {len(plan.added)} files added, {len(plan.changed)} changed, {len(plan.removed)} removed, "
            f"{len(plan.unchanged)} unchanged; {plan.travelling:,} bytes to bring.",
        )
    )
    for mark, entries in (("+", plan.added), ("*", plan.changed), ("-", plan.removed)) if listing else ():
        for entry in entries:
            say(Text(f"  {mark} {entry.path}", f"  {mark} {entry.path}"))


def _agree(plan: "Plan", *, yes: bool) -> None:
    """Ask before something published disappears. Raises CannotGoOn where nobody can be asked, or says no."""
    _tell_plan(plan, listing=False)
    lost = plan.lost_pages
    if not lost:
        return
    say(Text(f"公布过的 {len(lost)} 个文件会消失：", f"{len(lost)} published files would disappear:"))
    for path in lost[:_MOST_NAMED]:
        say(Text(f"  - {path}", f"  - {path}"))
    if yes:
        return
    if not sys.stdin.isatty():
        raise CannotGoOn(
            Text(
                "没有上线：公布过的内容会消失，需要有人确认。看过上面的清单后，加 --yes 再运行。",
                "Not deployed: something published would disappear. Look at the list and run it again with --yes.",
            )
        )
    if not click.confirm(Text("确定要让它们消失吗？", "Shall they disappear?").in_language(language()), default=False):
        raise CannotGoOn(Text("没有上线，公众看到的没有变。", "Not deployed; what the public sees is unchanged."))


def _tell_deployed(done: "Deployed", to: "Target") -> None:
    from giar_site.deploying import told_time

    where = Text(f"，网址 {to.url}", f" at {to.url}") if to.url else Text("", "")
    if done.already:
        say(Text(f"没有变化：公众看到的已经是 {done.name}{where.zh}。", f"nothing changed: the public already sees {done.name}{where.en}."))
    else:
        say(
            Text(
                f"已上线：公众现在看到的是 {done.name}（{told_time(done.name)}）{where.zh}；送去 {done.travelled:,} 字节，每个文件都已在那里核对。",
                f"deployed: the public now sees {done.name} ({told_time(done.name)}){where.en}; {done.travelled:,} bytes travelled, every file was verified there.",
            )
        )
    for name in done.removed:
        say(Text(f"清理了旧版本 {name}。", f"removed the old release {name}."))


def _lock(folder: Path, manifest: "Manifest", processes: int) -> int:
    """Record what is published now, if it still is what the sources say; the exit code."""
    from giar_site.clock import today
    from giar_site.locking import lock_site
    from giar_site.packing.inputs import digest_of_inputs
    from giar_site.scaffold import is_example

    if digest_of_inputs(folder) != manifest.inputs:
        raise CannotGoOn(
            Text(
                "网站已上线，但上线期间内容又改过，没有记入 published.lock。请先恢复上线时的内容，运行 giar lock 后再改。",
                "The site is deployed, but its sources were changed meanwhile and nothing was recorded: "
                "bring back what was deployed, run giar lock, then go on writing.",
            )
        )
    done = lock_site(folder, processes, today=today(), is_example=is_example)
    say(
        Text(
            f"published.lock：新记录 {len(done.added)} 份报告，更新 {len(done.renewed)} 份，{len(done.unchanged)} 份没有变化。"
            + ("请再运行一次 giar build，并把 published.lock 存好。" if done.added or done.renewed else ""),
            f"published.lock: {len(done.added)} reports recorded for the first time, {len(done.renewed)} anew; {len(done.unchanged)} unchanged."
            + (" Run giar build once more, and keep published.lock safe." if done.added or done.renewed else ""),
        )
    )
    for name in done.left_out:
        say(Text(f"{name} 有错误，没有记录；运行 giar check {name} 查看。", f"{name} has errors and was left out; run giar check {name}."))
    return 1 if done.left_out else 0
