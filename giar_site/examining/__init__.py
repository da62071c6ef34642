"""`giar doctor`: can giar work here, and can the site go public as it is? Looks, tells, mends nothing."""

from giar_site.examining.examination import examine
from giar_site.examining.examined import About, Examined, State
from giar_site.examining.shown import exit_code, shown

__all__ = ["About", "Examined", "State", "examine", "exit_code", "shown"]
