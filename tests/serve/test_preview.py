"""A preview from its start over edits to its end."""

import asyncio
import errno
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.serve import Outcome, serve, watching
from tests.serve.running import REPOSITORY, Running, preview, wait_until
from tests.serve.sample_preview import DISK_FULL, FINDINGS
from tests.serve.tab import edition, tab

PANEL = 'role="alert"'


def test_every_save_reloads_the_open_pages_however_close_together(tmp_path: Path) -> None:
    async def edits(running: Running) -> None:
        for text in ("two", "three", "four"):
            async with tab(running, edition(running)) as page:
                running.write(text)
                assert await page.told() == "reload"
                assert text in running.ask().body

    with preview(tmp_path / "sample") as running:
        asyncio.run(edits(running))


def test_a_page_that_missed_a_build_is_sent_for_the_new_one_as_soon_as_it_connects(shown: Running) -> None:
    async def late() -> None:
        async with tab(shown, "another run-7") as page:
            assert await page.told() == "reload"

    asyncio.run(late())


def test_a_page_of_the_last_build_is_left_alone(shown: Running) -> None:
    async def quiet() -> object:
        async with tab(shown, edition(shown)) as page:
            await page.line.write_message("{}")  # closes the line; a reload would have come first
            return await page.told()

    assert asyncio.run(quiet()) is None


@pytest.mark.parametrize(
    ("text", "report"),
    [("wrong sum", "行合计不符 &lt;b&gt;5 应为 3&lt;/b&gt;"), ("disk full", DISK_FULL.zh), ("bug", "ZeroDivisionError: a bug")],
)
def test_a_failed_build_stands_above_the_last_good_page_until_it_is_mended(tmp_path: Path, text: str, report: str) -> None:
    with preview(tmp_path / "sample") as running:
        assert PANEL not in running.ask().body
        running.write(text)
        wait_until(lambda: PANEL in running.ask().body, "the panel")
        pages = {path: running.ask(path) for path in ("/", "/county/2020.html", "/nothing")}
        assert [page.status for page in pages.values()] == [200, 200, 404]
        for page in pages.values():
            assert page.body.index("<body") < page.body.index(report) < page.body.index('<p id="text">one')
        running.write("mended")
        wait_until(lambda: PANEL not in running.ask().body, "the clean page")
        assert "mended" in running.ask().body
    assert any(line.startswith("zh: 预览没有更新") for line in running.said)


def test_all_findings_are_in_the_panel_and_on_the_screen(tmp_path: Path) -> None:
    with preview(tmp_path / "sample", "wrong sum") as running:
        page = running.ask().body.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&quot;", '"')
        assert FINDINGS in page
    assert FINDINGS in "\n".join(running.said)


def test_without_any_good_page_every_address_shows_the_findings_with_status_500(tmp_path: Path) -> None:
    with preview(tmp_path / "sample", "wrong sum") as running:
        for path in ("/", "/county/2020.html", "/nothing"):
            answer = running.ask(path)
            assert answer.status == 500
            assert PANEL in answer.body
            assert "livereload.js" in answer.body
        running.write("mended")
        wait_until(lambda: running.ask().status == 200, "the page")
        assert PANEL not in running.ask().body


def test_builds_never_overlap_and_changes_during_one_make_one_more(tmp_path: Path) -> None:
    with preview(tmp_path / "sample") as running:
        assert running.url
        (running.folder / "hold").touch()
        running.write("two")
        wait_until(lambda: running.builds() == ["start", "one", "start"], "the second build")
        for text in ("three", "four", "five"):
            running.write(text)
            assert running.ask().status == 200  # the server answers while a build runs
            time.sleep(1)  # lets the watch tell each save by itself
        (running.folder / "hold").unlink()
        wait_until(lambda: len(running.builds()) == 6, "the third build")
        time.sleep(1)  # a fourth one would begin by now
    # The second build starts before and reads after the saves; all of them together are due once more.
    assert running.builds() == ["start", "one", "start", "five", "start", "five"]


def test_no_request_meets_a_half_written_site(tmp_path: Path) -> None:
    with preview(tmp_path / "sample") as running, ThreadPoolExecutor(4) as pool:
        assert running.url
        stop = threading.Event()

        def ask() -> set[tuple[int, bool]]:
            seen = set()
            while not stop.is_set():
                answer = running.ask("/county/2020.html")
                seen.add((answer.status, answer.body.endswith("</html>\n")))
            return seen

        askers = [pool.submit(ask) for _ in range(2)]
        for number in range(8):
            running.write(f"edit {number}")
            wait_until(lambda number=number: f"edit {number}" in running.ask().body, "the edit")  # type: ignore[misc]
        stop.set()
        # The sample renames twice where a real build exchanges once: in between there is no site, and the preview says just that.
        assert set().union(*(asker.result() for asker in askers)) <= {(200, True), (404, True)}


def test_a_taken_port_ends_with_one_sentence(shown: Running, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    second = Running(tmp_path, port=shown.port)
    assert second.process.wait(30) == 2
    second.end()
    assert len(second.said) == 2
    assert second.said[0].startswith(f"zh: 端口 {shown.port} 已被占用，可改用 --port ")


def test_another_host_is_refused_without_trust_and_warned_about_with_it(tmp_path: Path) -> None:
    refused = Running(tmp_path, host="0.0.0.0")  # noqa: S104 - that is what must be refused
    assert refused.process.wait(30) == 2
    refused.end()
    assert refused.said[0].startswith("zh: 预览只在本机打开：0.0.0.0 可从网络访问")
    with preview(tmp_path / "sample", host="0.0.0.0", trusted_host=True) as running:  # noqa: S104
        assert running.ask().status == 200
        assert running.ask(Host=f"evil.example:{running.port}").status == 403
    assert running.said[0].startswith("zh: 注意：预览在 0.0.0.0 上可从网络访问")


def test_ctrl_c_during_a_build_lets_it_finish(tmp_path: Path) -> None:
    with preview(tmp_path / "sample") as running:
        assert running.url
        (running.folder / "hold").touch()
        running.write("two")
        wait_until(lambda: len(running.builds()) == 3, "the second build")
        threading.Timer(0.5, (running.folder / "hold").unlink).start()
    assert running.builds()[-1] == "two"
    assert "two" in (running.folder / "site" / "index.html").read_text(encoding="utf-8")


def test_deprecations_of_the_libraries_do_not_reach_anybody(tmp_path: Path) -> None:
    with preview(tmp_path / "sample", "one", "-X", "dev", "-W", "error::DeprecationWarning") as running:
        assert running.ask().status == 200
        running.write("two")
        wait_until(lambda: "two" in running.ask().body, "the edit")


def test_nobody_pays_for_the_server_who_does_not_preview() -> None:
    program = "import sys, giar_site.serve; print([name for name in ('livereload', 'tornado', 'watchfiles') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_where_changes_cannot_be_seen_at_all_it_ends_with_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "too many")

    monkeypatch.setattr(watching, "awatch", refused)
    said: list[Text] = []
    with pytest.raises(CannotGoOn) as failure:
        serve(lambda: Outcome(ok=True, report=""), tmp_path / "site", [tmp_path], port=0, say=said.append)
    assert failure.value.text.zh == "无法监视文件的改动：本程序打开的文件太多。"
    assert said[0] == watching.POLLING
