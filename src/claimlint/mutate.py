"""Change cases harmlessly and see what slips; deny claims and see what still fires."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimlint.marks import Mark, read_marks
from claimlint.packs.model import Rule
from claimlint.selftest import Bench


class Slip(NamedTuple):
    """A changed case that came out differently: the change, the rule, the text."""

    change: str
    rule: str
    text: str


Change = Callable[[str, Mark], "str | None"]
"""Give a changed text, or nothing where the change does not apply to it."""
LOOKALIKE = str.maketrans("aeopcx", "аеорсх")


def _inside(text: str, mark: Mark, change: Callable[[str], str]) -> str:
    return text[: mark.start] + change(text[mark.start : mark.end]) + text[mark.end :]


def _upper(text: str, mark: Mark) -> str:
    return text.upper()


def _lower(text: str, mark: Mark) -> str | None:
    return text.lower() if "#" not in text else None


def _soft_hyphen(text: str, mark: Mark) -> str:
    return _inside(text, mark, lambda words: re.sub(r"(\w{3})(?=\w{2})", "\\1\u00ad", words, count=1))


def _zero_width(text: str, mark: Mark) -> str:
    return _inside(text, mark, lambda words: re.sub(r"(\w{2})(?=\w{2})", "\\1\u200b", words))


def _lookalike(text: str, mark: Mark) -> str:
    return _inside(text, mark, lambda words: words.translate(LOOKALIKE))


def _hyphens(text: str, mark: Mark) -> str | None:
    words = text[mark.start : mark.end]
    return _inside(text, mark, lambda words: words.replace(" ", "-")) if words.count(" ") == 1 else None


def _no_hyphens(text: str, mark: Mark) -> str | None:
    return text.replace("-", " ") if re.search(r"[a-z]-[a-z]", text[mark.start : mark.end]) else None


def _emoji(text: str, mark: Mark) -> str:
    return _inside(text, mark, lambda words: words.replace(" ", " 🌿 ", 1))


def _adverb_before(text: str, mark: Mark) -> str | None:
    if text[: mark.start].endswith("#"):
        return None
    return text[: mark.start] + "gently " + text[mark.start :]


def _line_break(text: str, mark: Mark) -> str | None:
    words = text[mark.start : mark.end]
    return _inside(text, mark, lambda words: words.replace(" ", "\n", 1)) if " " in words and words.islower() else None


def _denied(text: str, mark: Mark) -> str | None:
    words = text[mark.start : mark.end]
    first = re.match(r"([a-z]+?)s (?=\w)", words)
    return (
        f"This product does not {first[1]} {words[first.end() :]}."
        if first and not words.startswith(("is ", "has "))
        else None
    )


HARMLESS: dict[str, Change] = {
    "capitals": _upper, "small letters": _lower, "soft hyphen": _soft_hyphen, "zero width": _zero_width,
    "look-alikes": _lookalike, "hyphenated": _hyphens, "unhyphenated": _no_hyphens, "emoji": _emoji,
    "adverb": _adverb_before, "line break": _line_break,
}  # fmt: skip
DENYING: dict[str, Change] = {"negation": _denied}
DISGUISES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper, "full stop": lambda text: text.rstrip(".") + ".", "lead": lambda text: "New in store. " + text,
    "tail": lambda text: text.rstrip() + " Available in two sizes.",
}  # fmt: skip
"""Changes that leave innocent copy innocent."""


def slips(bench: Bench) -> Iterator[Slip]:
    """Give flagged cases that a harmless change hides. Counting is left to the caller."""
    for rule, text, mark in _marked_cases(bench):
        for name, change in HARMLESS.items():
            changed = change(text, mark)
            if changed is not None and not _reported(bench, rule, changed):
                yield Slip(name, rule.id, changed)


def misfires(bench: Bench) -> Iterator[Slip]:
    """Give denied claims, and passed cases harmlessly changed, that are reported."""
    for rule, text, mark in _marked_cases(bench):
        for name, change in DENYING.items():
            changed = change(text, mark)
            if changed is not None and _severe(bench, changed):
                yield Slip(name, rule.id, changed)
    for rule in bench.pack.rules.values():
        for passed in rule.passed:
            for name, disguise in DISGUISES.items():
                if _severe(bench, disguise(passed)):
                    yield Slip(name, rule.id, disguise(passed))


def _marked_cases(bench: Bench) -> Iterator[tuple[Rule, str, Mark]]:
    for rule in bench.pack.rules.values():
        for case in rule.flag:
            text, marks = read_marks(case.text)
            yield rule, text, marks[0]


def _reported(bench: Bench, rule: Rule, text: str) -> bool:
    return any(c.rule == rule.id and not c.said.dismissed_by for c in bench.candidates(text))


def _severe(bench: Bench, text: str) -> bool:
    return any(finding.level != "note" for finding in bench.findings(text))


def mutation_report(bench: Bench, show: int) -> str:
    """Write how many changed cases slip or misfire, by change, and the first `show` of each kind."""
    hidden, fired = list(slips(bench)), list(misfires(bench))
    tried_hidden = sum(
        change(text, mark) is not None for _, text, mark in _marked_cases(bench) for change in HARMLESS.values()
    )
    tried_fired = sum(
        change(text, mark) is not None for _, text, mark in _marked_cases(bench) for change in DENYING.values()
    ) + len(DISGUISES) * sum(len(rule.passed) for rule in bench.pack.rules.values())
    return _account("slipped", hidden, tried_hidden, show) + _account("misfired", fired, tried_fired, show)


def _account(what: str, found: list[Slip], tried: int, show: int) -> str:
    by_change: dict[str, int] = defaultdict(int)
    for slip in found:
        by_change[slip.change] += 1
    parts = ", ".join(f"{name} {count}" for name, count in sorted(by_change.items())) or "none"
    lines = [f"{what}: {len(found)} of {tried} changed cases ({100 * len(found) / max(tried, 1):.1f} %): {parts}"]
    lines += [f"  {slip.change}: {slip.rule}: {slip.text!r}" for slip in found[:show]]
    return "\n".join(lines) + "\n"
