"""`python -m giar_site`."""

from giar_site.cli import main

main()
