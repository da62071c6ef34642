"""All checks of a report's figures, whatever they are compared with: what its page, its data and the summary show."""

from giar_site.derive.assessment import Assessment
from giar_site.derive.assessments import assessments_of
from giar_site.derive.continuity import continuity_of
from giar_site.derive.rollup_checks import rollup_checks
from giar_site.model import Report, Site


def checks_of(site: Site, report: Report) -> tuple[Assessment, ...]:
    """The equations of the form, then what must follow from last year's report, then what a roll-up must sum."""
    return (*assessments_of(report.figures), *continuity_of(site, report), *rollup_checks(site, report))
