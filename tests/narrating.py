"""Reports that say one thing more than a sound one, and what is found in them."""

from pathlib import Path

from checking import check_folder
from samples import SAID as TOLD
from samples import write_site

from giar_site.diagnostics import Finding

__all__ = ["TITLES", "TOLD", "marked", "report_md", "told"]

TITLES = {"overview": "一、总体情况", "problems": "五、存在的主要问题及改进情况", "other": "六、其他需要报告的事项"}


def report_md(preamble: str = "", title: str = "", **sections: str) -> str:
    """A sample's report.md with this preamble, title and text of these sections; the rest is sound."""
    head = f"---\ntitle: {title}\n---\n" if title else ""
    written = "".join(f"## {TITLES[key]}\n\n{text}\n\n" for key, text in sections.items())
    return f"{head}{preamble}\n\n{written}…\n"


def told(site: Path, preamble: str = "", year: int = 2022, accept: str = "", title: str = "", **sections: str) -> list[Finding]:
    """The findings on a report that is sound but for what is given. `accept`: an entry `rule, at` that is let stand."""
    rule, _, at = accept.partition(", ")
    figures = f"--- {year}/figures.yaml\n…\naccept:\n  - {{rule: {rule}, at: {at}, reason: 原报告如此}}\n" if accept else ""
    return check_folder(write_site(site, f"{figures}--- {year}/report.md\n{report_md(preamble, title, **sections)}"))


def marked(site: Path, finding: Finding) -> str:
    """The characters that the finding points at."""
    place = finding.place
    return (site / place.file).read_text(encoding="utf-8").split("\n")[place.line - 1][place.column - 1 :][: place.length]
