"""All pages together: the contract of paths, the same bytes every time, no text of an agency taken for markup, any edition."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from giar_site import forms
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Agency, Attachment, Contact, Correction, Figure, Metadata, Owner, Passage, Reading, Site, Withheld
from giar_site.reorganisation import Reorganisation
from tests.derive.made import RECEIVED, agency, figures, report, site
from tests.render.pages import REPOSITORY, Source, render
from tests.render.test_checks_page import odd_thing

EVIL = "\"><script>alert(1)</script>'&<img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}"


def test_the_pages_stand_at_the_contract_s_paths() -> None:
    pages = render(site(agency("a", 2019, 2020), agency("b", 2020)))
    assert {path for path in pages if not path.startswith("assets/")} == {
        "index.html",
        "a/index.html",
        "b/index.html",
        "a/2019.html",
        "a/2020.html",
        "b/2020.html",
        "years/2019.html",
        "years/2020.html",
        "checks.html",
        "corrections.html",
        "corrections.xml",
        "rules.html",
        "404.html",
        "sitemap.xml",
        "data/a/2019.json",
        "data/a/2020.json",
        "data/b/2020.json",
        "data/figures.csv",
        "data/giar.json",
    }


OWN_TAGS = {
    *("html", "head", "meta", "title", "link", "script", "body", "header", "nav", "main", "article", "section", "footer", "div", "p", "a"),
    *("h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "span", "strong", "fieldset", "legend", "label", "input", "button"),
    *("details", "summary", "pre", "code", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}


def hostile() -> tuple[Site, Finding]:
    """A site whose every text is an attack, save the checked HTML of the prose."""
    contact = Contact(EVIL, EVIL, EVIL, EVIL, EVIL)
    cells = {
        RECEIVED: Figure(Decimal(1), EVIL, Reading.CONVERTED, EVIL),
        "applications.carried_in@total": Figure(None, EVIL, Reading.BLANK),
        "applications.carried_out@total": Figure(None, EVIL, Reading.UNREADABLE),
    }
    evil = report(
        "a",
        2020,
        cells,
        metadata=Metadata(EVIL, EVIL, EVIL, EVIL, EVIL, contact, (Attachment(EVIL, EVIL, 1, "", EVIL), Attachment(EVIL, note=EVIL))),
        sections=(Passage("overview", EVIL, EVIL, "<p>safe</p>"),),
        corrections=(Correction(EVIL, RECEIVED, EVIL, EVIL, EVIL), Correction(EVIL, EVIL, EVIL, EVIL, EVIL)),
    )
    renamed = Reorganisation("renamed", "2020-03-01", EVIL, ("old", EVIL), former_name=EVIL)
    attacker = Agency("a", EVIL, EVIL, EVIL, EVIL, "rollup", "b", contact, (evil,), lineage=(renamed,))
    other = agency("b", 2019, 2020, name=EVIL, parent="a")
    owner = Owner(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, contact)
    made = site(attacker, other, withheld=(Withheld("b", 2021, figures(2021)),), title=EVIL, owner=owner, domain=EVIL, language=EVIL)
    at = Address("a", 2020, "figures", RECEIVED)
    return made, Finding(at, Text(EVIL, EVIL), cells=(RECEIVED,), code=EVIL, rule="odd_thing", accepted=EVIL)


def shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page and the names of their attributes: what no text may change."""
    return [(tag, tuple(attributes)) for tag, attributes in Source(html).tags]


def test_no_text_of_an_agency_becomes_markup() -> None:
    made, finding = hostile()
    pages = render(made, [finding], [odd_thing])
    for path, page in pages.items():
        if path.endswith(".html"):
            source = Source(page)
            assert {tag for tag, _ in source.tags} <= OWN_TAGS, path
            assert [each.get("src", "")[-7:] for each in source.all("script")] == ["giar.js"]
            assert not [name for _, attributes in source.tags for name in attributes if name.startswith("on")]
            assert not [each["href"] for each in source.all("a") if re.match(r"\s*[a-z]+:", each["href"])]
            assert "49" not in "".join(source.text_of("h1"))


def test_hostile_words_change_no_page_s_shape() -> None:
    made, finding = hostile()
    evil = render(made, [finding], [odd_thing])
    translate = {EVIL: "平常"}

    def tame(value: object) -> object:
        if isinstance(value, str):
            return translate.get(value, value)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*map(tame, value))
        return tuple(map(tame, value)) if isinstance(value, tuple) else value

    first = made.agencies[0]
    old = first.reports[0]
    calm = report(
        "a",
        2020,
        {cell.id: figure for cell, figure in zip(old.figures.form.cells, map(tame, old.figures.values), strict=True)},  # type: ignore[misc]
        metadata=tame(old.metadata),  # type: ignore[arg-type]
        sections=tame(old.sections),  # type: ignore[arg-type]
        corrections=tame(old.corrections),
    )
    agencies = (
        replace(
            first,
            name="平常",
            short_name="平常",
            kind="平常",
            level="平常",
            contact=tame(first.contact),
            reports=(calm,),
            lineage=tame(first.lineage),
        ),  # type: ignore[arg-type]
        agency("b", 2019, 2020, name="平常", parent="a"),
    )
    mild = Finding(finding.at, Text("平常", "平常"), cells=finding.cells, code="平常", rule="odd_thing", accepted="平常")
    tamed = render(Site(tame(made.settings), agencies, made.withheld), [mild], [odd_thing])  # type: ignore[arg-type]
    assert evil.keys() == tamed.keys()
    for path in evil:
        if path.endswith(".html"):
            assert shape(evil[path]) == shape(tamed[path]), path


def test_the_same_site_gives_the_same_bytes_whatever_the_hash_seed_zone_and_locale() -> None:
    code = (
        "import hashlib\n"
        "from tests.render.pages import render\n"
        "from tests.render.test_renderer import hostile\n"
        "made, finding = hostile()\n"
        "print(hashlib.sha256(repr(sorted(render(made, [finding]).items())).encode('ascii', 'backslashreplace')).hexdigest())\n"
    )
    worlds = [("0", "UTC", "C"), ("1", "Asia/Shanghai", "C.UTF-8"), ("random", "Asia/Kathmandu", "zh_CN.GB18030")]
    digests = set()
    for seed, zone, locale in worlds:
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'tests'}",
        }
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment, cwd=REPOSITORY)
        digests.add(run.stdout.strip())
    assert len(digests) == 1


TOY = """
edition: 2031
title: 玩具格式
notice: 玩具通知
document_number: 玩具〔2031〕1号
issuer: 玩具部
legal_basis: 玩具法
years: {from: 2031}
report_title: "{agency}{year}年玩具报告"
sections:
  - {key: words, title: 甲、文字}
  - {key: numbers, title: 乙、数字, table: toys}
tables:
  - key: toys
    label: 玩具
    corner: 种类
    blocks:
      - columns:
          - {key: wood, label: 木, kind: count}
          - {key: cost, label: 价钱（元）, kind: money, unit: 元}
          - {key: total, label: 共计, kind: count, sums: toys, equation: row_total}
        rows:
          - key: group
            label: 一组
            rows:
              - {key: ball, label: 球}
              - {key: kite, label: 风筝}
key_figures:
  - {key: balls, label: 球数, cells: [toys.group.ball@wood]}
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that no Python knows, the only one there is."""
    (tmp_path / "2031.yaml").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(forms, "FOLDER", tmp_path)


@pytest.mark.usefixtures("toy")
def test_an_edition_nobody_ever_heard_of_renders_by_itself() -> None:
    cells = {
        "toys.group.ball@wood": Figure(Decimal(3), "3", Reading.PLAIN),
        "toys.group.kite@cost": Figure(Decimal("1.50"), "1.50", Reading.PLAIN),
    }
    pages = render(site(agency("a", reports=(report("a", 2031, cells, edition=2031),))))
    source = Source(pages["a/2031.html"])
    assert source.text_of("h1") == ["a机关2031年玩具报告"]
    assert {each["id"]: each["data-value"] for each in source.all("td") if "id" in each} == {
        "toys.group.ball@wood": "3",
        "toys.group.ball@cost": "0",
        "toys.group.ball@total": "0",
        "toys.group.kite@wood": "0",
        "toys.group.kite@cost": "1.50",
        "toys.group.kite@total": "0",
    }
    heads = ["种类", "木", "价钱（元）", "共计", "一组", "球", "风筝"]
    assert source.text_of("th")[: len(heads)] == heads
    assert "球数" in pages["years/2031.html"]
    assert "玩具〔2031〕1号" in pages["checks.html"]
    assert pages["data/figures.csv"].splitlines()[2] == "a,a机关,2031,2031,toys,group.ball,cost,toys.group.ball@cost,0,元,"


def test_no_python_of_derive_or_render_names_a_row_an_edition_or_a_table() -> None:
    names = {name for form in forms.editions() for cell in form.cells for name in (cell.table, *cell.row.split("."))}
    names -= {"other", "total", "rules", "disclosure", "review"}  # plain English words that code uses in its own sense
    for path in sorted((REPOSITORY / "giar_site").glob("[dr]e[rn]*/*.py")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(2019|2021)\b", text), path.name
        assert not re.findall(rf"[\"'](?:{'|'.join(sorted(names))})[\"']", text), path.name


@pytest.mark.usefixtures("toy")
def test_sums_of_money_keep_their_own_digits_whatever_was_printed_before() -> None:
    texts = {"a": "1.50", "b": "1.5"}
    cells = {slug: {"toys.group.ball@cost": Figure(Decimal(text), text, Reading.PLAIN)} for slug, text in texts.items()}
    pages = render(site(*(agency(slug, reports=(report(slug, 2031, cells[slug], edition=2031),)) for slug in texts)))
    for slug, text in texts.items():
        assert json.loads(pages[f"data/{slug}/2031.json"])["checks"][0]["left"]["value"] == text
    assert "价钱（元） 1.50</a> + 其余 0 =&nbsp;1.50<" in pages["a/2031.html"]
    assert "价钱（元） 1.5</a> + 其余 0 =&nbsp;1.5<" in pages["b/2031.html"]
    assert "，相差 1.50" in pages["a/2031.html"]
