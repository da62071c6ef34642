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
_OUTCOMES = {
    "received": (50, 8, 0, 1, 2), "carried_in": (3,), "granted": (28, 5, 0, 0, 1), "partly_granted": (4, 1), "refused.state_secret": (1,),
    "refused.third_party": (2, 1), "refused.internal_affairs": (1,), "refused.process_records": (2,), "refused.administrative_query": (1,),
    "unavailable.not_held": (5, 1, 0, 1), "unavailable.needs_creation": (1,), "not_processed.petition": (2,), "not_processed.repeated": (1,),
    "other.uncorrected": (1,), "other.other": (0, 0, 0, 0, 1), "total": (49, 8, 0, 1, 2), "carried_out": (4,),
}  # fmt: skip
_COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service")
# Table 3 in full, each applicant in its column.
IN_FULL = {
    **{row: sum(numbers) for row, numbers in _OUTCOMES.items()},
    **{f"{row}@{column}": number for row, numbers in _OUTCOMES.items() for column, number in zip(_COLUMNS, numbers, strict=False)},
    "normative_documents@issued": 6, "normative_documents@repealed": 2, "normative_documents@in_force": 25,
}  # fmt: skip
SIGNS = {Verdict.VERIFIED: "=", Verdict.CONTRADICTED: "≠", Verdict.NOT_ASSESSABLE: "?", Verdict.NOT_ABOUT_FIGURES: ""}


def claims(text: str, figures: dict[str, int] = FIGURES) -> list[Claim]:
    """What the numbers of `text` claim."""
    before = report_of("", "overview", 2024, figures_of(2021, LAST_YEAR))
    return list(claims_of(report_of(text, "overview", 2025, figures_of(2021, figures)), before))


def verdicts(text: str, figures: dict[str, int] = FIGURES) -> str:
    """Each number or statement with = (agrees), ≠ (contradicts; the figure behind it), ? (not assessable) or nothing."""
    return " ".join(
        f"{claim.text}{SIGNS[claim.verdict]}{claim.expected if claim.verdict is Verdict.CONTRADICTED else ''}"
        for claim in claims(text, figures)
    )
