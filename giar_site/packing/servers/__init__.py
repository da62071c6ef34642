"""Settings of web servers that go with a package: security headers, attachments as downloads, the page for what is not there."""

from collections.abc import Iterator
from pathlib import Path

from giar_site.render import POLICY

_FILES = ("nginx.conf", "apache.htaccess", "web.config", "_headers")


def server_settings() -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file, with the policy that the pages state themselves."""
    for name in _FILES:
        yield name, (Path(__file__).parent / name).read_text(encoding="utf-8").replace("@POLICY@", POLICY).encode()
