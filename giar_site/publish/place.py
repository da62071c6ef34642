"""Where a site may stand: never where replacing the folder would destroy what giar did not build."""

# ruff: noqa: PTH111 - os.path does not raise where pathlib does: links in a loop, no home

import os
from pathlib import Path

from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text

MARKER = "data/giar.json"  # every site holds this page; a folder without it is somebody's own


def settle(out: Path) -> Path:
    """Give the real folder that a build to `out` would replace; it need not exist yet, its parent does afterwards.

    Raises CannotGoOn where it is a file, a mount point, the home folder, the current folder or a folder above
    these, or holds anything that is not a site built by giar.
    """
    with cannot(Text("使用输出文件夹", "use the output folder"), out):
        real = _real(out)
        if reason := _unusable(real) or _precious(real):
            raise CannotGoOn(
                Text(
                    f"不能把网站写到 {out}：{reason.zh}。请另选一个输出文件夹。",
                    f"Cannot write the site to {out}: {reason.en}. Choose another output folder.",
                )
            )
        real.parent.mkdir(parents=True, exist_ok=True)
    return real


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # unlike Path.resolve, no exception of its own for links in a loop


def _unusable(real: Path) -> Text | None:
    if real.is_symlink():  # still one after resolving: a loop
        return Text("符号链接成环", "its symbolic links loop")
    if real.exists() and not real.is_dir():
        return Text("它是一个文件", "it is a file")
    if real.is_mount():
        return Text("它是挂载点，不能整体替换", "it is a mount point, which cannot be replaced as a whole")
    return None


def _precious(real: Path) -> Text | None:
    home, here = _real(Path(os.path.expanduser("~"))), Path.cwd()
    if real in {home, *home.parents}:
        return Text("它是个人主文件夹或其上级", "it is the home folder or one above it")
    if real in {here, *here.parents}:
        return Text("它是当前文件夹或其上级", "it is the current folder or one above it")
    if (real / ".git").exists():
        return Text("其中有 .git，替换会毁掉版本历史", "it holds .git, and replacing it would destroy that history")
    if real.exists() and any(real.iterdir()) and not (real / MARKER).is_file():
        return Text(
            f"其中已有文件，却没有 giar 的标记 {MARKER}",
            f"it holds files but not giar's mark {MARKER}",
        )
    return None


def is_site(out: Path) -> bool:
    """Whether the folder `out` holds a site that giar built."""
    return (out / MARKER).is_file()
