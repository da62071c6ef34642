"""A report as a version of what is published: its fields, and what of it was first published otherwise."""

import pytest

from giar_site.derive import field_value, original_figures, version_of
from giar_site.model import Metadata
from tests.derive.made import RECEIVED, plain, report

RULES = "disclosure.rules@issued"
NOW = report("a", 2021, {RECEIVED: plain(3), RULES: plain(4)}, metadata=Metadata("年报", "2022-01-20", "某发〔2022〕1号", "索1", "原网址"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "年报"), ("published", "2022-01-20"), ("document_number", "某发〔2022〕1号"), ("index_number", "索1"), ("source", "原网址")],
)
def test_a_field_has_its_text(name: str, value: str) -> None:
    assert field_value(NOW, name) == value


def test_a_section_or_a_cell_is_no_field() -> None:
    assert field_value(NOW, "overview") is None
    assert field_value(NOW, RECEIVED) is None


def test_the_original_of_a_cell_is_what_the_first_version_showed() -> None:
    first = version_of(report("a", 2021, {RECEIVED: plain(1), RULES: plain(4)}), "2022-01-20")
    second = version_of(report("a", 2021, {RECEIVED: plain(2), RULES: plain(5)}), "2022-03-01")
    assert original_figures((first, second), NOW) == {RECEIVED: "1"}
    assert original_figures((second,), NOW) == {RECEIVED: "2", RULES: "5"}
    assert original_figures((), NOW) == {}
