"""Words in, exit code out: 0 clean, 1 content errors, 2 cannot go on. Each command hands over to the floor below."""

import os
import sys
from pathlib import Path

import click

from giar_site import __version__
from giar_site.bilingual import BilingualGroup, language_in, language_of, usage_words
from giar_site.causes import cause
from giar_site.commands import COMMANDS
from giar_site.diagnostics import LANGUAGES, CannotGoOn, Text
from giar_site.options import jobs_option, option, partial_option, site_option, strict_option
from giar_site.surroundings import cores, language, say, site_folder


@click.group(
    cls=BilingualGroup,
    no_args_is_help=False,
    invoke_without_command=True,
    text=Text(
        "政府信息公开工作年度报告：填数、核对、生成网站。",
        "Government-information-disclosure annual reports: fill in, check, build the site.",
    ),
)
@option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=True,
    zh="提示用中文（zh）还是英文（en）；也可设环境变量 GIAR_LANG。",
    en="Messages in Chinese (zh) or English (en); or set GIAR_LANG.",
)
@click.version_option(__version__, prog_name="giar")
@click.pass_context
def giar(ctx: click.Context, lang: str | None) -> None:  # noqa: ARG001 - language_of reads it
    """Hold the commands; alone it prints its help."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@giar.command(text=Text("新建网站，附一个示例机关，马上可以生成。", "Make a new site with an example agency, ready to build."))
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make a site."""
    import datetime as dt

    from giar_site.scaffold import init_site

    made = init_site(folder, dt.datetime.now(tz=dt.UTC).date())
    _tell_made(made.files)
    if len(made.files) > 1:
        example = made.files[-1].rpartition("/")[0].rpartition("/")[0]
        say(
            Text(
                f"{example} 只是示例：有了自己的机关后，请删去这个文件夹。",
                f"{example} is only an example: delete the folder once you have agencies of your own.",
            )
        )
    where = "" if folder == Path() else f"cd {folder}; "
    say(Text(f"下一步：{where}giar serve 边改边看，giar build 生成网站。", f"next: {where}giar serve to preview, giar build to build."))


@giar.command(
    text=Text(
        "为一个机关新建一年的报告：全部行、全部填 0，六个标题写好。\n\nAGENCY 是机关文件夹名（小写拼音，如 caizheng-ju），YEAR 是报告年度。",
        "Start an agency's report of a year: all rows, zeros, the six headings.",
    )
)
@click.argument("agency", metavar="AGENCY")
@click.argument("year", metavar="YEAR", type=click.IntRange(1900, 2999))
@option("--name", default="", metavar="NAME", zh="机关全称（新机关用）。", en="The agency's full name (for a new agency).")
@site_option
def new(agency: str, year: int, name: str, site: Path | None) -> None:
    """Start a report."""
    from giar_site.kind_by_name import told_kind
    from giar_site.scaffold import new_report

    made = new_report(site_folder(site), agency, year, name)
    _tell_made(made.files)
    if name and any(file.endswith("agency.yaml") for file in made.files):
        say(told_kind(name))
    say(
        Text(
            f"下一步：把数字填进 figures.yaml，文字写进 report.md，再运行 giar check {agency}/{year}。",
            f"next: fill in figures.yaml and report.md, then run giar check {agency}/{year}.",
        )
    )


@giar.command(
    text=Text("检查后生成网站。有错误时不改动原来的网站。", "Check, then build the site; on errors the old site stays as it was.")
)
@option(
    "--output",
    "-o",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=None,
    zh="生成到哪个文件夹，默认 site/。",
    en="Where to; default site/.",
)
@partial_option
@strict_option
@jobs_option
@site_option
def build(output: Path | None, partial: bool, strict: bool, jobs: int | None, site: Path | None) -> None:  # noqa: FBT001 - click's flags
    """Build the site."""
    from giar_site.addresses import OUTPUT
    from giar_site.build import build as build_site
    from giar_site.clock import today
    from giar_site.output import Checked, counted, findings_as
    from giar_site.rules import RULES

    folder = site_folder(site)
    target = output or folder / OUTPUT
    built = build_site(folder, target, jobs=jobs or cores(), partial=partial, strict=strict, today=today())
    checked = built.checked
    click.echo(findings_as("text", Checked(checked.findings, checked.reports, RULES, folder), language()), nl=False)
    if not built.published:
        say(
            Text(
                "没有发布：请先改正上面的问题；原来的网站没有动。", "nothing published: mend the above first; the old site was left alone."
            )
        )
        sys.exit(1)
    for withheld in built.withheld:
        kept = Text("沿用上次发布的版本", "left as it last stood") if withheld.kept else Text("尚未发布", "not yet published")
        say(Text(f"{withheld.agency}/{withheld.year} 有错误：{kept.zh}。", f"{withheld.agency}/{withheld.year} has errors: {kept.en}."))
    left = {each[:2] for each in built.withheld}  # some of them are in no folder any more, so were not checked either
    done = sum((report.agency, report.year) not in left for each in checked.agencies for report in each.agency.reports)
    say(Text(f"已生成 {done} 份报告：{target}/index.html", f"built {counted(done, 'report')}: {target}/index.html"))
    sys.exit(1 if any(finding.blocks for finding in checked.findings) else 0)


@giar.command(text=Text("边改边看：在浏览器里预览，保存后自动刷新。", "Preview in the browser; every save reloads it."))
@option("--host", default="127.0.0.1", zh="监听地址，默认只有本机能看。", en="Address to listen on; default: this machine only.")
@option("--port", type=click.IntRange(1, 65535), default=8000, zh="端口。", en="Port.")
@option("--open", "open_browser", is_flag=True, zh="同时打开浏览器。", en="Open the browser, too.")
@option(
    "--i-know",
    "trusted_host",
    is_flag=True,
    zh="明白其他电脑也能看到预览（--host 不是本机时需要）。",
    en="Yes, other machines may see the preview (needed with another --host).",
)
@site_option
def serve(host: str, port: int, open_browser: bool, trusted_host: bool, site: Path | None) -> None:  # noqa: FBT001 - click's flags
    """Preview the site."""
    from giar_site.preview import Wishes, preview

    preview(site_folder(site), language(), Wishes(host, port, open_browser, trusted_host), say)


@giar.command(
    text=Text("说明一条规则：查什么、为什么、怎样改。不写 CODE 时列出全部规则。", "Explain a rule; without CODE list all of them.")
)
@click.argument("code", metavar="[CODE]", required=False)
def explain(code: str | None) -> None:
    """Print a rule's manual."""
    from giar_site.explain import explain as manual
    from giar_site.explain import listing
    from giar_site.rules import RULES

    click.echo(manual(RULES, code, language()) if code else listing(RULES, language()), nl=False)


for command in COMMANDS:
    giar.add_command(command)


def _tell_made(files: tuple[str, ...]) -> None:
    for file in files:
        say(Text(f"写好 {file}", f"wrote {file}"))


def main() -> None:
    """Run the command line; the one place where a failure becomes a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a GBK console must not stop a report
    try:
        giar.main(prog_name="giar", standalone_mode=False, color=False if "NO_COLOR" in os.environ else None)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.UsageError as error:
        _fail(usage_words(error), error.ctx)
    except click.ClickException as error:
        _fail(Text(error.format_message(), error.format_message()), None)
    except CannotGoOn as failure:
        _fail(failure.text, None)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except OSError as error:
        why, name = cause(error), f" {error.filename}" if error.filename else ""
        _fail(Text(f"不能继续{name}：{why.zh}。", f"cannot go on{name}: {why.en}."), None)


def _fail(text: Text, ctx: click.Context | None) -> None:
    from giar_site.private import hushed  # a name in the sentence may hold a private number

    spoken = language_of(ctx) if ctx else language_in(sys.argv[1:])
    click.echo("giar: " + hushed(text.in_language(spoken)), err=True)
    sys.exit(2)
