"""One finding in plain words, for outputs that have one message for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.findings import Finding, Level
from claimlint.writers.plain import line, short
from claimlint.writers.visible import code

MOST_WORDS = 200
"""Characters of the claim's own words in a message."""

BROKEN = re.compile("[\ud800-\udfff]")
"""What stands in a file's name for bytes that are not UTF-8."""

HIDDEN: tuple[str, ...] = ("known", "approved")
"""The states of findings that no longer count."""


def headline(finding: Finding) -> str:
    """Say in one line what the words claim, and in what state the finding is if it is not new."""
    return f'{_state(finding)}{line(finding.title)}: "{short(finding.text, MOST_WORDS)}"'


def details(finding: Finding) -> Iterator[str]:
    """Give the lines below the headline: why, what to write instead, the law, who let it stand."""
    yield f"Why: {line(finding.why)}"
    if finding.instead:
        yield f"Instead: {' | '.join(map(line, finding.instead))}"
    yield f"Law: {line(finding.law)}, {line(finding.class_)}{_cites(finding)}"
    if finding.approval:
        yield f"Approved: {approved(finding)}"


def message(finding: Finding) -> str:
    """Give headline and details, line by line."""
    return "\n".join([headline(finding), *details(finding)])


def approved(finding: Finding) -> str:
    """Tell in one line why a finding may stand, and who wrote that where and until when."""
    told = finding.approval
    if told is None:
        return ""
    facts = {"by": told.by, "on": told.date, "until": told.expires, "evidence:": told.evidence, "in": told.place}
    return ", ".join([line(told.reason), *(f"{name} {line(fact)}" for name, fact in facts.items() if fact)])


def loudness(finding: Finding) -> Level:
    """Give the level at which to tell a finding where there is only one list: what is not new speaks softly."""
    return finding.level if finding.state == "new" else "note"


def spot(finding: Finding) -> str:
    """Give the place by which a person finds the words: a page, a cell or paragraph, or line and column."""
    if finding.page:
        return f"page {finding.page}"
    if finding.is_in_lines:
        return f"{finding.start.line}:{finding.start.column}"
    return line(finding.pointer)


def relative(path: str, root: str) -> str:
    """Give a path as seen from the folder `root`, where it lies in it."""
    return path.removeprefix(f"{root}/" if root else "").removeprefix("./")


def encodable(path: str, root: str) -> str:
    """Give a path as `relative` does, for readers that refuse an empty one and all but UTF-8.

    A byte that is not UTF-8 is spelt out.
    """
    return BROKEN.sub(lambda char: code(char.group()), relative(path, root)) or "."


def _state(finding: Finding) -> str:
    return f"[{finding.state}] " if finding.state in HIDDEN else ""


def _cites(finding: Finding) -> str:
    cites = "; ".join(line(basis.cite) for basis in finding.basis)
    return f": {cites}" if cites else ""
