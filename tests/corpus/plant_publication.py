"""Faults of publication: days, attachments, links, pictures, and what is private."""

from tests.corpus.planting import Draft, Mark, Spot, plants

_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(24)
_SURNAMES = "王李张刘陈"


def _published(draft: Draft, spot: Spot, day: str) -> Mark:
    at = draft.line_with(spot.prose, "published:")
    return spot.mark(spot.prose, draft.put(spot.prose, at, f'published: "{day}"', instead=1), item="published")


@plants()
def published_too_early(draft: Draft) -> Mark:
    spot = draft.spot()
    return _published(draft, spot, draft.any((f"{spot.year}-12-31", f"{spot.year}-12-15 09:30", f"{spot.year}-01-20")))


@plants()
def published_late(draft: Draft) -> Mark:
    spot = draft.spot(lambda body, _year: body.kind in {"government", "office", "department"})
    day = "04-01" if spot.body.kind == "government" else draft.any(("02-01", "02-10 10:00"))
    return _published(draft, spot, f"{spot.year + 1}-{day}")


@plants()
def attachment_without_file(draft: Draft) -> Mark:
    spot = draft.spot()
    at = draft.replace(spot.prose, ", file: 统计表.csv}", "}")
    draft.texts.pop(f"{spot.folder}/files/统计表.csv")
    return spot.mark(spot.prose, at)


@plants()
def unlisted_host(draft: Draft) -> Mark:
    spot = draft.spot()
    address = draft.any(("https://www.example.com/nianbao/", "http://203.0.113.7/", "https://mp.example.net/s/abc"))
    return spot.mark(spot.prose, draft.add_to(spot, f"详见[往年报告]({address})。"))


@plants()
def dead_page_link(draft: Draft) -> Mark:
    spot = draft.spot()
    address = draft.any(("2012.html", "../no-such-office/index.html", f"../{spot.body.slug}/2012.html", "../years/2012.html"))
    return spot.mark(spot.prose, draft.add_to(spot, f"详见[往年报告]({address})。"))


@plants()
def table_as_picture(draft: Draft) -> Mark:
    spot = draft.spot()
    draft.texts[f"{spot.folder}/files/biao.png"] = _PICTURE
    at = draft.line_with(spot.prose, f"## {draft.any('二三四')}")
    draft.put(spot.prose, at + 1, "", f"![{draft.any(('统计表', '办理情况表'))}](files/biao.png)")
    return spot.mark(spot.prose, at + 2)


@plants()
def identity_number_published(draft: Draft) -> Mark:
    rng = draft.rng
    first = f"{rng.choice((110101, 320102, 440305, 510104))}{rng.randint(1950, 2004)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(0, 999):03}"
    check = "10X98765432"[sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(first)) % 11]
    return _private(draft, f"申请人{rng.choice(_SURNAMES)}某（身份证号{first}{check}）的申请已经答复。")


@plants()
def mobile_number_published(draft: Draft) -> Mark:
    rng = draft.rng
    return _private(draft, f"联系人{rng.choice(_SURNAMES)}某，手机{rng.choice((139, 138, 186, 177, 150))}{rng.randint(0, 99999999):08}。")


@plants()
def bank_card_published(draft: Draft) -> Mark:
    rng = draft.rng
    first = [*map(int, "622202"), *(rng.randint(0, 9) for _ in range(12))]
    doubled = [digit if at % 2 else sum(divmod(2 * digit, 10)) for at, digit in enumerate(reversed(first))]
    number = "".join(map(str, [*first, -sum(doubled) % 10]))
    return _private(draft, f"费用缴至银行账号{number}。")


@plants()
def private_number_in_settings(draft: Draft) -> Mark:
    number = f"{draft.rng.choice((139, 138, 186, 177, 150))} {draft.rng.randint(0, 9999):04} {draft.rng.randint(0, 9999):04}"
    at = draft.line_with("site.yaml", "title:")
    return Mark("site.yaml", (draft.put("site.yaml", at, f"title: 政府信息公开年报（{number}）", instead=1),), item="title")


def _private(draft: Draft, words: str) -> Mark:
    spot = draft.spot()
    return spot.mark(spot.prose, draft.add_to(spot, words))


@plants("unusual_jump", "rollup_below_children", "rollup_differs_from_children")
def changed_after_publication(draft: Draft) -> Mark:
    spot = draft.spot()
    draft.published = True
    cell = "disclosure.penalties@decisions"  # stands in no equation
    at = draft.set_cells(spot, {cell: draft.figure(spot, cell) + draft.rng.randint(1, 9)})
    return spot.mark(spot.tables, at["disclosure.penalties"], item=cell)


@plants()
def text_changed_after_publication(draft: Draft) -> Mark:
    spot = draft.spot()
    draft.published = True
    section = draft.any("一五六")
    draft.add_to(spot, "有关情况已向社会公布。", section)
    return spot.mark(spot.prose, draft.line_with(spot.prose, f"## {section}"))


@plants("missing_year", "children_missing", "agency_absent")
def removed_after_publication(draft: Draft) -> Mark:
    spot = draft.spot()
    draft.published = True
    draft.texts = {name: text for name, text in draft.texts.items() if not name.startswith(f"{spot.folder}/")}
    return Mark("site.yaml", (), spot.body.slug, spot.year, "withdrawn")


@plants()
def lost_correction(draft: Draft) -> Mark:
    spot = draft.spot(lambda body, year: "corrections:" not in str(draft.texts[f"content/{body.slug}/{year}/figures.yaml"]))
    draft.published = True
    entry = '  - {date: "2026-02-01", at: other, was: 漏写一句, now: 补写一句, reason: REASON}\n'
    tables = str(draft.texts[spot.tables])
    draft.before[spot.tables] = f"{tables}corrections:\n{entry.replace('REASON', '原报告遗漏')}"
    changed = draft.rng.choice(("", entry.replace("REASON", "改写过的理由")))
    draft.texts[spot.tables] = f"{tables}corrections:\n{changed}" if changed else tables
    return spot.mark_anywhere(spot.tables)
