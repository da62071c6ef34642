"""The 校核意见: what a reviewer sends back to the agency, on a page.

letter: what is said, in one language · asked: what to do, without words of files · text, html: how it looks.
"""

from giar_site.review.html import as_html
from giar_site.review.letter import Letter, letter_of
from giar_site.review.text import as_text

__all__ = ["Letter", "as_html", "as_text", "letter_of"]
