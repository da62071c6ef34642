"""The Word file that `giar export` writes: whoever reads one back knows it by its keyword, and what a paragraph is by its style."""

from typing import Final

MARK: Final = "giar"  # the keywords of its properties, which office programs keep
TITLE: Final = "Title"
PARTICULAR: Final = "Subtitle"
ATTACHMENT: Final = "Attachment"
CODE: Final = "Code"
QUOTE: Final = "Quote"
ITEM: Final = "List Paragraph"
CODE_FONT: Final = "Courier New"
STEP: Final = 640  # twentieths of a point that a paragraph is set in for each list or quotation around it, and once more
