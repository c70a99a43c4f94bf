"""The baseline: findings that are known already, in a file that merges well and is the same on every system."""

from __future__ import annotations

import json
import os
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claimlint.errors import ClaimlintError
from claimlint.findings import REVIEW, Finding, Gone, Report
from claimlint.policy import EFFECT
from claimlint.review import listing
from claimlint.review.listing import Listing
from claimlint.review.places import located, shown, written

MEND = "restore it, or write it anew with `claimlint baseline write --force`"
LISTING = Listing("claimlint-baseline", "findings", "finding", "is no baseline", MEND)


class Entry(NamedTuple):
    """A known finding, in the order in which entries are sorted; `path` starts from the folder of the baseline.

    The fingerprint counts how often a sentence came before in its file, so each time it comes has an entry of its own.
    """

    path: str
    rule: str
    fingerprint: str
    words: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, and the true folder that their paths start from."""

    folder: Path
    entries: frozenset[Entry]


class Match(NamedTuple):
    """How a report stands to a baseline.

    `stay` are entries whose findings stand, or whose files were not checked; of a file that got a new name, under that
    name. `known` has the path and fingerprint of findings that have an entry.
    """

    known: frozenset[tuple[str, str]]
    stay: frozenset[Entry]
    gone: tuple[Entry, ...]


def read(file: Path) -> Baseline:
    """Read a baseline. Raises ClaimlintError with file, line and reason where it is none."""
    name = shown(located(str(file)))
    try:
        data = json.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ClaimlintError(f"{name}: the baseline cannot be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise ClaimlintError(f"{name}:{error.lineno}: the baseline is broken: {error.msg}; {MEND}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise ClaimlintError(f"{name}:1: the baseline is broken: {error}; {MEND}") from error
    return Baseline(
        located(str(file)).parent,
        frozenset(Entry(*values) for _, values in listing.rows(LISTING, data, name, Entry._fields)),
    )


def text(entries: Iterable[Entry]) -> Iterator[str]:
    """Give the text of a baseline."""
    return listing.text(LISTING, (entry._asdict() for entry in sorted(entries)))


def entries(report: Report, folder: Path) -> frozenset[Entry]:
    """Give an entry for each finding in copy that is not approved."""
    paths = _paths(report, folder)
    found = (finding for finding in report.findings if finding.state != "approved" and finding.law != REVIEW)
    return frozenset(Entry(paths[f.path], f.rule, f.fingerprint, " ".join(f.text.split())) for f in found)


def _paths(report: Report, folder: Path) -> dict[str, str]:
    """Give for each shown path of a report how a file in `folder` writes it."""
    shown_paths = {file.path for file in report.files} | {finding.path for finding in report.findings}
    shown_paths |= {item.path for item in report.not_checked}
    return {path: written(located(path), folder) for path in shown_paths}


def match(report: Report, baseline: Baseline, *, is_whole: bool = True) -> Match:
    """Hold a report against a baseline.

    An entry is gone where its file was checked, or is no more, and nothing has its fingerprint there; a file that is no
    more may have got a new name, so its entries also count for the same findings elsewhere. Without `is_whole` the
    files were read in part only, and what is missing in them may still be there; so may claims of a rule which settings
    dismissed in a file.
    """
    paths = _paths(report, baseline.folder)
    found = {(paths[f.path], f.fingerprint): f.path for f in report.findings if f.law != REVIEW}
    by_key = {(entry.path, entry.fingerprint): entry for entry in baseline.entries}
    checked = {paths[file.path] for file in report.files} if is_whole else set()
    checked -= {paths[item.path] for item in report.not_checked}
    lost = {path for path in {entry.path for entry in baseline.entries} if not os.path.lexists(baseline.folder / path)}
    off = {(paths[item.path], item.rule) for item in report.considered if item.dismissed_by.effect == EFFECT}
    told = checked | lost
    absent = (e for key, e in by_key.items() if key not in found and e.path in told)
    missing = sorted(e for e in absent if (e.path, e.rule) not in off)
    free: defaultdict[str, deque[str]] = defaultdict(deque)
    for path, fingerprint in sorted(found.keys() - by_key.keys()):
        free[fingerprint].append(path)
    moved = {e: free[e.fingerprint].popleft() for e in missing if e.path in lost and free[e.fingerprint]}
    arrived = {(path, entry.fingerprint) for entry, path in moved.items()}
    known = frozenset((path, key[1]) for key, path in found.items() if key in by_key or key in arrived)
    stay = (baseline.entries - set(missing)) | {entry._replace(path=path) for entry, path in moved.items()}
    return Match(known, frozenset(stay), tuple(entry for entry in missing if entry not in moved))


def known(report: Report, baseline: Baseline, *, is_whole: bool = True) -> Report:
    """Give the report with what the baseline knows so marked, and with what is gone."""
    matched = match(report, baseline, is_whole=is_whole)
    gone = tuple(Gone(entry.fingerprint, entry.rule, entry.path, entry.words) for entry in matched.gone)
    return report._replace(findings=tuple(_marked(f, matched) for f in report.findings), gone=gone)


def _marked(finding: Finding, matched: Match) -> Finding:
    is_known = finding.state == "new" and (finding.path, finding.fingerprint) in matched.known
    return finding._replace(state="known") if is_known else finding
