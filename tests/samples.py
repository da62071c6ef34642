r"""Turns the samples of rule manuals into site folders: a sample shows a few lines, `…` stands for the rest as giar new writes it.

A line `--- name` begins a file: `figures.yaml` of the agency's one report, `2021/figures.yaml` of one of several, `content/other/agency.yaml`
and `content/other/2021/figures.yaml` of another agency. Every report that a name lies in is written whole. What a text cannot show stands behind the name: `--- name -> target` is a symbolic link,
`(GBK)` an encoding, `(PNG)` a picture, `(escapes)` says that `\u202e` stands for that character, `(missing)` that there is no such file.
`--- published.lock (locks)` says that the report was published with the figures that follow, `(locks other)` that the section "other"
read otherwise then, `(locks gone/2021)` that it was the report of that agency and year.
"""

import re
from pathlib import Path
from typing import NamedTuple

from sample_locks import Published, write_lock

from giar_site import forms

AGENCY = "sample"
SITE = "title: 样本\n"
AGENCY_YAML = "name: 某某市某某局\nkind: department\n"
_SAID = {
    "overview": "本机关依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设，开展监督考核。",
    "problems": "信息更新还不够及时，下一步将加强巡查。",
    "other": "没有收取信息处理费。",
}
_HEAD = re.compile(r"--- (?P<name>\S+)(?: -> (?P<target>\S+)| \((?P<mark>GBK|PNG|escapes|missing|locks(?: \S+)?)\))?")


class Part(NamedTuple):
    """A file of a sample: its text, and what is special about it."""

    text: str
    target: str = ""
    mark: str = ""


def section_of(manual: str, heading: str) -> str:
    """The text below `heading` in a rule's manual, without its indentation."""
    lines = manual.split("\n")
    heads = [at for at, line in enumerate(lines) if re.match(r"^ {0,4}\S", line)]
    start = next(at for at in heads if lines[at].strip() == heading)
    end = next((at for at in heads if at > start), len(lines))
    body = lines[start + 1 : end]
    margin = min((len(line) - len(line.lstrip()) for line in body if line.strip()), default=0)
    return "\n".join(line[margin:] for line in body).strip("\n") + "\n"


def write_site(folder: Path, sample: str) -> Path:
    """Write a site whose files are the sample's parts laid over sound reports of zeros.

    The sample's agency is left out where the sample names only files of others.
    """
    parts = _parts(sample)
    lock = parts.pop("published.lock", None)
    year = _year_unsaid(parts)
    named = {_path(name, year): part for name, part in parts.items()}
    editions = _editions(named, year)
    files = {"site.yaml": Part(SITE)}
    for report, edition in editions.items():
        slug = report.split("/")[1]
        files[f"content/{slug}/agency.yaml"] = Part(AGENCY_YAML if slug == AGENCY else f"name: 某某市{slug}\nkind: department\n")
        files[f"{report}/figures.yaml"] = Part(sound_figures(edition))
        files[f"{report}/report.md"] = Part(sound_prose(edition))
    for path, part in named.items():
        text, base = part.text, files.get(path, Part("")).text
        if path.endswith(".yaml"):
            text = overlay(text, base, whole=path.endswith("figures.yaml"))
        elif path.endswith("report.md"):
            text = _with_sections(text, base)
        files[path] = part._replace(text=text)
    for path, part in files.items():
        _write(folder / path, part)
    if lock is not None:
        published = Published(AGENCY, year, overlay(lock.text, sound_figures(2019 if year < 2021 else 2021), whole=True))
        write_lock(folder, published, lock.mark.removeprefix("locks").strip())
    return folder


def _year_unsaid(parts: dict[str, Part]) -> int:
    """The year of files named without one: that of a report which is named with it, else the latest of the form they declare."""
    said = next((match[1] for name in parts if (match := re.match(r"(\d{4})/", name))), None)
    return int(said or (2020 if _declared(parts.get("figures.yaml", Part("")).text) == 2019 else 2022))


def _editions(named: dict[str, Part], year: int) -> dict[str, int]:
    """The reports of the site, as `content/agency/year`, each with the edition it is on."""
    others = [path for path in named if path.startswith("content/")]
    found = {match[0]: int(match[1]) for path in others if (match := re.match(r"content/[^/]+/(\d{4})(?=/)", path))}
    own = f"content/{AGENCY}/"
    if not any(report.startswith(own) for report in found) and (not others or any(path.startswith(own) for path in others)):
        found[f"{own}{year}"] = year
    return {
        report: _declared(named.get(f"{report}/figures.yaml", Part("")).text) or (2019 if written < 2021 else 2021)
        for report, written in found.items()
    }


def _declared(figures: str) -> int | None:
    match = re.search(r"^form: *(\d{4})$", figures, re.MULTILINE)
    return int(match[1]) if match and int(match[1]) in {2019, 2021} else None


def _write(target: Path, part: Part) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if part.target:
        target.symlink_to(part.target)
    elif part.mark == "escapes":
        target.write_text(re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), part.text), encoding="utf-8")
    elif part.mark == "PNG":
        target.write_bytes(b"\x89PNG\r\n\x1a\n")
    elif part.mark != "missing":
        target.write_text(part.text, encoding="gb18030" if part.mark == "GBK" else "utf-8")


def _path(name: str, year: int) -> str:
    if name.startswith(("site.yaml", "content/")):
        return name
    if name.startswith("agency.yaml"):
        return f"content/{AGENCY}/{name}"
    return f"content/{AGENCY}/{name}" if re.match(r"\d{4}/", name) else f"content/{AGENCY}/{year}/{name}"


def _parts(sample: str) -> dict[str, Part]:
    """The files of a sample: `--- name` begins one, without it the sample is figures.yaml."""
    parts: dict[str, Part] = {}
    name = "figures.yaml"
    for line in sample.split("\n"):
        match = _HEAD.fullmatch(line)
        if match:
            name = match["name"]
            parts[name] = Part("", match["target"] or "", match["mark"] or "")
        elif line or name in parts:
            before = parts.get(name, Part(""))
            parts[name] = before._replace(text=before.text + line + "\n")
    return parts


def sound_figures(edition: int) -> str:
    """A figures.yaml of `edition` in which every figure is 0."""
    form = forms.edition(edition)
    lines = [f"form: {edition}"]
    open_keys: list[str] = []
    for row in form.rows:
        keys = [row.table, *row.key.split(".")]
        shared = next((at for at, (a, b) in enumerate(zip(keys, open_keys, strict=False)) if a != b), min(len(keys), len(open_keys)))
        lines += [f"{'  ' * depth}{keys[depth]}:" for depth in range(shared, len(keys) - 1)]
        lines.append(f"{'  ' * (len(keys) - 1)}{keys[-1]}: [{', '.join('0' for _ in row.cells)}]")
        open_keys = keys[:-1]
    return "\n".join(lines) + "\n"


def sound_prose(edition: int) -> str:
    """A report.md with the six sections of `edition`, in which nothing is missing."""
    return "".join(f"## {section.title}\n\n{_SAID.get(section.key, '见表。')}\n\n" for section in forms.edition(edition).sections)


def _with_sections(sample: str, base: str) -> str:
    """`sample` with a line `…` replaced by the sections of `base` whose titles it does not write itself."""
    sections = re.split(r"^(?=## )", base, flags=re.MULTILINE)[1:]
    rest = "".join(section for section in sections if section.partition("\n")[0].removeprefix("## ") not in sample)
    return re.sub(r"^…$", lambda _: rest, sample, flags=re.MULTILINE)


def overlay(sample: str, base: str, *, whole: bool) -> str:
    """`sample` with each line `…` replaced by the lines of `base` on that level which the sample does not write itself.

    `whole`: the top level is filled up without being asked (tables the sample does not mention).
    """
    top = sample + "…\n" if whole and not re.search(r"^…$", sample, re.MULTILINE) else sample
    return _fill(top.split("\n"), base.split("\n"))


def _fill(sample: list[str], base: list[str]) -> str:
    out: list[str] = []
    for at, line in enumerate(sample):
        if line.strip() != "…":
            out.append(line)
            continue
        indent = len(line) - len(line.lstrip())
        path = _path_of(sample, at, indent)
        siblings = {_key(each) for each in _level(sample, _path_of_parent(sample, at, indent), indent)}
        for block in _blocks(base, path, indent):
            if _key(block[0]) not in siblings:
                out.extend(block)
    return "\n".join(out)


def _key(line: str) -> str:
    return line.strip().partition(":")[0]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _path_of(lines: list[str], at: int, indent: int) -> list[str]:
    path: list[str] = []
    for line in reversed(lines[:at]):
        if line.strip() and _indent(line) < indent:
            path.insert(0, _key(line))
            indent = _indent(line)
    return path


def _path_of_parent(lines: list[str], at: int, indent: int) -> int:
    return next((position for position in range(at - 1, -1, -1) if lines[position].strip() and _indent(lines[position]) < indent), -1)


def _level(lines: list[str], parent: int, indent: int) -> list[str]:
    found = []
    for line in lines[parent + 1 :]:
        if line.strip() and _indent(line) < indent:
            break
        if _indent(line) == indent:
            found.append(line)
    return found


def _blocks(base: list[str], path: list[str], indent: int) -> list[list[str]]:
    """The blocks (a line with all lines below it) of `base` directly under `path`."""
    start = 0
    for depth, key in enumerate(path):
        start = next(at for at in range(start, len(base)) if base[at] == "  " * depth + f"{key}:") + 1
    blocks: list[list[str]] = []
    for line in base[start:]:
        if not line.strip():
            continue
        if _indent(line) < indent:
            break
        if _indent(line) == indent:
            blocks.append([])
        blocks[-1].append(line)
    return blocks
