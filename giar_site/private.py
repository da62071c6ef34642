"""Private data in a text: identity numbers, mobile telephones, bank cards; where they stand, and the text with them masked."""
