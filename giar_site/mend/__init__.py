"""Mends in figures.yaml what takes no judgement: digits, separators, totals left out, layout. It never makes a figure up.

certain: is a reading beyond doubt · cells, rows, totals: what to write instead, where · layout: columns that line up ·
reading: the text as giar reads it · text: all of it until nothing is left to do · site: files.
"""

from giar_site.mend.site import Mended, mend_site
from giar_site.mend.text import mended

__all__ = ["Mended", "mend_site", "mended"]
