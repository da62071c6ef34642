"""The parts of a Word file (WordprocessingML, ECMA-376): its package, styles, automatic numbers, words and tables."""
