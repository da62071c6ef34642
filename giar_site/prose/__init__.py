"""Narrative → plain text with places, the numbers in it, and what they claim about the figures."""
