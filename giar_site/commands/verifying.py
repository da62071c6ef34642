"""`giar verify`: whether a copy of the site is what was sealed, and its pages show its data."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Literal

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import Text
from giar_site.options import option
from giar_site.surroundings import say


@click.command(
    cls=BilingualCommand,
    text=Text(
        "核对一份发布的网站：每个文件和清单一致，每个数字和数据一致。\n\nPLACE 是网站文件夹、giar package 打的压缩包，或者 http(s) 网址；不需要源文件。",
        "Verify a published site: every file against the manifest, every figure against the data. PLACE: a folder, a package or an address.",
    ),
)
@click.argument("place", metavar="DIR|FILE|URL")
@option("--format", "format_", type=click.Choice(["text", "json"]), default="text", zh="输出格式。", en="Output format.")
@option(
    "--public-key",
    "public_key",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="打包人的公钥（giar keygen 写出的 .pub 文件，要另外取得），用来核对签名。",
    en="The packer's public key (the .pub file of giar keygen, got another way); checks the signature.",
)
def verify(place: str, format_: Literal["text", "json"], public_key: Path | None) -> None:
    """Verify a copy of the site."""
    from giar_site.causes import cannot
    from giar_site.verifying import as_json, as_text, place_of
    from giar_site.verifying import verify as verified_in

    key = None
    if public_key is not None:
        with cannot(Text("读取公钥", "read the public key"), public_key):
            key = public_key.read_bytes()
    with closing(place_of(place)) as found:
        done = verified_in(found, _progress if sys.stderr.isatty() else lambda _done, _all: None, key)
    if format_ == "json":
        click.echo(as_json(done))
    else:
        for text in as_text(done):
            say(text)
    sys.exit(1 if done.differences else 0)


def _progress(done: int, number: int) -> None:
    sys.stderr.write("\r\x1b[K" if done == number else f"\r{done} / {number}")
    sys.stderr.flush()
