"""site.yaml: what is read, and what is said of a slip in it."""

from pathlib import Path

import pytest

from giar_site.diagnostics import Address, CannotGoOn, Place
from giar_site.load import Folder, load_settings
from giar_site.load.settings import LoadedSettings
from giar_site.settings import Deadline, Expected, Target


def read(site: Path, text: str) -> LoadedSettings:
    (site / "site.yaml").write_text(text, encoding="utf-8")
    with Folder.top(site) as top:
        return load_settings(top)


def test_everything_written_is_read(tmp_path: Path) -> None:
    settings, faults, _ = read(
        tmp_path,
        "title: 年报\nurl: https://www.example.gov.cn/nb/\nlanguage: zh-CN\nyears: [2020, 2019]\ntheme: plain\n"
        'owner:\n  organizer: 甲\n  site_id_code: "1234567890"\n  contact: {telephone: 010-1}\n',
    )
    assert faults == ()
    assert (settings.title, settings.url, settings.years, settings.theme) == (
        "年报",
        "https://www.example.gov.cn/nb/",
        (2019, 2020),
        "plain",
    )
    assert (settings.owner.organizer, settings.owner.site_id_code, settings.owner.contact.telephone) == ("甲", "1234567890", "010-1")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("years: [2020, 二一]", "invalid_field"),
        ("years: 2020", "invalid_field"),
        ("years: [[2020]]", "invalid_field"),
        ("url: ftp://a", "invalid_field"),
        ("language: 中文", "invalid_field"),
        ("theme: ../evil", "invalid_field"),
        ("owner: 某局", "invalid_field"),
        ("owner: {site_id_code: 12}", "invalid_field"),
        ("deploys: {}", "unknown_field"),
        ("deploy: /srv/web", "invalid_field"),
        ("deploy: {web: /srv/web}", "invalid_field"),
        ("deploy: {web: {type: ftp, path: /srv/web}}", "invalid_field"),
        ("deploy: {web: {type: directory}}", "missing_field"),
        ("deploy: {web: {path: /srv/web}}", "missing_field"),
        ("deploy: {Web: {type: directory, path: /srv/web}}", "invalid_field"),
        ("deploy: {web: {type: directory, path: /srv/web, keep: 0}}", "invalid_field"),
        ("deploy: {web: {type: directory, path: /srv/web, retain: 3}}", "unknown_field"),
        ("deploy: {web: {type: rsync, path: /srv/web}}", "missing_field"),
        ("deploy: {web: {type: rsync, host: -oProxyCommand=x, path: /srv/web}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: www@a.example, path: /srv/web}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: a.example, user: -l, path: /srv/web}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: a.example, path: srv/web}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: a.example, path: /srv/../etc}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: a.example, path: /}}", "invalid_field"),
        ("deploy: {web: {type: rsync, host: a.example, port: ssh, path: /srv/web}}", "invalid_field"),
        ("deadlines: {township: 1-31}", "invalid_field"),
        ("deadlines: {township: 02-29}", "invalid_field"),
        ("deadlines: {township: 04-31}", "invalid_field"),
        ("deadlines: {township: 13-01}", "invalid_field"),
        ("deadlines: {bureau: 01-31}", "unknown_field"),
        ("hosts: example.cn", "invalid_field"),
        ("hosts: [https://example.cn]", "invalid_field"),
        ("hosts: [localhost]", "invalid_field"),
        ("expected: [caizheng-ju]", "invalid_field"),
        ("expected: [{slug: Caizheng}]", "invalid_field"),
        ("expected: [{from: 2021}]", "missing_field"),
        ("expected: [{name: 甲局, from: 二一}]", "invalid_field"),
        ("expected: [{name: 甲局, from: 2022, until: 2021}]", "invalid_field"),
        ("expected: [{name: 甲局, since: 2021}]", "unknown_field"),
        ("title: 又一个", "duplicate_key"),
    ],
)
def test_a_slip_is_a_fault_with_its_line(line: str, kind: str, tmp_path: Path) -> None:
    faults = read(tmp_path, f"title: 年报\n{line}\n").faults
    assert [(fault.kind, fault.place.line) for fault in faults] == [(kind, 2)]


def test_deadlines_are_read_by_kind_of_agency(tmp_path: Path) -> None:
    settings, faults, _ = read(tmp_path, "title: 年报\ndeadlines:\n  township: 02-28\n  institution: none\n  government: 12-31\n")
    assert faults == ()
    assert settings.deadlines == (Deadline("government", "12-31"), Deadline("township", "02-28"), Deadline("institution", "none"))


def test_an_expected_agency_is_named_by_folder_or_name_and_has_its_years_and_its_line(tmp_path: Path) -> None:
    text = "title: 年报\nexpected:\n  - {slug: a-ju, from: 2021, until: 2021}\n  - {name: 乙局}\n"
    settings, faults, places = read(tmp_path, text)
    assert faults == ()
    assert settings.expected == (Expected(1, "a-ju", "", 2021, 2021), Expected(2, "", "乙局"))
    assert [settings.expected[0].covers(year) for year in (2020, 2021, 2022)] == [False, True, False]
    assert [settings.expected[1].covers(year) for year in (1999, 2099)] == [True, True]
    assert places.get(Address("", None, "site", "expected.2")) == Place("site.yaml", 4, 5, 1)


def test_targets_are_kept_in_their_order_and_one_that_is_wrong_is_left_out(tmp_path: Path) -> None:
    text = (
        "title: 年报\ndeploy:\n  public: {type: rsync, host: www.example.cn, user: www, port: 2222, path: /srv/年报, keep: 3}\n"
        "  wrong: {type: directory}\n  usb: {type: directory, path: ../usb/}\n"
    )
    settings, faults, _ = read(tmp_path, text)
    assert [fault.at.item for fault in faults] == ["deploy.wrong.path"]
    assert settings.deploy == (
        Target("public", "rsync", "/srv/年报", "www.example.cn", "www", "2222", keep=3),
        Target("usb", "directory", "../usb"),
    )


@pytest.mark.parametrize("key", ["password", "Password", "key", "token", "密码"])
def test_a_secret_in_a_target_is_a_finding_that_never_repeats_it_nor_points_at_its_line(key: str, tmp_path: Path) -> None:
    text = f"title: 年报\ndeploy:\n  web: {{type: rsync, host: a.example, path: /srv/web, {key}: hunter2}}\n"
    settings, [fault], _ = read(tmp_path, text)
    assert (fault.kind, fault.at.item, fault.place.line) == ("invalid_field", f"deploy.web.{key}", 0)
    assert "ssh-agent" in fault.word("zh")
    assert "hunter2" not in str(fault)
    assert settings.deploy == ()


def test_more_agencies_can_be_expected_than_any_other_list_holds(tmp_path: Path) -> None:
    text = "title: 年报\nexpected:\n" + "".join(f"  - {{slug: ju-{number}}}\n" for number in range(3_000))
    settings, faults, _ = read(tmp_path, text)
    assert (len(settings.expected), faults) == (3_000, ())


def test_hosts_are_kept_as_addresses_carry_them(tmp_path: Path) -> None:
    settings, faults, _ = read(tmp_path, 'title: 年报\nhosts: [WWW.Example.com, "*.example.cn", 某某.政务, a-.example.com, "x..cn"]\n')
    assert settings.hosts == ("www.example.com", "*.example.cn", "xn--xuva.xn--zfr164b", "a-.example.com")
    assert [(fault.kind, fault.word("value")) for fault in faults] == [("invalid_field", "x..cn")]


def test_a_host_that_cannot_be_encoded_is_kept_as_written(tmp_path: Path) -> None:
    long = "某" * 80
    assert read(tmp_path, f"title: 年报\nhosts: [{long}.cn]\n").settings.hosts == (f"{long}.cn",)


def test_empty_years_are_no_slip(tmp_path: Path) -> None:
    assert read(tmp_path, "title: 年报\nyears:\n").faults == ()


def test_a_folder_without_site_yaml_cannot_go_on(tmp_path: Path) -> None:
    with Folder.top(tmp_path) as top, pytest.raises(CannotGoOn, match=r"no site\.yaml"):
        load_settings(top)
