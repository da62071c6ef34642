"""A page's policy is opened for the preview and no further."""

import itertools

import pytest

from giar_site.serve.policy import widened

NEEDS = {"script-src": ("'self'",), "connect-src": ("'self'", "ws://localhost:8000")}


def directives(policy: str) -> dict[str, set[str]]:
    """Read a policy as browsers do."""
    return {name: set(sources) for name, *sources in (directive.split() for directive in policy.split(";"))}


@pytest.mark.parametrize(
    "order", list(itertools.permutations(["default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'none'"]))
)
def test_the_order_of_directives_does_not_matter(order: tuple[str, ...]) -> None:
    assert directives(widened("; ".join(order), NEEDS)) == {
        "default-src": {"'none'"},
        "style-src": {"'self'"},
        "script-src": {"'self'"},
        "connect-src": {"'self'", "ws://localhost:8000"},
    }


def test_a_missing_directive_takes_what_default_src_allows() -> None:
    policy = directives(widened("default-src 'self' https://a.example", NEEDS))
    assert policy["connect-src"] == {"'self'", "https://a.example", "ws://localhost:8000"}
    assert policy["default-src"] == {"'self'", "https://a.example"}


def test_what_is_not_restricted_stays_so() -> None:
    assert widened("img-src 'self'", NEEDS) == "img-src 'self'"
    assert widened("", NEEDS) == ""


def test_none_gives_way_in_any_spelling() -> None:
    assert directives(widened("connect-src 'NONE'", NEEDS)) == {"connect-src": {"'self'", "ws://localhost:8000"}}


def test_the_first_of_two_equal_directives_counts() -> None:
    assert directives(widened("script-src 'none'; Script-Src *", NEEDS)) == {"script-src": {"'self'"}}


def test_the_narrower_directive_for_elements_is_opened_too() -> None:
    assert directives(widened("script-src *; script-src-elem 'none'", NEEDS))["script-src-elem"] == {"'self'"}


def test_requests_are_not_upgraded_to_https_where_there_is_none() -> None:
    assert widened("upgrade-insecure-requests; img-src 'self';", NEEDS) == "img-src 'self'"
