"""Where in its workbook stands what the check found: who fills in a spreadsheet never sees the lines of figures.yaml."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from giar_site.diagnostics import Finding, Text
from giar_site.importers.document import Spot
from giar_site.importers.places import ranges
from giar_site.importers.recognise.left_out import LEFT_OUT
from giar_site.importers.recognise.report import Recognised
from giar_site.importing.one import Import

_MOST_FINDINGS = 30  # of a file
_MOST_RANGES = 8  # of a finding


def in_workbook(imports: Sequence[Import], findings: Sequence[Finding], language: str) -> Iterator[str]:
    """The lines that say so, for each finding that is about cells of a workbook and not accepted."""
    for each in imports:
        if each.refused or each.report is None or each.target is None:
            continue
        at = (each.target.agency, each.target.year)
        ours = [finding for finding in findings if (finding.at.agency, finding.at.year) == at and finding.accepted is None]
        placed = list(dict.fromkeys(_told(finding, spots) for finding in ours if (spots := _spots(finding, each.report))))
        if not placed:
            continue
        yield Text(f"这些问题在 {each.file} 里的位置：", f"where these stand in {each.file}:").in_language(language)
        yield from (f"  {line.in_language(language)}" for line in placed[:_MOST_FINDINGS])
        if len(placed) > _MOST_FINDINGS:
            rest = len(placed) - _MOST_FINDINGS
            more = Text(f"……还有 {rest} 处，改好这些再导入，就会列出", f"… and {rest} more: mend these and import again")
            yield f"  {more.in_language(language)}"


def _spots(finding: Finding, report: Recognised) -> list[Spot]:
    """The cells that `finding` takes for wrong, else those it is about; of a field of the metadata the one it was read from."""
    cells = {cell.cell: cell for cell in report.cells}
    if finding.suspects:
        named = [cells[each.cell] for each in finding.suspects]
    elif finding.at.item in cells and len(finding.cells) < 2:
        named = [cells[finding.at.item]]
    else:
        named = [cells[each] for each in finding.cells if cells[each].text != LEFT_OUT]  # nobody writes a total that is a formula
    value = report.values.get(finding.at.item) or report.values.get(f"contact.{finding.at.item}")
    spots = [each.spot for each in named] or ([value.spot] if value and finding.at.part == "report" else [])
    return [spot for spot in spots if spot.sheet and spot.row and spot.column]


def _told(finding: Finding, spots: Sequence[Spot]) -> Text:
    sheets = [(sheet, ranges(list(group))) for sheet, group in groupby(sorted(set(spots)), lambda spot: spot.sheet)]
    zh = "，".join(f"工作表“{sheet}” {'、'.join(names[:_MOST_RANGES])}{_more(names).zh}" for sheet, names in sheets)
    en = ", ".join(f"sheet “{sheet}” {', '.join(names[:_MOST_RANGES])}{_more(names).en}" for sheet, names in sheets)
    return Text(f"{finding.code} {finding.title.zh or finding.rule}：{zh}", f"{finding.code} {finding.title.en or finding.rule}: {en}")


def _more(names: Sequence[str]) -> Text:
    more = len(names) - _MOST_RANGES
    return Text(f" 等 {len(names)} 处", f" and {more} more") if more > 0 else Text("", "")
