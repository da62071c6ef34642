"""Records → what follows from them: what adds up, who published when, key figures, totals with their coverage, neighbours. No HTML."""

from giar_site.derive.as_published import PublishedText, differs, texts_as_published
from giar_site.derive.assessment import Assessment, Comparison, Reason, Relation, Result, Term, assess
from giar_site.derive.assessments import assessments_of, comparisons_of
from giar_site.derive.cell_names import names_of_cells
from giar_site.derive.check_tally import Tally, YearTally, accepted_reasons, cells_of, key_of, reason_of, tally_of, year_tally
from giar_site.derive.checks import checks_of
from giar_site.derive.continuity import continuity_of, last_year_of
from giar_site.derive.corrected import Standings, first_untrue, places_recorded, standings_of
from giar_site.derive.deadlines import Due, Origin, due
from giar_site.derive.dependents import Dependent, broken_dependents
from giar_site.derive.expected import Absence, absences, is_expected, without_folder
from giar_site.derive.history import goes_on_from, untold_changes
from giar_site.derive.key_figures import KeyValue, key_values, labels_of
from giar_site.derive.lifetime import Lifetime, Turn, Turning, lifetime_of
from giar_site.derive.lineage import Lineage, Step, lineage_of, old_folders
from giar_site.derive.moved_files import places_told
from giar_site.derive.neighbours import Others, Years, neighbouring_years, others_of_year
from giar_site.derive.pages import pages_of
from giar_site.derive.printed import former_names_of, generated_title, printed_title, renamed_too_early
from giar_site.derive.publication import (
    Change,
    field_value,
    figure_changes,
    lost_corrections,
    new_corrections,
    original_figures,
    places_of,
    quotes,
    text_changes,
    text_of,
    version_of,
)
from giar_site.derive.register import Group, Register, Standing, register_of
from giar_site.derive.rollup_checks import ROLLUP, rollup_checks
from giar_site.derive.rollups import Below, CellSum, Rollup, against_children, below, children_of, rollups_of
from giar_site.derive.takeover import Takeover, takeover_of
from giar_site.derive.totals import LeftOut, Total, YearTotals, totals_of_year
from giar_site.derive.versions import answers_for, text_when_published, versions_of

__all__ = [
    "ROLLUP",
    "Absence",
    "Assessment",
    "Below",
    "CellSum",
    "Change",
    "Comparison",
    "Dependent",
    "Due",
    "Group",
    "KeyValue",
    "LeftOut",
    "Lifetime",
    "Lineage",
    "Origin",
    "Others",
    "PublishedText",
    "Reason",
    "Register",
    "Relation",
    "Result",
    "Rollup",
    "Standing",
    "Standings",
    "Step",
    "Takeover",
    "Tally",
    "Term",
    "Total",
    "Turn",
    "Turning",
    "YearTally",
    "YearTotals",
    "Years",
    "absences",
    "accepted_reasons",
    "against_children",
    "answers_for",
    "assess",
    "assessments_of",
    "below",
    "broken_dependents",
    "cells_of",
    "checks_of",
    "children_of",
    "comparisons_of",
    "continuity_of",
    "differs",
    "due",
    "field_value",
    "figure_changes",
    "first_untrue",
    "former_names_of",
    "generated_title",
    "goes_on_from",
    "is_expected",
    "key_of",
    "key_values",
    "labels_of",
    "last_year_of",
    "lifetime_of",
    "lineage_of",
    "lost_corrections",
    "names_of_cells",
    "neighbouring_years",
    "new_corrections",
    "old_folders",
    "original_figures",
    "others_of_year",
    "pages_of",
    "places_of",
    "places_recorded",
    "places_told",
    "printed_title",
    "quotes",
    "reason_of",
    "register_of",
    "renamed_too_early",
    "rollup_checks",
    "rollups_of",
    "standings_of",
    "takeover_of",
    "tally_of",
    "text_changes",
    "text_of",
    "text_when_published",
    "texts_as_published",
    "totals_of_year",
    "untold_changes",
    "version_of",
    "versions_of",
    "without_folder",
    "year_tally",
]
