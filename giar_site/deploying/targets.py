"""Targets of site.yaml → hosts."""

from collections.abc import Sequence
from pathlib import Path

from giar_site.addresses import OUTPUT
from giar_site.deploying.directory import Directory
from giar_site.deploying.host import Host
from giar_site.deploying.rsync import Rsync
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.load import Folder, load_settings
from giar_site.settings import Target


def targets_of(site: Path) -> tuple[Target, ...]:
    """The targets of the site in that folder. Raises CannotGoOn, also where one is not written as it must be."""
    with Folder.top(site) as top:
        loaded = load_settings(top)
    wrong = [fault.at.item for fault in loaded.faults if fault.at.item.partition(".")[0] == "deploy"]
    if wrong:
        raise CannotGoOn(
            Text(
                f"site.yaml 的 {wrong[0]} 写得不对，请先运行 giar check 查看并改正。",
                f"{wrong[0]} in site.yaml is not as it must be; run giar check and mend it.",
            )
        )
    return loaded.settings.deploy


def chosen(targets: Sequence[Target], name: str | None) -> Target:
    """The target of that name; where there is only one, it need not be named. Raises CannotGoOn."""
    names = [each.name for each in targets]
    if not targets:
        raise CannotGoOn(
            Text(
                "site.yaml 里没有可用的 deploy: 目标，不知道送到哪里。请照 docs/operating.md“上线”一节写好。",
                "site.yaml has no usable target under deploy:; write one as “Deploy” in docs/operating.md says.",
            )
        )
    if name is None and len(targets) > 1:
        raise CannotGoOn(
            Text(
                f"site.yaml 里有几个目标，请写明一个：{'、'.join(names)}。",
                f"site.yaml has several targets; name one of {', '.join(names)}.",
            )
        )
    for each in targets:
        if name in {None, each.name}:
            return each
    raise CannotGoOn(
        Text(
            f"site.yaml 的 deploy: 里没有 {name}，只有：{'、'.join(names)}。",
            f"deploy: in site.yaml has no {name}, only {', '.join(names)}.",
        )
    )


def host_of(target: Target, site: Path, *, force_unlock: bool = False) -> Host:
    """Reach a target. A path that does not begin at the top begins at the folder of site.yaml. Raises CannotGoOn."""
    if target.type == "rsync":
        return Rsync(target, force_unlock=force_unlock)
    path = (site / target.path).resolve()
    built = (site / OUTPUT).resolve()
    if path == built or built in path.parents or path in built.parents:
        raise CannotGoOn(
            Text(
                f"目标 {path} 和网站文件夹 {site} 重叠。请写别处的文件夹。",
                f"The target {path} overlaps the site's own folder {site}; choose another place.",
            )
        )
    return Directory(path)
