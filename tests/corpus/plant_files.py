"""Faults of files and of their notation: what cannot be read, sections, links, fields."""

from tests.corpus.planting import Draft, Mark, plants
from tests.corpus.tables import Line

# Of a report whose tables or sections cannot be read, less can be said.
LESS_IS_KNOWN = ("missing_file", "subject_missing", "fee_not_mentioned", "empty_section", "children_missing", "agency_absent")


@plants()
def unsafe_file(draft: Draft) -> Mark:
    spot = draft.spot()
    kind = draft.rng.choice(("link", "content", "folder"))
    if kind == "link":
        draft.links[f"{spot.folder}/files/附表.pdf"] = "../../../../site.yaml"
        return spot.mark(f"{spot.folder}/files/附表.pdf", item="files/附表.pdf")
    if kind == "content":
        draft.texts[f"{spot.folder}/files/附表.pdf"] = "项目,件数\n"
        return spot.mark(f"{spot.folder}/files/附表.pdf", item="files/附表.pdf")
    draft.texts["content/Cai Zheng Ju/agency.yaml"] = "name: 财政局\n"
    return Mark("content/Cai Zheng Ju", item="Cai Zheng Ju")


@plants(*LESS_IS_KNOWN)
def invalid_yaml(draft: Draft) -> Mark:
    spot = draft.spot()
    row, lines = draft.row(spot), draft.rows(spot)
    at = next(at for at, line in enumerate(lines) if line.row == row)
    lines[at] = Line(lines[at].text.rstrip("]"), row)
    draft.save(spot, lines)
    return spot.mark(spot.tables, at + 1, at + 2)


@plants(*LESS_IS_KNOWN)
def forbidden_yaml(draft: Draft) -> Mark:
    spot = draft.spot()
    row, lines = draft.row(spot), draft.rows(spot)
    at = next(at for at, line in enumerate(lines) if line.row == row)
    lines[at] = Line(lines[at].text.replace(": ", draft.rng.choice((": &zero ", ": !!seq ", ": !figures "))), row)
    draft.save(spot, lines)
    return spot.mark(spot.tables, at + 1)


@plants("wrong_numbering")  # it may stand within 二是
def unsafe_text(draft: Draft) -> Mark:
    spot = draft.spot()
    at = draft.paragraph(spot)
    line = draft.lines(spot.prose)[at - 1]
    where = draft.rng.randrange(min(10, len(line) - 1), len(line))  # behind a number that begins the line
    draft.put(spot.prose, at, line[:where] + draft.rng.choice("\u202e\u200f\ufffd\x07") + line[where:], instead=1)
    return spot.mark(spot.prose, at)


@plants(*LESS_IS_KNOWN)
def missing_section(draft: Draft) -> Mark:
    spot = draft.spot()
    at = draft.rng.choice([at for at, line in enumerate(draft.lines(spot.prose), 1) if line.startswith("## ")])
    draft.put(spot.prose, at, draft.lines(spot.prose)[at - 1].removeprefix("## "), instead=1)
    return spot.mark(spot.prose, at)


@plants()
def unknown_section(draft: Draft) -> Mark:
    spot = draft.spot()
    at = draft.end(
        spot.prose,
        "",
        f"## {draft.rng.choice(('附：名词解释', '七、附件', '名词说明'))}",
        "",
        "政府信息是指行政机关在履职过程中形成的信息。",
    )
    return spot.mark(spot.prose, at + 1)


@plants()
def repeated_section(draft: Draft) -> Mark:
    spot = draft.spot()
    heading = draft.rng.choice([line for line in draft.lines(spot.prose) if line.startswith("## ")])
    return spot.mark(spot.prose, draft.end(spot.prose, "", heading, "", "其余情况见上文所述。") + 1)


@plants()
def unsafe_link(draft: Draft) -> Mark:
    spot = draft.spot()
    address = draft.rng.choice(("file:///D:/年报/附表.docx", "javascript:alert(1)", "附表.docx", "//files/x.pdf"))
    return spot.mark(spot.prose, draft.add_to(spot, f"详见[附表]({address})。"))


@plants()
def html_in_narrative(draft: Draft) -> Mark:
    spot = draft.spot()
    return spot.mark(
        spot.prose, draft.add_to(spot, draft.rng.choice(("<br>", "<b>重点</b>", "<span style='x'>重点</span>", "<!-- 备注 -->")))
    )


@plants()
def missing_field(draft: Draft) -> Mark:
    if draft.rng.random() < 0.5:
        draft.put("site.yaml", draft.line_with("site.yaml", "title:"), instead=1)
        return Mark("site.yaml", item="title")
    spot = draft.spot()
    draft.put(spot.tables, 1, instead=1)
    return spot.mark(spot.tables, item="form")


@plants("published_too_early", "published_late")
def invalid_field(draft: Draft) -> Mark:
    spot = draft.spot()
    if draft.rng.random() < 0.5:
        at = draft.line_with(spot.prose, "published:")
        draft.put(spot.prose, at, f"published: {draft.rng.choice(('2023-02-30', '2023年1月', '今天'))}", instead=1)
        return spot.mark(spot.prose, at, item="published")
    file = f"content/{spot.body.slug}/agency.yaml"
    at = draft.end(file, "contact: 电话")
    return Mark(file, (at,), spot.body.slug, None, "contact")


@plants()
def unknown_field(draft: Draft) -> Mark:
    spot = draft.spot()
    if draft.rng.random() < 0.5:
        return spot.mark(spot.prose, draft.field(spot, "pulished: x"), item="pulished")
    file = f"content/{spot.body.slug}/agency.yaml"
    return Mark(file, (draft.end(file, "shortname: 本局"),), spot.body.slug, None, "shortname")


@plants()
def missing_file(draft: Draft) -> Mark:
    spot = draft.spot()
    at = draft.replace(spot.prose, "file: 统计表.csv", "file: 统计报表.csv")
    draft.texts.pop(f"{spot.folder}/files/统计表.csv")
    return spot.mark(spot.prose, at, item="files/统计报表.csv")


@plants()
def unexpected_file(draft: Draft) -> Mark:
    spot = draft.spot()
    name = draft.rng.choice(("草稿.csv", "report.md.bak", "files/附表.csv"))
    draft.texts[f"{spot.folder}/{name}"] = "项目,件数\n"
    return spot.mark(f"{spot.folder}/{name}", item=name)


@plants()
def text_cut_by_hash(draft: Draft) -> Mark:
    spot = draft.spot()
    return spot.mark(spot.prose, draft.field(spot, "index_number: 00123 #4号"), item="index_number")
