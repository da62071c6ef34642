"""A difference between what was sealed or follows from the data, and what is there."""

from enum import StrEnum
from typing import Final, NamedTuple

from giar_site.diagnostics import Text


class Kind(StrEnum):
    """What is different. The names stand in the contract."""

    NO_MANIFEST = "no_manifest"
    DAMAGED_MANIFEST = "damaged_manifest"
    NO_SIGNATURE = "no_signature"
    SIGNATURE = "signature"
    MISSING = "missing"
    ADDED = "added"
    ALTERED = "altered"
    RENAMED = "renamed"
    SWAPPED = "swapped"
    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    COMPRESSED = "compressed"
    DATA = "data"
    SUM = "sum"
    FIGURE = "figure"
    PAGE = "page"
    CSV = "csv"


WORDS: Final = {
    Kind.NO_MANIFEST: Text("没有清单", "there is no manifest"),
    Kind.DAMAGED_MANIFEST: Text("清单读不懂", "the manifest cannot be read"),
    Kind.NO_SIGNATURE: Text("没有签名", "there is no signature"),
    Kind.SIGNATURE: Text("签名不对", "the signature is wrong"),
    Kind.MISSING: Text("缺少文件", "file missing"),
    Kind.ADDED: Text("多出文件", "file added"),
    Kind.ALTERED: Text("文件被改动", "file altered"),
    Kind.RENAMED: Text("文件改了名", "file renamed"),
    Kind.SWAPPED: Text("两个文件互换了", "two files swapped"),
    Kind.NO_FILE: Text("不是普通文件", "no plain file"),
    Kind.UNREADABLE: Text("读不出来", "cannot be read"),
    Kind.COMPRESSED: Text("压缩文件和原文件不一致", "the compressed copy is not the file"),
    Kind.DATA: Text("数据文件不是 giar 生成的样子", "the data are not as giar writes them"),
    Kind.SUM: Text("合计不成立", "a sum does not hold"),
    Kind.FIGURE: Text("页面数字和数据不一致", "the page does not show the data"),
    Kind.PAGE: Text("页面不是 giar 生成的样子", "the page is not as giar writes it"),
    Kind.CSV: Text("数据表和数据不一致", "the table is not the data"),
}


class Difference(NamedTuple):
    """What is wrong at `path`: `cell` an id ("": not about one), `label` its words, both values as text ("": none).

    `report` is `agency/year` where a report is told in more than one place; `why` a clause where values say nothing.
    """

    kind: Kind
    path: str
    cell: str = ""
    label: str = ""
    expected: str = ""
    actual: str = ""
    report: str = ""
    why: Text = Text("", "")
