"""Turns the samples of rule manuals into site folders: a sample shows a few lines, `…` stands for the rest as giar new writes it."""

import re
from pathlib import Path

from giar_site import forms

AGENCY = "sample"
SITE = "title: 样本\n"
AGENCY_YAML = "name: 某某市某某局\nkind: department\n"


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
    """Write a site with one agency, whose files are the sample's parts laid over a sound report of zeros."""
    parts = _parts(sample)
    named_year = next((match[1] for name in parts if (match := re.match(r"(\d{4})/", name))), None)
    figures = next((text for name, text in parts.items() if name.endswith("figures.yaml")), "")
    declared = re.search(r"^form: *(\d{4})$", figures, re.MULTILINE)
    year = int(named_year or (2020 if declared and declared[1] == "2019" else 2022))
    edition = int(declared[1]) if declared and int(declared[1]) in {2019, 2021} else (2019 if year < 2021 else 2021)
    files = {
        "site.yaml": SITE,
        f"content/{AGENCY}/agency.yaml": AGENCY_YAML,
        f"content/{AGENCY}/{year}/figures.yaml": sound_figures(edition),
        f"content/{AGENCY}/{year}/report.md": sound_prose(edition),
    }
    for name, text in parts.items():
        path = _path(name, year)
        if path.endswith("figures.yaml"):
            files[path] = overlay(text, sound_figures(edition))
        elif text.strip() != "…":
            files[path] = text
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def _path(name: str, year: int) -> str:
    if name.startswith(("site.yaml", "content/")):
        return name
    if name.startswith("agency.yaml"):
        return f"content/{AGENCY}/{name}"
    return f"content/{AGENCY}/{name}" if re.match(r"\d{4}/", name) else f"content/{AGENCY}/{year}/{name}"


def _parts(sample: str) -> dict[str, str]:
    """The files of a sample: `--- name` begins one, without it the sample is figures.yaml."""
    parts: dict[str, str] = {}
    name = "figures.yaml"
    for line in sample.split("\n"):
        match = re.fullmatch(r"--- (\S+)", line)
        if match:
            name = match[1]
            parts[name] = ""
        elif line or name in parts:
            parts[name] = parts.get(name, "") + line + "\n"
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
    """A report.md with the six sections of `edition`."""
    return "".join(f"## {section.title}\n\n内容。\n\n" for section in forms.edition(edition).sections)


def overlay(sample: str, base: str) -> str:
    """`sample` with each line `…` replaced by the lines of `base` on that level which the sample does not write itself.

    Tables the sample does not mention are always filled in.
    """
    top = sample if re.search(r"^…$", sample, re.MULTILINE) else sample + "…\n"
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
