"""What was looked at, for people and for programs: the same sentences in both."""

import json
from collections import Counter
from collections.abc import Sequence

from giar_site.diagnostics import Text
from giar_site.examining.examined import About, Examined, State
from giar_site.private import hushed


def exit_code(found: Sequence[Examined]) -> int:
    """2 where giar cannot work here, 1 where the site has faults, else 0."""
    faulty = {each.about for each in found if each.state is State.FAULT}
    return 2 if About.ENVIRONMENT in faulty else 1 if faulty else 0


def shown(found: Sequence[Examined], form: str, language: str) -> str:
    """All of it as `form`, "text" or "json"."""
    return _json(found, language) if form == "json" else _text(found, language)


def _text(found: Sequence[Examined], language: str) -> str:
    lines = []
    for about in About:
        lines.append(about.text.in_language(language))
        for each in found:
            if each.about is about:
                lines.append(f"  [{each.state.text.in_language(language)}] {hushed(each.said.in_language(language))}")
                if each.mend.en:
                    lines.append(f"         {Text('办法：', 'to do: ').in_language(language)}{hushed(each.mend.in_language(language))}")
        lines.append("")
    return "\n".join([*lines, conclusion(found).in_language(language), ""])


def conclusion(found: Sequence[Examined]) -> Text:
    """The last line."""
    states = Counter(each.state for each in found)
    faults, advice = states[State.FAULT], states[State.ADVICE]
    if faults:
        return Text(f"有 {faults} 个问题要解决，另有 {advice} 条建议。", f"{faults} to be mended, {advice} advised.")
    if advice:
        return Text(f"没有问题，有 {advice} 条建议。", f"no faults, {advice} advised.")
    return Text("一切正常。", "all is well.")


def _json(found: Sequence[Examined], language: str) -> str:
    states = Counter(each.state for each in found)
    said = {
        "version": 1,
        "summary": {state.value: states[state] for state in State},
        "checks": [
            {
                "about": each.about.value,
                "name": each.name,
                "state": each.state.value,
                "message": hushed(each.said.in_language(language)),
                "mend": hushed(each.mend.in_language(language)),
            }
            for each in found
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
