"""Tell what the packs hold: one rule in full, or a table of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS
from claimlint.packs.model import Law, Pack, Rule

WIDTH = 88


def find(pack: Pack, rule: str) -> Rule:
    """Give a rule by id. Raises ClaimlintError with the nearest ids."""
    if rule in pack.rules:
        return pack.rules[rule]
    close = get_close_matches(rule, pack.rules, 3, 0.4)
    hint = f"did you mean {', '.join(close)}?" if close else "`claimlint rules` lists them"
    raise ClaimlintError(f"there is no rule {rule!r}; {hint}")


def explain(pack: Pack, rule: Rule) -> str:
    """Write everything a rule file knows, for reading on a screen."""
    return "\n".join(_lines(pack, rule)) + "\n"


def _lines(pack: Pack, rule: Rule) -> Iterator[str]:
    yield f"{rule.id}  ({rule.topic}, {rule.says}, since {rule.since}{', on trial' if rule.trial else ''})"
    yield rule.title
    yield ""
    yield from _wrapped(rule.why)
    for law in pack.laws.values():
        yield from _law_lines(law, rule)
    yield from _listed("Write instead", rule.instead)
    yield from _listed("Rewritten by --fix, which puts in the words in <>", rule.rewritten)
    yield from _listed("Reported", [case.text.replace("\n", "⏎") for case in rule.flag])
    yield from _listed("Not reported", [text.replace("\n", "⏎") for text in rule.passed])
    yield from _listed("Dismissed where", [f"{cue.title} ({cue.id})" for cue in pack.dismissing(rule)])
    yield from _listed(
        "Regulators on wording like this", [f"{s.by}, {s.kind}, {s.year}: {s.said}\n{s.source}" for s in rule.seen]
    )
    yield ""
    yield "Limits"
    yield from _wrapped(rule.limits, "  ")
    yield from _listed("Patterns", rule.match)
    yield from _listed("Patterns of rewrites", rule.rewrite)


def _law_lines(law: Law, rule: Rule) -> Iterator[str]:
    kind = law.kinds[rule.says]
    yield ""
    yield f"Law: {law.name}: {law.level(rule)}, class {kind.class_}"
    yield from _wrapped(kind.text, "  ")
    for provision in law.provisions(rule):
        yield from _wrapped(f"{provision.cite}: {provision.text}", "  - ", "    ")
        yield f"    {provision.url} (checked {provision.checked})"


def _listed(title: str, items: tuple[str, ...] | list[str]) -> Iterator[str]:
    if items:
        yield ""
        yield title
        for item in items:
            first, *rest = item.split("\n")
            yield from _wrapped(first, "  - ", "    ")
            yield from (f"    {line}" for line in rest)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    indent = first if rest is None else rest
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False)


def table(pack: Pack, topic: str | None = None, law: str = "us", level: str | None = None) -> str:
    """Write a table of rules: id, level under `law`, topic, kind, title. Raises ClaimlintError for an unknown filter."""
    topics = sorted({rule.topic for rule in pack.rules.values()})
    if topic is not None and topic not in topics:
        raise ClaimlintError(f"there is no topic {topic!r}; known are: {', '.join(topics)}")
    if law not in pack.laws:
        raise ClaimlintError(f"there is no law {law!r}; known are: {', '.join(sorted(pack.laws))}")
    rows = [
        (rule.id, pack.laws[law].level(rule), rule.topic, rule.says, rule.title)
        for rule in pack.rules.values()
        if topic in (None, rule.topic)
    ]
    kept = [row for row in rows if level in (None, row[1])]
    kept.sort(key=lambda row: (row[2], LEVELS.index(row[1]), row[0]))
    widths = [max((len(row[column]) for row in kept), default=0) for column in range(4)]
    lines = [
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4])).rstrip()
        for row in kept
    ]
    return "\n".join([*lines, f"{len(kept)} of {len(pack.rules)} rules"]) + "\n"
