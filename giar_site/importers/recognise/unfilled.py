"""Our own workbook where it was not filled in, or written on beside its tables: what to do about it."""

from collections.abc import Iterator, Sequence

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot
from giar_site.importers.places import cell_name
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.items import Piece, is_figure

_LONGEST = 20  # characters of a remark that are quoted


def unfilled(cells: Sequence[FoundCell], unplaced: Sequence[Piece]) -> Iterator[Text]:
    """Sentences about a workbook whose figures are all blank or all 0, and about each remark that keeps its row from being read."""
    told = [cell for cell in cells if cell.confidence is not Confidence.MISSING and cell.text]
    if not told:
        yield Text(
            "这张表还没有填：三张表一格数字也没有。请填好再导入；没有发生的也要填 0，不能空着。",
            "nothing has been filled in: the three tables hold no figure. Fill them in and import the file again; what did not occur is a 0, no blank.",
        )
    elif all(cell.text == "0" for cell in told):
        yield Text(
            "三张表里填的全部是 0：如果还没有填，请填好再导入；如果本年度确实一件也没有，就不用改。",
            "all figures of the three tables are 0: if the form has not been filled in, do so and import it again; if there was nothing at all, they stand.",
        )
    yield from (_beside(piece.text, piece.spot) for piece in unplaced if not is_figure(piece.text) and piece.spot.column)


def _beside(text: str, spot: Spot) -> Text:
    cell = cell_name(spot)
    words = " ".join(text.split())
    short = words[:_LONGEST] + ("……" if len(words) > _LONGEST else "")
    return Text(
        f"工作表“{spot.sheet}” {cell} 格写着“{short}”，不是表里的数，这一行因此可能没有读出：请删去这一格（说明写到“正文”里），再导入。",
        f"{cell} of the sheet “{spot.sheet}” holds “{short}”, which is no figure of its table, so that its row may not have been read: "
        "clear the cell (remarks go to the prose) and import the file again.",
    )
