"""Where the preview listens, and what it says where it cannot."""

import socket

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.serve import ports
from giar_site.serve.guard import WILDCARDS


def address(opened: socket.socket) -> str:
    return str(opened.getsockname()[0])


def test_it_listens_on_this_computer_only() -> None:
    sockets = ports.listen("127.0.0.1", 0)
    assert [address(opened) for opened in sockets] == ["127.0.0.1"]
    ports.close(sockets)


def test_localhost_is_both_its_addresses_on_one_port() -> None:
    sockets = ports.listen("localhost", 0)
    assert address(sockets[0]) == "127.0.0.1"
    assert {address(opened) for opened in sockets} <= {"127.0.0.1", "::1"}
    assert len({opened.getsockname()[1] for opened in sockets}) == 1
    ports.close(sockets)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_taken_port_is_told_in_one_sentence_with_the_next_free_one(host: str) -> None:
    taken = ports.listen("127.0.0.1", 0)
    port = taken[0].getsockname()[1]
    with pytest.raises(CannotGoOn) as failure:
        ports.listen(host, port)
    ports.close(taken)
    text = failure.value.text
    free = int(text.en.removesuffix(".").rpartition(" ")[2])
    assert text.zh == f"端口 {port} 已被占用，可改用 --port {free}。"
    assert port < free <= port + ports.TRIES
    ports.close(ports.listen(host, free))


def test_with_no_free_port_left_it_asks_for_another() -> None:
    taken = ports.listen("127.0.0.1", ports.LAST_PORT)
    with pytest.raises(CannotGoOn, match=r"^Port 65535 is taken; choose another one\.$"):
        ports.listen("127.0.0.1", ports.LAST_PORT)
    ports.close(taken)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 8000), ("host.invalid", 8000), ("a" * 300, 8000), ("127.0.0.1", 70000)])
def test_an_address_that_is_not_there_is_one_sentence(host: str, port: int) -> None:
    with pytest.raises(CannotGoOn) as failure:
        ports.listen(host, port)
    assert failure.value.text.zh.startswith(f"无法在 {host}:{port} 打开预览：")
    assert "\n" not in failure.value.text.zh


@pytest.mark.parametrize("host", [*WILDCARDS, "192.168.1.5", "example.org"])
def test_another_host_needs_trust_and_gets_a_warning(host: str) -> None:
    with pytest.raises(CannotGoOn, match="this computer only"):
        ports.warning(host, trusted=False)
    warning = ports.warning(host, trusted=True)
    assert warning is not None
    assert warning.zh.startswith("注意")


def test_this_computer_needs_neither() -> None:
    assert ports.warning("localhost", trusted=False) is None
    assert ports.warning("127.0.0.1", trusted=True) is None
