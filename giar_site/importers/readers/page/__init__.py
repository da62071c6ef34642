"""The parts of a web page: its encoding, what of it is shown, its words, lists and tables."""
