"""G104: each class of deceiving characters is called by its name."""

from pathlib import Path

import pytest
from checking import check_sample, only


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("0007", "控制字符"),
        ("0085", "控制字符"),
        ("061c", "双向控制符"),
        ("200f", "双向控制符"),
        ("2028", "看不见的换行符"),
        ("202e", "双向控制符"),
        ("2066", "双向控制符"),
        ("feff", "字节顺序标记"),
        ("fffa", "看不见的注文"),
        ("fdd0", "不是文字的代码"),
    ],
)
def test_the_character_is_named_with_its_code_and_place(tmp_path: Path, code: str, said: str) -> None:
    finding = only(check_sample(tmp_path, f"--- report.md (escapes)\n电话\\u{code}号码\n\n…\n"))
    assert finding.code == "G104"
    assert finding.message.zh.startswith(f"“电话”之后有{said}")
    assert f"U+{code.upper()}" in finding.message.zh
    assert "删去" in finding.mend.zh
    assert finding.place[1:3] == (1, 3)


def test_a_replacement_character_is_lost_text_to_be_restored(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md (escapes)\n\\ufffd号码\n\n…\n"))
    assert finding.message.zh.startswith("行首有替换字符")
    assert "补上丢失的字" in finding.mend.zh
