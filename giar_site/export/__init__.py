"""What goes out: the form of a year to fill in, and reports as Word, Excel and text in the official layout.

draft: what is written · printed: tables as the form prints them · narrative: prose as blocks · word, xlsx, plain: the formats ·
told: what a format cannot say · settled: same input, same bytes · report, templates: the two commands.
"""

from giar_site.export.report import FORMATS, Exported, export_report
from giar_site.export.templates import write_templates
from giar_site.export.written import Target

__all__ = ["FORMATS", "Exported", "Target", "export_report", "write_templates"]
