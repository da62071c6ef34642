"""`giar import`: a file → a report in content/, with where each figure came from beside it."""
