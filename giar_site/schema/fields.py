"""agency.yaml and site.yaml: named fields, each with what it is."""

from typing import Any

from giar_site.kind_by_name import KIND_NAMES
from giar_site.load import DAY
from giar_site.model import KINDS, LEVELS, Contact
from giar_site.reorganisation import CHANGES
from giar_site.schema.deploy import deploy_schema
from giar_site.schema.entries import entries
from giar_site.settings import NONE, Withdrawal

Schema = dict[str, Any]
_CONTACT = {
    "office": ("联系科室", "the office to ask"),
    "address": ("地址", "address"),
    "postcode": ("邮政编码", "postcode"),
    "telephone": ("电话", "telephone"),
    "email": ("电子邮箱", "e-mail"),
}
_LEVELS = {"national": "国家", "province": "省级", "city": "地市级", "county": "县级", "district": "市辖区", "township": "乡镇级"}


_CHANGES = {"founded": "新设", "renamed": "更名", "merged": "合并", "split": "分设", "abolished": "撤销"}


def agency_schema() -> Schema:
    """The schema of agency.yaml."""
    return {
        "title": "agency.yaml",
        "description": "机关信息。\nAn agency.",
        **_object(
            {
                "name": _text("机关全称（必填）", "the agency's full name (needed)"),
                "short_name": _text("简称", "short name"),
                "kind": _choice("机关类别", "kind of agency", {kind: KIND_NAMES[kind].zh for kind in KINDS}),
                "level": _choice("层级", "level", {level: _LEVELS.get(level, level) for level in LEVELS}),
                "scope": _choice("统计口径", "what the figures cover", {"own": "只报本机关", "rollup": "汇总下级的政府报告"}),
                "parent": _text("上级机关的文件夹名", "the parent agency's folder"),
                "children_complete": {
                    "description": "汇总报告的下级机关都在本网站，合计应当相等\nthe agencies that name this one as parent are all it sums",
                    "enum": [True, False, "true", "false", None],
                },
                "deadline": _deadline("自己的公布期限", "its own deadline"),
                "contact": _contact(),
                "lineage": _lineage(),
            }
        ),
        "required": ["name"],
    }


def site_schema() -> Schema:
    """The schema of site.yaml."""
    return {
        "title": "site.yaml",
        "description": "网站设置。\nThe site.",
        **_object(
            {
                "title": _text("网站名称（必填）", "name of the site (needed)"),
                "url": _text("网站公开后的网址，以 http:// 或 https:// 开头", "address of the published site"),
                "language": _text("页面语言，例如 zh-CN", "language of the pages"),
                "owner": _owner(),
                "theme": _text("页面主题：themes/ 下的文件夹名", "a folder in themes/"),
                "years": {
                    "description": "没有报告也要有页面的年度，例如 [2019, 2020]\nYears that shall have a page even without a report",
                    "type": ["array", "null"],
                    "items": {"type": ["integer", "string"]},
                },
                "withdrawn": entries(
                    Withdrawal, "已经撤下的报告，会印在更正页上。\nReports that were taken down, printed with the corrections."
                ),
                "domain": _text("没有网址时页头写的域名", "SiteDomain where there is no url"),
                "deadlines": {
                    "description": "各类机关的公布期限\ndeadlines by kind of agency",
                    **_object({kind: _deadline(KIND_NAMES[kind].zh, kind) for kind in KINDS}, empty=True),
                },
                "expected": {
                    "description": "应当编制年报的机关，缺了就提醒\nagencies that must report",
                    "type": ["array", "null"],
                    "items": _expected(),
                },
                "hosts": {
                    "description": "正文的链接除 *.gov.cn 之外还可以指向的网站，例如 [www.example.com]\nhosts that links may lead to beside *.gov.cn",
                    "type": ["array", "null"],
                    "items": {"type": "string"},
                },
                "deploy": deploy_schema(),
            }
        ),
        "required": ["title"],
    }


def _owner() -> Schema:
    fields = {
        "organizer": _text("主办单位", "organizer"),
        "undertaker": _text("承办单位", "undertaker"),
        "copyright": _text("版权所有", "copyright"),
        "site_id_code": _text("网站标识码（10 位数字）", "site id code, ten digits"),
        "icp": _text("ICP 备案号", "ICP record"),
        "police_record": _text("公安备案号", "police record"),
        "contact": _contact(),
    }
    return {"description": "页脚信息\nWhose site it is", **_object(fields, empty=True)}


def _expected() -> Schema:
    year = {"type": ["integer", "string", "null"]}
    return _object(
        {
            "slug": _text("机关文件夹名，例如 caizheng-ju", "the agency's folder"),
            "name": _text("机关名称（还没有文件夹的）", "the agency's name, where it has no folder"),
            "from": {"description": "从哪一年度的报告起\nthe first year expected", **year},
            "until": {"description": "到哪一年度的报告止\nthe last year expected", **year},
        }
    )


def _deadline(zh: str, en: str) -> Schema:
    pattern = f"^(?:{DAY}|{NONE})$"
    return {
        "description": f"{zh}：次年的月-日，例如 01-31；没有期限的写 none\n{en}: month and day",
        "type": ["string", "null"],
        "pattern": pattern,
    }


def _lineage() -> Schema:
    folders = {"type": ["array", "null"], "items": {"type": "string"}}
    entry = {
        "change": _choice("发生了什么（必填）", "what happened (needed)", {change: _CHANGES.get(change, change) for change in CHANGES}),
        "date": _text("日期，例如 2021-03-01（必填）", "the day, such as 2021-03-01 (needed)"),
        "basis": _text("依据的文件，例如 某编办〔2021〕3号（必填）", "the document it rests on (needed)"),
        "from": {
            "description": "从哪些机关来：文件夹名，不在本站的写全称\nThe agencies it goes on from: folders, or full names",
            **folders,
        },
        "to": {
            "description": "撤销后职责划入的机关，或从仍保留的本机关分出的机关：文件夹名，不在本站的写全称\n"
            "The agencies that took over from one abolished, or that were split from this one, which stayed",
            **folders,
        },
        "former_name": _text("更名前的名称", "the name before a renaming"),
    }
    each = {**_object(entry), "required": ["change", "date", "basis"]}
    return {"description": "机构沿革\nWhat became of the agency", "type": ["array", "null"], "items": each}


def _contact() -> Schema:
    fields = {name: _text(*_CONTACT.get(name, (name, name))) for name in Contact._fields}
    return {"description": "联系方式\nWhom to ask", **_object(fields, empty=True)}


def _object(fields: dict[str, Schema], *, empty: bool = False) -> Schema:
    return {"type": ["object", "null"] if empty else "object", "properties": fields, "additionalProperties": False}


def _text(zh: str, en: str) -> Schema:
    return {"description": f"{zh}\n{en}", "type": ["string", "number", "boolean", "null"]}


def _choice(zh: str, en: str, choices: dict[str, str]) -> Schema:
    told = "，".join(f"{name} {label}" for name, label in choices.items())
    return {"description": f"{zh}：{told}\n{en}", "enum": [*choices, None], "enumDescriptions": [*choices.values(), ""]}
