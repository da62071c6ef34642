"""The figures of a recognised report as figures.yaml, laid out like the printed form."""

import json
import re

from giar_site.importers.recognise.left_out import LEFT_OUT
from giar_site.importers.recognise.report import Recognised
from giar_site.mend.layout import laid_out
from giar_site.scaffold import tables_yaml

_PLAIN = re.compile(r"~|[+]?[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff()（）.%+]*|-[0-9][0-9.]*")


def figures_text(report: Recognised, source: str) -> str:
    """figures.yaml of `report`; `source` is the file's name, for the comment at the top."""
    texts = {cell.cell: cell.text for cell in report.cells}
    head = f"# 由 giar import 从“{source}”导入，数字照录原文；每格的出处见 import.yaml。\nform: {report.form.edition}\n"
    return laid_out(head + tables_yaml(report.form, lambda cell: scalar(text) if (text := texts[cell.id]) != LEFT_OUT else ""))


def scalar(text: str) -> str:
    """`text` as a scalar that may stand in a list on one line."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
