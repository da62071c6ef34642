"""The machine: Python, how it writes Chinese, the extras, what the digests and signatures need."""

import importlib
import sys
from typing import Final

from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, environment
from giar_site.sealing import has_sm2, has_sm3

_OLDEST: Final = (3, 11)
# The extras of pyproject.toml: the modules of each, and what cannot be done without them.
EXTRAS: Final = {
    "office": (
        ("pypinyin", "opencc", "xlsxwriter", "docx", "selectolax", "pypdfium2"),
        Text("导入、导出 Word、Excel、网页、PDF", "importing and exporting Word, Excel, web pages and PDF"),
    ),
    "sign": (("cryptography",), Text("给打包好的网站签名", "signing packages")),
}


def python_version(version: tuple[int, ...]) -> Examined:
    """Whether Python is new enough."""
    shown = ".".join(map(str, version[:3]))
    if version < _OLDEST:
        return environment(
            "python",
            State.FAULT,
            Text(f"Python {shown} 太旧，giar 需要 3.11 以上。", f"Python {shown} is too old; giar needs 3.11 or later."),
            Text("请安装 Python 3.11 或更新的版本，再重新安装 giar。", "install Python 3.11 or later, then giar anew."),
        )
    return environment("python", State.OK, Text(f"Python {shown}。", f"Python {shown}."))


def encoding(output: str, names: str) -> Examined:
    """Whether sentences in Chinese come out whole: `output` is the encoding of the terminal, `names` that of file names."""
    if {_plain(output), _plain(names)} == {"utf8"}:
        return environment("encoding", State.OK, Text("中文按 UTF-8 输出。", "Chinese is put out as UTF-8."))
    return environment(
        "encoding",
        State.ADVICE,
        Text(
            f"输出编码是 {output}，文件名编码是 {names}，不是 UTF-8，中文可能显示成问号；写出的网页不受影响。",
            f"output is {output} and file names are {names}, not UTF-8; Chinese may show as question marks. Pages are not affected.",
        ),
        Text("请设环境变量 LANG=C.UTF-8 和 PYTHONUTF8=1。", "set the environment variables LANG=C.UTF-8 and PYTHONUTF8=1."),
    )


def _plain(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


def libraries_of(name: str) -> Examined:
    """Whether every library of an extra is there and can be loaded."""
    modules, use = EXTRAS[name]
    lacking = [module for module in modules if not _loads(module)]
    if not lacking:
        return environment(f"extra_{name}", State.OK, Text(f"{use.zh}：程序库齐全。", f"{use.en}: all libraries are there."))
    return environment(
        f"extra_{name}",
        State.ADVICE,
        Text(f"{use.zh}：缺少或装坏了 {'、'.join(lacking)}。", f"{use.en}: {', '.join(lacking)} missing or broken."),
        Text(f"需要时运行：pip install 'giar[{name}]'", f"if you need it, run: pip install 'giar[{name}]'"),
    )


def _loads(module: str) -> bool:
    try:
        importlib.import_module(module)
    except Exception:  # noqa: BLE001 - a library made for another machine fails in any way it likes
        return False
    return True


def chinese_digests() -> Examined:
    """Whether SM3 and SM2 can be computed."""
    lacking = [name for name, there in (("SM3", has_sm3()), ("SM2", has_sm2())) if not there]
    if not lacking:
        return environment("sm", State.OK, Text("国密 SM3 校验值、SM2 签名可用。", "SM3 digests and SM2 signatures are available."))
    return environment(
        "sm",
        State.ADVICE,
        Text(
            f"{'、'.join(lacking)} 用不了：清单只写 SHA-256，签名用 Ed25519，核对不受影响。",
            f"no {' and '.join(lacking)}: manifests hold SHA-256 only, signatures are Ed25519; verification works all the same.",
        ),
        Text("需要国密时，请安装 OpenSSL 3 和用它编译的 Python。", "if it is required, install OpenSSL 3 and a Python built with it."),
    )


def platform() -> list[Examined]:
    """All of it."""
    return [
        python_version(sys.version_info[:3]),
        encoding(sys.stdout.encoding or "ascii", sys.getfilesystemencoding()),
        *map(libraries_of, EXTRAS),
        chinese_digests(),
    ]
