"""What came of an import, in sentences: where the report went, every cell that is not exactly as published, and what found no place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.report import Recognised
from giar_site.importers.recognise.values import FoundValue
from giar_site.importing.one import Import
from giar_site.importing.provenance import notices_of
from giar_site.kind_by_name import told_kind
from giar_site.width import width

WORDS = {
    Confidence.EXACT: Text("照录", "exact"),
    Confidence.NORMALISED: Text("换了写法", "normalised"),
    Confidence.INFERRED: Text("推断", "inferred"),
    Confidence.MISSING: Text("缺", "missing"),
}
VALUE_NAMES = {
    "name": Text("机关名称", "agency"),
    "slug": Text("机关代号", "folder"),
    "year": Text("年度", "year"),
    "title": Text("标题", "title"),
    "published": Text("公布日期", "published"),
    "document_number": Text("文号", "document number"),
    "index_number": Text("索引号", "index number"),
    "source": Text("来源", "source"),
    "contact.office": Text("联系科室", "office"),
    "contact.address": Text("地址", "address"),
    "contact.postcode": Text("邮编", "postcode"),
    "contact.telephone": Text("电话", "telephone"),
    "contact.email": Text("电子邮箱", "e-mail"),
}
_MOST = 20


def told(done: Import, language: str) -> Iterator[str]:
    """The lines about one file."""
    if done.refused or not done.report or not done.target:
        reason = (done.refused or Text("", "")).in_language(language)
        yield Text(f"没有导入 {done.file}：{reason}。", f"not imported: {done.file}: {reason}.").in_language(language)
        return
    report, target = done.report, done.target
    edition = report.form.edition
    yield Text(
        f"{done.file} → {target.folder}（{target.name}，{target.year} 年度，{edition} 版表格）",
        f"{done.file} → {target.folder} ({target.name}, {target.year}, form {edition})",
    ).in_language(language)
    yield "  " + counted(report, language)
    yield from (f"    {_value(value).in_language(language)}" for value in report.values.values())
    yield from (f"  {line.in_language(language)}" for line in _doubts(done))
    cells = [cell for cell in report.cells if cell.confidence is not Confidence.EXACT]
    yield from (f"    {_cell(report, cell).in_language(language)}" for cell in cells)
    yield from _listed(Text("没有归属的文字", "without a place"), [(each.text, each.spot) for each in report.unplaced], language)
    yield from _listed(Text("页面装饰，不导入", "furniture, left out"), [(text, Spot()) for text in report.furniture], language)
    if report.set_aside:
        sheets = "、".join(report.set_aside)
        yield "  " + Text(f"工作表 {sheets} 不是内容，没有导入。", f"sheets {sheets} are no content and were left out.").in_language(
            language
        )
    for notice in notices_of(report, done.document) if done.document else ():
        yield f"  {_where(notice.spot).in_language(language)}{notice.text.in_language(language)}"


def counted(report: Recognised, language: str) -> str:
    """How many cells are how sure."""
    counts = Counter(cell.confidence for cell in report.cells)
    said = [f"{WORDS[each].in_language(language)} {counts[each]}" for each in Confidence]
    total = Text(f"{len(report.cells)} 格：", f"{len(report.cells)} cells: ").in_language(language)
    return total + Text("，", ", ").in_language(language).join(said)


def _doubts(done: Import) -> Iterator[Text]:
    report, target = done.report, done.target
    if report is None or target is None:
        return
    if report.year.year == target.year and not report.year.certain:
        yield Text(
            f"年度 {target.year} 取自{report.year.said_by.zh}，请核对。",
            f"the year {target.year} is taken from {report.year.said_by.en}; please check.",
        )
    if target.new:
        yield Text(
            f"新建了机关文件夹 content/{target.agency}。",
            f"made the agency's folder content/{target.agency}.",
        )
        yield told_kind(target.name)
    if target.like:
        yield Text(
            f"如果就是已有的 content/{target.like}，请删去新文件夹，加 --agency {target.like} 重新导入。",
            f"if it is the agency in content/{target.like}, delete the new folder and import again with --agency {target.like}.",
        )
    yield from report.doubts


def _value(value: FoundValue) -> Text:
    name, word, where = VALUE_NAMES[value.key], WORDS[value.confidence], _where(value.spot)
    written = value.published.strip()
    change = f"“{written}” → {value.text}" if written != value.text else value.text
    sure = value.confidence is Confidence.EXACT
    zh = "" if sure else f"，{word.zh}" + (f"：{value.reason.zh}" if value.reason else "")
    en = "" if sure else f", {word.en}" + (f": {value.reason.en}" if value.reason else "")
    return Text(
        f"{name.zh}：{change}（取自{where.zh}{value.said_by.zh}{zh}）", f"{name.en}: {change} (from {where.en}{value.said_by.en}{en})"
    )


def _cell(report: Recognised, cell: FoundCell) -> Text:
    label = report.form.by_id[cell.cell].label
    word, where = WORDS[cell.confidence], _where(cell.spot)
    change = f"“{cell.published}” → {cell.text}" if cell.published and cell.published != cell.text else cell.text
    change = change or "—"
    reason = cell.reason or Text("", "")
    return Text(
        f"{where.zh}{label}：{word.zh}，{change}" + (f"（{reason.zh}）" if cell.reason else ""),
        f"{where.en}{label}: {word.en}, {change}" + (f" ({reason.en})" if cell.reason else ""),
    )


def _where(spot: Spot) -> Text:
    zh = [f"工作表“{spot.sheet}”"] if spot.sheet else []
    en = [f"sheet “{spot.sheet}”"] if spot.sheet else []
    for number, unit, name in (
        (spot.page, "页", "page"),
        (spot.table, "张表", "table"),
        (spot.row, "行", "row"),
        (spot.column, "列", "column"),
        (spot.line, "行", "line"),
    ):
        if number:
            zh.append(f"第 {number} {unit}")
            en.append(f"{name} {number}")
    return Text("".join(zh) + "，" if zh else "", ", ".join(en) + ": " if en else "")


def _listed(title: Text, texts: Sequence[tuple[str, Spot]], language: str) -> Iterator[str]:
    if not texts:
        return
    yield f"  {title.in_language(language)} {len(texts)}" + ("：" if language == "zh" else ":")
    for text, spot in texts[:_MOST]:
        yield f"    {_where(spot).in_language(language)}{text}"
    if len(texts) > _MOST:
        rest = len(texts) - _MOST
        yield "    " + Text(f"……还有 {rest} 处，见 import.yaml", f"… and {rest} more, see import.yaml").in_language(language)


def table(imports: Sequence[Import], findings: dict[str, tuple[int, int]], language: str) -> Iterator[str]:
    """The summary of many files: agency, year, edition, cells by confidence, errors and warnings of the check (by folder)."""
    heads = Text(
        "文件 机关 年度 表格 照录 换写法 推断 缺 未归属 错误 警告",
        "file agency year form exact normalised inferred missing unplaced errors warnings",
    )
    rows = [heads.in_language(language).split()]
    for done in imports:
        name = Path(done.file).name.replace(" ", "_")
        if done.refused or not done.report or not done.target:
            rows.append([name, Text("没有导入", "not imported").in_language(language)])
            continue
        counts = Counter(cell.confidence for cell in done.report.cells)
        errors, warnings = findings.get(done.target.folder, (0, 0))
        numbers = (*(counts[each] for each in Confidence), len(done.report.unplaced), errors, warnings)
        rows.append([name, done.target.name, str(done.target.year), str(done.report.form.edition), *map(str, numbers)])
    widths = [max(width(row[at]) for row in rows if at < len(row)) for at in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(text + " " * (widths[at] - width(text)) for at, text in enumerate(row)).rstrip()
