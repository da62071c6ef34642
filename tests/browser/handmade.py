"""A small sound site written by hand, in the shape every giar site has. The harness must pass it, and fail each way of breaking it."""

from pathlib import Path

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{root}assets/icon.svg">
<link rel="stylesheet" href="{root}assets/site.css">
<script src="{root}assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header>
<p>政府信息公开年度报告</p>
<nav aria-label="主导航"><a href="{root}index.html">首页</a> <a href="{root}years/2020.html">2020年</a>
<a href="{root}checks.html">检查</a></nav>
<fieldset>
<legend>字号</legend>
<input type="radio" name="size" id="size-l"><label for="size-l">大</label>
<input type="radio" name="size" id="size-m" checked><label for="size-m">中</label>
<input type="radio" name="size" id="size-s"><label for="size-s">小</label>
</fieldset>
</header>
<main id="main" tabindex="-1">
<h1>{title}</h1>
{body}
</main>
<footer><p>主办单位：某县人民政府办公室</p></footer>
</body>
</html>
"""

STYLE = """
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --link: #0b4f9e; --head: #eef3f8; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --page: #14181d; --link: #9cc9ff; --head: #232b35; } }
:root:has(#size-l:checked) { font-size: 125%; }
:root:has(#size-s:checked) { font-size: 87.5%; }
body { margin: 0; color: var(--text); background: var(--page); font: 1rem/1.75 "Noto Sans CJK SC", sans-serif; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--link); display: inline-block; min-height: 24px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0; padding: 0.5rem; background: var(--page); z-index: 1; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 30rem; }
caption, thead, tbody { background: var(--page); }
th, td { border: 1px solid #767676; padding: 0.35rem 0.5rem; text-align: right; }
th { background: var(--head); text-align: left; }
@page { size: A4; margin: 16mm 14mm; }
@media print { nav, fieldset, .skip { display: none; } .scroll { overflow: visible; } table { min-width: 0; } }
"""

CELLS = {
    "applications.received@natural_person": "6",
    "applications.received@total": "6",
    "applications.carried_in@natural_person": "1",
    "applications.carried_in@total": "1",
}
LABELS = {"received": "一、本年新收政府信息公开申请数量", "carried_in": "二、上年结转政府信息公开申请数量"}


def row(key: str) -> str:
    """One row of the table, figures with their cell id."""
    cells = [(cell, value) for cell, value in CELLS.items() if f".{key}@" in cell]
    figures = "".join(
        f'<td id="{cell}" data-value="{value}" headers="r-{key} c-{number}">{value}</td>' for number, (cell, value) in enumerate(cells)
    )
    return f'<tr><th scope="row" id="r-{key}">{LABELS[key]}</th>{figures}</tr>'


REPORT = f"""<p>全年共收到政府信息公开申请六件，均已按时答复。<a href="index.html">某县的各年报告</a></p>
<div class="scroll" role="region" aria-labelledby="t3" tabindex="0">
<table>
<caption id="t3">收到和处理政府信息公开申请情况</caption>
<thead><tr><th scope="col" id="corner">办理情况</th><th scope="col" id="c-0">自然人</th><th scope="col" id="c-1">总计</th></tr></thead>
<tbody>
{row("received")}
{row("carried_in")}
</tbody>
</table>
</div>
<p><a href="../data/county/2020.json">下载 JSON</a> <a href="../data/figures.csv">下载 CSV</a></p>
<p>依据见<a href="https://www.gov.cn/" rel="noopener">中国政府网</a>。</p>"""

FILES = {
    "index.html": ("", "各机关", '<p><a href="county/index.html">某县人民政府</a></p>'),
    "county/index.html": ("../", "某县人民政府", '<p><a href="2020.html">2020年度报告</a></p>'),
    "county/2020.html": ("../", "某县人民政府2020年政府信息公开工作年度报告", REPORT),
    "years/2020.html": ("../", "2020年", '<p><a href="../county/2020.html">某县人民政府的报告</a></p>'),
    "checks.html": ("", "检查", "<p>本站检查每一个合计。</p>"),
    "404.html": ("", "没有这一页", "<p>请回到首页。</p>"),
}


def write_site(folder: Path) -> None:
    """Write the site into `folder`, which must not exist yet."""
    for name in ("county", "years", "assets", "data/county"):
        (folder / name).mkdir(parents=True)
    for path, (root, title, body) in FILES.items():
        (folder / path).write_text(PAGE.format(policy=POLICY, root=root, title=title, body=body), encoding="utf-8")
    figures = ", ".join(f'"{cell}": "{value}"' for cell, value in CELLS.items())
    (folder / "data/county/2020.json").write_text(f'{{"version": 1, "figures": {{{figures}}}}}', encoding="utf-8")
    (folder / "data/figures.csv").write_text("agency,value\n", encoding="utf-8-sig")
    (folder / "assets/site.css").write_text(STYLE, encoding="utf-8")
    (folder / "assets/site.js").write_text("document.documentElement.dataset.script = 'runs';\n", encoding="utf-8")
    icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n'
    (folder / "assets/icon.svg").write_text(icon, encoding="utf-8")
