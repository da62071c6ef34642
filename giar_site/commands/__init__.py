"""The commands that check, mend, explain to an editor and report, a module each; `cli.py` puts them into the group."""

import click

from giar_site.commands.checking import check
from giar_site.commands.deploying import deploy
from giar_site.commands.examining import doctor
from giar_site.commands.exporting import export
from giar_site.commands.importing import import_
from giar_site.commands.keys import keygen
from giar_site.commands.locking import lock
from giar_site.commands.packaging import package
from giar_site.commands.releasing import releases, rollback
from giar_site.commands.reviewing import report
from giar_site.commands.schemas import schema
from giar_site.commands.templating import template
from giar_site.commands.verifying import verify

COMMANDS: tuple[click.Command, ...] = (
    check,
    deploy,
    doctor,
    export,
    import_,
    keygen,
    lock,
    package,
    releases,
    report,
    rollback,
    schema,
    template,
    verify,
)
