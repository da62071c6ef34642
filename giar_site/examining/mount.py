"""Whose disk a folder lies on: over a network, locks and notices of changes are not to be relied on."""

import os
from pathlib import Path
from typing import Final

from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, environment

_OVER_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "lustre", "afs", "virtiofs", "vboxsf", "fuse.sshfs"}
)


def mount(kind: str) -> Examined:
    """Whether the folder lies on a disk of this machine; `kind`: the file system's type, "" where it is not known."""
    if kind not in _OVER_NETWORK:
        return environment(
            "mount",
            State.OK,
            Text(f"在本机磁盘上{f'（{kind}）' if kind else ''}。", f"on a disk of this machine{f' ({kind})' if kind else ''}."),
        )
    return environment(
        "mount",
        State.ADVICE,
        Text(
            f"在网络或共享文件夹上（{kind}）：两台电脑之间的锁不一定可靠，预览也收不到改动的通知。",
            f"on a network or shared folder ({kind}): locks between two machines may not hold, and the preview hears of no changes.",
        ),
        Text(
            "请把网站放在本机磁盘上；不得已时只在一台电脑上运行 giar，预览前设 WATCHFILES_FORCE_POLLING=1。",
            "keep the site on a disk of this machine; else run giar on one machine only, and set WATCHFILES_FORCE_POLLING=1 for the preview.",
        ),
    )


def kind_of(folder: Path, mounts: str) -> str:
    """The type of the file system of `folder`, from the text of /proc/self/mountinfo; "" where it does not tell."""
    real, found = os.path.realpath(folder), ("", "")
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        point = head.split(" ")[4].replace("\\040", " ") if head.count(" ") >= 4 else ""
        inside = point and (real == point or real.startswith(point.rstrip("/") + "/"))
        if inside and len(point) >= len(found[0]):
            found = point, tail.split(" ")[0]
    return found[1]
