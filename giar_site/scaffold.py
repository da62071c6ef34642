"""`giar new` and `giar init`: files to fill in, with every row, zeros, and the official wording beside them."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from giar_site import forms
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.kind_by_name import UNTOLD, kind_by_name
from giar_site.load import RESERVED, SLUG
from giar_site.model import Agency
from giar_site.private import hushed
from giar_site.site_place import refuse_place

EXAMPLE = "shili-ju"
_EXAMPLE_NAME = "示例局（请改成机关全称）"


class Made(NamedTuple):
    """The files written, in order, relative to the site folder."""

    files: tuple[str, ...]


def new_report(site: Path, agency: str, year: int, name: str = "") -> Made:
    """Write the report of `agency` for `year` to fill in, and the agency's own file where there is none.

    Nothing that exists is touched; of a report that is there in part, the missing file is written. Raises CannotGoOn for a name or year that cannot be, and for a report that is there.
    """
    if not SLUG.fullmatch(agency) or agency in RESERVED:
        raise CannotGoOn(
            Text(
                f"机关代号 {agency} 不能用：只能用小写英文字母、数字和减号，例如 caizheng-ju。",
                f"{agency} cannot be an agency's folder: use lower-case letters, digits and hyphens, such as caizheng-ju.",
            )
        )
    _refuse_private(agency, name)
    form = forms.for_year(year)
    if form is None:
        first = forms.editions()[0].first_year
        raise CannotGoOn(
            Text(f"{year} 年没有全国统一格式（从 {first} 年度起才有）。", f"no national form governs {year} (the first governs {first}).")
        )
    if not (site / "site.yaml").is_file():
        raise CannotGoOn(
            Text(
                "这里没有 site.yaml：请先用 giar init 新建网站，或用 --site 指明它的位置。",
                "no site.yaml here: make a site with giar init, or name one with --site.",
            )
        )
    folder = site / "content" / agency
    report = folder / str(year)
    if (report / "figures.yaml").exists() and (report / "report.md").exists():
        raise CannotGoOn(
            Text(f"content/{agency}/{year} 已经有了，没有改动它。", f"content/{agency}/{year} is already there and was left alone.")
        )
    files = {} if (folder / "agency.yaml").exists() else {f"content/{agency}/agency.yaml": agency_yaml(name)}
    files[f"content/{agency}/{year}/figures.yaml"] = figures_yaml(form, year)
    files[f"content/{agency}/{year}/report.md"] = report_md(form)
    return _write(site, {name: text for name, text in files.items() if not (site / name).exists()})


def _refuse_private(*names: str) -> None:
    """Raise CannotGoOn for names that the check would refuse, or not read at all."""
    for each in names:
        if hushed(each) != each:
            raise CannotGoOn(
                Text(
                    f"名称里有证件号或手机号：{hushed(each)}。它会印在网页上，请换一个。",
                    f"a private number is in the name {hushed(each)}, which pages would print; choose another.",
                )
            )


def init_site(folder: Path, today: dt.date) -> Made:
    """Make a site that builds at once, with an example agency's report of last year. Raises CannotGoOn when one is there or above, or giar's own folder is."""
    refuse_place(folder)
    if (folder / "site.yaml").exists():
        raise CannotGoOn(Text(f"{folder} 里已经有 site.yaml，没有改动它。", f"{folder} already holds a site.yaml and was left alone."))
    made = _write(folder, {"site.yaml": SITE_YAML})
    if (folder / "content").exists():
        return made
    return Made(made.files + new_report(folder, EXAMPLE, today.year - 1, _EXAMPLE_NAME).files)


def is_example(agency: Agency) -> bool:
    """True of the agency that `giar init` makes, as long as nobody has given it a name: its reports are nobody's."""
    return agency.slug == EXAMPLE and agency.name == _EXAMPLE_NAME


def _write(site: Path, files: dict[str, str]) -> Made:
    for name, text in files.items():
        path = site / name
        with cannot(Text("写入", "write"), path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
    return Made(tuple(files))


def figures_yaml(form: forms.Form, year: int) -> str:
    """A figures.yaml of `form` with a zero in every cell."""
    lines = [
        f"# {year} 年度报告的三张表（{form.document_number}）。把 0 改成实际数字；没有就留 0。",
        "# 每行 # 号后面是官方的行名；方括号里的数按上方列出的各栏顺序填写。",
        f"form: {form.edition}",
    ]
    return "\n".join(lines) + "\n" + tables_yaml(form, lambda _: "0")


def tables_yaml(form: forms.Form, figure: Callable[[forms.Cell], str]) -> str:
    """The tables of a figures.yaml with every row of `form` and its official wording; `figure` gives a cell's text, as YAML writes it; "" leaves the cell out."""
    lines: list[str] = []
    for table in form.tables:
        lines += ["", f"{table.key}:  # {_section_title(form, table)}"]
        for block in table.blocks:
            columns = "、".join(path[-1].label for path in block.column_paths)
            lines.append(f"  # {block.label + '：' if block.label else ''}{columns}")
            lines += _rows(block, figure)
    return "\n".join(lines) + "\n"


def _section_title(form: forms.Form, table: forms.Table) -> str:
    return next((section.title for section in form.sections if section.table == table.key), table.label)


def _rows(block: forms.Block, figure: Callable[[forms.Cell], str]) -> Iterator[str]:
    widest = max(2 * len(row.path) + len(row.path[-1].key) for row in block.rows) + 2
    open_heads: tuple[str, ...] = ()
    for row in block.rows:
        heads = [head for head in row.path if head.key]
        keys = tuple(head.key for head in heads)
        for depth, head in enumerate(heads[:-1]):
            if keys[: depth + 1] != open_heads[: depth + 1]:
                yield f"{'  ' * (depth + 1)}{head.key}:  # {head.label}"
        open_heads = keys[:-1]
        name = f"{'  ' * len(heads)}{keys[-1]}:"
        figures = ", ".join(text for cell in row.cells if (text := figure(cell)))
        if not figures:
            continue
        yield f"{name:<{widest}}[{figures}]  # {'·'.join(head.label for head in row.path if head is row.path[-1] or not head.key)}"


def report_md(form: forms.Form) -> str:
    """A report.md with front matter to fill in and the six headings."""
    return FRONT_MATTER + "\n" + "\n\n".join(f"## {section.title}" for section in form.sections) + "\n"


def agency_yaml(name: str) -> str:
    """An agency.yaml to fill in, with the kind that `name` tells of."""
    plain = re.fullmatch(r"[\w（）·、]+", name)
    kind = kind_by_name(name) or UNTOLD
    return AGENCY_YAML.replace("KIND", kind).replace("NAME", name if plain else json.dumps(name, ensure_ascii=False))


FRONT_MATTER = """\
---
# 这两行 --- 之间是报告的基本信息。需要哪一项，就去掉行首的 # 号（只去掉这一个符号）再填写。
#title: （不写时自动生成：机关名称＋年度＋政府信息公开工作年度报告）
#published: "2026-01-28"   # 公布日期，加引号
#document_number: 文号
#index_number: 索引号
#source: 来源
#attachments:               # 附件放在本文件夹的 files/ 里
#  - {title: 附件名称, file: 文件名.pdf}
---
"""

AGENCY_YAML = """\
# 机关信息。# 号后面是说明；行首有 # 的项，需要时去掉 # 号（只去掉这一个符号）再填写。
name: NAME   # 机关全称
#short_name: 简称
kind: KIND   # government 人民政府 / office 政府办公室 / department 部门 / township 乡镇 / subdistrict 街道 / institution 其他单位
#level: county    # 层级：national 国家 / province 省级 / city 地市级 / county 县级 / district 市辖区 / township 乡镇级
#scope: rollup    # 汇总下级数据的政府报告写 rollup，只报本机关的不写
#parent: xxx      # 上级机关的文件夹名
#children_complete: true   # 只在汇总报告的机关写：它汇总的下级机关都在本网站，合计应当相等
#deadline: 02-28  # 自己的公布期限（次年的月-日）；不写时按类别，见 site.yaml
#lineage:         # 机构沿革：新设 founded、更名 renamed、合并 merged、分设 split、撤销 abolished，日期和依据必填。例如：
#  - {change: renamed, date: "2021-03-01", former_name: 原名称, basis: 某编办〔2021〕3号}          # 文件夹也改过名的，加 from: [原文件夹名]
#  - {change: merged, date: "2022-05-10", from: [a-ju, b-ju], basis: 某编办〔2022〕8号}            # 由几个机关合并而成；本机关原来就有的，也写上自己
#  - {change: split, date: "2022-05-10", from: [c-ju], basis: 某编办〔2022〕8号}                   # 从别的机关分出；原机关仍保留的，它自己也写这一条，分出的机关不在本站时加 to: [全称]
#  - {change: abolished, date: "2023-01-20", to: [d-ju], basis: 某编办〔2023〕1号}                 # 撤销；职责划入了哪里，没有就不写 to
contact:
  #office: 联系科室
  #address: 地址
  #postcode: "100000"
  #telephone: 010-00000000
  #email: name@example.gov.cn
"""

SITE_YAML = """\
# 网站设置。# 号后面是说明；不需要的项可以留空。
title: 政府信息公开工作年度报告     # 网站名称
language: zh-CN
url: ""                             # 网站公开后的网址，例如 https://www.example.gov.cn/nianbao/

owner:                              # 页脚信息
  organizer: ""                     # 主办单位
  undertaker: ""                    # 承办单位
  copyright: ""                     # 版权所有
  site_id_code: ""                  # 网站标识码（10 位数字）
  icp: ""                           # ICP 备案号
  police_record: ""                 # 公安备案号
  contact:
    address: ""
    postcode: ""
    telephone: ""
    email: ""

theme: default                      # 页面主题：themes/ 下的文件夹名

# 下面几项用来检查，行首有 # 的，需要时去掉 # 号（只去掉这一个符号）再填写。
#deadlines:                         # 公布期限（次年的月-日）；不写时：部门、办公室、其他单位 01-31，人民政府 03-31，乡镇、街道不检查
#  township: 01-31
#  subdistrict: 01-31
#  institution: none                # none：这一类不检查
#expected:                          # 应当编制年报的机关：缺了就提醒。slug 是文件夹名；还没有文件夹的写 name
#  - {slug: caizheng-ju}
#  - {name: 某某县审计局, from: 2021}          # 从 2021 年度报告起
#  - {name: 某某县旅游局, until: 2022}         # 到 2022 年度报告止
#hosts: [www.example.com, "*.example.cn"]      # 正文的链接除 *.gov.cn 之外还可以指向的网站
#deploy:                            # giar deploy 把网站送到哪里：名称（自己起）和设置。不写密码：rsync 用 ssh-agent 里的密钥登录
#  intranet: {type: directory, path: /srv/nianbao}
#  public: {type: rsync, host: www.example.gov.cn, user: www, path: /srv/nianbao, keep: 5}
"""
