"""What an agency's folder may be called: its slug, which is also its address on the site."""

import re

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
RESERVED = {"years", "data", "assets", "files", "index", "checks", "sitemap", "404", "con", "prn", "aux", "nul"}
