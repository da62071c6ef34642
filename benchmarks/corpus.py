"""The synthetic reports of the benchmark, and their sources in giar's format.

    python -m benchmarks.corpus DIR [--reports 30|1000|10000]

Everything follows from the agency's slug: the same size gives the same bytes on any machine.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import form
from benchmarks.figures import Figures, Row, years
from benchmarks.prose import Narrative, narrative

#: Number of reports -> (agencies, years of each).
SIZES = {30: (10, 3), 1_000: (200, 5), 10_000: (2_000, 5)}
LAST_YEAR = 2025  # with five years the first is 2021, the first of the form's edition

# Syllables that make no real county: nobody's figures are invented here.
FIRST = {
    "霁": "ji", "澄": "cheng", "砚": "yan", "琅": "lang", "筠": "yun", "绮": "qi", "墨": "mo",
    "栀": "zhi", "珂": "ke", "槿": "jin", "漪": "yi", "蔚": "wei", "黛": "dai", "榆": "yu",
}  # fmt: skip
SECOND = {
    "岭": "ling", "溪": "xi", "川": "chuan", "浦": "pu", "峰": "feng", "泽": "ze", "坪": "ping", "湾": "wan",
    "渡": "du", "原": "yuan", "塘": "tang", "亭": "ting", "洲": "zhou", "港": "gang", "桥": "qiao",
}  # fmt: skip
#: Ending of the name, ending of the slug, kind, level, scope.
BODIES = (
    ("县人民政府", "county", "government", "county", "rollup"),
    ("县人民政府办公室", "county-office", "office", "county", "own"),
    ("县财政局", "finance", "department", "county", "own"),
    ("县教育局", "education", "department", "county", "own"),
    ("县自然资源局", "natural-resources", "department", "county", "own"),
    ("县卫生健康局", "health", "department", "county", "own"),
    ("县交通运输局", "transport", "department", "county", "own"),
    ("县水利局", "water", "department", "county", "own"),
    ("镇人民政府", "town", "township", "township", "own"),
    ("街道办事处", "subdistrict", "township", "township", "own"),
)


@dataclass(frozen=True, slots=True)
class Agency:
    """One reporting agency; `level` and `scope` in giar's words."""

    slug: str
    name: str
    kind: str
    level: str
    scope: str


@dataclass(frozen=True, slots=True)
class Report:
    """One year of one agency: 200 figures and about 8 KB of prose."""

    agency: Agency
    year: int
    figures: Figures
    narrative: Narrative

    @property
    def title(self) -> str:
        """The official title of the report."""
        return f"{self.agency.name}{self.year}年政府信息公开工作年度报告"

    @property
    def published(self) -> str:
        """A day before 31 January of the next year, the earliest deadline an agency has."""
        return f"{self.year + 1}-01-{10 + sum(map(ord, self.agency.slug)) % 19:02}"


def agencies(count: int) -> list[Agency]:
    """Name the first `count` agencies, ten kinds of body to a place."""
    places = [(a + b, FIRST[a] + SECOND[b]) for a in FIRST for b in SECOND]
    return [
        Agency(f"{pinyin}-{ending}", place + body, kind, level, scope)
        for place, pinyin in places
        for body, ending, kind, level, scope in BODIES
    ][:count]


def reports(count: int) -> Iterator[Report]:
    """Yield the reports of a size of `SIZES`, agency by agency, years ascending."""
    bodies, span = SIZES[count]
    for agency in agencies(bodies):
        rng = Random(agency.slug)  # noqa: S311 - repeatable numbers are wanted, not secret ones
        for year, figures in enumerate(years(rng, span), LAST_YEAR - span + 1):
            yield Report(agency, year, figures, narrative(rng, agency.name, year, figures))


def write_site(root: Path, count: int) -> None:
    """Write the reports as a giar site into the folder `root`."""
    write(root / "site.yaml", "title: 政府信息公开工作年度报告汇编\nurl: https://www.example.gov.cn/\nlanguage: zh-CN\n")
    for report in reports(count):
        agency = root / "content" / report.agency.slug
        write(agency / "agency.yaml", agency_yaml(report.agency))
        write(agency / str(report.year) / "figures.yaml", "form: 2021\n" + figures_yaml(report.figures))
        write(agency / str(report.year) / "report.md", f"---\n{front_matter(report)}---\n{report_body(report)}")


def agency_yaml(agency: Agency) -> str:
    """Give the four facts of an agency as YAML."""
    return f"name: {agency.name}\nkind: {agency.kind}\nlevel: {agency.level}\nscope: {agency.scope}\n"


def figures_yaml(figures: Figures) -> str:
    """Give the rows as nested YAML, each row a flow list in the order of the form's columns."""
    lines: list[str] = []
    open_groups: list[str] = []
    for row, values in figures.items():
        *groups, key = row.split(".")
        for depth, group in enumerate(groups):
            if open_groups[: depth + 1] != groups[: depth + 1]:
                lines.append(f"{'  ' * depth}{group}:")
        open_groups = groups
        lines.append(f"{'  ' * len(groups)}{key}: {_flow(values)}")
    return "\n".join(lines) + "\n"


def report_body(report: Report, tables: tuple[str, ...] = ("", "", "")) -> str:
    """Give the prose under the six headings; `tables` is what stands under 二, 三 and 四."""
    told = report.narrative
    sections = zip(form.TITLES, (told.overview, *tables, told.problems, told.other), strict=True)
    parts = [told.preamble, *(part for title, text in sections for part in (f"## {title}", text) if part)]
    return "\n" + "\n\n".join(parts) + "\n"


def front_matter(report: Report) -> str:
    """Give the lines of a report's metadata that both sides read."""
    return f"title: {report.title}\npublished: {report.published}\nsource: {report.agency.name}\n"


def write(path: Path, text: str) -> None:
    """Write text as UTF-8, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _flow(values: Row) -> str:
    return f"[{', '.join(map(str, values))}]"


def main() -> None:
    """Write a giar site of the wanted size."""
    parser = argparse.ArgumentParser(description="Write the benchmark's reports as a giar site.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--reports", type=int, choices=SIZES, default=30)
    asked = parser.parse_args()
    write_site(asked.directory, asked.reports)


if __name__ == "__main__":
    main()
