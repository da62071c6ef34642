"""What ssh and rsync say is put in words; what is unknown is quoted without what deceives."""

import pytest

from giar_site.deploying.refusals import told


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        ("@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.", "可能有人冒充"),
        ("No ED25519 host key is known for [a]:22 and you have requested strict checking.\nHost key verification failed.", "还不认识"),
        ("www@a: Permission denied (publickey,password).", "没有接受登录密钥"),
        ("ssh: connect to host a port 22: Connection timed out", "连不上"),
        ('rsync: [receiver] write failed on "/srv/a": No space left on device (28)', "磁盘已满"),
        ("rsync: [generator] recv_generator: mkdir failed: Permission denied (13)", "没有写入的权限"),
        ("bash: line 1: rsync: command not found", "安装 rsync"),
        ("rsync: connection unexpectedly closed (0 bytes received so far) [sender]", "连接中断了"),
        ("client_loop: send disconnect: Broken pipe", "连接中断了"),
    ],
)
def test_the_usual_ones_are_told(said: str, zh: str) -> None:
    assert zh in told(said).zh


def test_an_unknown_one_is_quoted_by_its_last_line() -> None:
    assert told("first\nlast \x1b[31m" + "x" * 500 + "\n").zh == ("last [31m" + "x" * 500)[:200]
    assert told("").zh == "?"
