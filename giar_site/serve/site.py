"""How a preview builds giar's own sites."""

from collections.abc import Callable
from pathlib import Path

from giar_site.build import build
from giar_site.output import Checked, findings_as
from giar_site.rules import RULES
from giar_site.serve.building import Outcome

OUTPUT = "site"
WATCHED = ("content", "themes", "site.yaml")


def builder(site: Path, language: str) -> Callable[[], Outcome]:
    """Return what builds the site in the folder `site`. One process: the preview has threads, and a fork would copy their locks."""

    def rebuild() -> Outcome:
        built = build(site, site / OUTPUT, jobs=1)
        checked = built.checked
        report = findings_as("text", Checked(checked.findings, checked.reports, RULES, site), language)
        return Outcome(built.published, report)

    return rebuild
