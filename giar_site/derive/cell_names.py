"""What cells are called together, in messages and on pages."""

from collections.abc import Iterable, Iterator

from giar_site.forms import Form, HeadPath

_FEW = 3


def names_of_cells(form: Form, cells: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The ids `cells` with their labels; of many only the first, with the heads that all of them share."""
    found = [form.by_id[cell] for cell in cells]
    if len(found) <= _FEW:
        return tuple((cell.id, cell.label) for cell in found)
    shared = (*_shared(cell.row_path for cell in found), *_shared(cell.column_path for cell in found))
    return ((found[0].id, "·".join(shared) + "（合计）"),)


def _shared(paths: Iterable[HeadPath]) -> Iterator[str]:
    """The labels that all paths have at the same depth; one path may be longer than another."""
    for heads in zip(*paths, strict=False):
        if len({head.label for head in heads}) == 1:
            yield heads[0].label
