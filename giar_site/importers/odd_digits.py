"""What is said of digits that were taken, though a reader of the page may not see them, or not as digits of the figure."""

from typing import Final

from giar_site.diagnostics import Text

# Of the digit beside it. Chromium's <small> has 0.83; the sizes that Chinese writers mix (10.5, 12, 14, 16 pt) are nearer to each other.
DOUBTFUL_SIZE: Final = 0.85
BETWEEN_DIGITS: Final = " \t\xa0\u3000.,．，"  # what may part the digits of one figure
WHITE: Final = Text("白色的数字看不见，也已取用，请核对", "white digits, which nobody sees, were taken, check them")
PALE: Final = Text("与底色同色的文字也已取用", "text in the colour of what is behind it was taken, too")
PERHAPS_HIDDEN: Final = Text(
    "可能被网页隐藏或划去的数字也已取用，请核对", "digits that the page may hide or strike through were taken, check them"
)
OFF_LINE: Final = Text(
    "比旁边的字高或低的数字也已取用，可能是脚注标记，请核对",
    "digits that stand higher or lower than the words beside them were taken, and may be the mark of a footnote, check them",
)
SMALLER: Final = Text(
    "比旁边的数字小的数字也已取用，可能是脚注标记，请核对",
    "digits smaller than the digits beside them were taken, and may be the mark of a footnote, check them",
)
