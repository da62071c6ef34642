"""What `giar doctor` says of one thing it looked at."""

from enum import StrEnum
from typing import NamedTuple

from giar_site.diagnostics import Text

NOTHING = Text("", "")


class State(StrEnum):
    """`FAULT`: giar cannot work here, or the site cannot go public so; `ADVICE`: it works, but better otherwise."""

    OK = "ok"
    ADVICE = "advice"
    FAULT = "fault"

    @property
    def text(self) -> Text:
        """The word for it."""
        return Text({"ok": "正常", "advice": "建议", "fault": "问题"}[self], self.value)


class About(StrEnum):
    """Whose matter it is: the machine's, or the site's."""

    ENVIRONMENT = "environment"
    SITE = "site"

    @property
    def text(self) -> Text:
        """The word for it."""
        return Text({"environment": "这台电脑", "site": "网站"}[self], {"environment": "This machine", "site": "The site"}[self])


class Examined(NamedTuple):
    """One thing that was looked at: `name` for programs, a sentence, and what to do about it (empty where nothing is)."""

    about: About
    name: str
    state: State
    said: Text
    mend: Text = NOTHING


def environment(name: str, state: State, said: Text, mend: Text = NOTHING) -> Examined:
    """Something of the machine."""
    return Examined(About.ENVIRONMENT, name, state, said, mend)


def of_site(name: str, state: State, said: Text, mend: Text = NOTHING) -> Examined:
    """Something of the site."""
    return Examined(About.SITE, name, state, said, mend)
