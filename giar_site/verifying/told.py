"""What `giar verify` says: a line a difference, or JSON."""

import json
from collections.abc import Iterator
from typing import Final

from giar_site.diagnostics import Text
from giar_site.verifying.difference import WORDS, Difference, Kind
from giar_site.verifying.verify import Verified

MOST_LISTED: Final = 100


def as_text(verified: Verified) -> Iterator[Text]:
    """Yield the sentences, the verdict last."""
    for each in verified.differences[:MOST_LISTED]:
        yield _line(each)
    if (more := len(verified.differences) - MOST_LISTED) > 0:
        yield Text(f"另有 {more} 处不一致没有列出。", f"{more} more differences are not listed.")
    if not verified.listed:
        yield Text("网址上多出来的文件看不到，没有核对。", "Files added on a server cannot be seen and were not looked for.")
    if verified.sm3_unchecked:
        yield Text("本机不能计算 SM3，只核对了 SHA-256。", "This machine cannot compute SM3; only SHA-256 was compared.")
    if verified.key:
        yield Text(f"签名正确：密钥编号 {verified.key}。", f"The signature is right: key {verified.key}.")
    elif verified.signed and not _is_unsigned(verified):
        yield Text(
            "有签名文件 MANIFEST.json.sig，没有核对：请用 --public-key 给出打包人的公钥。",
            "There is a signature, MANIFEST.json.sig, which was not checked: give the packer's public key by --public-key.",
        )
    number, counts = len(verified.differences), f"{verified.files:,} 个文件，{verified.size:,} 字节，{verified.figures:,} 个数字"
    english = f"{verified.files:,} files, {verified.size:,} bytes, {verified.figures:,} figures"
    release = verified.release or "—"
    if number:
        yield Text(
            f"核对不通过：{number} 处不一致（{counts}；发布编号 {release}）。",
            f"not verified: differences: {number} ({english}; release {release}).",
        )
    else:
        yield Text(f"核对通过：{counts}；发布编号 {release}。", f"verified: {english}; release {release}.")


def _is_unsigned(verified: Verified) -> bool:
    """Whether a public key was given, and the signature is not right by it."""
    return any(each.kind in {Kind.NO_SIGNATURE, Kind.SIGNATURE} for each in verified.differences)


def _line(each: Difference) -> Text:
    words = WORDS[each.kind]
    if each.why.zh:
        return Text(f"{words.zh}：{each.why.zh}", f"{words.en}: {each.why.en}")
    place = _printable(each.path) + (f"：{each.label}（{_printable(each.cell)}）" if each.cell else "")
    expected, actual = _printable(each.expected), _printable(each.actual)
    if each.kind in {Kind.RENAMED, Kind.SWAPPED}:
        return Text(f"{words.zh}：{place} ↔ {actual}", f"{words.en}: {place} <-> {actual}")
    if not each.expected and not each.actual and each.kind is not Kind.FIGURE:
        return Text(f"{words.zh}：{place}", f"{words.en}: {place}")
    return Text(f"{words.zh}：{place}：应为“{expected}”，实为“{actual}”", f"{words.en}: {place}: should be “{expected}”, is “{actual}”")


def _printable(text: str) -> str:
    """A text of strangers, without what a terminal would obey."""
    return "".join(char if char.isprintable() else "�" for char in text)


def as_json(verified: Verified) -> str:
    """The contract's version 1."""
    held = {
        "version": 1,
        "release": verified.release or None,
        "summary": {
            "verified": not verified.differences,
            "files": verified.files,
            "bytes": verified.size,
            "figures": verified.figures,
            "differences": len(verified.differences),
            "additions_seen": verified.listed,
            "signature": "right" if verified.key else "wrong" if _is_unsigned(verified) else "unchecked" if verified.signed else None,
            "key": verified.key or None,
        },
        "differences": [
            {"kind": each.kind, "path": each.path, "cell": each.cell or None, "expected": each.expected, "actual": each.actual}
            for each in verified.differences
        ],
    }
    return json.dumps(held, ensure_ascii=True, indent=2)
