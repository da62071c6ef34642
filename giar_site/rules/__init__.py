"""Every rule in the order of its code. To add one: write its file, name it here."""

from collections.abc import Callable, Iterable, Sequence

from giar_site.diagnostics import Fault, Finding, Rule
from giar_site.model import Agency, Site
from giar_site.rules import runner
from giar_site.rules.acceptances import accepted_values
from giar_site.rules.agency_absent import agency_absent
from giar_site.rules.announced_parts_mismatch import announced_parts_mismatch
from giar_site.rules.attachment_without_file import attachment_without_file
from giar_site.rules.bank_card_published import bank_card_published
from giar_site.rules.blank_figure import blank_figure
from giar_site.rules.block_total_mismatch import block_total_mismatch
from giar_site.rules.borrowed_text import borrowed_text
from giar_site.rules.broken_lineage import broken_lineage
from giar_site.rules.carried_column_mismatch import carried_column_mismatch
from giar_site.rules.carried_total_mismatch import carried_total_mismatch
from giar_site.rules.changed_acceptance import changed_acceptance
from giar_site.rules.changed_after_publication import changed_after_publication
from giar_site.rules.children_missing import children_missing
from giar_site.rules.contested_lineage import contested_lineage
from giar_site.rules.copied_text import copied_text
from giar_site.rules.correction_disagrees import correction_disagrees
from giar_site.rules.dead_page_link import dead_page_link
from giar_site.rules.doubled_word import doubled_word
from giar_site.rules.doubtful_scope import doubtful_scope
from giar_site.rules.duplicate_key import duplicate_key
from giar_site.rules.empty_section import empty_section
from giar_site.rules.expired_acceptance import expired_acceptance
from giar_site.rules.fee_not_mentioned import fee_not_mentioned
from giar_site.rules.figure_read_from_text import figure_read_from_text
from giar_site.rules.figures_repeated import figures_repeated
from giar_site.rules.forbidden_acceptance import forbidden_acceptance
from giar_site.rules.forbidden_yaml import forbidden_yaml
from giar_site.rules.growth_contradicts import growth_contradicts
from giar_site.rules.html_in_narrative import html_in_narrative
from giar_site.rules.identity_number_published import identity_number_published
from giar_site.rules.implausible_rules import implausible_rules
from giar_site.rules.in_force_mismatch import in_force_mismatch
from giar_site.rules.intake_mismatch import intake_mismatch
from giar_site.rules.invalid_field import invalid_field
from giar_site.rules.invalid_yaml import invalid_yaml
from giar_site.rules.items_last_year_mismatch import items_last_year_mismatch
from giar_site.rules.lost_correction import lost_correction
from giar_site.rules.misdated_correction import misdated_correction
from giar_site.rules.missing_field import missing_field
from giar_site.rules.missing_file import missing_file
from giar_site.rules.missing_row import missing_row
from giar_site.rules.missing_section import missing_section
from giar_site.rules.missing_year import missing_year
from giar_site.rules.mobile_number_published import mobile_number_published
from giar_site.rules.not_a_figure import not_a_figure
from giar_site.rules.odd_fee import odd_fee
from giar_site.rules.other_agency_named import other_agency_named
from giar_site.rules.outcome_total_mismatch import outcome_total_mismatch
from giar_site.rules.parts_do_not_add_up import parts_do_not_add_up
from giar_site.rules.percentage_contradicts import percentage_contradicts
from giar_site.rules.private_number_in_settings import private_number_in_settings
from giar_site.rules.prose_contradicts_figure import prose_contradicts_figure
from giar_site.rules.published_late import published_late
from giar_site.rules.published_too_early import published_too_early
from giar_site.rules.removed_after_publication import removed_after_publication
from giar_site.rules.repeated_section import repeated_section
from giar_site.rules.report_outside_lifetime import report_outside_lifetime
from giar_site.rules.rollup_below_children import rollup_below_children
from giar_site.rules.rollup_differs_from_children import rollup_differs_from_children
from giar_site.rules.row_total_mismatch import row_total_mismatch
from giar_site.rules.stale_acceptance import stale_acceptance
from giar_site.rules.subject_missing import subject_missing
from giar_site.rules.table_as_picture import table_as_picture
from giar_site.rules.template_leftover import template_leftover
from giar_site.rules.text_changed_after_publication import text_changed_after_publication
from giar_site.rules.text_cut_by_hash import text_cut_by_hash
from giar_site.rules.unexpected_file import unexpected_file
from giar_site.rules.unknown_field import unknown_field
from giar_site.rules.unknown_row import unknown_row
from giar_site.rules.unknown_section import unknown_section
from giar_site.rules.unlisted_host import unlisted_host
from giar_site.rules.unsafe_file import unsafe_file
from giar_site.rules.unsafe_link import unsafe_link
from giar_site.rules.unsafe_text import unsafe_text
from giar_site.rules.unusual_jump import unusual_jump
from giar_site.rules.wrong_edition import wrong_edition
from giar_site.rules.wrong_length import wrong_length
from giar_site.rules.wrong_numbering import wrong_numbering
from giar_site.rules.wrong_period import wrong_period
from giar_site.rules.year_left_over import year_left_over

__all__ = ["RULES", "accepted_values", "look_around", "look_at", "look_at_site", "word_faults"]

RULES: Sequence[Rule] = (
    unsafe_file,
    invalid_yaml,
    forbidden_yaml,
    unsafe_text,
    duplicate_key,
    unknown_row,
    missing_row,
    wrong_length,
    blank_figure,
    not_a_figure,
    figure_read_from_text,
    wrong_edition,
    missing_section,
    unknown_section,
    repeated_section,
    unsafe_link,
    html_in_narrative,
    missing_field,
    invalid_field,
    unknown_field,
    missing_file,
    unexpected_file,
    text_cut_by_hash,
    stale_acceptance,
    forbidden_acceptance,
    correction_disagrees,
    expired_acceptance,
    changed_acceptance,
    misdated_correction,
    row_total_mismatch,
    outcome_total_mismatch,
    intake_mismatch,
    block_total_mismatch,
    carried_total_mismatch,
    carried_column_mismatch,
    in_force_mismatch,
    items_last_year_mismatch,
    unusual_jump,
    figures_repeated,
    broken_lineage,
    report_outside_lifetime,
    missing_year,
    contested_lineage,
    prose_contradicts_figure,
    parts_do_not_add_up,
    percentage_contradicts,
    growth_contradicts,
    wrong_period,
    year_left_over,
    other_agency_named,
    copied_text,
    subject_missing,
    empty_section,
    fee_not_mentioned,
    odd_fee,
    doubled_word,
    template_leftover,
    wrong_numbering,
    announced_parts_mismatch,
    borrowed_text,
    rollup_below_children,
    rollup_differs_from_children,
    children_missing,
    doubtful_scope,
    agency_absent,
    implausible_rules,
    published_too_early,
    published_late,
    attachment_without_file,
    unlisted_host,
    dead_page_link,
    table_as_picture,
    identity_number_published,
    mobile_number_published,
    bank_card_published,
    private_number_in_settings,
    changed_after_publication,
    text_changed_after_publication,
    removed_after_publication,
    lost_correction,
)


def look_at(agency: Agency, places: runner.Places) -> list[Finding]:
    """First round: the findings about one agency by itself; `places` as `load` gave them."""
    return runner.look_at(RULES, agency, places)


def look_around(agency: Agency, site: Site, found: Sequence[Finding], places: Callable[[], runner.Places]) -> list[Finding]:
    """Second round: `found` and what comparing the agency with its own past and the others of `site` adds, acceptances settled."""
    return runner.look_around(RULES, agency, site, found, places)


def look_at_site(site: Site, places: runner.Places) -> list[Finding]:
    """The findings about the collection as a whole; `places` are those of site.yaml."""
    return runner.look_at_site(RULES, site, places)


def word_faults(faults: Iterable[Fault]) -> list[Finding]:
    """The findings that faults outside any agency (site.yaml, content/) come to."""
    return list(runner.worded(RULES, faults))
