"""Measure the rules on labelled copy: precision, recall, span overlap, and a ledger of accepted mistakes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from claimlint.errors import ClaimlintError, PackError
from claimlint.findings import Finding
from claimlint.linter import Linter
from claimlint.marks import Mark, read_marks
from claimlint.packs.check import faults, suggest
from claimlint.packs.yaml_file import read_yaml

LEDGER = "ledger.yaml"


class Mistake(NamedTuple):
    """A marked claim that is not found, or a finding where no claim is marked."""

    what: Literal["miss", "false-alarm"]
    file: str
    rule: str
    words: str


@dataclass
class Tally:
    """Counts for one rule: marks, marks found, findings, findings on a mark, overlaps of found marks."""

    marks: int = 0
    found: int = 0
    findings: int = 0
    right: int = 0
    overlaps: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Evaluation:
    """What came out: files, tallies by rule, mistakes accepted by the ledger, and surprises it does not know."""

    files: int
    rules: dict[str, Tally]
    accepted: tuple[Mistake, ...]
    surprises: tuple[str, ...]


def evaluate(corpus: Path, linter: Linter) -> Evaluation:
    """Check every .txt file under `corpus` against its marks. Raises ClaimlintError where the corpus is faulty."""
    paths = sorted(corpus.rglob("*.txt"))
    if not paths:
        raise ClaimlintError(f"{corpus}: holds no .txt file; name a folder of labelled copy")
    tallies: dict[str, Tally] = defaultdict(Tally)
    mistakes: Counter[Mistake] = Counter()
    for path in paths:
        name = path.relative_to(corpus).as_posix()
        text, marks = read_marks(path.read_text(encoding="utf-8"))
        _check_marks(name, marks, linter)
        mistakes.update(_compare(name, text, marks, linter.check_text(text, name).findings, tallies))
    accepted = _ledger(corpus / LEDGER)
    surprises = [f"unexpected {m.what}: {m.file}: {m.rule}: {m.words!r}" for m in (mistakes - accepted).elements()]
    surprises += [
        f"no longer made, remove from {LEDGER}: {m.what}: {m.file}: {m.rule}: {m.words!r}"
        for m in (accepted - mistakes).elements()
    ]
    return Evaluation(len(paths), dict(tallies), tuple((mistakes & accepted).elements()), tuple(surprises))


def _check_marks(name: str, marks: Iterable[Mark], linter: Linter) -> None:
    known = linter.packs.texts["rules"]
    for mark in marks:
        for rule in mark.rules:
            if rule not in known:
                raise ClaimlintError(f"{name}: a mark names {rule!r}, which is no rule; {suggest(rule, sorted(known))}")
        if not mark.rules:
            raise ClaimlintError(f"{name}: a mark at offset {mark.start} names no rule; write [[words|rule-id]]")


def _compare(
    name: str, text: str, marks: list[Mark], findings: tuple[Finding, ...], tallies: dict[str, Tally]
) -> Iterator[Mistake]:
    """Count hits and give the mistakes of one file."""
    for mark in marks:
        tally = tallies[mark.rules[0]]
        tally.marks += 1
        best = max((overlap(f, mark) for f in findings if {f.rule, *f.also} & set(mark.rules)), default=0.0)
        if best:
            tally.found += 1
            tally.overlaps.append(best)
        else:
            yield Mistake("miss", name, mark.rules[0], text[mark.start : mark.end])
    for finding in findings:
        tally = tallies[finding.rule]
        tally.findings += 1
        if any(overlap(finding, mark) for mark in marks):
            tally.right += 1
        else:
            yield Mistake("false-alarm", name, finding.rule, finding.text)


def overlap(finding: Finding, mark: Mark) -> float:
    """Give the share of the characters of finding and mark together that both cover, 0 to 1."""
    start, end = finding.start.offset, finding.end.offset
    shared = min(end, mark.end) - max(start, mark.start)
    return max(shared, 0) / (max(end, mark.end) - min(start, mark.start))


def _ledger(path: Path) -> Counter[Mistake]:
    """Read the accepted mistakes. Raises PackError where the file is faulty."""
    if not path.exists():
        return Counter()
    file = read_yaml(path, path.name)
    wrong = faults(file, "ledger")
    if wrong:
        raise PackError(wrong)
    return Counter(
        Mistake(entry["what"], entry["file"], entry["rule"], entry["words"]) for entry in file.data["accepted"]
    )


def show(result: Evaluation) -> str:
    """Write the measures as a table by rule, the whole, and the surprises."""
    width = max(map(len, result.rules), default=4)
    lines = [f"{'rule'.ljust(width)}  marks  recall  findings  precision  overlap"]
    lines += [_row(rule.ljust(width), tally) for rule, tally in sorted(result.rules.items())]
    lines.append(_row("all".ljust(width), _sum(result.rules.values())))
    lines.append(
        f"{result.files} files, {len(result.accepted)} mistakes accepted by the ledger, {len(result.surprises)} surprises"
    )
    return "\n".join([*lines, *result.surprises]) + "\n"


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.marks += tally.marks
        whole.found += tally.found
        whole.findings += tally.findings
        whole.right += tally.right
        whole.overlaps += tally.overlaps
    return whole


def _row(name: str, tally: Tally) -> str:
    recall = f"{tally.found / tally.marks:.3f}" if tally.marks else "-"
    precision = f"{tally.right / tally.findings:.3f}" if tally.findings else "-"
    shared = f"{sum(tally.overlaps) / len(tally.overlaps):.3f}" if tally.overlaps else "-"
    return f"{name}  {tally.marks:5}  {recall:>6}  {tally.findings:8}  {precision:>9}  {shared:>7}"
