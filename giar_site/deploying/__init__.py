"""`giar deploy`, `giar releases`, `giar rollback`: a site that was checked, whole, to where the public sees it, and back.

A target holds `releases/ID`, each with its manifest, and `current`, a link to one of them that is switched in one step.
"""

from giar_site.deploying.deploy import Deployed, Wishes, deploy, manifest_of, planned, roll_back
from giar_site.deploying.host import Host, State
from giar_site.deploying.plan import Plan
from giar_site.deploying.progress import Progress
from giar_site.deploying.release import told_time
from giar_site.deploying.targets import chosen, host_of, targets_of

__all__ = [
    "Deployed",
    "Host",
    "Plan",
    "Progress",
    "State",
    "Wishes",
    "chosen",
    "deploy",
    "host_of",
    "manifest_of",
    "planned",
    "roll_back",
    "targets_of",
    "told_time",
]
