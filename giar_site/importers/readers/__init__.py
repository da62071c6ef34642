"""A reader per format: the bytes of a file → Document, or Refused with the reason."""
