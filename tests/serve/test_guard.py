"""Who may ask the preview, and for what."""

import pytest

from giar_site.serve.guard import WILDCARDS, Guard, Refused, is_loopback, site_path

HERE = Guard("127.0.0.1", 8000)
OWN_NAMES = ("localhost:8000", "127.0.0.1:8000", "[::1]:8000")
FOREIGN_NAMES = (
    "",
    ":8000",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "::1",
    "::1:8000",
    "localhost:",
    "localhost:80",
    "localhost:8001",
    "localhost:08000",
    "localhost:8000:8000",
    "localhost:8000 ",
    " localhost:8000",
    "localhost :8000",
    "localhost.:8000",
    "LOCALHOST:8000",
    "localhost:8000.",
    "localhost:８０００",
    "user@localhost:8000",
    "localhost:8000@evil.example",
    "localhost:8000/",
    "http://localhost:8000",
    "localhost:8000,evil.example",
    "localhost.evil.example:8000",
    "evil.example",
    "evil.example:8000",
    "evil-localhost:8000",
    "127.0.0.1.evil.example:8000",
    "127.1:8000",
    "2130706433:8000",
    "0x7f.0.0.1:8000",
    "127.0.0.2:8000",
    "0.0.0.0:8000",
    "[::]:8000",
    "[::ffff:127.0.0.1]:8000",
    "[0:0:0:0:0:0:0:1]:8000",
    "192.168.1.5:8000",
    "localhost%00:8000",
    "localhost\\:8000",
)
FOREIGN_ORIGINS = (
    "",
    "null",
    "https://localhost:8000",
    "http://localhost",
    "http://localhost:8001",
    "http://localhost:8000/",
    "http://evil.example",
    "http://evil.example:8000",
    "http://localhost:8000.evil.example",
    "HTTP://localhost:8000",
    "file://",
    "chrome-extension://abcdef",
    "ws://localhost:8000",
    "http://localhost:8000 http://evil.example",
)


def status_of(headers: dict[str, str], method: str = "GET", guard: Guard = HERE) -> int:
    """Return 200 or the status of the refusal."""
    try:
        guard.check(method, headers)
    except Refused as refused:
        return refused.status
    return 200


@pytest.mark.parametrize("name", OWN_NAMES)
def test_the_names_of_this_computer_are_admitted(name: str) -> None:
    assert status_of({"Host": name}) == 200
    assert status_of({"Host": name, "Origin": f"http://{name}"}) == 200


@pytest.mark.parametrize("name", FOREIGN_NAMES)
def test_any_other_host_is_refused(name: str) -> None:
    assert status_of({"Host": name}) == 403


def test_a_request_without_host_is_refused() -> None:
    assert status_of({}) == 403


@pytest.mark.parametrize("header", ["Origin", "Sec-Websocket-Origin"])
@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_page_of_another_origin_is_refused(header: str, origin: str) -> None:
    assert status_of({"Host": "localhost:8000", header: origin}) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "get", ""])
def test_only_reading_is_allowed(method: str) -> None:
    assert status_of({"Host": "localhost:8000"}, method) == 405
    assert status_of({"Host": "localhost:8000"}, "HEAD") == 200


def test_on_the_http_port_the_name_may_stand_without_it() -> None:
    assert status_of({"Host": "localhost"}, guard=Guard("localhost", 80)) == 200
    assert status_of({"Host": "[::1]"}, guard=Guard("localhost", 80)) == 200
    assert status_of({"Host": "evil.example"}, guard=Guard("localhost", 80)) == 403


def test_a_trusted_host_is_one_more_name() -> None:
    guard = Guard("192.168.1.5", 8000)
    assert status_of({"Host": "192.168.1.5:8000", "Origin": "http://192.168.1.5:8000"}, guard=guard) == 200
    assert status_of({"Host": "192.168.1.6:8000"}, guard=guard) == 403


@pytest.mark.parametrize("wildcard", WILDCARDS)
def test_on_every_address_only_addresses_are_names_because_rebinding_needs_a_domain(wildcard: str) -> None:
    guard = Guard(wildcard, 8000)
    assert status_of({"Host": "192.168.1.5:8000"}, guard=guard) == 200
    assert status_of({"Host": "[fd00::5]:8000"}, guard=guard) == 200
    for name in ("evil.example:8000", "fd00::5:8000", "192.168.1.5.evil.example:8000", "[192.168.1.5]:8000"):
        assert status_of({"Host": name}, guard=guard) == 403


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("/", [""]),
        ("/index.html", ["index.html"]),
        ("/county/", ["county", ""]),
        ("/county/2020.html", ["county", "2020.html"]),
        ("/county/2020/files/%E9%99%84%E4%BB%B6.pdf", ["county", "2020", "files", "附件.pdf"]),
        ("/%252e%252e/x", ["%2e%2e", "x"]),
    ],
)
def test_a_path_is_read_as_names(target: str, names: list[str]) -> None:
    assert site_path(target) == names


@pytest.mark.parametrize(
    "target",
    [
        *("", "index.html", "http://evil.example/", "*", "//evil.example", "//", "/a//b", "/\\evil.example"),
        *("/..", "/../secret", "/a/../../secret", "/./x", "/%2e%2e/secret", "/%2E%2e/secret", "/..%2fsecret", "/a%2Fb", "/%5c..%5csecret"),
        *("/..\\secret", "/a\\b", "/%00", "/index.html%00.png", "/%0d%0aSet-Cookie:x", "/%7f", "/%09", "/\x00", "/\x7f"),
        *("/%ff%fe", "/%c0%ae%c0%ae/secret", "/%ed%a0%80", "/é", "/.hidden", "/county/.git/config", "/%2ehidden", "/...", "/C:/x", "/a:b"),
    ],
)
def test_whatever_no_page_is_called_is_refused(target: str) -> None:
    with pytest.raises(Refused) as refused:
        site_path(target)
    assert refused.value.status in (400, 404)


def test_what_is_reachable_from_this_computer_only() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.9.1", "::1", "localhost")))
    assert not any(map(is_loopback, ("", *WILDCARDS, "192.168.1.5", "localhost.evil.example", "example.org")))
