"""The disk on which the site is built: what it can do, its room, and where it is. Each trial clears away what it made."""

import tempfile
from pathlib import Path
from typing import Final

from giar_site.causes import cause
from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, environment
from giar_site.examining.mount import kind_of, mount
from giar_site.examining.room import room_at, size_of, space
from giar_site.examining.trials import TRIALS, tried

_MOUNTS: Final = Path("/proc/self/mountinfo")


def disk(site: Path, built: Path) -> list[Examined]:
    """All of it, of the folder in which `built` is made."""
    try:
        place = tempfile.TemporaryDirectory(dir=built.resolve().parent, prefix=".giar-doctor-", ignore_cleanup_errors=True)
    except OSError as error:
        why = cause(error)
        said = Text(f"{site} 写不进去：{why.zh}。", f"{site} cannot be written: {why.en}.")
        return [
            environment(
                "writable", State.FAULT, said, Text("请检查文件夹的权限和磁盘。", "look after the rights of the folder and the disk.")
            )
        ]
    found = [environment("writable", State.OK, Text("网站文件夹可以写入。", "the site's folder can be written."))]
    with place as top:
        for trial in TRIALS:
            (Path(top) / trial.name).mkdir()
            found.append(tried(trial, Path(top) / trial.name))
        found.append(space(*room_at(Path(top)), size_of(built)))
        found.append(mount(kind_of(Path(top), _MOUNTS.read_text("utf-8", "replace") if _MOUNTS.is_file() else "")))
    return found
