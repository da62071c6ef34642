"""All planters: importing their modules registers them."""

from tests.corpus import (
    plant_acceptances,
    plant_agencies,
    plant_files,
    plant_prose,
    plant_publication,
    plant_tables,
    plant_text,
    plant_years,
)
from tests.corpus.planting import PLANTERS

__all__ = [
    "PLANTERS",
    "plant_acceptances",
    "plant_agencies",
    "plant_files",
    "plant_prose",
    "plant_publication",
    "plant_tables",
    "plant_text",
    "plant_years",
]
