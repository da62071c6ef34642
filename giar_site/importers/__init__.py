"""Published reports in other formats → figures.yaml and report.md: a reader per format, one recogniser."""
