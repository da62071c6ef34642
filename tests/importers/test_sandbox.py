"""Readers run in a child process that may crash, hang or grow without harm to giar."""

import hashlib
import json
import os
import signal
from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.importers import child, sandbox
from giar_site.importers.document import Document, Grid, GridCell, Notice, Paragraph, Refused, Spot, Text
from giar_site.importers.sandbox import ReaderProcess, read_in_child, reader_of
from giar_site.importers.source import LARGEST_FILE, open_source
from giar_site.importers.wire import line_of, packed, unpacked

READERS = {
    "crash": "import os, signal\ndef read(data): os.kill(os.getpid(), signal.SIGSEGV)",
    "hang": "import time\ndef read(data): time.sleep(60)",
    "burn": "def read(data):\n    while True: pass",
    "grow": "def read(data): return [bytes(10_000_000) for _ in range(100)]",
    "fail": "def read(data): raise KeyError('x')",
    "dive": "def read(data): return read(data)",
    "lack": "def read(data): import no_such_library",
    "leave": "import sys\ndef read(data): sys.exit(0)",
    "call": "import socket\ndef read(data): socket.create_connection(('127.0.0.1', 9))",
    "write": "def read(data): open('/tmp/giar-must-not-exist', 'w')",
    "start": "import subprocess\ndef read(data): subprocess.run(['true'])",
    "look": "import os, json\nfrom giar_site.importers.document import *\n"
    "def read(data): return Document('look', (), {'environment': ' '.join(sorted(os.environ)), 'pid': str(os.getpid())})",
    "limits": "import resource\nfrom giar_site.importers.document import *\n"
    "def read(data): return Document('limits', (), {'memory': str(resource.getrlimit(resource.RLIMIT_AS))})",
    "print": "from giar_site.importers.document import *\ndef read(data):\n    print('noise')\n    return Document('print', ())",
}


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ReaderProcess:
    """A process whose package of readers is that of this test."""
    for name, code in READERS.items():
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
    serve = (
        f"import giar_site.importers.readers as readers; readers.__path__ = [{str(tmp_path)!r}]; from giar_site.importers import child; "
    )
    monkeypatch.setattr(
        sandbox,
        "_SERVE",
        sandbox._SERVE.replace("from giar_site.importers.child import serve; serve()", serve + "child.SECONDS = 1; child.serve()"),
    )
    return ReaderProcess()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "年报.txt"
    path.write_bytes("甲".encode())
    return path


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        ("crash", f"读取时程序中止（{-signal.SIGSEGV}），文件可能已损坏"),
        ("hang", "读取超时，文件过于复杂或已损坏"),
        ("burn", "读取耗时过长，文件过于复杂或已损坏"),
        ("grow", "需要的内存超过 400 MiB"),
        ("fail", "读取时出错（KeyError），文件可能已损坏"),
        ("dive", "嵌套过深"),
        ("leave", "读取时程序中止（0），文件可能已损坏"),
        ("call", "读取时出错（PermissionError），文件可能已损坏"),
        ("write", "读取时出错（PermissionError），文件可能已损坏"),
        ("start", "读取时出错（PermissionError），文件可能已损坏"),
    ],
)
def test_whatever_a_reader_does_becomes_a_reason_and_the_next_file_is_read(
    process: ReaderProcess, file: Path, reader: str, reason: str
) -> None:
    process._wall = 2 if reader == "hang" else 10
    with process:
        with pytest.raises(Refused) as refused:
            process.read(open_source(file), reader)
        assert refused.value.reason.zh == reason
        assert process.read(open_source(file), "look").reader == "look"
    assert not Path("/tmp/giar-must-not-exist").exists()


def test_a_missing_library_is_a_clear_sentence(process: ReaderProcess, file: Path) -> None:
    with process, pytest.raises(CannotGoOn) as stopped:
        process.read(open_source(file), "lack")
    assert stopped.value.text.zh == "读取 .txt 文件需要 no_such_library，尚未安装。请运行 pip install 'giar[office]'。"


def test_the_child_inherits_no_environment_and_stays_for_the_next_file(
    process: ReaderProcess, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "x")
    with process:
        first, second = (process.read(open_source(file), "look").properties for _ in range(2))
    assert first["environment"] == "LC_ALL"
    assert first["pid"] == second["pid"] != str(os.getpid())


def test_the_system_holds_the_child_to_400_mib(process: ReaderProcess, file: Path) -> None:
    with process:
        assert process.read(open_source(file), "limits").properties == {"memory": f"({400 << 20}, {400 << 20})"}


def test_what_a_library_prints_does_not_get_into_the_answer(process: ReaderProcess, file: Path) -> None:
    with process:
        assert process.read(open_source(file), "print").reader == "print"


def test_a_child_that_has_grown_is_replaced(process: ReaderProcess, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_GROWN", 1)
    with process:
        first, second = (process.read(open_source(file), "look").properties for _ in range(2))
    assert first["pid"] != second["pid"]


def test_a_forked_process_gets_a_child_of_its_own(process: ReaderProcess, file: Path) -> None:
    with process:
        mine = process.read(open_source(file), "look").properties["pid"]
        end, start = os.pipe()
        if (pid := os.fork()) == 0:
            theirs = process.read(open_source(file), "look").properties["pid"]
            process.close()
            os.write(start, theirs.encode())
            os._exit(0)
        os.waitpid(pid, 0)
        os.close(start)
        assert os.read(end, 100).decode() != mine
        os.close(end)
        assert process.read(open_source(file), "look").properties["pid"] == mine


DOCUMENT = Document(
    "docx",
    (
        Paragraph("文\ud800", Spot(line=3), 2, "一、"),
        Grid((GridCell("甲", 0, 1, Spot(sheet="表", table=1, row=1, column=2), 2, 3, number=True, formula=True),), Spot(table=1)),
    ),
    {"title": "年报"},
    (Notice(Text("中", "en"), Spot(page=4)),),
)


def test_a_document_comes_back_as_it_was_sent() -> None:
    assert unpacked(json.loads(line_of(packed(DOCUMENT)))) == DOCUMENT


@pytest.mark.parametrize("answer", [{}, {"reader": "x", "blocks": [[1]], "properties": {}, "notices": []}, {"reader": "x", "blocks": 3}])
def test_an_answer_that_is_no_document_is_refused(answer: dict[str, object], file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = ReaderProcess()
    monkeypatch.setattr(process, "_ask", lambda *_: answer)
    with pytest.raises(Refused, match="makes no sense"):
        process.read(open_source(file))


def test_the_source_is_read_once_and_its_digest_known(file: Path) -> None:
    source = open_source(file)
    assert source.data == "甲".encode()
    assert source.sha256 == hashlib.sha256("甲".encode()).hexdigest()


def test_only_regular_files_of_some_size_are_opened(tmp_path: Path, file: Path) -> None:
    link, pipe, large = tmp_path / "l.txt", tmp_path / "p.txt", tmp_path / "g.txt"
    link.symlink_to(file)
    os.mkfifo(pipe)
    with large.open("wb") as sparse:
        sparse.truncate(LARGEST_FILE + 1)
    reasons = []
    for path in (link, pipe, tmp_path, large, tmp_path / "no.txt", Path("/dev/zero")):
        with pytest.raises(Refused) as refused:
            open_source(path)
        reasons.append(refused.value.reason.zh)
    assert reasons == [
        "是符号链接，请给出文件本身",
        "不是普通文件",
        "不能读取：这是一个文件夹",
        "超过 20 MiB，年度报告不会这样大",
        "文件不存在",
        "不是普通文件",
    ]


def test_a_suffix_names_its_reader_and_others_are_refused() -> None:
    assert [reader_of(Path(name)) for name in ("a.TXT", "a.docm", "a.htm", "a.xls")] == ["text", "docx", "html", "xlsx"]
    with pytest.raises(Refused, match="not a kind of file"):
        read_in_child(Path("a.exe"))


def test_processor_time_is_allowed_anew_for_each_file() -> None:
    assert child.SECONDS < sandbox.WALL_SECONDS <= 10
