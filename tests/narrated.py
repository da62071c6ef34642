"""Verdicts on one sentence about the figures of a small county, shortened to what is compared."""

from labelled_numbers import figures_of, report_of

from giar_site.prose import Claim, Verdict, claims_of

FIGURES = {
    "received": 61, "received@natural_person": 50, "received@business": 8, "received@legal_service": 3, "carried_in": 3, "carried_in@natural_person": 3,
    "granted": 34, "granted@natural_person": 28, "granted@business": 5, "granted@legal_service": 1, "partly_granted": 5, "partly_granted@natural_person": 4,
    "refused.third_party": 8, "refused.third_party@natural_person": 7, "refused.third_party@business": 1, "unavailable.not_held": 13,
    "total": 60, "total@natural_person": 49, "carried_out": 4, "carried_out@natural_person": 4,
    "review": 5, "review@upheld": 3, "review@corrected": 1, "review@pending": 1, "direct_suits": 4,
    "normative_documents@repealed": 2, "normative_documents@in_force": 25, "penalties": 463, "licensing": 12580,
}  # fmt: skip
LAST_YEAR = {"received": 42, "review": 4, "penalties": 500, "normative_documents@in_force": 21}
SIGNS = {Verdict.VERIFIED: "=", Verdict.CONTRADICTED: "≠", Verdict.NOT_ASSESSABLE: "?", Verdict.NOT_ABOUT_FIGURES: ""}


def claims(text: str) -> list[Claim]:
    """What the numbers of `text` claim."""
    before = report_of("", "overview", 2024, figures_of(2021, LAST_YEAR))
    return list(claims_of(report_of(text, "overview", 2025, figures_of(2021, FIGURES)), before))


def verdicts(text: str) -> str:
    """Each number or statement with = (agrees), ≠ (contradicts; the figure behind it), ? (not assessable) or nothing."""
    return " ".join(
        f"{claim.text}{SIGNS[claim.verdict]}{claim.expected if claim.verdict is Verdict.CONTRADICTED else ''}" for claim in claims(text)
    )
