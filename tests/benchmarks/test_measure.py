"""A measured command's costs are those of its whole tree, and a failing one is not a measurement."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailedError, run, tree_memory

HOLDING = 64 << 20
HOLD = f"block = bytearray({HOLDING}); block[::4096] = bytes([1]) * len(block[::4096]); print('ready', flush=True); input()"
# Holds little itself and stays until told to end, like its two children.
PARENT = f"""
import subprocess, sys
command = [sys.executable, "-c", {HOLD!r}]
children = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
for child in children:
    child.stdout.readline()
print("ready", flush=True)
input()
for child in children:
    child.communicate(b"end")
"""


def test_a_run_has_time_and_memory(tmp_path: Path) -> None:
    cost = run([sys.executable, "-c", "sum(range(100_000))"], tmp_path, dict(os.environ))
    assert cost.wall > 0
    assert cost.cpu > 0
    assert cost.largest_process > 1_000_000
    assert cost.tree_memory == 0


def test_memory_of_children_is_added_up() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "ready\n"
        memory = tree_memory(parent.pid)
        parent.communicate("end")
    assert memory > 2 * HOLDING


def test_memory_of_a_process_that_has_ended_is_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert tree_memory(gone.pid) == 0


def test_a_command_that_fails_is_named_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=r"(?s)ended with 3.*no such theme"):
        run([sys.executable, "-c", "import sys; print('no such theme'); sys.exit(3)"], tmp_path, dict(os.environ))
