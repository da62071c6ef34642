"""The files of a folder are found by their paths, and nothing in it is followed or waited for."""

import hashlib
import os
from pathlib import Path

import pytest

from giar_site.sealing import Digests, StrangeFile, digests_at, files_below, open_plain


def test_files_come_in_order_of_their_paths_and_strange_ones_by_name(tmp_path: Path) -> None:
    for path in ("b/c.html", "b.html", "a/z.html", "b/a/x"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "b.html")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert list(files_below(tmp_path)) == [
        "a/z.html",
        "b.html",
        "b/a/x",
        "b/c.html",
        StrangeFile("b/loop"),
        StrangeFile("link"),
        StrangeFile("pipe"),
    ]


def test_digests_are_those_of_the_bytes(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    (tmp_path / "a").write_bytes(data)
    assert digests_at(tmp_path / "a") == Digests(len(data), hashlib.sha256(data).hexdigest(), hashlib.new("sm3", data).hexdigest())


def test_a_link_and_a_pipe_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "absent", "."):
        with pytest.raises(OSError, match=r"\S"):
            open_plain(tmp_path / name)
