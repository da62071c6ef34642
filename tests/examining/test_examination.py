"""A site in order is told so; each fault planted in it is told by name; JSON holds what the text says."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from giar_site.examining import About, Examined, State, examine, exit_code, shown
from giar_site.examining.examined import environment, of_site
from giar_site.examining.settings import targets
from giar_site.locking import lock_site
from giar_site.scaffold import new_report
from giar_site.settings import Settings

SITE = """\
title: 某某县政府信息公开工作年度报告
url: https://www.example.gov.cn/nianbao/
owner:
  organizer: 某某县人民政府办公室
  site_id_code: "1234500001"
  icp: 京ICP备12345678号-1
  police_record: 京公网安备11000002000001号
  contact: {telephone: 010-00000000}
deploy:
  web: {type: directory, path: /srv/nianbao}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that lacks nothing."""
    (tmp_path / "site.yaml").write_text(SITE, "utf-8")
    new_report(tmp_path, "caizheng-ju", 2025, "某某县财政局")
    return tmp_path


def states(found: list[Examined], about: About = About.SITE) -> dict[str, State]:
    return {each.name: each.state for each in found if each.about is about and each.state is not State.OK}


def change(old: str, new: str) -> Callable[[Path], object]:
    def changed(site: Path) -> None:
        assert old in SITE
        (site / "site.yaml").write_text(SITE.replace(old, new), "utf-8")

    return changed


def test_a_site_in_order_is_told_so(site: Path) -> None:
    found = examine(site)
    assert states(found) == {}
    assert exit_code([each for each in found if each.about is About.SITE]) == 0
    well = [each for each in found if each.state is State.OK]
    assert shown(well, "text", "zh").splitlines()[-1] == "一切正常。"


PLANTED: dict[str, tuple[str, State, Callable[[Path], object]]] = {
    "no site id code": ("site_id_code", State.FAULT, change('"1234500001"', '""')),
    "a made-up code": ("site_id_code", State.FAULT, change("1234500001", "0000000000")),
    "no ICP number": ("icp", State.FAULT, change("京ICP备12345678号-1", '""')),
    "an odd ICP number": ("icp", State.ADVICE, change("京ICP备12345678号-1", "备12345678")),
    "no police number": ("police_record", State.FAULT, change("京公网安备11000002000001号", '""')),
    "no organizer": ("organizer", State.FAULT, change("某某县人民政府办公室", '""')),
    "nobody to ask": ("contact", State.FAULT, change("telephone: 010-00000000", 'address: "1"')),
    "no address": ("url", State.ADVICE, change("https://www.example.gov.cn/nianbao/", '""')),
    "an unsafe address": ("url", State.ADVICE, change("https://", "http://")),
    "an unknown theme": ("theme", State.FAULT, lambda site: (site / "site.yaml").write_text(SITE + "theme: none-such\n", "utf-8")),
    "a key that is none": ("site_yaml", State.FAULT, lambda site: (site / "site.yaml").write_text(SITE + "titel: x\n", "utf-8")),
    "no YAML": ("site_yaml", State.FAULT, lambda site: (site / "site.yaml").write_text("title: [", "utf-8")),
    "no site": ("site_yaml", State.FAULT, lambda site: (site / "site.yaml").unlink()),
    "an agency without reports": ("reports", State.ADVICE, lambda site: (site / "content" / "shenji-ju").mkdir()),
    "no agencies": ("reports", State.ADVICE, lambda site: (site / "content").rename(site / "elsewhere")),
    "the example": ("example", State.FAULT, lambda site: new_report(site, "shili-ju", 2025, "示例局（请改成机关全称）")),
    "an unreadable record": ("record", State.FAULT, lambda site: (site / "published.lock").write_text("{", "utf-8")),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_told_with_what_to_do(site: Path, planted: str) -> None:
    name, state, plant = PLANTED[planted]
    plant(site)
    found = examine(site)
    assert states(found)[name] is state
    told = next(each for each in found if each.name == name)
    assert told.said.zh.endswith("。")
    assert told.mend.zh.endswith("。")
    assert told.mend.en


def test_a_built_site_without_a_record_is_advised_to_lock(site: Path) -> None:
    (site / "site" / "data").mkdir(parents=True)
    (site / "site" / "data" / "giar.json").write_text("{}")
    assert states(examine(site)) == {"record": State.ADVICE}
    lock_site(site, today="2026-11-24")
    assert "record" not in states(examine(site))


def test_targets_are_asked_for_only_where_this_giar_knows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(Settings):
        deploy: object = ()

    assert [each.state for each in targets(Later("t"))] == [State.ADVICE]
    monkeypatch.setattr(Later, "deploy", ("server",))
    assert [each.state for each in targets(Later("t"))] == [State.OK]


def test_the_exit_code_tells_whose_fault_it_is() -> None:
    told = ("x", State.FAULT, ("。", "."))
    assert exit_code([of_site("x", State.ADVICE, told[2])]) == 0  # type: ignore[arg-type]
    assert exit_code([of_site(*told)]) == 1  # type: ignore[arg-type]
    assert exit_code([of_site(*told), environment(*told)]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_holds_what_the_text_says(site: Path, language: str) -> None:
    change("京ICP备12345678号-1", '""')(site)
    found = examine(site)
    held = json.loads(shown(found, "json", language))
    text = shown(found, "text", language)
    lines = [re.sub(r"^\[\S+\] |^办法：|^to do: ", "", line.strip()) for line in text.splitlines() if line.startswith("  ")]
    assert lines == [each[key] for each in held["checks"] for key in ("message", "mend") if each[key]]
    assert held["summary"] == {state: sum(each["state"] == state for each in held["checks"]) for state in ("ok", "advice", "fault")}
    assert held["version"] == 1


def giar(site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "giar_site", "doctor", "--site", str(site), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})


def test_the_command_prints_it_and_changes_nothing(site: Path) -> None:
    before = sorted(site.rglob("*"))
    run = giar(site)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("这台电脑\n  [正常] Python ")
    assert sorted(site.rglob("*")) == before
    (site / "site.yaml").unlink()
    run = giar(site, "--format", "json")
    assert run.returncode == 1
    assert json.loads(run.stdout)["summary"]["fault"] == 1


def test_a_record_number_of_the_police_as_a_published_page_wrote_it_raises_no_alarm(site: Path) -> None:
    change("京公网安备11000002000001号", "川公安网备51130202000194号")(site)
    assert states(examine(site)) == {}


def test_no_setting_of_the_site_is_printed(site: Path) -> None:
    text = shown(examine(site), "text", "zh") + shown(examine(site), "json", "zh")
    assert not any(value in text for value in ("1234500001", "010-00000000", "example.gov.cn"))
