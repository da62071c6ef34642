"""`giar report`: the 校核意见 of one report."""

from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.options import option, site_option
from giar_site.surroundings import cores, language, say, site_folder


@click.command(
    cls=BilingualCommand,
    text=Text(
        "写出一份报告的校核意见，可以发回给机关。\n\n报告写成 机关/年度，如 caizheng-ju/2025。",
        "Write the review of a report, to send back to the agency.",
    ),
)
@click.argument("asked", metavar="AGENCY/YEAR")
@option(
    "--format",
    "form",
    type=click.Choice(("text", "html")),
    default=None,
    zh="输出格式，默认文字；文件名以 .html 结尾时默认网页。",
    en="Output format; default: text, or html for a file named so.",
)
@option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="写到哪个文件，默认显示出来。",
    en="Where to; default: shown.",
)
@site_option
def report(asked: str, form: str | None, output: Path | None, site: Path | None) -> None:
    """Write the review."""
    from giar_site.check import check_site
    from giar_site.clock import today
    from giar_site.review import as_html, as_text, letter_of

    checked = check_site(site_folder(site), cores(), [asked], today())
    found = [(each, report) for each in checked.agencies for report in each.agency.reports]
    if len(found) != 1:
        raise CannotGoOn(
            Text("请写明是哪一份报告：机关/年度，如 caizheng-ju/2025。", "name one report: AGENCY/YEAR, such as caizheng-ju/2025.")
        )
    [(each, its)] = found
    about = [finding for finding in each.findings if finding.at.agency == each.agency.slug and finding.at.year in {None, its.year}]
    letter = letter_of(each.agency, its, about, checked.settings.owner, language())
    as_page = form == "html" or (form is None and output is not None and output.suffix in {".html", ".htm"})
    text = as_html(letter) if as_page else as_text(letter)
    if output is None:
        click.echo(text, nl=False)
        return
    with cannot(Text("写入", "write"), output):
        output.write_text(text, encoding="utf-8")
    say(Text(f"写好 {output}", f"wrote {output}"))
