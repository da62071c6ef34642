"""click in two languages: help texts are pairs, the frame of a help page and every usage error come out in Chinese or English."""

import itertools
import os
from collections.abc import Sequence
from typing import Any

import click

from giar_site.diagnostics import LANGUAGES, Text

_FRAME = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本。",
}


def language_of(ctx: click.Context) -> str:
    """The language asked for on the command line or in GIAR_LANG; Chinese where none is."""
    asked = ctx.find_root().params.get("lang") or os.environ.get("GIAR_LANG", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def language_in(words: Sequence[str]) -> str:
    """The language that a command line asks for, where there is no context to ask: `--lang en` or `--lang=en`, else GIAR_LANG."""
    asked = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    asked += [after for word, after in itertools.pairwise(words) if word == "--lang"]
    language = (asked or [os.environ.get("GIAR_LANG", "")])[0]
    return language if language in LANGUAGES else LANGUAGES[0]


class BilingualOption(click.Option):
    """An option whose help is a Text."""

    def __init__(self, *args: Any, text: Text, **kwargs: Any) -> None:  # noqa: ANN401 - handed through to click
        super().__init__(*args, **kwargs)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help line in the language asked for."""
        self.help = self.text.in_language(language_of(ctx))
        return super().get_help_record(ctx)


class BilingualCommand(click.Command):
    """A command whose help is a Text."""

    def __init__(self, *args: Any, text: Text, **kwargs: Any) -> None:  # noqa: ANN401 - handed through to click
        super().__init__(*args, **kwargs)
        self.text = text

    def get_short_help_str(self, limit: int = 60) -> str:
        """The first sentence, for the list of commands."""
        ctx = click.get_current_context(silent=True)
        sentence = self.text.in_language(language_of(ctx) if ctx else LANGUAGES[0])
        return sentence.split("\n", 1)[0][: limit * 2]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help page in the language asked for."""
        self.help = self.text.in_language(language_of(ctx))
        super().format_help(ctx, formatter)

    def get_help(self, ctx: click.Context) -> str:
        """The help page with its frame translated."""
        return _framed(super().get_help(ctx), language_of(ctx))


class BilingualGroup(BilingualCommand, click.Group):
    """A group of bilingual commands."""

    command_class = BilingualCommand


def _framed(page: str, language: str) -> str:
    if language == "en":
        return page
    for english, chinese in _FRAME.items():
        page = page.replace(english, chinese)
    return page


def usage_words(error: click.UsageError) -> Text:
    """What was wrong with the command line, as a sentence."""
    en = error.format_message()
    ctx = error.ctx
    command = ctx.command_path if ctx else "giar"
    hint = Text(f"（{command} --help 有说明）", f" ({command} --help tells more)")
    zh = "命令写得不对"
    if isinstance(error, click.NoSuchOption):
        zh = f"没有选项 {error.option_name}"
    elif isinstance(error, click.MissingParameter):
        zh = f"缺少参数 {_name(error)}"
    elif isinstance(error, click.BadParameter):
        zh = f"参数 {_name(error)} 的值不对{_wanted(error)}"
    elif "No such command" in en:
        zh = f"没有这个命令：{en.split(chr(39))[1]}"
    elif "unexpected extra argument" in en:
        zh = f"多了参数：{en.rpartition('(')[2].rstrip(').')}"
    return Text(f"{zh}{hint.zh}", f"{en.rstrip('.')}{hint.en}")


def _name(error: click.BadParameter) -> str:
    param, ctx = error.param, error.ctx
    if isinstance(param, click.Argument) and ctx is not None:
        return param.make_metavar(ctx)
    return param.opts[-1] if param is not None else ""


def _wanted(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.IntRange):
        return f"：要写 {kind.min} 到 {kind.max} 之间的整数"
    if isinstance(kind, click.Choice):
        return f"：只能是 {' / '.join(map(str, kind.choices))}"
    return ""


__all__: Sequence[str] = ("BilingualCommand", "BilingualGroup", "BilingualOption", "language_in", "language_of", "usage_words")
