"""giar init says where a site must not lie, and what to do instead."""

from pathlib import Path

import pytest
from conftest import REPOSITORY

from giar_site.diagnostics import CannotGoOn
from giar_site.site_place import refuse_place


@pytest.mark.parametrize("below", [".", "nianbao", "giar_site", "a/b"])
def test_giar_s_own_folder_is_no_place_for_a_site(below: str) -> None:
    with pytest.raises(CannotGoOn) as refused:
        refuse_place(REPOSITORY / below)
    assert f"{REPOSITORY} 是 giar 程序自己的文件夹" in refused.value.text.zh
    assert f"cd {REPOSITORY.parent}" in refused.value.text.zh
    assert f"cd {REPOSITORY.parent}" in refused.value.text.en


@pytest.mark.parametrize("below", ["nianbao", "content/caizheng-ju", "content"])
def test_within_another_site_is_no_place_for_a_site(below: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / below).mkdir(parents=True)
    (site / "site.yaml").write_text("title: 年报\n", "utf-8")
    with pytest.raises(CannotGoOn) as refused:
        refuse_place(site / below)
    assert f"{site} 已经是一个网站（有 site.yaml）" in refused.value.text.zh
    assert "giar new 或 giar import" in refused.value.text.zh


@pytest.mark.parametrize("project", ["[project]\nname = 'other'\n", "no toml [", "project = 1\n", "", None])
def test_another_program_s_folder_is_nobody_s_business(project: str | None, tmp_path: Path) -> None:
    (tmp_path / "giar_site").mkdir()
    if project is not None:
        (tmp_path / "pyproject.toml").write_text(project, "utf-8")
    refuse_place(tmp_path / "nianbao")


def test_a_place_that_is_not_there_yet_is_fine(tmp_path: Path) -> None:
    refuse_place(tmp_path / "a" / "b")
