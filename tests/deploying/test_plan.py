"""A plan compares digests, and calls what readers may have linked to lost."""

from giar_site.deploying.plan import plan
from giar_site.sealing import Entry, Manifest


def manifest(**digests: str) -> Manifest:
    entries = sorted(Entry(path.replace("__", "/"), 10, digest * 64) for path, digest in digests.items())
    return Manifest("1", "0" * 64, {}, (), tuple(entries))


def test_what_is_new_changed_gone_and_the_same() -> None:
    found = plan(manifest(a="1", b="2", c="3"), manifest(b="2", c="4", d="5"))
    paths = [[each.path for each in part] for part in found]
    assert paths == [["a"], ["c"], ["d"], ["b"]]
    assert (found.travelling, found.lost_pages) == (20, ("d",))


def test_all_is_new_where_nothing_was_published_and_a_theme_may_lose_files() -> None:
    assert len(plan(manifest(a="1", b="2"), None).added) == 2
    assert plan(manifest(a="1"), manifest(a="1", assets__old="2")).lost_pages == ()
