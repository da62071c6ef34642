"""A preview of a folder whose build is a few lines: what content/page.txt says is what the pages say.

Run as a program with a folder, keywords of `serve` as JSON behind it. Words in page.txt that make a build end badly: see `rebuild`.
"""

import json
import os
import shutil
import sys
import time
from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.serve import Outcome, serve

CSP = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; script-src 'self'; connect-src 'none'"
PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}">
<title>{title}</title><link rel="stylesheet" href="/style.css"><script src="/page.js"></script></head>
<body class="page"><h1>{title}</h1><p id="text">{text}</p></body></html>
"""
FINDINGS = """content/示例县/2020/figures.yaml:3:12 G201 错误：行合计不符 <b>5 应为 3</b>
content/示例县/2020/figures.yaml:9:4 G203 错误：“办理结果”合计不符 & 其他
共 2 个错误"""
DISK_FULL = Text("磁盘已满，无法写入。", "The disk is full.")


def rebuild(folder: Path) -> Outcome:
    """Put a new site in the place of the old one whole, or end as page.txt wishes."""
    log(folder, "start")
    while (folder / "hold").exists():
        time.sleep(0.01)
    text = (folder / "content" / "page.txt").read_text(encoding="utf-8").strip()
    log(folder, text)
    match text:
        case "wrong sum":
            return Outcome(ok=False, report=FINDINGS)
        case "disk full":
            raise CannotGoOn(DISK_FULL)
        case "bug":
            raise ZeroDivisionError("a bug")
    publish(folder, text)
    return Outcome(ok=True, report="")


def publish(folder: Path, text: str) -> None:
    """Write the site aside, then rename it into place."""
    staged, output, old = folder / "staged", folder / "site", folder / "old"
    for name, title in (("index.html", "首页"), ("404.html", "没有找到"), ("county/2020.html", "年度报告"), ("county/index.html", "县")):
        (staged / name).parent.mkdir(parents=True, exist_ok=True)
        (staged / name).write_text(PAGE.format(csp=CSP, title=title, text=text), encoding="utf-8")
    (staged / "style.css").write_text("body { margin: 2rem }", encoding="utf-8")
    (staged / "page.js").write_text("'use strict';", encoding="utf-8")
    (staged / ".hidden").write_text("SECRET", encoding="utf-8")
    (staged / "empty").mkdir()
    (staged / "link.txt").symlink_to(folder / "secret.txt")
    (staged / "links").symlink_to(folder / "content")
    if output.exists():
        output.rename(old)
    staged.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def log(folder: Path, line: str) -> None:
    """Append to builds.log what the builds did, in order."""
    with (folder / "builds.log").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def say(text: Text) -> None:
    """Print both languages, each line marked."""
    print(f"zh: {text.zh}\nen: {text.en}", flush=True)


def main() -> int:
    """Serve until Ctrl-C; 2 where that is not possible."""
    folder, wishes = Path(sys.argv[1]), json.loads(sys.argv[2])
    (folder / "secret.txt").write_text("SECRET", encoding="utf-8")
    try:
        serve(lambda: rebuild(folder), folder / "site", [folder / "content", folder / "site.yaml"], say=say, **wishes)
    except CannotGoOn as failure:
        say(failure.text)
        return 2
    return 0


if __name__ == "__main__":
    os.environ.pop("WATCHFILES_FORCE_POLLING", None)
    sys.exit(main())
