"""The host of an address, and which hosts a site lets links lead to."""

import pytest

from giar_site.rules.link_hosts import host_of, is_listed, suspicion
from giar_site.settings import Settings


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Example.GOV.cn/a?b#c", "www.example.gov.cn"),
        ("http://example.cn:8080/", "example.cn"),
        ("https://example.cn./", "example.cn"),
        ("HTTPS://example.cn", "example.cn"),
        ("https://[2001:DB8::1]/a", "[2001:db8::1]"),
        ("mailto:a@example.cn", ""),
        ("files/附表.pdf", ""),
    ],
)
def test_the_host_is_what_stands_before_port_and_path(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize("host", ["gov.cn", "a.gov.cn", "own.cn", "listed.cn", "b.below.cn"])
def test_government_the_sites_own_host_and_those_it_lists_may_be_linked(host: str) -> None:
    assert is_listed(host, Settings("样本", url="https://own.cn/x/", hosts=("listed.cn", "*.below.cn")))


@pytest.mark.parametrize("host", ["agov.cn", "gov.cn.example.com", "x.own.cn", "below.cn", "a.listed.cn", ""])
def test_no_other_host_may(host: str) -> None:
    assert not is_listed(host, Settings("样本", url="https://own.cn/x/", hosts=("listed.cn", "*.below.cn")))
    assert not is_listed(host, Settings("样本"))


def test_chinese_beside_latin_letters_is_no_deceit_but_an_encoded_domain_is_shown() -> None:
    assert suspicion("example.cn") is None
    shown = suspicion("xn--gov-hn9d.cn")
    assert shown is not None
    assert shown.zh.startswith("是编码过的域名，显示为“")
