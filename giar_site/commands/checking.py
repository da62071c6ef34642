"""`giar check`: once, after mending what is mechanical, or again on every save."""

import sys
from pathlib import Path
from typing import NamedTuple

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.options import jobs_option, option, site_option, strict_option
from giar_site.surroundings import cores, language, say, site_folder


class _Wanted(NamedTuple):
    site: Path
    only: tuple[str, ...]
    form: str
    strict: bool
    every: bool
    jobs: int


@click.command(
    cls=BilingualCommand,
    text=Text(
        "检查全部报告，一次列出所有问题。\n\nAGENCY 或 AGENCY/YEAR 只看一部分。", "Check all reports and list every finding in one run."
    ),
)
@click.argument("only", metavar="[AGENCY[/YEAR]]...", nargs=-1)
@option("--format", "form", type=click.Choice(("text", "json", "sarif", "github")), default="text", zh="输出格式。", en="Output format.")
@option(
    "--all",
    "every",
    is_flag=True,
    zh="一条规则有很多处问题时也全部列出。",
    en="List everything, even where one rule has very many findings.",
)
@option(
    "--fix",
    is_flag=True,
    zh="先改好 figures.yaml 里不涉及判断的写法（全角数字、千分位、漏写的总计），列出改动，再检查。",
    en="First mend what takes no judgement in figures.yaml (full-width digits, thousands separators, totals left out) and show it.",
)
@option(
    "--dry-run", is_flag=True, zh="与 --fix 同用：只列出会怎样改，不写文件。", en="With --fix: show what would change and write nothing."
)
@option(
    "--no-align",
    is_flag=True,
    zh="与 --fix 同用：只改写错的地方，不重新对齐表格。",
    en="With --fix: mend only, lay out no table that does not line up.",
)
@option("--watch", is_flag=True, zh="每次保存后重新检查，按 Ctrl-C 结束。", en="Check again on every save, until Ctrl-C.")
@strict_option
@jobs_option
@site_option
def check(
    only: tuple[str, ...],
    form: str,
    jobs: int | None,
    site: Path | None,
    **switches: bool,
) -> None:
    """Check the reports."""
    _refuse_contradictions(form, switches)
    wanted = _Wanted(site_folder(site), only, form, switches["strict"], switches["every"], jobs or cores())
    if switches["watch"]:
        from giar_site.recheck import keep_checking

        keep_checking(wanted.site, lambda spoken: _look(wanted._replace(jobs=1), spoken)[0], language(), say)
        return
    if switches["fix"]:
        _mend(wanted, write=not switches["dry_run"], align=not switches["no_align"])
    text, code = _look(wanted, language())
    click.echo(text, nl=False)
    sys.exit(code)


def _refuse_contradictions(form: str, switches: dict[str, bool]) -> None:
    if switches["dry_run"] and not switches["fix"]:
        raise CannotGoOn(Text("--dry-run 要和 --fix 一起用。", "--dry-run goes with --fix."))
    if switches["no_align"] and not switches["fix"]:
        raise CannotGoOn(Text("--no-align 要和 --fix 一起用。", "--no-align goes with --fix."))
    if switches["watch"] and switches["fix"]:
        raise CannotGoOn(
            Text(
                "--watch 和 --fix 不能同时用：正在编辑的文件不该被改动。",
                "--watch and --fix exclude each other: a file being edited is yours.",
            )
        )
    if switches["watch"] and form != "text":
        raise CannotGoOn(Text(f"--watch 只有文字输出，不能用 --format {form}。", f"--watch speaks text only, not --format {form}."))


def _look(wanted: _Wanted, spoken: str) -> tuple[str, int]:
    """The findings as they are printed, and the exit code they come to."""
    from giar_site.addresses import OUTPUT
    from giar_site.check import check_site
    from giar_site.clock import today
    from giar_site.load import refuse_lost_records
    from giar_site.output import MOST_OF_A_RULE, Checked, count, findings_as
    from giar_site.rules import RULES

    checked = check_site(wanted.site, wanted.jobs, wanted.only, today())
    refuse_lost_records(wanted.site / OUTPUT, checked.locked)
    findings = checked.findings
    most = None if wanted.every else MOST_OF_A_RULE
    text = findings_as(wanted.form, Checked(findings, checked.reports, RULES, wanted.site), spoken, most)
    counts = count(findings)
    return text, 1 if counts.errors or (wanted.strict and counts.warnings) else 0


def _mend(wanted: _Wanted, *, write: bool, align: bool) -> None:
    """Mend the figures of the reports asked for and show how; beside a format for programs it is told on standard error."""
    from giar_site.check import check_site
    from giar_site.mend import mend_site
    from giar_site.private import hushed

    aside = wanted.form != "text"
    agencies = (each.agency for each in check_site(wanted.site, wanted.jobs, wanted.only).agencies)
    reports = [(agency.slug, report.year) for agency in agencies for report in agency.reports]
    done = False
    for mended in mend_site(wanted.site, reports, write=write, align=align):
        done = True
        click.echo(hushed(f"{mended.told.in_language(language())}\n{mended.diff}"), err=aside)
    if not done:
        click.echo(Text("没有可以自动改的地方。", "nothing to mend without judgement.").in_language(language()), err=aside)
