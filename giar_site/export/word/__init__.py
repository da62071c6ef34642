"""A report as a Word document.

document: the whole · styles: page, fonts, sizes · prose, lists, tables: what stands in it · elements: bits of Word's own language.
"""
