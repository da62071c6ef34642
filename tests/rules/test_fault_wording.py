"""What the rules over faults say in the cases that their manuals' samples do not show, word for word in both languages."""

import pytest

from giar_site.diagnostics import Address, Fault, Finding, Place, Text
from giar_site.rules import word_faults

PLACE = Place("content/some/2022/report.md", 3, 5)


def worded(kind: str, at: Address, **words: str) -> Finding:
    (finding,) = word_faults([Fault(kind, at, PLACE, tuple(words.items()))])
    assert (finding.at, finding.place) == (at, PLACE)
    return finding


def test_a_field_left_empty_is_said_to_be_empty_and_quotes_nothing() -> None:
    finding = worded("invalid_field", Address("some", item="kind"), value="", zh="要写类别", en="write the kind")
    assert finding.message == Text("“kind”不能空着：要写类别。", "“kind” must not be empty: write the kind.")
    assert finding.actual is None


@pytest.mark.parametrize(
    ("item", "key", "zh", "en"),
    [
        ("colour", "colour", "没有写“colour”。", "“colour” is missing."),
        (
            "accept.2.reason",
            "reason",
            "accept 第 2 条没有写“reason”（理由，会印在页面上）。",
            "accept, entry 2: “reason” (the reason, which is printed on the page) is missing.",
        ),
        ("2.colour", "colour", "没有写“colour”。", "“colour” is missing."),
    ],
)
def test_a_missing_field_is_named_with_its_entry_and_its_meaning_if_it_has_them(item: str, key: str, zh: str, en: str) -> None:
    finding = worded("missing_field", Address("some", 2022, item=item), key=key)
    assert finding.message == Text(zh, en)


def test_a_field_like_no_other_is_not_guessed_at() -> None:
    finding = worded("unknown_field", Address("some", item="zzzz"), key="zzzz", known="name kind")
    assert finding.message == Text("没有“zzzz”这一项。", "there is no field “zzzz”.")
    assert finding.expected is None


@pytest.mark.parametrize(
    ("at", "words", "here", "mend"),
    [
        (
            Address("some", 2022),
            {"unlisted": "yes"},
            Text("report.md 里没有登记这个附件，文字也没有引用它", "report.md neither lists this attachment nor links to it"),
            Text(
                "要公布，就在 report.md 开头的 attachments: 里写一行；不公布，请移走。",
                "to publish it, list it under attachments: in report.md; else take it away.",
            ),
        ),
        (
            Address(""),
            {},
            Text("content/ 里只放机关文件夹", "content/ holds folders of agencies only"),
            Text("移进机关的文件夹，或删去。", "move it into an agency's folder, or delete it."),
        ),
        (
            Address("some"),
            {"year": "yes"},
            Text("机关文件夹里只放 agency.yaml 和年度文件夹", "an agency's folder holds agency.yaml and years only"),
            Text(
                "年度文件夹用四位年份命名，例如 2026；别的移走或删去。",
                "name a year's folder with its four digits, such as 2026; move or delete anything else.",
            ),
        ),
    ],
)
def test_a_file_where_none_is_expected_is_told_what_belongs_there(at: Address, words: dict[str, str], here: Text, mend: Text) -> None:
    finding = worded("unexpected_file", at, name="草稿", **words)
    assert finding.message == Text(f"“草稿”不会公布：{here.zh}。", f"“草稿” is not published: {here.en}.")
    assert finding.mend == mend
    assert finding.actual == "草稿"


def test_a_picture_from_elsewhere_is_to_be_put_beside_the_report() -> None:
    finding = worded("unsafe_link", Address("some", 2022), address="https://a.cn/b.png", image="yes")
    assert finding.mend == Text(
        "把图片放进 files/，写成 ![说明](files/图片.png)。", "put the picture into files/ and write ![words](files/picture.png)."
    )


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/upload/附表.docx", Text("链接“/upload/附表.docx”不能使用。", "the link “/upload/附表.docx” cannot be used.")),
        (
            "附表.docx",
            Text(
                "链接“附表.docx”不是网址，也不在本报告的 files/ 里。", "the link “附表.docx” is no address, and not in the report's files/."
            ),
        ),
    ],
)
def test_a_path_of_another_website_is_told_from_a_file_that_is_not_there(address: str, said: Text) -> None:
    assert worded("unsafe_link", Address("some", 2022), address=address).message == said


def test_of_a_whole_table_left_out_its_rows_are_named() -> None:
    finding = worded("missing_row", Address("some", 2022), key="disclosure", label="公开", rows="规章、行政规范性文件", count="2")
    assert finding.message == Text(
        "缺少“公开”（disclosure）下的全部 2 行：规章、行政规范性文件。", "all 2 rows of “公开” (disclosure) are missing."
    )


def test_a_file_missing_outside_any_agency_is_made_by_a_command_to_fill_in() -> None:
    finding = worded("missing_file", Address(""), name="agency.yaml")
    assert finding.mend == Text("用 giar new AGENCY YEAR 生成它。", "giar new AGENCY YEAR writes it.")


def test_a_heading_much_like_a_sections_is_asked_about() -> None:
    finding = worded("unknown_section", Address("some", 2022), heading="总体情形", near="总体情况", known="总体情况 / 其他")
    assert finding.message == Text(
        "标题“总体情形”不是规定的六个部分之一，是不是“总体情况”？", "“总体情形” is none of the six sections; is it “总体情况”?"
    )


def test_where_reading_broke_off_the_line_above_may_be_the_cause() -> None:
    finding = worded("invalid_yaml", Address("some", 2022), zh="括号没有配对", en="a bracket is open")
    assert finding.message == Text("这里读不下去了：括号没有配对。", "cannot be read from here on: a bracket is open.")
    assert finding.mend == Text(
        "核对这一行和上一行的冒号、缩进、括号和引号；改好后再检查一次，其余的问题才看得到。",
        "check colon, indentation, brackets and quotes on this line and the one above; other findings show only after that.",
    )


def row(written: str, got: str, **words: str) -> Finding:
    return worded("wrong_length", Address("some", 2022), row="行", got=got, want="2", columns="甲 乙", written=written, **words)


BRACKETS = Text("方括号要用半角的，前后各一个：[ ]。", "use one pair of ASCII brackets: [ ]. ")
COMMAS = Text("数与数之间的逗号要用半角“,”。", "separate the figures by ASCII commas. ")
THOUSANDS = Text("数里不要写千分位逗号，1,000 写成 1000。", "write 1000, not 1,000. ")
NO_HINT = Text("", "")


@pytest.mark.parametrize(
    ("written", "got", "hint"),
    [
        ("【1, 2】", "1", BRACKETS),
        ("[1, 2】", "1", BRACKETS),
        ("1, 2]", "1", BRACKETS),
        ("[1，2]", "1", COMMAS),
        ("[1、2]", "1", COMMAS),
        ("[1；2]", "1", COMMAS),
        ("[1, 000, 2]", "3", THOUSANDS),
        ("[1, 000]", "2", NO_HINT),
        ("[1, 2, 3]", "3", NO_HINT),
    ],
)
def test_a_row_of_the_wrong_length_is_told_what_its_writing_suggests(written: str, got: str, hint: Text) -> None:
    finding = row(written, got)
    assert finding.message == Text(
        f"“行”这一行应有 2 个数，读到 {got} 个：{written}。", f"the row “行” needs 2 figures, {got} were read: {written}."
    )
    assert finding.mend == Text(
        f"{hint.zh}依次写：甲、乙；没有的写 0。", f"{hint.en}write in this order: 甲, 乙; 0 where there is nothing."
    )
    assert (finding.expected, finding.actual) == ("2", got)


def test_two_figures_run_together_are_quoted_and_no_other_cause_is_guessed() -> None:
    finding = row("[1，2]", "1", glued="1，2")
    assert finding.message == Text(
        "“行”这一行里的“1，2”像是两个数，中间少了半角逗号“,”。",
        "“1，2” in the row “行” looks like two figures without the ASCII comma between them.",
    )
    assert finding.mend == Text("依次写：甲、乙；没有的写 0。", "write in this order: 甲, 乙; 0 where there is nothing.")


def test_a_last_figure_that_may_be_the_total_is_to_be_followed_by_the_total() -> None:
    finding = row("[1, 1]", "2", ambiguous="yes")
    assert finding.mend == Text(
        "最后一个数正好是前面各数之和，分不清是不是总计：请把总计也写上。依次写：甲、乙；没有的写 0。",
        "the last figure is just the sum of those before it, so it may be the total: write the total, too. "
        "write in this order: 甲, 乙; 0 where there is nothing.",
    )


def test_a_row_that_was_divided_further_has_no_length() -> None:
    finding = row("{…}", "0")
    assert finding.message == Text(
        "“行”这一行应当直接写 2 个数，这里却又分了下一层。", "the row “行” must hold 2 figures, not names with a colon."
    )
    assert finding.actual is None


def test_a_replacement_character_stands_for_lost_text() -> None:
    finding = worded("unsafe_text", Address("some", 2022), codepoint="U+FFFD", before="")
    assert finding.message.zh.startswith("行首有")
    assert finding.message.en.startswith("at the start of the line stands a ")
    assert finding.mend == Text("对照原文补上丢失的字。", "restore the lost text from the original.")


def unknown(**words: str) -> Finding:
    return worded("unknown_row", Address("some", 2022), key="reviw", group="disclosure", **words)


def test_rows_written_in_another_shape_are_told_theirs() -> None:
    finding = unknown(shape="list")
    assert finding.message == Text(
        "“disclosure”下面应当一行一行地写，这里读到的是“reviw”。", "rows are expected below “disclosure”, but “reviw” was read."
    )
    assert finding.mend == Text(
        "每行写成“名称: [数, 数, …]”，比上一层多缩进两格。",
        "write each row as `name: [figure, figure, …]`, indented by two more spaces.",
    )
    assert finding.expected is None


def test_of_a_row_written_under_two_names_one_is_to_go() -> None:
    finding = unknown(twice="review")
    assert finding.message == Text("“reviw”就是前面已经写过的“review”。", "“reviw” is the row “review”, which was written before.")
    assert finding.mend == Text("留下正确的一行，删去另一行。", "keep the right line, delete the other.")
    assert finding.expected is None


def test_a_row_in_the_wrong_group_is_sent_to_the_one_right_above_it() -> None:
    finding = unknown(home="applications.received", home_label="申请")
    assert finding.message == Text(
        "“disclosure”下面没有“reviw”，它在“申请”下面。", "“disclosure” has no row “reviw”; it belongs below “申请”."
    )
    assert finding.mend == Text("移到 applications: 下面，比它多缩进两格。", "move it below `applications:`, indented by two more spaces.")
    assert finding.expected == "applications.received"


def test_a_row_like_no_other_is_not_guessed_at() -> None:
    finding = unknown(known="fees rules", labels="收费；规章")
    assert finding.message == Text("“disclosure”下面没有“reviw”。", "“disclosure” has no row “reviw”.")
    assert finding.expected is None


def test_a_row_called_by_its_printed_name_is_known_by_it() -> None:
    finding = worded("unknown_row", Address("some", 2022), key="规章", group="disclosure", known="fees rules", labels="收费；规章")
    assert finding.message == Text(
        "“disclosure”下面没有“规章”，是不是 rules（规章）？", "“disclosure” has no row “规章”; is it rules (规章)?"
    )
    assert finding.expected == "rules"
