"""The cells of an import that are not as published, a line a reason: sixty cells with one reason are one thing to look at."""

from collections import Counter
from collections.abc import Iterator, Sequence

from giar_site.diagnostics import Text
from giar_site.importers.places import where
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.left_out import DERIVED, LEFT_OUT
from giar_site.importers.recognise.report import Recognised

WORDS = {
    Confidence.EXACT: Text("照录", "exact"),
    Confidence.NORMALISED: Text("换了写法", "normalised"),
    Confidence.INFERRED: Text("推断", "inferred"),
    Confidence.MISSING: Text("缺", "missing"),
}


def counted(report: Recognised) -> Text:
    """How many cells are how sure."""
    counts = Counter(cell.confidence for cell in report.cells)
    zh = "，".join(f"{WORDS[each].zh} {counts[each]}" for each in Confidence)
    en = ", ".join(f"{WORDS[each].en} {counts[each]}" for each in Confidence)
    return Text(f"{len(report.cells)} 格：{zh}", f"{len(report.cells)} cells: {en}")


def told_totals(report: Recognised) -> Iterator[Text]:
    """A line on the totals that are not written, if there are such."""
    if totals := left_to_giar(report):
        yield Text(
            f"合计 {totals} 格是公式，没有抄进 figures.yaml，由 giar 按各项相加。",
            f"{totals} totals are formulas: they are not written to figures.yaml, giar adds up their parts.",
        )


def left_to_giar(report: Recognised) -> int:
    """How many totals are not written since their formula says no more than their parts."""
    return sum(map(_left_to_giar, report.cells))


def _left_to_giar(cell: FoundCell) -> bool:
    return cell.text == LEFT_OUT and (cell.confidence is Confidence.EXACT or cell.reason == DERIVED)


def told_cells(report: Recognised, most: int | None, rest: Text) -> Iterator[Text]:
    """A line for each confidence and reason but *exact*, in printed order, with its first `most` cells (None: all); `rest` says where the others are listed."""
    groups: dict[tuple[Confidence, Text], list[FoundCell]] = {}
    for cell in report.cells:
        if cell.confidence is not Confidence.EXACT and not _left_to_giar(cell):
            groups.setdefault((cell.confidence, cell.reason or Text("", "")), []).append(cell)
    for (confidence, reason), cells in groups.items():
        named = [_named(report, cell) for cell in cells[:most]]
        more = _more(cells, most, rest)
        word = WORDS[confidence]
        yield Text(
            f"{word.zh}{f'（{reason.zh}）' if reason.zh else ''}：{'；'.join(each.zh for each in named)}{more.zh}",
            f"{word.en}{f' ({reason.en})' if reason.en else ''}: {'; '.join(each.en for each in named)}{more.en}",
        )


def _more(cells: Sequence[FoundCell], most: int | None, rest: Text) -> Text:
    """How many cells a line is about, where it does not name all."""
    if most is None or len(cells) <= most:
        return Text("", "")
    return Text(f"；等 {len(cells)} 格，其余{rest.zh}", f"; {len(cells)} cells in all, the others {rest.en}")


def _named(report: Recognised, cell: FoundCell) -> Text:
    """A cell with its place and, where there is a figure, what became of it."""
    label, place = report.form.by_id[cell.cell].label, where(cell.spot)
    change = f" “{cell.published}” → {cell.text or '—'}" if cell.published and cell.published != cell.text else f" {cell.text}"
    change = "" if change.strip() in {"", "~"} else change
    return Text(f"{place.zh}{label}{change}", f"{place.en}{label}{change}")
