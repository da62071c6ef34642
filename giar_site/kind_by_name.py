"""What kind of agency a name tells of: 某某镇人民政府 is a township's, 某某县人民政府办公室 a government's office."""

import re
import unicodedata
from typing import Final

from giar_site.diagnostics import Text

UNTOLD: Final = "department"  # what agency.yaml says where the name does not tell: its deadline is the earliest there is
KIND_NAMES: Final = {
    "government": Text("人民政府", "a government"),
    "office": Text("政府办公室", "a government's office"),
    "department": Text("部门", "a department"),
    "township": Text("乡镇", "a township"),
    "subdistrict": Text("街道", "a subdistrict"),
    "institution": Text("其他单位", "another institution"),
}

_OFFICE = "(?:(?:党政|综合|党政综合)?办公室)?"
# The first that fits. Committees of development zones are neither a government nor one of its departments, those of villages no agency at all.
_BY_ENDING: Final = tuple(
    (kind, re.compile(f"(?:{endings})$"))
    for kind, endings in (
        ("subdistrict", f"街道(?:办事处|办)?{_OFFICE}"),
        ("township", f"[乡镇]{_OFFICE}|苏木|(?:[乡镇]|苏木)(?:人民)?政府{_OFFICE}|区公所"),
        ("office", "(?:政府|行政公署|行署)办公[室厅]|政府办|国务院办公厅"),
        ("government", "人民政府|[省市县区州盟旗]政府|行政公署|行署|国务院"),
        ("institution", "学校|[中小大]学|学院|[党干]校|幼儿园|医院|卫生院|研究[院所]|福利院|敬老院|博物院|公司|集团|中心|馆|电视台|报社"),
        ("", "[区园城](?:管理委员会|管委会)|(?:村民|居民)委员会|村委会?|居委会?|常务委员会"),
        ("department", "[局厅委署]|委员会|海关|办公室|[总支大]队|派出所|税务所"),
    )
)
_AFTERWORD = re.compile(r"\([^()]*\)$")


def kind_by_name(name: str) -> str:
    """The kind, as agency.yaml writes it, that the full name of an agency tells; "" where it does not tell."""
    bare = _AFTERWORD.sub("", re.sub(r"\s", "", unicodedata.normalize("NFKC", name)))
    return next((kind for kind, ending in _BY_ENDING if ending.search(bare)), "")


def told_kind(name: str) -> Text:
    """One sentence: which kind agency.yaml has been given because of `name`, and how to change it."""
    known = kind_by_name(name)
    kind = known or UNTOLD
    word = KIND_NAMES[kind]
    why = Text("按名称写成", "guessed from the name") if known else Text("从名称看不出，先写成", "for now, as the name does not tell")
    return Text(
        f"agency.yaml 里的机关类别（kind）{why.zh} {kind}（{word.zh}）；不对的，改 kind 那一行，可用的词写在同一行的 # 号后面。",
        f"agency.yaml says kind: {kind} ({word.en}), {why.en}; if that is wrong, change that line, which lists the words after its #.",
    )
