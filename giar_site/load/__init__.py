"""Files → records, faults and places. The only floor that reads what agencies wrote."""

from giar_site.load.agency import LoadedAgency, load_agency
from giar_site.load.deadline import DAY
from giar_site.load.documents import read_lines
from giar_site.load.figure import odd_spellings, plain_digits, plain_spelling, read_figure
from giar_site.load.files import Folder, Refused
from giar_site.load.lock_file import LOCK, Locks, load_lock
from giar_site.load.marker import refuse_lost_records
from giar_site.load.names import Named, name_tree
from giar_site.load.published import published_years, read_published
from giar_site.load.settings import LoadedSettings, load_settings
from giar_site.load.sink import Places
from giar_site.load.slugs import RESERVED, SLUG
from giar_site.load.survey import Survey, survey

__all__ = [
    "DAY",
    "LOCK",
    "RESERVED",
    "SLUG",
    "Folder",
    "LoadedAgency",
    "LoadedSettings",
    "Locks",
    "Named",
    "Places",
    "Refused",
    "Survey",
    "load_agency",
    "load_lock",
    "load_settings",
    "name_tree",
    "odd_spellings",
    "plain_digits",
    "plain_spelling",
    "published_years",
    "read_figure",
    "read_lines",
    "read_published",
    "refuse_lost_records",
    "survey",
]
