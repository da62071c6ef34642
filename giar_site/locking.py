"""`giar lock`: records what has been published in published.lock, so that no later change goes unnoticed."""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from giar_site import forms
from giar_site.addresses import OUTPUT
from giar_site.causes import cannot
from giar_site.check import CheckedAgency, check_site
from giar_site.derive import version_of, versions_of
from giar_site.diagnostics import Text
from giar_site.load import LOCK, Locks, refuse_lost_records
from giar_site.locked import Locked
from giar_site.model import Agency, Report, Site
from giar_site.rules import accepted_values


class Recorded(NamedTuple):
    """What `giar lock` did, as "agency/year": recorded for the first time, as a new version, already recorded so, left out for errors, and as examples."""

    added: tuple[str, ...]
    renewed: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_out: tuple[str, ...]
    examples: tuple[str, ...] = ()


def lock_site(site: Path, jobs: int = 1, *, today: str, is_example: Callable[[Agency], bool] = lambda _: False) -> Recorded:
    """Record every report of the site that may be published as it stands, dated `today`. Raises CannotGoOn.

    A report with errors is left out, and so is one that was changed without a correction: that is one. Those of an agency that
    `is_example` are never recorded: once in the record they could not be deleted any more without saying why.
    """
    checked = check_site(site, jobs, today=today)
    refuse_lost_records(site / OUTPUT, checked.locked)
    before = Site(checked.settings, tuple(each.agency for each in checked.agencies), today=today, locked=checked.locked)
    locks = dict(checked.locked)
    done: dict[str, list[str]] = {"added": [], "renewed": [], "unchanged": [], "left_out": [], "examples": []}
    for each in checked.agencies:
        for report in each.agency.reports:
            key = report.agency, report.year
            if is_example(each.agency):
                how = "examples"
            elif _is_barred(each, report):
                how = "left_out"
            else:
                grown = _grown(versions_of(before, *key), each, report, today)
                how = "added" if key not in locks else "unchanged" if grown == locks[key] else "renewed"
                locks[key] = grown
            done[how].append(f"{report.agency}/{report.year}")
    if done["added"] or done["renewed"]:
        _write(site / LOCK, "".join(written(locks)))
    return Recorded(**{name: tuple(reports) for name, reports in done.items()})


def _grown(versions: tuple[Locked, ...], each: CheckedAgency, report: Report, today: str) -> tuple[Locked, ...]:
    """`versions` and the one that stands now, where it is another. The days never go back, whatever the clocks of two computers say."""
    accepted = accepted_values(report, [finding for finding in each.findings if finding.at.year == report.year])
    last = versions[-1] if versions else None
    now = version_of(report, max(today, last.date) if last else today, accepted, each.agency)
    return versions if last and now._replace(date=last.date) == last else (*versions, now)


def _is_barred(each: CheckedAgency, report: Report) -> bool:
    return any(finding.blocks and finding.at.year in {None, report.year} for finding in each.findings)


def written(locks: Locks) -> Iterator[str]:
    """published.lock piece by piece: a version of a report is one line, reports in order, so that a repository shows what was added."""
    yield '{"version": 1, "reports": {'
    separator = "\n"
    for (slug, year), versions in sorted(locks.items()):
        lines = ",\n ".join(json.dumps(_data(version), ensure_ascii=False) for version in versions)
        yield f'{separator}"{slug}/{year}": [\n {lines}]'
        separator = ",\n"
    yield "\n}}\n"


def _data(version: Locked) -> dict[str, object]:
    texts = iter(version.figures)
    rows = {row.id: [next(texts) for _ in row.cells] for row in forms.edition(version.form).rows}
    return {
        "date": version.date,
        "form": version.form,
        "figures": rows,
        "texts": dict(version.texts),
        "corrections": list(version.corrections),
        "accepted": dict(version.accepted),
    }


def _write(path: Path, text: str) -> None:
    """Write aside, then replace: a power cut leaves the old record or the new one."""
    with cannot(Text("写入", "write"), path):
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
