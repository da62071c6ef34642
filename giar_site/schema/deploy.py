"""`deploy:` of site.yaml: targets by name, each with what it is."""

from typing import Any

from giar_site.settings import TARGET_TYPES

_FIELDS = {
    "path": "放到哪个文件夹（必填）\nthe folder there (needed)",
    "host": "服务器的域名或 IP 地址（rsync 必填）\nthe host (needed for rsync)",
    "user": "登录用户名\nthe user to log in as",
    "port": "ssh 端口\nthe port of ssh",
    "known_hosts": "记有服务器公钥的文件，不写时用 ssh 自己的\na file with the host's key; default: ssh's own",
    "keep": "保留几个版本，默认 5\nhow many releases stay",
    "url": "读者打开的网址\nwhat readers open",
}


def deploy_schema() -> dict[str, Any]:
    """The schema of the mapping of targets."""
    fields: dict[str, Any] = {
        "type": {
            "description": "怎样送去（必填）：directory 本机或挂载的文件夹，rsync 经 ssh 到服务器\nhow (needed)",
            "enum": [*TARGET_TYPES, None],
        }
    }
    fields |= {name: {"description": told, "type": ["string", "integer", "null"]} for name, told in _FIELDS.items()}
    target = {"type": "object", "properties": fields, "additionalProperties": False}
    return {
        "description": "giar deploy 把网站送到哪里，每个目标一项；不写密码\nWhere giar deploy puts the site, by name; no passwords",
        "type": ["object", "null"],
        "additionalProperties": target,
    }
