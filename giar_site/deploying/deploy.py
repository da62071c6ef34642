"""From a built site to a release that the public sees, and back to an earlier one. At every moment the public sees one release, whole."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from giar_site.deploying.host import MARGIN, Advance, Cargo, Host, State
from giar_site.deploying.plan import Plan, plan
from giar_site.deploying.release import before, next_id, outlived
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import Manifest, NoManifest, manifest_bytes, read_manifest, release_of


class Deployed(NamedTuple):
    """The release that the public sees now, whether it was there before, bytes that travelled, and releases that were removed."""

    name: str
    already: bool = False
    travelled: int = 0
    removed: tuple[str, ...] = ()


class Wishes(NamedTuple):
    """How many releases to `keep`; `agreed` raises where a person does not want what the plan says; `advance` hears how far it is."""

    keep: int
    agreed: Callable[[Plan], None] = lambda _: None
    advance: Advance = lambda _: None


class Planned(NamedTuple):
    """What is to be done, and what was found on the target."""

    plan: Plan
    state: State


def planned(host: Host, manifest: Manifest) -> Planned:
    """Compare the site with what the public sees. Changes nothing. Raises CannotGoOn."""
    state = host.state()
    return Planned(plan(manifest, manifest_of(host, state.current) if state.current else None), state)


def manifest_of(host: Host, release: str) -> Manifest | None:
    """The manifest of a release on the target; None where it is missing or damaged. Raises CannotGoOn."""
    data = host.manifest(release)
    try:
        return read_manifest(data) if data is not None else None
    except NoManifest:
        return None


def deploy(host: Host, built: Path, manifest: Manifest, wishes: Wishes) -> Deployed:
    """Bring the site in the folder `built` to `host`, under a lock. Raises CannotGoOn."""
    with host.lock():
        found = planned(host, manifest)
        release, sealed = release_of(manifest), manifest_bytes(manifest)
        if found.state.current.endswith(f"-{release}") and not host.verify(found.state.current, manifest):
            host.clear("")
            return Deployed(found.state.current, already=True, removed=_pruned(host, wishes.keep))
        wishes.agreed(found.plan)
        _reopen(host, found.state, release)
        _refuse_lack(found, host.clear(release))
        travelled = host.stage(Cargo(release, built, manifest, sealed, found.state.current, found.plan.unchanged), wishes.advance)
        name = next_id(release, found.state.releases, dt.datetime.now(tz=dt.UTC))
        host.settle(release, name)
        host.switch(name)
        return Deployed(name, travelled=travelled, removed=_pruned(host, wishes.keep))


def _reopen(host: Host, state: State, release: str) -> None:
    """The same release may stand there unseen: after a kill just before the switch, or a rollback. It must not be the one before itself."""
    *others, last = [each for each in state.releases if each.endswith(f"-{release}") and each != state.current] or [""]
    if last:
        host.remove(tuple(others))
        host.reopen(last, release)


def _refuse_lack(found: Planned, arrived: int) -> None:
    needed = int(max(found.plan.travelling - arrived, 0) * MARGIN)
    if found.state.free < needed:
        raise CannotGoOn(
            Text(
                f"目标空间不够：需要 {needed:,} 字节，只有 {found.state.free:,} 字节。请腾出空间，或在 site.yaml 里把 keep: 写小。",
                f"Too little space on the target: {needed:,} bytes needed, {found.state.free:,} free. Make room, or lower keep: in site.yaml.",
            )
        )


def _pruned(host: Host, keep: int) -> tuple[str, ...]:
    state = host.state()
    old = outlived(state.releases, state.current, keep)
    host.remove(old)
    return old


def roll_back(host: Host, release: str | None) -> tuple[str, Manifest]:
    """Let the public see an earlier release again (None: the one before), once every file of it has been verified. Raises CannotGoOn."""
    host.state()  # who cannot be reached is told before anything is locked
    with host.lock():
        state = host.state()
        name = _chosen(state, release)
        manifest = manifest_of(host, name)
        wrong = host.verify(name, manifest) if manifest else ("MANIFEST.json",)
        if wrong is None:
            raise CannotGoOn(
                Text(
                    f"服务器上没有 sha256sum，不能核对版本 {name}，没有切换。",
                    f"The host has no sha256sum, so that release {name} cannot be verified; nothing was switched.",
                )
            )
        if manifest is None or wrong:
            raise CannotGoOn(
                Text(
                    f"版本 {name} 已不完整（{len(wrong)} 处：{'、'.join(wrong[:5])}），没有切换。请用 giar releases 看看别的版本。",
                    f"Release {name} is not whole any more ({len(wrong)}: {', '.join(wrong[:5])}); nothing was switched. See giar releases.",
                )
            )
        host.switch(name)
        return name, manifest


def _chosen(state: State, release: str | None) -> str:
    found = [each for each in state.releases if release in {each, each.partition("-")[2]}] if release else []
    name = max(found, default=None) if release else before(state.releases, state.current)
    if name is None:
        lacking = (
            Text(f"没有版本 {release}", f"There is no release {release}")
            if release
            else Text("没有更早的版本", "There is no earlier release")
        )
        raise CannotGoOn(Text(f"{lacking.zh}。用 giar releases 查看有哪些版本。", f"{lacking.en}; giar releases lists those there are."))
    return name
