"""`giar keygen`: the key that packages are signed with."""

import os
import sys
from pathlib import Path

import click

from giar_site.bilingual import BilingualCommand
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.options import option
from giar_site.surroundings import language, say

PASSPHRASE = "GIAR_KEY_PASSPHRASE"  # noqa: S105 - the name of the variable, not what it holds


@click.command(
    cls=BilingualCommand,
    text=Text(
        "生成一对签名密钥：私钥自己保管，公钥（.pub）交给核对的人。用 giar package --key 签名。",
        "Make a key pair for signing: keep the private one, hand out the public one (.pub); giar package --key signs with it.",
    ),
)
@option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    zh="私钥写到哪个文件，默认是主文件夹里的 giar.key；公钥写在旁边，加 .pub。",
    en="Where the private key goes, default giar.key in the home folder; the public one beside it with .pub.",
)
def keygen(output: Path | None) -> None:
    """Make a key pair."""
    from giar_site.packing import refuse_place, write_keys

    file = output or Path.home() / "giar.key"
    refuse_place(file)  # before anybody thinks of a passphrase
    made = write_keys(file, _new_passphrase())
    say(Text(f"私钥 {made.private}（只有您能读，不要交给别人）", f"private key {made.private} (yours to read; give it to nobody)"))
    say(Text(f"公钥 {made.public}，编号 {made.id}", f"public key {made.public}, id {made.id}"))
    say(
        Text(
            "下一步：把公钥交给核对的人，当面或打电话核对编号；不要随压缩包一起送。打包时用 giar package --key 私钥文件。",
            "next: hand the public key to whoever verifies, compare the id by telephone, and do not send it along with packages; "
            "sign with giar package --key FILE.",
        )
    )


def passphrase_of(file: Path) -> str:
    """What opens the private key in `file`: from the environment, else asked; empty where it needs none. Raises CannotGoOn."""
    from giar_site.sealing import needs_passphrase

    if not needs_passphrase(file):
        return ""
    if said := os.environ.get(PASSPHRASE):
        return said
    if not sys.stdin.isatty():
        raise CannotGoOn(
            Text(
                f"密钥 {file} 有密码：请在终端里运行，或者放在环境变量 {PASSPHRASE} 里。",
                f"the key {file} has a passphrase: run this in a terminal, or set the environment variable {PASSPHRASE}.",
            )
        )
    return str(click.prompt(Text("密钥的密码", "Passphrase of the key").in_language(language()), hide_input=True, err=True))


def _new_passphrase() -> str:
    if PASSPHRASE in os.environ or not sys.stdin.isatty():
        return os.environ.get(PASSPHRASE, "")
    words = Text("给密钥设一个密码（不设就直接回车）", "A passphrase for the key (Enter for none)")
    again = Text("再输入一次", "The same again")
    asked = click.prompt(
        words.in_language(language()),
        default="",
        show_default=False,
        hide_input=True,
        err=True,
        confirmation_prompt=again.in_language(language()),
    )
    return str(asked)
