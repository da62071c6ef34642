"""Column heads in reading order become the columns of the figures below them."""

from giar_site.importers.recognise.heads import NO_HEADS, NO_SPAN, columns_in_order
from tests.importers.recognising import items, table_of

APPLICATIONS, REVIEW = table_of("applications"), table_of("review_and_litigation")
INNER = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def keys(table: str, *heads: str) -> list[str]:
    form_table = table_of(table)
    return [column.key for column in columns_in_order(items(table, *heads), form_table, form_table.blocks[0]) or ()]


def test_columns_of_an_upper_head_stand_where_the_upper_head_stands() -> None:
    heads = ("自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    assert keys("applications", *heads) == ["natural_person", "business", "research", "public_interest", "legal_service", "other", "total"]


def test_a_missing_head_is_a_missing_column() -> None:
    assert "research" not in keys("applications", "自然人", "法人或其他组织", "总计", "商业企业", "社会公益组织", "法律服务机构", "其他")


def test_without_heads_the_forms_order_is_doubtful() -> None:
    columns = columns_in_order((), APPLICATIONS, APPLICATIONS.blocks[0])
    assert columns
    assert {column.doubt for column in columns} == {NO_HEADS}


def test_the_outer_heads_of_a_one_row_table_are_its_rows() -> None:
    found = keys("review_and_litigation", "行政复议", "行政诉讼", *INNER, "未经复议直接起诉", "复议后起诉", *INNER, *INNER)
    assert found[::5] == [f"review_and_litigation.{key}@upheld" for key in ("review", "direct_suits", "suits_after_review")]


def test_blocks_in_another_order_are_followed() -> None:
    found = keys("review_and_litigation", "行政复议", "行政诉讼", *INNER, "复议后起诉", "未经复议直接起诉", *INNER, *INNER)
    assert found[5] == "review_and_litigation.suits_after_review@upheld"


def test_a_missing_outer_head_makes_every_column_doubtful_in_the_forms_order() -> None:
    columns = columns_in_order(items("review_and_litigation", *INNER, *INNER, *INNER), REVIEW, REVIEW.blocks[0])
    assert columns
    assert {column.doubt for column in columns} == {NO_SPAN}
    assert columns[0].key == "review_and_litigation.review@upheld"
