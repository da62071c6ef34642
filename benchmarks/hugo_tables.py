"""The three tables of the form as Hugo shortcodes, with the merged heads of the printed form.

Rows are written out, not ranged over: the form is fixed, and a lookup by name for each of 34 rows is time spent.
"""

from benchmarks import form

INTRO = """<tr><th colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>\
<th colspan="7">申请人情况</th></tr>
<tr><th rowspan="2">自然人</th><th colspan="5">法人或其他组织</th><th rowspan="2">总计</th></tr>
<tr><th>商业企业</th><th>科研机构</th><th>社会公益组织</th><th>法律服务机构</th><th>其他</th></tr>
"""
RESULTS = "".join(f"<th>{label}</th>" for label in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))


def _row(heads: str, row: str, colspan: str = "") -> str:
    return f"<tr>{heads}{_cells(row, colspan)}</tr>\n"


def _cells(row: str, colspan: str = "") -> str:
    return f"{{{{ range .{row} }}}}<td{colspan}>{{{{ . }}}}</td>{{{{ end }}}}"


def _block(item: str, heads: tuple[str, ...], rows: dict[str, str]) -> str:
    span = "" if len(heads) > 1 else ' colspan="3"'
    head = "".join(f"<th{span}>{label}</th>" for label in heads)
    return (
        f'<tbody>\n<tr><th colspan="4">第二十条第（{item}）项</th></tr>\n<tr><th>信息内容</th>{head}</tr>\n'
        + "".join(_row(f"<th>{label}</th>", row, span) for row, label in rows.items())
        + "</tbody>\n"
    )


def _disclosure() -> str:
    handled = ("本年处理决定数量",)
    blocks = (
        ("一", ("本年制发件数", "本年废止件数", "现行有效件数"), {"rules": "规章", "normative_documents": "行政规范性文件"}),
        ("五", handled, {"licensing": "行政许可"}),
        ("六", handled, {"penalties": "行政处罚", "coercion": "行政强制"}),
        ("八", ("本年收费金额（单位：万元）",), {"fees": "行政事业性收费"}),
    )
    return "".join(_block(*block) for block in blocks)


def _outcomes() -> str:
    lines = []
    for group in form.OUTCOMES:
        if not group.rows:
            lines.append(_row(f'<th colspan="2">{group.label}</th>', f"outcome.{group.key}"))
        for number, (key, label) in enumerate(group.rows):
            head = f'<th rowspan="{len(group.rows)}">{group.label}</th>' if number == 0 else ""
            lines.append(_row(f"{head}<th>{label}</th>", f"outcome.{group.key}.{key}"))
    lines.append(_row('<th colspan="2">（七）总计</th>', "outcome.total"))
    whole = f'<th rowspan="{len(lines)}">三、本年度办理结果</th>'
    return "".join(lines).replace("<tr>", f"<tr>{whole}", 1)


def _applications() -> str:
    return (
        f"<thead>\n{INTRO}</thead>\n<tbody>\n"
        + _row('<th colspan="3">一、本年新收政府信息公开申请数量</th>', "received")
        + _row('<th colspan="3">二、上年结转政府信息公开申请数量</th>', "carried_in")
        + _outcomes()
        + _row('<th colspan="3">四、结转下年度继续办理</th>', "carried_out")
        + "</tbody>\n"
    )


def _litigation() -> str:
    return (
        '<thead>\n<tr><th colspan="5" rowspan="2">行政复议</th><th colspan="10">行政诉讼</th></tr>\n'
        '<tr><th colspan="5">未经复议直接起诉</th><th colspan="5">复议后起诉</th></tr>\n'
        f"<tr>{RESULTS * 3}</tr>\n</thead>\n<tbody>\n<tr>" + "".join(_cells(row) for row in form.LITIGATION) + "</tr>\n</tbody>\n"
    )


def _table(name: str, body: str) -> str:
    return f"{{{{ with .Page.Params.{name} }}}}<table>\n{body}</table>{{{{ end }}}}\n"


#: Name of the shortcode -> its template.
TABLES = {
    "disclosure": _table("disclosure", _disclosure()),
    "applications": _table("applications", _applications()),
    "review_and_litigation": _table("review_and_litigation", _litigation()),
}
