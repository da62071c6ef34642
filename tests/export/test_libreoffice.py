"""What LibreOffice makes of the files: it opens them, computes the same totals, shows the merged tables, and runs no formula of a text."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from giar_site.export.plain import as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from tests.export.making import REAL, TRICKS, draft, plain, real, with_texts


def converted(source: Path, form: str) -> Path:
    """The folder of what LibreOffice saves `source` as in another format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice (soffice) is missing: run tools/install-test-tools.sh", pytrace=False)
    out = source.parent / form.partition(":")[0]
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert out.is_dir(), run.stdout + run.stderr
    return out


def without_values(data: bytes) -> bytes:
    """The workbook without what its formulas are said to give: LibreOffice would believe it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w") as archive:
        for name in parts.namelist():
            archive.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", parts.read(name)))
    return made.getvalue()


def test_it_computes_the_totals_that_stand_there(tmp_path: Path) -> None:
    made = draft(
        applications_0_received__natural_person=plain("5"),
        applications_0_received__total=plain("5"),
        review_and_litigation_0_review__total=plain("4"),
    )
    data = as_xlsx(made)
    before = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    path = tmp_path / "a.xlsx"
    path.write_bytes(without_values(data))
    after = openpyxl.load_workbook(converted(path, "xlsx") / "a.xlsx", data_only=True)
    compared = 0
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                again = after[sheet.title][cell.coordinate].value
                assert (again or "") == (cell.value or "") or str(again) == str(cell.value), (sheet.title, cell.coordinate)
                compared += cell.value is not None
    assert compared > 500
    assert after["填写说明"]["A2"].value.startswith("勾稽关系：不平 3 处")


def test_no_text_is_computed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(with_texts(TRICKS)))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true,false,-1"  # a formula as its text
    files = sorted(converted(path, every_sheet).iterdir())
    assert len(files) == 7
    shown = {cell for file in files for row in csv.reader(file.read_text("utf-8").splitlines()) for cell in row}
    assert {trick.strip("\t") for trick in TRICKS} <= {cell.strip("\t") for cell in shown}


def test_it_reads_the_document_with_its_tables(tmp_path: Path) -> None:
    made = real(REAL[0])
    path = tmp_path / "a.docx"
    path.write_bytes(as_docx(made))
    said = "".join((converted(path, "txt:Text (encoded):UTF8") / "a.txt").read_text("utf-8-sig").split())
    for line in as_text(made).decode().split("\n"):
        for part in line.split("|"):
            assert "".join(part.split()) in said
    assert (converted(path, "pdf") / "a.pdf").read_bytes().startswith(b"%PDF")
