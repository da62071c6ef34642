"""agency.yaml and site.yaml: named fields, each with what it is."""

from typing import Any

from giar_site.locked import Withdrawal
from giar_site.model import KINDS, Contact
from giar_site.schema.entries import entries

Schema = dict[str, Any]
_CONTACT = {
    "office": ("联系科室", "the office to ask"),
    "address": ("地址", "address"),
    "postcode": ("邮政编码", "postcode"),
    "telephone": ("电话", "telephone"),
    "email": ("电子邮箱", "e-mail"),
}
_KINDS = {
    "government": "人民政府",
    "office": "政府办公室",
    "department": "部门",
    "township": "乡镇",
    "subdistrict": "街道",
    "institution": "其他单位",
}


def agency_schema() -> Schema:
    """The schema of agency.yaml."""
    return {
        "title": "agency.yaml",
        "description": "机关信息。\nAn agency.",
        **_object(
            {
                "name": _text("机关全称（必填）", "the agency's full name (needed)"),
                "short_name": _text("简称", "short name"),
                "kind": _choice("机关类别", "kind of agency", {kind: _KINDS.get(kind, kind) for kind in KINDS}),
                "level": _text("层级，例如 county", "level, such as county"),
                "scope": _choice("统计口径", "what the figures cover", {"own": "只报本机关", "rollup": "汇总下级的政府报告"}),
                "parent": _text("上级机关的文件夹名", "the parent agency's folder"),
                "contact": _contact(),
            }
        ),
        "required": ["name"],
    }


def site_schema() -> Schema:
    """The schema of site.yaml."""
    owner = {
        "organizer": _text("主办单位", "organizer"),
        "undertaker": _text("承办单位", "undertaker"),
        "copyright": _text("版权所有", "copyright"),
        "site_id_code": _text("网站标识码（10 位数字）", "site id code, ten digits"),
        "icp": _text("ICP 备案号", "ICP record"),
        "police_record": _text("公安备案号", "police record"),
        "contact": _contact(),
    }
    return {
        "title": "site.yaml",
        "description": "网站设置。\nThe site.",
        **_object(
            {
                "title": _text("网站名称（必填）", "name of the site (needed)"),
                "url": _text("网站公开后的网址，以 http:// 或 https:// 开头", "address of the published site"),
                "language": _text("页面语言，例如 zh-CN", "language of the pages"),
                "owner": {"description": "页脚信息\nWhose site it is", **_object(owner, empty=True)},
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
            }
        ),
        "required": ["title"],
    }


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
