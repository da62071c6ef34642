"""A zip without a clock and a system: libraries date its parts by the hour they were written, and say where."""

import io
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


def settled(data: bytes) -> bytes:
    """The archive `data` with the same parts in the same order, all of one date."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, parts.read(part))
    return made.getvalue()
