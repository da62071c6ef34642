"""The layout of the tables."""

import re
from pathlib import Path

import pytest
from conftest import REPOSITORY

from giar_site import forms
from giar_site.mend.layout import laid_out
from giar_site.scaffold import figures_yaml

UNTIDY = """\
form: 2019
disclosure:   # 二
  # 上方
  rules: [1,22, 3]  # 规章
  procurement:   [8(计划), 396.24万元] # 采购
  一、本年新收: [0, 0, 0]
  outcome: # 三
    granted: [ 100, 0, 0 ]

  fees: 0
  coercion: ['1', 0]
accept:
  - {rule: a, at: [1,2], reason: b}
"""
TIDY = """\
form: 2019
disclosure:   # 二
  # 上方
  rules:        [      1,         22, 3]  # 规章
  procurement:  [8(计划), 396.24万元]     # 采购
  一、本年新收: [      0,          0, 0]
  outcome:                                # 三
    granted:    [    100,          0, 0]

  fees: 0
  coercion: ['1', 0]
accept:
  - {rule: a, at: [1,2], reason: b}
"""


def test_names_figures_and_comments_stand_in_columns_of_the_screen() -> None:
    assert laid_out(UNTIDY) == TIDY
    assert laid_out(TIDY) == TIDY


def test_lines_in_doubt_stay_as_they_are() -> None:
    better = laid_out(UNTIDY, {4}).split("\n")
    assert better[3] == "  rules: [1,22, 3]  # 规章"
    assert better[7] == "    granted:    [    100,          0, 0]"


@pytest.mark.parametrize("path", sorted(REPOSITORY.glob("content/*/*/figures.yaml")), ids=lambda path: path.parts[-3])
def test_the_real_files_come_out_as_they_are_even_from_disorder(path: Path) -> None:
    text = path.read_text("utf-8")
    untidy = re.sub(r"(?<=\S) +(?=[\[#])", " ", re.sub(r"([\[,]) +", r"\1", text))
    untidy = re.sub(r"^(\w+:) #", r"\1  #", untidy, flags=re.MULTILINE)  # the heads of tables are no rows
    assert untidy != text
    assert laid_out(untidy) == text


def test_a_table_that_lines_up_block_by_block_is_left_as_its_author_laid_it_out() -> None:
    text = "disclosure:\n  rules: [1, 2]\n  norms: [3, 4]\n  # next\n  licensing: [5]\n  coercion:  [6]\n"
    assert laid_out(text) == text


def test_the_heads_of_groups_stay_as_giar_new_writes_them() -> None:
    text = figures_yaml(forms.edition(2021), 2022)
    row = "  received:                 [0, 0, 0, 0, 0, 0, 0]  #"
    assert row in text
    assert laid_out(text.replace(row, "  received: [0,0,0,0,0,0,0]  #")) == text
