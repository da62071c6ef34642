"""Every rule finds the fault that is planted for it, in the right file on the right line, and nothing but what goes with it."""

from pathlib import Path
from random import Random

import pytest

from giar_site.check import check_site
from giar_site.diagnostics import Finding, Rule
from giar_site.load import LOCK
from giar_site.locking import lock_site
from giar_site.rules import RULES
from tests.corpus.planters import PLANTERS
from tests.corpus.planting import Draft, Mark, Planter, Unfit
from tests.corpus.sites import SHAPES, Parameters, make_site, write_texts

TODAY = "2026-11-24"


def drawn(rng: Random, limits: dict[str, object]) -> Parameters:
    """Parameters of a small site, with what the planter needs."""
    years = rng.randint(1, 3)
    usual = {"shape": rng.choice(SHAPES[:3]), "agencies": rng.randint(2, 4), "first_year": rng.randint(2019, 2023), "years": years}
    return Parameters(rng.randrange(2**32), **{**usual, **limits})  # type: ignore[arg-type]


def spoiled(rng: Random, planter: Planter) -> tuple[Draft, list[Mark]]:
    """A site with the fault in it, and where it is. Sites that hold no place for it are passed over."""
    for _ in range(200):
        draft = Draft(rng, make_site(drawn(rng, planter.limits)))
        try:
            planted = planter.plant(draft)
        except Unfit:
            continue
        return draft, planted if isinstance(planted, list) else [planted]
    raise Unfit


def found_at(finding: Finding, mark: Mark) -> bool:
    """True when the finding stands where the mark says."""
    return (
        (finding.at.agency, finding.at.year) == (mark.agency, mark.year)
        and finding.place.file == mark.file
        and (not mark.lines or finding.place.line in mark.lines)
        and mark.item in {"", finding.at.item}
    )


def write(folder: Path, draft: Draft) -> Path:
    """Write the spoiled site, with the record of what was published where it was."""
    if draft.published:
        lock_site(write_texts(folder, {**draft.site.texts, **draft.before}), today=TODAY)
        draft.texts[LOCK] = (folder / LOCK).read_text(encoding="utf-8")
    write_texts(folder, draft.texts)
    for name, target in draft.links.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)
    return folder


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_planted_fault_is_found_where_it_is(rule: Rule, tmp_path: Path) -> None:
    planter = PLANTERS[rule.name]
    rng = Random(rule.name)  # noqa: S311 - the same sites on every machine
    for _ in range(planter.sites):
        draft, marks = spoiled(rng, planter)
        findings = check_site(write(tmp_path / "site", draft), today=TODAY).findings
        said = [f"{each.code} {each.at} {each.place.file}:{each.place.line} {each.message.zh}" for each in findings]
        for mark in marks:
            assert any(each.code == rule.code and found_at(each, mark) for each in findings), (mark, said)
        others = {each.rule.replace("-", "_") for each in findings} - {rule.name, *planter.also}
        assert not others, (others, said)
    print(f"planted: {rule.code} {rule.slug}: {planter.sites} of {planter.sites} found")


def test_every_rule_has_a_planter_and_every_planter_a_rule() -> None:
    assert sorted(PLANTERS) == sorted(rule.name for rule in RULES)
