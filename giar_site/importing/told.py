"""What came of an import, in sentences: where the report went, what is not exactly as published, and what found no place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot
from giar_site.importers.places import where, where_noticed
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.values import FoundValue
from giar_site.importing.folder import Skipped
from giar_site.importing.one import Import
from giar_site.importing.provenance import notices_of
from giar_site.importing.told_cells import WORDS, counted, told_cells, told_totals
from giar_site.kind_by_name import told_kind
from giar_site.width import width

VALUE_NAMES = {
    "name": Text("机关名称", "agency"),
    "slug": Text("机关代号", "folder"),
    "year": Text("年度", "year"),
    "title": Text("标题", "title"),
    "published": Text("公布日期", "published"),
    "written": Text("成文日期（报告里没有这一项，只记在 import.yaml）", "day of signing (no item of a report; kept in import.yaml alone)"),
    "publisher": Text("发布机构（报告里没有这一项，只记在 import.yaml）", "published by (no item of a report; kept in import.yaml alone)"),
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
_MOST_UNREAD = 3  # files named that are no reports


class Manner(NamedTuple):
    """How much to say: the language; `many`: of many files only what somebody must look at; `rest`: where all the rest is listed.

    Of one file every cell that is not exact is named: whoever imports it has to look at each.
    """

    language: str
    many: bool
    rest: Text

    @property
    def cells(self) -> int | None:
        """How many cells to name for a reason; None: all."""
        return 1 if self.many else None


def told(done: Import, manner: Manner) -> Iterator[str]:
    """The lines about one file."""
    language = manner.language
    if done.refused or not done.report or not done.target:
        reason = (done.refused or Text("", "")).in_language(language).rstrip("。.")
        yield Text(f"没有导入 {done.file}：{reason}。", f"not imported: {done.file}: {reason}.").in_language(language)
        return
    report, target = done.report, done.target
    edition = report.form.edition
    yield Text(
        f"{done.file} → {target.folder}（{target.name}，{target.year} 年度，{edition} 版表格）",
        f"{done.file} → {target.folder} ({target.name}, {target.year}, form {edition})",
    ).in_language(language)
    yield "  " + counted(report).in_language(language)
    values = (value for value in report.values.values() if not (manner.many and value.confidence is Confidence.EXACT))
    yield from (f"    {_value(value).in_language(language)}" for value in values)
    yield from (f"  {line.in_language(language)}" for line in _doubts(done))
    yield from (f"  {line.in_language(language)}" for line in told_totals(report))
    yield from (f"    {line.in_language(language)}" for line in told_cells(report, manner.cells, manner.rest))
    yield from _listed(Text("没有归属的文字", "without a place"), [(each.text, each.spot) for each in report.unplaced], manner)
    yield from _listed(Text("页面装饰，不导入", "furniture, left out"), [(text, Spot()) for text in report.furniture], manner)
    if report.set_aside:
        sheets = "、".join(report.set_aside)
        yield "  " + Text(f"工作表 {sheets} 不是内容，没有导入。", f"sheets {sheets} are no content and were left out.").in_language(
            language
        )
    for notice in notices_of(report, done.document) if done.document else ():
        yield f"  {where_noticed(notice).in_language(language)}{notice.text.in_language(language)}"


def _doubts(done: Import) -> Iterator[Text]:
    report, target = done.report, done.target
    if report is None or target is None:
        return
    if report.year.year == target.year and not report.year.certain:
        yield Text(
            f"年度 {target.year} 取自{report.year.said_by.zh}，请核对。",
            f"the year {target.year} is taken from {report.year.said_by.en}; please check.",
        )
    if done.scaffold:
        yield Text(
            f"{target.folder} 原来是 giar new 写好的空表，没有填过，已经替换。",
            f"{target.folder} was as giar new had written it, with nothing filled in, and has been replaced.",
        )
    if target.new:
        where_to = f"content/{target.agency}"
        if target.started:
            yield Text(
                f"{where_to}/agency.yaml 还没有填过，已写上机关名称。",
                f"{where_to}/agency.yaml, not filled in yet, was given the agency's name.",
            )
        else:
            yield Text(f"新建了机关文件夹 {where_to}。", f"made the agency's folder {where_to}.")
        yield told_kind(target.name)
    if target.like:
        yield Text(
            f"如果就是已有的 content/{target.like}，请删去新文件夹，加 --agency {target.like} 重新导入。",
            f"if it is the agency in content/{target.like}, delete the new folder and import again with --agency {target.like}.",
        )
    yield from report.doubts


def _value(value: FoundValue) -> Text:
    name, word, place = VALUE_NAMES[value.key], WORDS[value.confidence], where(value.spot)
    written = value.published.strip()
    change = f"“{written}” → {value.text}" if written != value.text else value.text
    sure = value.confidence is Confidence.EXACT
    zh = "" if sure else f"，{word.zh}" + (f"：{value.reason.zh}" if value.reason else "")
    en = "" if sure else f", {word.en}" + (f": {value.reason.en}" if value.reason else "")
    return Text(
        f"{name.zh}：{change}（取自{place.zh}{value.said_by.zh}{zh}）", f"{name.en}: {change} (from {place.en}{value.said_by.en}{en})"
    )


def told_skipped(skipped: Sequence[Skipped], language: str) -> Iterator[str]:
    """The files of folders that were passed over: first those that may be reports."""
    if not skipped:
        return
    yield Text(f"跳过了 {len(skipped)} 个文件：", f"{len(skipped)} files passed over:").in_language(language)
    groups: dict[Text, list[Path]] = {}
    for each in sorted(skipped, key=lambda each: not each.missed):
        groups.setdefault(each.reason, []).append(each.file)
    missed = {each.file for each in skipped if each.missed}
    for reason, files in groups.items():
        most = len(files) if files[0] in missed else _MOST_UNREAD
        more = Text(f" 等 {len(files)} 个", f" and others, {len(files)} in all") if len(files) > most else Text("", "")
        zh, en = "、".join(map(str, files[:most])), ", ".join(map(str, files[:most]))
        yield f"  {Text(f'{zh}{more.zh}：{reason.zh}。', f'{en}{more.en}: {reason.en}.').in_language(language)}"
    yield ""


def told_contacts(imports: Sequence[Import]) -> Iterator[Text]:
    """Where the contact of imported reports stands, said once."""
    if any(each.report and not each.refused and any(each.report.values.contact) for each in imports):
        yield Text(
            "联系方式写在 report.md 里，那份报告的网页就用它。agency.yaml 里的 contact 可以空着：它只用在机关网页和没有写联系方式的报告上。",
            "the contact stands in report.md, and the report's page shows it; contact: in agency.yaml may stay empty: "
            "it is for the agency's page and for reports that give none.",
        )


def _listed(title: Text, texts: Sequence[tuple[str, Spot]], manner: Manner) -> Iterator[str]:
    if not texts:
        return
    language = manner.language
    yield f"  {title.in_language(language)} {len(texts)}" + ("：" if language == "zh" else ":")
    for text, spot in texts[:_MOST]:
        yield f"    {where(spot).in_language(language)}{' '.join(text.split())}"
    if len(texts) > _MOST:
        left = len(texts) - _MOST
        yield "    " + Text(f"……还有 {left} 处，{manner.rest.zh}", f"… and {left} more, {manner.rest.en}").in_language(language)


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
