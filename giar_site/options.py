"""The options that commands share, each said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from giar_site.bilingual import BilingualOption
from giar_site.diagnostics import Text

Command = TypeVar("Command", bound=Callable[..., Any])


def option(*names: str, zh: str, en: str, **settings: Any) -> Callable[[Command], Command]:  # noqa: ANN401 - click's own settings
    """A click option with help in two languages."""
    return click.option(*names, cls=BilingualOption, text=Text(zh, en), **settings)


site_option = option(
    "--site",
    "site",
    metavar="DIR",
    type=click.Path(path_type=Path),
    zh="网站文件夹（site.yaml 所在）；默认从当前文件夹向上找。",
    en="The folder of site.yaml; default: here or the nearest parent.",
)
jobs_option = option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    zh="同时用几个进程，默认等于处理器个数。",
    en="Processes to use; default: one a core.",
)
partial_option = option(
    "--partial",
    is_flag=True,
    zh="只发布没有错误的报告，其余保持上次的样子。",
    en="Publish the sound reports, leave the others as they last stood.",
)
strict_option = option("--strict", is_flag=True, zh="有警告也算不通过。", en="Let warnings fail, too.")
force_unlock_option = option(
    "--force-unlock",
    is_flag=True,
    zh="确认没有别人正在上线之后，去掉上次中断留下的锁。",
    en="Remove a lock that an interrupted deployment left, once you are sure that nobody is at it.",
)
