"""Blocks and grids → a report: what each number and each sentence of a source is, and how sure that is."""
