"""G101."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G101", Severity.ERROR, over="fault", acceptable=False)
def unsafe_file(fault: Fault) -> Iterator[Finding]:
    """文件不能读取 / Unsafe file

    What it checks
        只读取普通文件和文件夹：不跟随符号链接，不读管道和设备；名称、大小、编码和附件格式都要合乎要求。

        Only plain files and folders are read: no symbolic links, pipes or devices; name, size, encoding and format must be sound.

    Why
        链接可能把别处的文件带上网站；不是 UTF-8 的文字会变成乱码；有些名称在别的系统上打不开。

        A link could publish a file from elsewhere, text in another encoding turns to garbage, some names open on no other system.

    Wrong
        --- files/附表.pdf -> ../../../内部/附表.pdf

    Right
        --- report.md
        ---
        attachments:
          - {title: 附表, file: 附表.csv}
        ---
        …
        --- files/附表.csv
        项目,件数
        收到申请,0

    How to mend it
        放入真正的文件；文字另存为 UTF-8 编码；名称改用文字、字母、数字和减号。

        Put the real file there, save text as UTF-8, and name it with letters, digits and hyphens.

    Source
        giar 的安全约定：机关文件夹里的内容一律当作不可信的输入。
    """
    item = fault.at.item
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"“{item}”没有读取：{fault.word('zh')}。", f"“{item}” was not read: {fault.word('en')}."),
        mend=Text("照上面所说改正这个文件或它的名称，再检查一次。", "correct the file or its name as said above, then check again."),
    )
