"""Write the rules as Markdown: a page for each, an index by topic and by kind of statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from claimlint.evaluate import Tally
from claimlint.packs.model import Law, Pack, Rule

INDEX = "README.md"
TITLE = "# Rules\n"
"""What the index begins with, and by which it is known."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
PUT = re.compile(r"\\<(.+?)\\>")
MARK = re.compile(r"\[\[(.+?)\]\]", re.S)


def pages(pack: Pack, tallies: Mapping[str, Tally], fired: Counter[str]) -> dict[str, str]:
    """Give the text of every page by file name. `tallies` are measures on a corpus, `fired` firings on foreign copy."""
    written = {f"{rule.id}.md": _text(_page(pack, rule, tallies, fired)) for rule in pack.rules.values()}
    return {INDEX: _text(_index(pack, tallies, fired)), **written}


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(pack: Pack, tallies: Mapping[str, Tally], fired: Counter[str]) -> Iterator[str]:
    yield TITLE
    yield (
        f"{len(pack.rules)} rules, written by `claimlint rules --pages` from the rule files. *Marks*, *recall* and "
        "*precision* are measured on the corpus; *seen* counts firings on copy other than the rule's own cases. A dash "
        "means that the corpus has nothing to measure by."
    )
    yield from _tables("By topic", pack, tallies, fired, lambda rule: rule.topic)
    yield from _tables("By kind of statement", pack, tallies, fired, lambda rule: rule.says)


def _tables(
    title: str, pack: Pack, tallies: Mapping[str, Tally], fired: Counter[str], part: Callable[[Rule], str]
) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    for name in sorted({part(rule) for rule in pack.rules.values()}):
        yield ""
        yield f"### {name}"
        yield ""
        yield f"| rule | {' | '.join(pack.laws)} | says that | marks | recall | precision | seen |"
        yield f"|---|{'---|' * len(pack.laws)}---|--:|--:|--:|--:|"
        for rule in sorted(pack.rules.values(), key=lambda rule: rule.id):
            if part(rule) == name:
                levels = " | ".join(law.level(rule) for law in pack.laws.values())
                figures = " | ".join(_figures(tallies.get(rule.id, Tally())))
                yield f"| [{rule.id}]({rule.id}.md) | {levels} | {plain(rule.title)} | {figures} | {fired[rule.id]} |"


def _figures(tally: Tally) -> tuple[str, str, str]:
    recall = f"{tally.found / tally.marks:.2f}" if tally.marks else "–"
    precision = f"{tally.right / tally.findings:.2f}" if tally.findings else "–"
    return str(tally.marks), recall, precision


def _page(pack: Pack, rule: Rule, tallies: Mapping[str, Tally], fired: Counter[str]) -> Iterator[str]:
    yield f"# {rule.id}"
    yield ""
    yield f"**{plain(rule.title)}.** {plain(rule.why)}"
    yield ""
    trial = " On trial: a note until it has been seen at work on more copy." if rule.trial else ""
    yield f"Topic {rule.topic}, kind `{rule.says}`, since {rule.since}.{trial}"
    for law in pack.laws.values():
        yield from _law(law, rule)
    yield from _section("Write instead", map(plain, rule.instead))
    yield from _section("Rewritten by `--fix`, which puts in the bold words", map(_put_in, rule.rewritten))
    yield from _section("Reported", (_shown(case.text) for case in rule.flag))
    yield from _section("Not reported", map(_shown, rule.passed))
    yield from _section("Dismissed where", (f"{plain(cue.title)} (`{cue.id}`)" for cue in pack.dismissing(rule)))
    yield from _section(
        "Regulators on wording like this",
        (f"{plain(s.by)}, {plain(s.kind)}, {s.year}: {plain(s.said)} (<{s.source}>)" for s in rule.seen),
    )
    yield from _section("Limits", [plain(rule.limits)])
    marks, recall, precision = _figures(tallies.get(rule.id, Tally()))
    yield from _section(
        "Measured",
        [
            f"corpus: {marks} marks, recall {recall}, precision {precision}",
            f"fired {fired[rule.id]} times on other copy",
        ],
    )


def _law(law: Law, rule: Rule) -> Iterator[str]:
    kind = law.kinds[rule.says]
    yield ""
    yield f"## {law.name}: {law.level(rule)}, class {kind.class_}"
    yield ""
    yield plain(kind.text)
    yield ""
    for provision in law.provisions(rule):
        yield f"- [{plain(provision.cite)}]({provision.url}), checked {provision.checked}: {plain(provision.text)}"


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from ("", f"## {title}", "", *lines)


def _put_in(case: str) -> str:
    """Give a case of a rewrite, the words put in bold."""
    return PUT.sub(r"**\1**", plain(case))


def _shown(case: str) -> str:
    """Give a case on one line, its marked words bold."""
    parts = MARK.split(case.replace("\n", "⏎"))
    return "".join(f"**{plain(part)}**" if number % 2 else plain(part) for number, part in enumerate(parts))


def plain(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return MARKUP.sub(r"\\\1", text)
