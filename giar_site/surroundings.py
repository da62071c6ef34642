"""What every command asks of its surroundings: the language spoken, the site folder meant, the cores there are."""

import os
from pathlib import Path

import click

from giar_site.bilingual import language_of
from giar_site.diagnostics import Text


def language() -> str:
    """The language of the running command."""
    return language_of(click.get_current_context())


def say(text: Text) -> None:
    """Print a sentence in the language of the running command."""
    from giar_site.private import hushed  # noqa: PLC0415 - a name may hold a private number; --help says none and need not wait

    click.echo(hushed(text.in_language(language())))


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def site_folder(asked: Path | None) -> Path:
    """The site folder: the one asked for, else the nearest one above that holds a site.yaml."""
    if asked is not None:
        return asked
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "site.yaml").is_file()), here)
