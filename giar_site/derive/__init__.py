"""Records → what follows from them: what adds up, who published when, key figures, totals with their coverage, neighbours. No HTML."""

from giar_site.derive.as_published import PublishedText, differs, texts_as_published
from giar_site.derive.assessment import Assessment, Comparison, Reason, Relation, Result, Term, assess
from giar_site.derive.assessments import assessments_of, comparisons_of
from giar_site.derive.check_tally import Tally, YearTally, accepted_reasons, cells_of, reason_of, tally_of, year_tally
from giar_site.derive.key_figures import KeyValue, key_values, labels_of
from giar_site.derive.neighbours import Others, Years, neighbouring_years, others_of_year
from giar_site.derive.publication import (
    Change,
    digest_of,
    field_value,
    figure_changes,
    new_corrections,
    original_figures,
    places_of,
    text_changes,
    version_of,
)
from giar_site.derive.register import Group, Register, Standing, register_of
from giar_site.derive.totals import LeftOut, Total, YearTotals, totals_of_year

__all__ = [
    "Assessment",
    "Change",
    "Comparison",
    "Group",
    "KeyValue",
    "LeftOut",
    "Others",
    "PublishedText",
    "Reason",
    "Register",
    "Relation",
    "Result",
    "Standing",
    "Tally",
    "Term",
    "Total",
    "YearTally",
    "YearTotals",
    "Years",
    "accepted_reasons",
    "assess",
    "assessments_of",
    "cells_of",
    "comparisons_of",
    "differs",
    "digest_of",
    "field_value",
    "figure_changes",
    "key_values",
    "labels_of",
    "neighbouring_years",
    "new_corrections",
    "original_figures",
    "others_of_year",
    "places_of",
    "reason_of",
    "register_of",
    "tally_of",
    "text_changes",
    "texts_as_published",
    "totals_of_year",
    "version_of",
    "year_tally",
]
