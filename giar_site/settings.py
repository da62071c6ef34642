"""The records of site.yaml: whose site it is, which agencies it expects, until when, what was taken down, where links may lead, where the site goes."""

from typing import NamedTuple


class Contact(NamedTuple):
    """Whom to ask."""

    office: str = ""
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    email: str = ""


class Owner(NamedTuple):
    """Whose site it is, for the foot of every page."""

    organizer: str = ""
    undertaker: str = ""
    copyright: str = ""
    site_id_code: str = ""
    icp: str = ""
    police_record: str = ""
    contact: Contact = Contact()


class Expected(NamedTuple):
    """An agency that must report, by its folder's name or its own; `first` and `last`: years of the reports expected (None: no limit).

    `number` counts the entries of site.yaml, from 1.
    """

    number: int
    slug: str = ""
    name: str = ""
    first: int | None = None
    last: int | None = None

    def covers(self, year: int) -> bool:
        """True when a report of `year` is expected."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


class Deadline(NamedTuple):
    """Until when agencies of a kind publish: `day` is MM-DD of the following year, NONE for no deadline."""

    kind: str
    day: str


class Withdrawal(NamedTuple):
    """A published report that was taken down: "agency/year", the day, and the printed reason."""

    report: str
    date: str
    reason: str


class Target(NamedTuple):
    """Where `giar deploy` puts the site: `type` is one of TARGET_TYPES, `path` a folder there, `keep` how many releases stay, `url` what readers open.

    `host`, `user`, `port` ("": what ssh is set to) and `known_hosts` (a file, "": ssh's own) are asked of a target reached by ssh.
    There is no field for a password: ssh-agent and the environment have those.
    """

    name: str
    type: str
    path: str
    host: str = ""
    user: str = ""
    port: str = ""
    known_hosts: str = ""
    keep: int = 5
    url: str = ""


class Settings(NamedTuple):
    """site.yaml. `hosts`: where links may lead beside *.gov.cn, lower case, "*.example.cn" for everything below example.cn."""

    title: str
    url: str = ""
    language: str = "zh-CN"
    owner: Owner = Owner()
    theme: str = "default"
    years: tuple[int, ...] = ()
    domain: str = ""
    withdrawn: tuple[Withdrawal, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    expected: tuple[Expected, ...] = ()
    hosts: tuple[str, ...] = ()
    deploy: tuple[Target, ...] = ()


TARGET_TYPES = ("directory", "rsync")

NONE = "none"  # a deadline that is no day: it is not asked when these agencies publish
