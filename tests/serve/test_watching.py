"""When a build is due."""

import asyncio
import errno
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from giar_site.diagnostics import Text
from giar_site.serve import watching

LONG = 30.0  # seconds; only a watch that fails takes that long

Act = Callable[[], object]
Seen = Callable[[Act], Awaitable[None]]


@asynccontextmanager
async def watched(*paths: Path, said: list[Text] | None = None) -> AsyncIterator[Seen]:
    """Watch `paths`; hand out a function that does something and waits until a build is due for it."""
    due = asyncio.Event()
    task = asyncio.create_task(watching.watch(lambda: paths, due, (said if said is not None else []).append))

    async def seen(act: Act) -> None:
        due.clear()
        act()
        await asyncio.wait_for(due.wait(), LONG)

    try:
        await asyncio.wait_for(due.wait(), LONG)
        yield seen
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def each(acts: list[Act], *paths: Path) -> None:
    """Do one thing after the other under one watch; each has to be seen."""

    async def run() -> None:
        async with watched(*paths) as seen:
            for act in acts:
                await seen(act)

    asyncio.run(run())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with one file."""
    folder = tmp_path / "content" / "county" / "2020"
    folder.mkdir(parents=True)
    (folder / "report.md").write_text("old")
    return tmp_path / "content"


def test_a_saved_file_is_seen_every_time(content: Path) -> None:
    file = content / "county" / "2020" / "report.md"
    each([lambda: file.write_text("a"), lambda: file.write_text("b"), file.unlink, lambda: file.write_text("c")], content)


def test_a_file_that_editors_replace_by_rename_stays_watched(tmp_path: Path, content: Path) -> None:
    settings = tmp_path / "site.yaml"
    settings.write_text("old")

    def save() -> None:
        (tmp_path / "other").write_text("new")
        (tmp_path / "other").rename(settings)

    each([save, save, lambda: settings.write_text("in place"), save], content, settings)


def test_a_file_with_an_old_date_is_seen(tmp_path: Path, content: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text("from an archive")
    os.utime(old, (946684800, 946684800))
    each([lambda: shutil.copy2(old, content / "new.md"), lambda: shutil.copy2(old, content / "county" / "2020" / "report.md")], content)


def test_new_folders_are_watched_however_deep(content: Path) -> None:
    deep = content / "new" / "2021" / "files"
    each(
        [lambda: deep.mkdir(parents=True), lambda: (deep / "a.pdf").write_bytes(b"1"), lambda: (deep / "a.pdf").write_bytes(b"2")], content
    )


def test_a_folder_that_was_replaced_is_watched_again(content: Path) -> None:
    year = content / "county" / "2020"

    def replace() -> None:
        shutil.rmtree(year)
        year.mkdir()

    each([replace, lambda: (year / "report.md").write_text("a"), replace, lambda: (year / "report.md").write_text("b")], content)


def test_a_root_that_goes_and_comes_back_is_watched_again(content: Path) -> None:
    each([lambda: shutil.rmtree(content), content.mkdir, lambda: (content / "a").write_text("1")], content)


def test_a_root_that_is_not_there_yet_is_waited_for(tmp_path: Path, content: Path) -> None:
    theme = tmp_path / "theme"
    each([theme.mkdir, lambda: (theme / "page.html").write_text("1")], content, theme)


def test_other_roots_are_taken_up_when_what_is_watched_changes(tmp_path: Path, content: Path) -> None:
    roots = [content]

    async def run() -> None:
        due = asyncio.Event()
        task = asyncio.create_task(watching.watch(lambda: roots, due, lambda _: None))
        await asyncio.wait_for(due.wait(), LONG)
        other = tmp_path / "other"
        other.mkdir()
        roots.append(other)
        for file in (content / "switch", other / "page.html"):
            due.clear()
            file.write_text("1")
            await asyncio.wait_for(due.wait(), LONG)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    asyncio.run(run())


def test_links_are_not_followed(tmp_path: Path, content: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "deep").mkdir(parents=True)
    for name in ("a", "b", "c"):
        (content / "county" / name).symlink_to(content / "county")
    (content / "everything").symlink_to("/")
    (content / "outside").symlink_to(outside)
    survey = watching.Survey.of([content])
    assert survey.folders == {str(path) for path in (tmp_path, content, content / "county", content / "county" / "2020")}
    each([lambda: (content / "county" / "2020" / "report.md").write_text("a")], content)


def test_a_link_that_appears_later_is_not_followed_either(content: Path) -> None:
    each(
        [
            lambda: (content / "loop").symlink_to(content),
            lambda: (content / "root").symlink_to("/"),
            lambda: (content / "x").write_text("1"),
        ],
        content,
    )


def test_a_folder_whose_name_is_no_text_does_not_stop_the_watch(content: Path) -> None:
    os.mkdir(os.fsencode(content) + b"/\xff\xfe")  # noqa: PTH102 - pathlib has no bytes
    each([lambda: (content / "x").write_text("1")], content)


@pytest.mark.parametrize("name", ["page.html~", ".page.html.swp", ".git/index", "4913", "x.tmp", "a/.b/c"])
def test_scratch_files_of_editors_make_no_build_due(tmp_path: Path, name: str) -> None:
    survey = watching.Survey.of([tmp_path])
    assert not survey.listens(watching.Change.added, str(tmp_path / name))


def test_beside_a_watched_file_nothing_counts(tmp_path: Path) -> None:
    survey = watching.Survey.of([tmp_path / "site.yaml"])
    assert survey.listens(watching.Change.modified, str(tmp_path / "site.yaml"))
    assert not survey.listens(watching.Change.added, str(tmp_path / "site"))
    assert not survey.listens(watching.Change.added, str(tmp_path / "site.yaml.bak"))


def test_a_site_inside_a_hidden_folder_is_watched_all_the_same(tmp_path: Path) -> None:
    root = tmp_path / ".work" / "content"
    root.mkdir(parents=True)
    assert watching.Survey.of([root]).listens(watching.Change.added, str(root / "a.yaml"))


def test_where_the_system_cannot_watch_so_much_it_looks_by_itself(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[Text] = []
    real = watching.awatch

    def limited(*paths: str, force_polling: bool | None, **rest: Any) -> Any:  # noqa: ANN401 - handed through
        if not force_polling:
            raise OSError(errno.ENOSPC, "OS file watch limit reached")
        return real(*paths, force_polling=True, poll_delay_ms=50, **rest)

    monkeypatch.setattr(watching, "awatch", limited)

    async def run() -> None:
        async with watched(content, said=said) as seen:
            await seen(lambda: (content / "new").write_text("1"))
            await seen(lambda: (content / "newer").write_text("1"))

    asyncio.run(run())
    assert said == [watching.POLLING]


def test_polling_can_be_asked_for_where_a_network_share_reports_nothing(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    report = content / "county" / "2020" / "report.md"
    os.utime(report, (1, 1))  # polling tells seconds apart, no less, and only a newer date from an older one
    each([lambda: os.utime(report, (2, 2)), lambda: os.utime(report, (3, 3)), lambda: (content / "new").write_text("1")], content)
