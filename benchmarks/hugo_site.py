"""The same reports as a Hugo site: a page per report, agency and year, and an index.

    python -m benchmarks.hugo_site DIR [--reports 30|1000|10000] [--front-matter yaml|toml]      then: cd DIR && hugo -d OUT

Written to be quick the way a Hugo author would make it quick: figures in the page's front matter, a shortcode for each
table without lookups by name, and no feed, sitemap or Markdown extension that the reports do not use.
Pages have the paths giar's contract names, so one verifier reads both.
"""

import argparse
from pathlib import Path

from benchmarks.corpus import SIZES, Report, figures_yaml, front_matter, report_body, reports, write
from benchmarks.hugo_tables import TABLES

CONFIG = """\
baseURL = "https://www.example.gov.cn/"
locale = "zh-CN"
title = "政府信息公开工作年度报告汇编"
uglyURLs = true
disableKinds = ["RSS", "sitemap", "robotsTXT", "404", "taxonomy"]
[taxonomies]
year = "years"
[markup.goldmark.extensions]
definitionList = false
footnote = false
linkify = false
strikethrough = false
table = false
taskList = false
[markup.goldmark.extensions.typographer]
disable = true
"""
BASE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/index.html">政府信息公开工作年度报告汇编</a></header>
<main>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}</main>
<footer>主办单位：示例</footer>
</body>
</html>
"""
PAGE = """\
{{ define "main" }}<p><a href="{{ .CurrentSection.RelPermalink }}">{{ .Params.source }}</a> {{ .Params.published.Format "2006-01-02" }}</p>
{{ .Content }}{{ end }}
"""
ITEM = """\
<tr><th><a href="{{ .RelPermalink }}">{{ .Title }}</a></th>\
{{ with .Params.applications }}<td>{{ index .received 6 }}</td><td>{{ index .outcome.total 6 }}</td>\
<td>{{ index .carried_out 6 }}</td>{{ end }}</tr>
"""
LIST_HEAD = "<table><thead><tr><th>报告</th><th>新收</th><th>办结</th><th>结转</th></tr></thead><tbody>\n"
SECTION = '{{ define "main" }}' + LIST_HEAD + "{{ range .Pages }}" + ITEM + "{{ end }}</tbody></table>\n{{ end }}\n"
TERM = (
    '{{ define "main" }}{{ $received := 0 }}{{ $closed := 0 }}{{ $left := 0 }}'
    + LIST_HEAD
    + "{{ range .Pages }}"
    + ITEM
    + "{{ with .Params.applications }}{{ $received = add $received (index .received 6) }}"
    "{{ $closed = add $closed (index .outcome.total 6) }}{{ $left = add $left (index .carried_out 6) }}{{ end }}{{ end }}"
    "<tr><th>合计</th><td>{{ $received }}</td><td>{{ $closed }}</td><td>{{ $left }}</td></tr></tbody></table>\n{{ end }}\n"
)
HOME = """\
{{ define "main" }}<ul>{{ range $year, $_ := site.Taxonomies.years }}<li><a href="/years/{{ $year }}.html">{{ $year }}</a></li>
{{ end }}</ul>
<table><tbody>{{ range site.Sections }}<tr><th><a href="{{ .RelPermalink }}">{{ .Title }}</a></th>\
{{ range .Pages }}<td><a href="{{ .RelPermalink }}">{{ .File.ContentBaseName }}</a></td>{{ end }}</tr>
{{ end }}</tbody></table>
{{ end }}
"""
LAYOUTS = {"baseof": BASE, "page": PAGE, "section": SECTION, "term": TERM, "home": HOME}
SHORTCODES = tuple(f"{{{{< {name} >}}}}" for name in TABLES)
STYLE = "table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.3rem .5rem}\n"


def write_site(root: Path, count: int, language: str = "yaml") -> None:
    """Write the reports of a size of `corpus.SIZES` as a Hugo site; `language` of the front matter is yaml or toml."""
    write(root / "hugo.toml", CONFIG)
    write(root / "static" / "style.css", STYLE)
    for name, template in LAYOUTS.items():
        write(root / "layouts" / f"{name}.html", template)
    for name, template in TABLES.items():
        write(root / "layouts" / "_shortcodes" / f"{name}.html", template)
    write(root / "content" / "_index.md", "---\ntitle: 政府信息公开工作年度报告汇编\n---\n")
    head = {"yaml": yaml_head, "toml": toml_head}[language]
    for report in reports(count):
        section = root / "content" / report.agency.slug
        write(section / "_index.md", f"---\ntitle: {report.agency.name}\n---\n")
        write(section / f"{report.year}.md", head(report) + report_body(report, SHORTCODES))


def yaml_head(report: Report) -> str:
    """Give a page's front matter in the language giar's authors write, the figures line for line as they stand there."""
    return f'---\n{front_matter(report)}years: ["{report.year}"]\n{figures_yaml(report.figures)}---\n'


def toml_head(report: Report) -> str:
    """Give the same front matter in TOML, which Hugo reads faster than YAML."""
    rows = "".join(f"{row} = [{', '.join(map(str, values))}]\n" for row, values in report.figures.items())
    facts = f'title = "{report.title}"\npublished = {report.published}\nsource = "{report.agency.name}"\n'
    return f'+++\n{facts}years = ["{report.year}"]\n{rows}+++\n'


def main() -> None:
    """Write a Hugo site of the wanted size."""
    parser = argparse.ArgumentParser(description="Write the benchmark's reports as a Hugo site.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--reports", type=int, choices=SIZES, default=30)
    parser.add_argument("--front-matter", choices=("yaml", "toml"), default="yaml")
    asked = parser.parse_args()
    write_site(asked.directory, asked.reports, asked.front_matter)


if __name__ == "__main__":
    main()
