"""Why the operating system refused, in words: an OSError becomes one sentence instead of a traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text

_CAUSES = {
    errno.ENOSPC: Text("磁盘已满", "no space left on the disk"),
    errno.EDQUOT: Text("磁盘配额已用完", "the disk quota is used up"),
    errno.EFBIG: Text("文件超过允许的大小", "the file is larger than the system allows"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("系统不允许这样做", "the system does not allow it"),
    errno.EROFS: Text("文件系统是只读的", "the file system is read-only"),
    errno.EIO: Text("磁盘读写出错", "the disk failed to read or write"),
    errno.EMFILE: Text("本程序打开的文件太多", "this program has too many files open"),
    errno.ENFILE: Text("系统打开的文件太多", "the system has too many files open"),
    errno.ENOMEM: Text("内存不足", "out of memory"),
    errno.ENAMETOOLONG: Text("名称太长", "the name is too long"),
    errno.ENOENT: Text("文件夹不存在或已被移走", "the folder does not exist or was moved away"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "a part of the path is not a folder"),
    errno.EEXIST: Text("那里已有同名文件", "something of that name is already there"),
    errno.ELOOP: Text("符号链接成环或不被允许", "a symbolic link loops or is not allowed"),
    errno.EBUSY: Text("正被占用，或是一个挂载点", "it is in use, or a mount point"),
    errno.EXDEV: Text("跨越了文件系统", "it crosses file systems"),
    errno.EISDIR: Text("这是一个文件夹", "it is a folder"),
    errno.ENOLCK: Text("该文件系统不支持加锁", "the file system cannot lock files"),
    errno.ESTALE: Text("网络文件夹已失去连接", "the network folder lost its connection"),
}


def cause(error: OSError) -> Text:
    """Give the reason of `error` in words; an errno without words of ours keeps those of the system and its number."""
    number = error.errno or 0
    system = f"{os.strerror(number)} (errno {number})"
    return _CAUSES.get(number, Text(system, system))


@contextmanager
def cannot(doing: Text, path: Path) -> Iterator[None]:
    """Raise an OSError of the block as CannotGoOn, saying what was being done, to which path, and the cause.

    `doing` completes "不能…" and "cannot …", e.g. `Text("写入", "write")`.
    """
    try:
        yield
    except OSError as error:
        why = cause(error)
        raise CannotGoOn(Text(f"不能{doing.zh} {path}：{why.zh}。", f"Cannot {doing.en} {path}: {why.en}.")) from error
