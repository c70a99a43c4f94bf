"""The values that leave the linter: findings and what stands beside them. Plain, frozen, complete when made."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""Most severe first."""

REVIEW = "review"
"""What stands as the law, class and kind of statement of a finding about a suppression."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom on a page, in points from its upper left corner."""


def levels_from(level: Level) -> tuple[Level, ...]:
    """Give the levels that are at least as severe as `level`."""
    return LEVELS[: LEVELS.index(level) + 1]


class Place(NamedTuple):
    """A position in a decoded file: offset from 0, line and column from 1, all in code points.

    `byte` is the column in bytes of UTF-8, from 1, for outputs that want it; 0 where it is not known.
    """

    offset: int
    line: int
    column: int
    byte: int = 0


START = Place(0, 1, 1, 1)
"""Where every file begins."""


class CueMention(NamedTuple):
    """A cue that touched a claim: its id, its effect and the words it was told by."""

    cue: str
    effect: str
    text: str


class Basis(NamedTuple):
    """A provision of law and the public address where it can be read."""

    cite: str
    url: str


class Seen(NamedTuple):
    """An enforcement fact: who objected to wording like this, when, in our own words."""

    by: str
    kind: str
    year: int
    said: str
    source: str


class Approval(NamedTuple):
    """Why a finding may stand, and, where a file of approvals says so, by whom, since when, until when, on what evidence.

    Dates are ISO 8601. `place` is where the approval is written: a path, with a line if it stands in the copy.
    """

    reason: str
    place: str
    by: str = ""
    date: str = ""
    expires: str = ""
    evidence: str = ""


class Allowance(NamedTuple):
    """A comment in copy that lets findings of `rules` stand that start on `line`, its own or the next with words.

    `start` and `end` are those of the comment, `text` its words, which are no copy; `line` is 0 where no words follow.
    One without rules or without a reason has no effect.
    """

    path: str
    rules: tuple[str, ...]
    reason: str
    start: Place
    end: Place
    line: int = 0
    text: str = ""


class Gone(NamedTuple):
    """A finding that the baseline knows and the checked files no longer have."""

    fingerprint: str
    rule: str
    path: str
    text: str


class Finding(NamedTuple):
    """Words that a regulator would read as a claim, under one law, with all that explains it.

    `text` is exactly the source between `start.offset` and `end.offset`; `sentence` is as a reader of the copy sees it,
    without markup, and `said` tells where the words stand in it. `also` names the other rules whose matches overlap
    this one. `pointer` is the place in a structured file, `page` and `box` that in a paged one. `state` is new, known
    (baseline) or approved.
    """

    fingerprint: str
    rule: str
    title: str
    says: str
    law: str
    class_: str
    level: Level
    path: str
    start: Place
    end: Place
    text: str
    sentence: str
    why: str
    instead: tuple[str, ...]
    basis: tuple[Basis, ...]
    seen: tuple[Seen, ...]
    cues: tuple[CueMention, ...]
    also: tuple[str, ...]
    said: tuple[int, int]
    pointer: str = ""
    page: int | None = None
    box: Box | None = None
    state: Literal["new", "known", "approved"] = "new"
    approval: Approval | None = None

    @property
    def is_in_lines(self) -> bool:
        """Tell whether the lines are those of the file itself, not of the text read out of a document."""
        return self.page is None and (not self.pointer or self.pointer.startswith("/"))


class Considered(NamedTuple):
    """Words that looked like a claim and were dismissed, and the cue that dismissed them."""

    rule: str
    path: str
    start: Place
    end: Place
    text: str
    dismissed_by: CueMention


class NotChecked(NamedTuple):
    """An input that could not be read, and why."""

    path: str
    reason: str


class CheckedFile(NamedTuple):
    """A file that was read: `verdict` gives a class per law, `note` what was odd about reading it."""

    path: str
    verdict: dict[str, str]
    sentences: int
    note: str | None = None


NOTHING: Mapping[str, int] = {}


class Found(NamedTuple):
    """What was found in a file, or in a part of one; `file` is none where nothing of it could be read.

    `said` counts how often each rule and sentence comes in it, by their digest, and `times` tells of each finding which
    time it is: parts of one file are checked apart, and fingerprints count through the file.
    """

    path: str
    file: CheckedFile | None = None
    findings: tuple[Finding, ...] = ()
    considered: tuple[Considered, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    times: tuple[int, ...] = ()
    said: Mapping[str, int] = NOTHING


class PackInfo(NamedTuple):
    """Which pack was used: `sha256` covers every file of it."""

    name: str
    version: str
    sha256: str


class Report(NamedTuple):
    """Everything one run found out, in order of path and place.

    `gone` is none without a baseline; `allowances` are the comments that bear on the findings, used or not.
    """

    packs: tuple[PackInfo, ...]
    files: tuple[CheckedFile, ...]
    findings: tuple[Finding, ...]
    considered: tuple[Considered, ...]
    not_checked: tuple[NotChecked, ...]
    allowances: tuple[Allowance, ...] = ()
    gone: tuple[Gone, ...] | None = None

    @classmethod
    def of(cls, packs: tuple[PackInfo, ...], files: Iterable[Found]) -> "Report":
        """Put together what was found in files."""
        found = list(files)
        return cls(
            packs,
            tuple(one.file for one in found if one.file),
            tuple(finding for one in found for finding in one.findings),
            tuple(item for one in found for item in one.considered),
            tuple(item for one in found for item in one.not_checked),
            tuple(comment for one in found for comment in one.allowances),
        )

    @property
    def summary(self) -> dict[str, int]:
        """Count files, sentences, findings by level and by state, dismissed and unread items."""
        levels = Counter(finding.level for finding in self.findings if finding.state == "new")
        states = Counter(finding.state for finding in self.findings)
        return {
            "files": len(self.files),
            "sentences": sum(file.sentences for file in self.files),
            **{level: levels[level] for level in LEVELS},
            "considered": len(self.considered),
            "suppressed": states["approved"],
            "known": states["known"],
            "not_checked": len(self.not_checked),
        }

    def reaches(self, level: Level) -> bool:
        """Tell whether a new finding is as severe as `level`."""
        severe = levels_from(level)
        return any(finding.level in severe for finding in self.findings if finding.state == "new")
