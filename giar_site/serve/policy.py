"""A page's Content-Security-Policy, opened just as far as the preview needs."""

from collections.abc import Mapping, Sequence

# The preview speaks http on a name that has no certificate; published pages keep this directive.
DROPPED = "upgrade-insecure-requests"


def widened(policy: str, needs: Mapping[str, Sequence[str]]) -> str:
    """Return `policy` with the sources that `needs` asks for, directive by directive; whatever is not restricted stays so."""
    directives: dict[str, Sequence[str]] = {}
    for words in (directive.split() for directive in policy.split(";")):
        if words and words[0].lower() != DROPPED:
            directives.setdefault(words[0].lower(), words[1:])  # the first one counts, as in browsers
    for name, sources in needs.items():
        if name not in directives and "default-src" in directives:
            directives[name] = directives["default-src"]
        for restricted in (name, f"{name}-elem"):
            if restricted in directives:
                directives[restricted] = _with(directives[restricted], sources)
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _with(present: Sequence[str], sources: Sequence[str]) -> list[str]:
    kept = [source for source in present if source.lower() != "'none'"]
    return kept + [source for source in sources if source not in kept]
