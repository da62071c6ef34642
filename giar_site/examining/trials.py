"""What the build and its lock ask of a file system, each tried in an empty folder."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from giar_site.causes import cause
from giar_site.diagnostics import Text
from giar_site.examining.examined import NOTHING, Examined, State, environment
from giar_site.publish import swap


class Trial(NamedTuple):
    """Something to try in an empty folder: whether it works, or OSError; and what is said where it does not."""

    name: str
    works: Callable[[Path], bool]
    state: State
    fine: Text
    failed: Text
    mend: Text = NOTHING


def _links(place: Path) -> bool:
    (place / "one").touch()
    os.link(place / "one", place / "two")
    return True


def _exchanges(place: Path) -> bool:
    for name in ("left", "right"):
        (place / name).mkdir()
    return swap.exchange_at_once(place / "left", place / "right")


def _locks(place: Path) -> bool:
    with (place / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with (place / "lock").open("w") as other:
            try:
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
    return False  # two hold it at once: it is none


def _syncs(place: Path) -> bool:
    swap.sync(place)
    swap.sync_names(place)
    return True


def _tells_case(place: Path) -> bool:
    (place / "Name").touch()
    return not (place / "nAME").exists()


TRIALS: Final = (
    Trial(
        "hard_links",
        _links,
        State.ADVICE,
        Text("支持硬链接：没有改动的网页不重写。", "hard links work: pages that did not change are not written again."),
        Text(
            "不支持硬链接：每次生成都要重写全部网页，占的空间也多。",
            "no hard links: every build writes all pages anew and needs more room.",
        ),
    ),
    Trial(
        "exchange",
        _exchanges,
        State.ADVICE,
        Text("新旧网站可以一步对换。", "the old and the new site change places in one step."),
        Text(
            "新旧网站不能一步对换，要改名三次，中间有一瞬间 site/ 不在。",
            "the old and the new site change places by three renames; for a moment site/ is not there.",
        ),
        Text(
            "请不要让网站服务器直接读 site/，用 giar package 打包后再上线。",
            "let no web server read site/ itself; hand over a package of giar package.",
        ),
    ),
    Trial(
        "lock",
        _locks,
        State.FAULT,
        Text("支持文件锁：两个 giar 不会同时写。", "file locks work: two giars never write at once."),
        Text("不支持文件锁：giar build 不能运行。", "no file locks: giar build cannot run."),
        Text("请把网站文件夹移到本机磁盘上。", "move the site's folder to a disk of this machine."),
    ),
    Trial(
        "sync",
        _syncs,
        State.FAULT,
        Text("写入的内容可以落盘，断电不丢。", "what is written is brought to the disk and survives a power cut."),
        Text("写入的内容不能确认落盘，giar build 不能运行。", "what is written cannot be brought to the disk; giar build cannot run."),
        Text("请检查磁盘，或把网站文件夹移到别的磁盘上。", "look after the disk, or move the site's folder to another."),
    ),
    Trial(
        "case",
        _tells_case,
        State.ADVICE,
        Text("文件名区分大小写，和服务器一样。", "names differ by case, as on servers."),
        Text(
            "文件名不区分大小写：只有大小写不同的附件会互相覆盖。",
            "names do not differ by case: attachments whose names differ by case alone overwrite each other.",
        ),
        Text("附件名请一律用小写字母。", "name attachments in lower case."),
    ),
)


def tried(trial: Trial, place: Path) -> Examined:
    """The result of `trial` in the empty folder `place`."""
    why = NOTHING
    try:
        works = trial.works(place)
    except OSError as error:
        works, why = False, cause(error)
    if works:
        return environment(trial.name, State.OK, trial.fine)
    said = Text(f"{trial.failed.zh}（{why.zh}）", f"{trial.failed.en} ({why.en})") if why.zh else trial.failed
    return environment(trial.name, trial.state, said, trial.mend)
