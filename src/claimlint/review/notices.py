"""Findings about approvals: those that have run out, mean nothing, or have no effect for the way they are written."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claimlint.findings import REVIEW, Allowance, Finding, Level, Place
from claimlint.packs.check import suggest
from claimlint.review.sidecar import Entry, Meaning, Sidecar, Written

Use = tuple[Allowance, str] | tuple[str, Meaning]
"""What met a finding: a comment with the rule that it names, or a file of approvals with what an entry of it means."""
Used = Collection[Use]
Off = Mapping[str, Collection[str]]
"""By path of an entry: the rules of which settings dismissed claims in what it holds; their approvals may be needed again."""


@dataclass(frozen=True, slots=True)
class Run:
    """What approvals are held against: the day, the ids of all rules, the true folders that were checked as a whole.

    `is_whole` says that all words of each checked file were read; without it none is called unused.
    """

    today: date
    rules: Collection[str]
    folders: tuple[Path, ...] = ()
    is_whole: bool = True


class Kind(NamedTuple):
    """What is wrong with an approval, and what to do."""

    rule: str
    level: Level
    title: str
    instead: str


EXPIRED = Kind(
    "allow-expired", "warning", "An approval has run out",
    "Have the claim approved anew and give a later day, or change the copy and remove the approval.",
)  # fmt: skip
UNUSED = Kind(
    "allow-unused", "warning", "An approval that nothing needs any more",
    "Remove it, so that it does not let a later claim pass unseen.",
)  # fmt: skip
UNKNOWN_RULE = Kind(
    "allow-unknown-rule", "error", "An approval for a rule that does not exist",
    "Name a rule as reports do, in square brackets; `claimlint rules` lists them.",
)  # fmt: skip
WITHOUT_RULE = Kind(
    "allow-without-rule", "error", "An approval that names no rule", "Write it as: claimlint: allow[rule-id] reason."
)
WITHOUT_REASON = Kind(
    "allow-without-reason", "error", "An approval without a reason", "Write behind the bracket why the claim may stand."
)
WITHOUT_EVIDENCE = Kind(
    "allow-without-evidence", "warning", "An approval whose evidence is missing",
    "Put the file back, or name the file that the claim leans on now.",
)  # fmt: skip

KINDS = {kind.rule: kind for kind in (EXPIRED, UNUSED, UNKNOWN_RULE, WITHOUT_RULE, WITHOUT_REASON, WITHOUT_EVIDENCE)}


class Told(NamedTuple):
    """A kind of fault, where the approval stands, and why it is one."""

    kind: Kind
    path: str
    start: Place
    end: Place
    text: str
    why: str


def of_comment(comment: Allowance, used: Used, off: Collection[str], run: Run, *, is_read: bool) -> Iterator[Told]:
    """Tell what is wrong with a comment; `off` are the rules of which settings dismissed claims in its file."""
    at = comment.path, comment.start, comment.end, comment.text
    if not comment.rules:
        yield Told(WITHOUT_RULE, *at, "It does not say which rule's findings may stand, so it has no effect.")
        return
    if not comment.reason:
        yield Told(WITHOUT_REASON, *at, "Nobody could tell later why the claim was let stand, so it has no effect.")
        return
    for rule in comment.rules:
        if rule not in run.rules:
            yield Told(UNKNOWN_RULE, *at, _unknown(rule, run))
        elif is_read and run.is_whole and (comment, rule) not in used and rule not in off:
            place = f"on line {comment.line}" if comment.line else "behind it"
            yield Told(UNUSED, *at, f"No finding of {rule} starts {place}.")


def of_entry(one: Written, sidecar: Sidecar, used: Used, places: Collection[str], off: Off, run: Run) -> Iterator[Told]:
    """Tell what is wrong with an entry; `places` are the files that were read, as seen from its folder."""
    entry = one.entry
    at = one.file, one.start, one.end, one.text
    if entry.rule and entry.rule not in run.rules:
        yield Told(UNKNOWN_RULE, *at, _unknown(entry.rule, run))
    elif (one.file, entry.meaning) not in used:
        if run.is_whole and _is_checked(one, sidecar, places, run) and not _is_off(entry, off):
            meant = f"the fingerprint {entry.fingerprint}" if entry.fingerprint else f"the words {entry.words!r}"
            yield Told(UNUSED, *at, f"No finding has {meant}{f' in {entry.path}' if entry.path else ''}.")
    elif entry.is_expired(run.today):
        yield Told(EXPIRED, *at, f"It held until {entry.expires}; the claim is reported again.")
    elif sidecar.is_evidence_missing(entry):
        yield Told(WITHOUT_EVIDENCE, *at, f"There is no file {entry.evidence!r} beside or below the file of approvals.")


def _is_checked(one: Written, sidecar: Sidecar, places: Collection[str], run: Run) -> bool:
    """Tell whether all was checked that an entry may be for: its one file, or the whole folder of approvals."""
    whole = any(sidecar.folder.is_relative_to(folder) for folder in run.folders)
    return whole or one.entry.path.removeprefix("./") in places


def _is_off(entry: Entry, off: Off) -> bool:
    """Tell whether settings dismissed claims that an entry may be for."""
    rules = off.get(entry.meaning.path, ())
    return entry.rule in rules if entry.rule else bool(rules)


def _unknown(rule: str, run: Run) -> str:
    return f"There is no rule {rule!r}, so it lets nothing stand; {suggest(rule, sorted(run.rules))}"


def finding_of(told: Told, earlier: Counter[str]) -> Finding:
    """Make a finding of a fault; `earlier` counts those that are alike."""
    kind, path, start, end, text, why = told
    key = f"{kind.rule}\0{' '.join(text.split())}\0{why}"
    earlier[key] += 1
    mark = hashlib.sha256(f"{key}\0{earlier[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Finding(
        mark, kind.rule, kind.title, REVIEW, REVIEW, REVIEW, kind.level, path, start, end, text, text, why,
        (kind.instead,), (), (), (), (), (0, len(text)),
    )  # fmt: skip
