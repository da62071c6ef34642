"""What a running preview answers, and to whom."""

import asyncio
import socket
from pathlib import Path

import pytest

from tests.serve.running import LONG, Running
from tests.serve.tab import edition, tab
from tests.serve.test_guard import FOREIGN_NAMES, FOREIGN_ORIGINS


def test_pages_files_and_folders_are_served_and_nothing_is_cached(shown: Running) -> None:
    answers = {
        path: shown.ask(path)
        for path in ("/", "/index.html", "/county/", "/county/2020.html?x=1", "/style.css", "/page.js", "/livereload.js")
    }
    assert {answer.status for answer in answers.values()} == {200}
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"no-store"}
    assert {answer.headers["Cross-Origin-Resource-Policy"] for answer in answers.values()} == {"same-origin"}
    assert answers["/style.css"].headers["Content-Type"] == "text/css; charset=utf-8"
    assert "javascript" in answers["/page.js"].headers["Content-Type"]
    assert not any("Etag" in answer.headers or "Last-Modified" in answer.headers for answer in answers.values())
    assert shown.ask(If_None_Match="*", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


def test_a_folder_is_sent_on_to_its_slash_and_never_listed(shown: Running) -> None:
    assert (shown.ask("/county").status, shown.ask("/county").headers["Location"]) == (302, "/county/")
    assert shown.ask("/empty/").status == 404


@pytest.mark.parametrize("path", ["/", "/county/2020.html", "/livereload.js", "/giar-preview.css", "/style.css", "/nothing"])
def test_head_says_the_same_as_get(shown: Running, path: str) -> None:
    get, head = shown.ask(path), shown.ask(path, "HEAD")
    assert (head.status, head.body) == (get.status, "")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.body.encode()))


def test_a_page_that_is_not_there_is_the_sites_own_404(shown: Running) -> None:
    answer = shown.ask("/county/1999.html")
    assert answer.status == 404
    assert "没有找到" in answer.body
    assert "livereload.js" in answer.body


@pytest.mark.parametrize(
    "path", ["/forcereload", "/forcereload?path=x", "/.hidden", "/%2ehidden", "/link.txt", "/links/page.txt", "/links/", "/.git/HEAD"]
)
def test_no_forced_reload_no_dotfile_no_link(shown: Running, path: str) -> None:
    answer = shown.ask(path)
    assert answer.status == 404
    assert "SECRET" not in answer.body


def raw(shown: Running, target: str, *lines: str, method: str = "GET") -> bytes:
    """Send a request line and headers exactly as they are; return the answer's status line and body."""
    request = "\r\n".join((f"{method} {target} HTTP/1.1", *lines, "Connection: close", "", ""))
    return shown.send(request.encode("utf-8"))


def status(answer: bytes) -> int:
    return int(answer.split()[1]) if answer else 400  # a server that hangs up has refused as well


@pytest.mark.parametrize("name", FOREIGN_NAMES)
def test_a_foreign_host_is_refused(shown: Running, name: str) -> None:
    answer = raw(shown, "/", f"Host: {name.replace('8000', str(shown.port))}")
    padding = name != name.strip()  # HTTP itself strips a header's ends
    assert status(answer) == 200 if padding else status(answer) in (400, 403)


@pytest.mark.parametrize("lines", [(), ("Host: localhost:{port}", "Host: evil.example"), ("Host: evil.example", "Host: localhost:{port}")])
def test_no_host_and_two_hosts_are_refused(shown: Running, lines: tuple[str, ...]) -> None:
    assert status(raw(shown, "/", *(line.format(port=shown.port) for line in lines))) in (400, 403)


@pytest.mark.parametrize("path", ["/", "/livereload.js", "/livereload", "/style.css", "/nothing"])
@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_page_of_another_origin_gets_nothing(shown: Running, path: str, origin: str) -> None:
    answer = raw(shown, path, f"Host: localhost:{shown.port}", f"Origin: {origin.replace('8000', str(shown.port))}")
    assert status(answer) == 403
    assert b"one" not in answer


UPGRADE = ("Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")


def handshake(shown: Running, host: str, *lines: str) -> int:
    """Ask for a WebSocket, then hang up; return the status."""
    request = "\r\n".join(("GET /livereload HTTP/1.1", f"Host: {host}", *lines, *UPGRADE, "Connection: Upgrade", "", ""))
    with socket.create_connection(("127.0.0.1", shown.port), timeout=LONG) as link:
        link.sendall(request.encode())
        return status(link.recv(1024))


@pytest.mark.parametrize("header", ["Origin", "Sec-WebSocket-Origin"])
@pytest.mark.parametrize("origin", [*FOREIGN_ORIGINS, "https://evil"])
def test_a_websocket_of_another_origin_is_refused(shown: Running, header: str, origin: str) -> None:
    assert handshake(shown, f"localhost:{shown.port}", f"{header}: {origin.replace('8000', str(shown.port))}") == 403


def test_a_websocket_of_its_own_page_is_opened_and_of_a_foreign_host_refused(shown: Running) -> None:
    own = f"127.0.0.1:{shown.port}"
    assert handshake(shown, own, f"Origin: http://{own}") == 101
    assert handshake(shown, f"evil.example:{shown.port}", f"Origin: http://evil.example:{shown.port}") == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "CONNECT"])
def test_nothing_but_reading(shown: Running, method: str) -> None:
    assert status(raw(shown, "/", f"Host: localhost:{shown.port}", method=method)) == 405


@pytest.mark.parametrize(
    "target",
    [
        *(
            "/../secret.txt",
            "/county/../../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..\\secret.txt",
        ),
        *(
            "/..%5csecret.txt",
            "/%252e%252e/secret.txt",
            "/%c0%ae%c0%ae/secret.txt",
            "/....//secret.txt",
            "//secret.txt",
            "/./../secret.txt",
        ),
        *("/index.html%00", "/%00", "/index.html%00.txt", "/\x00", "/%0d%0aX:y", "/%ff", "/é", "/" + "a" * 5000, "/" + "a/" * 3000),
        *(
            "secret.txt",
            "http://evil.example/",
            "*",
            "/index.html/",
            "/index.html/x",
            "/style.css/..",
            "/county/%2f",
            "/C:/x",
            "file:///etc/passwd",
        ),
    ],
)
def test_no_path_leads_out_or_breaks_anything(shown: Running, target: str) -> None:
    answer = raw(shown, target, f"Host: localhost:{shown.port}")
    assert 400 <= status(answer) < 500
    assert b"SECRET" not in answer
    assert b"Traceback" not in answer


@pytest.mark.parametrize(
    "request_", [b"", b"\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nA B: c\r\n\r\n"]
)
def test_what_is_no_request_does_no_harm(shown: Running, request_: bytes) -> None:
    shown.send(request_, hang_up=True)
    assert shown.ask().status == 200


@pytest.mark.parametrize("message", ["", "x", "[]", "{}", "1", '"command"', "[" * 15_000, b"\xff\xfe", "x" * 20_000])
def test_a_message_that_is_none_closes_the_line(shown: Running, message: str | bytes) -> None:
    async def send() -> object:
        async with tab(shown, edition(shown)) as page:
            await page.line.write_message(message, binary=isinstance(message, bytes))
            return await page.told()

    assert asyncio.run(send()) is None
    assert shown.ask().status == 200


def test_it_listens_on_this_computer_only(shown: Running) -> None:
    port = f":{shown.port:04X} "
    listening = [
        line.split()[1]
        for file in ("tcp", "tcp6")
        for line in Path("/proc/net", file).read_text().splitlines()
        if port in line and " 0A " in line
    ]
    assert listening == [f"0100007F:{shown.port:04X}"]
