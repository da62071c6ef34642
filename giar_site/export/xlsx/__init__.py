"""A report, or a form to fill in, as a workbook.

book: the whole · looks: formats · figures: where each figure stands and what is written there · tables, text, checks, manual: the sheets.
"""
