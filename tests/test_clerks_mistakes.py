"""README.zh-CN.md lists usual mistakes with giar's answer: each is made, and the answer quoted must be the one given."""

import re
from pathlib import Path

from sessions import ROOT, Session


def mistake(written: str, figures: str, prose_: str) -> tuple[bytes, bytes]:
    """figures.yaml and report.md with the mistake of a row of the clerks' table."""
    row = re.search(r"^  received:.*\n", figures, re.MULTILINE)
    assert row
    slip = written.strip("`")
    if slip == "删了一行":
        figures = figures.replace(row[0], "")
    elif slip == "行首用了制表符（Tab）":
        figures = figures.replace(row[0], f"\t{row[0].lstrip()}")
    elif slip.startswith("[统计表]"):
        prose_ += f"\n{slip}\n"
    elif slip.startswith("["):
        figures = figures.replace(row[0], f"  received: {slip}\n")
    elif slip.startswith("received"):
        figures = figures.replace(row[0], f"  {slip}\n")
    elif slip.startswith("fees"):
        figures = re.sub(r"^  fees:.*$", f"  {slip}", figures, flags=re.MULTILINE)
    elif slip.startswith("published"):
        prose_ = re.sub(r"^#published:.*$", slip, prose_, flags=re.MULTILINE)
    elif slip.startswith("五、"):
        prose_ = prose_.replace(f"## {slip}", slip)
    else:
        assert "GBK" in slip
        return figures.encode("gbk"), prose_.encode()
    return figures.encode(), prose_.encode()


def test_the_clerks_table_of_mistakes_quotes_what_giar_says(tmp_path: Path) -> None:
    section = (ROOT / "README.zh-CN.md").read_text("utf-8").partition("## 六、")[2].partition("## 七、")[0]
    rows = [row.split(" | ") for row in re.findall(r"^\| (.*) \|$", section, re.MULTILINE)][1:]
    session = Session(tmp_path)
    session.answer("giar init s && cd s && giar new sample-ju 2025 --name 甲局", "")
    year = session.top / "s/content/sample-ju/2025"
    files_ = [year / "figures.yaml", year / "report.md"]
    sound = [file.read_text("utf-8") for file in files_]
    assert len(rows) > 8
    for written, said, _ in rows:
        wrong = mistake(written, *sound)
        assert wrong != tuple(text.encode() for text in sound), written
        for file, content in zip(files_, wrong, strict=True):
            file.write_bytes(content)
        assert said in session.answer("giar check --site s sample-ju/2025", ""), written
