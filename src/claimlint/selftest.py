"""Hold packs to their own cases: what must be flagged, what must pass, what each exception is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.document import Block, Document, SourceMap
from claimlint.engine.candidates import Candidate
from claimlint.engine.pipeline import Engine
from claimlint.findings import Finding
from claimlint.law import Judge
from claimlint.marks import read_marks
from claimlint.packs.model import Cue, FlagCase, Pack, Rule
from claimlint.packs.rewrites import after, before
from claimlint.packs.store import Compiled
from claimlint.rewrite import Insertion, Rewriter, rewritten


@dataclass(frozen=True, slots=True)
class Fault:
    """A case that does not hold: the rule or cue it belongs to, the gate, and what happened."""

    owner: str
    gate: str
    text: str


class Bench:
    """Read single texts with all packs, under every law."""

    def __init__(self, places: Sequence[Path], cache: Path | None = None) -> None:
        compiled = Compiled(places, cache)
        self.pack: Pack = compiled.pack
        self._engine = Engine(compiled.gate, lambda: compiled.book)
        self._judge = Judge(compiled.texts, sorted(self.pack.laws))
        self._rewriter = Rewriter(compiled)

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """Give what the engine sees in a text."""
        return self._engine.read(_document(text)).candidates

    def findings(self, text: str) -> list[Finding]:
        """Give what is reported of a text under any law."""
        return self._judge.findings(_document(text), self.candidates(text))

    def rewritten(self, rule: str, text: str) -> str:
        """Give a text with what a rule reports in it, under any law, made safe."""
        put = {
            Insertion(start + offset, words)
            for start, said in self._reported(rule, text)
            for offset, words in self._rewriter.insertions(rule, said)
        }
        return rewritten(text, put)

    def rewrites(self, rule: str, text: str) -> set[int]:
        """Give which rewrites of a rule apply to what it reports in a text."""
        return {number for _, said in self._reported(rule, text) for number in self._rewriter.numbers(rule, said)}

    def _reported(self, rule: str, text: str) -> list[tuple[int, str]]:
        return [(finding.start.offset, finding.text) for finding in self.findings(text) if finding.rule == rule]


def _document(text: str) -> Document:
    return Document("case", text, (Block(text, "body", SourceMap.plain(0, len(text))),))


def faults(bench: Bench) -> Iterator[Fault]:
    """Give every case of every rule and cue that does not hold."""
    for rule in bench.pack.rules.values():
        for case in rule.flag:
            yield from _flag_faults(bench, rule, case)
        for text in rule.passed:
            yield from _pass_faults(bench, rule, text)
        for text in rule.instead:
            yield from _silent(bench, rule.id, "instead", text, ("error", "warning", "note"))
        yield from _rewrite_faults(bench, rule)
        yield from _near_miss_faults(bench, rule)
        yield from _unless_faults(bench, rule)
    for cue in bench.pack.cues.values():
        yield from _cue_faults(bench, cue)


def _flag_faults(bench: Bench, rule: Rule, case: FlagCase) -> Iterator[Fault]:
    text, marks = read_marks(case.text)
    standing = [c for c in bench.candidates(text) if not c.said.dismissed_by]
    wanted = [text[mark.start : mark.end] for mark in marks]
    own = [text[c.start : c.end] for c in standing if c.rule == rule.id]
    if own != wanted:
        cues = [c for c in bench.candidates(text) if c.said.dismissed_by and c.rule == rule.id]
        why = f"; dismissed by {cues[0].said.dismissed_by[0].cue} {cues[0].said.dismissed_by[0].text!r}" if cues else ""
        yield Fault(rule.id, "flag", f"{text!r}: wanted {wanted}, reported {own}{why}")
    for other in set(case.also) - {c.rule for c in standing}:
        yield Fault(rule.id, "flag", f"{text!r}: {other!r} does not report it too")


def _rewrite_faults(bench: Bench, rule: Rule) -> Iterator[Fault]:
    """Ask of each case that it is reported and rewritten as told and silent then, and of each rewrite for a case."""
    proven: set[int] = set()
    for case in rule.rewritten:
        proven |= bench.rewrites(rule.id, before(case))
        made = bench.rewritten(rule.id, before(case))
        if made != after(case):
            yield Fault(rule.id, "rewrite", f"{before(case)!r}: wanted {after(case)!r}, made {made!r}")
        yield from _silent(bench, rule.id, "rewrite", after(case), ("error", "warning", "note"))
    for number in sorted(set(range(len(rule.rewrite))) - proven):
        yield Fault(rule.id, "rewrite", f"no case is rewritten by {rule.rewrite[number]!r}")


def _pass_faults(bench: Bench, rule: Rule, text: str) -> Iterator[Fault]:
    for candidate in bench.candidates(text):
        if candidate.rule == rule.id and not candidate.said.dismissed_by:
            yield Fault(rule.id, "pass", f"{text!r}: reported {text[candidate.start : candidate.end]!r}")
            return
    yield from _silent(bench, rule.id, "pass", text, ("error", "warning"))


def _silent(bench: Bench, owner: str, gate: str, text: str, levels: tuple[str, ...]) -> Iterator[Fault]:
    for finding in bench.findings(text):
        if finding.level in levels:
            yield Fault(owner, gate, f"{text!r}: {finding.rule} reports {finding.text!r}")


def _near_miss_faults(bench: Bench, rule: Rule) -> Iterator[Fault]:
    """Ask for one passed case with the rule's own words: dismissed by a cue, or short of a match."""
    own = {word for case in rule.flag for mark in _marked(case) for word in mark.casefold().split() if len(word) > 3}
    if not any(own & set(text.casefold().replace(".", " ").replace(",", " ").split()) for text in rule.passed):
        yield Fault(rule.id, "near miss", "no passed case holds a word of its flagged claims")


def _marked(case: FlagCase) -> list[str]:
    text, marks = read_marks(case.text)
    return [text[mark.start : mark.end] for mark in marks]


def _unless_faults(bench: Bench, rule: Rule) -> Iterator[Fault]:
    proven = {
        candidate.said.dismissed_by[0].cue
        for text in rule.passed
        for candidate in bench.candidates(text)
        if candidate.rule == rule.id and len({cue.cue for cue in candidate.said.dismissed_by}) == 1
    }
    for cue in rule.unless:
        if cue not in proven:
            yield Fault(rule.id, "unless", f"no passed case is dismissed by {cue!r} alone")


def _cue_faults(bench: Bench, cue: Cue) -> Iterator[Fault]:
    if cue.dismisses and not cue.dismissed and not cue.roles:
        yield Fault(cue.id, "cue", "no case shows what it dismisses")
    alone = False
    for text in cue.dismissed:
        told = [{mention.cue for mention in c.said.dismissed_by} for c in bench.candidates(text)]
        alone = alone or {cue.id} in told
        if not any(cue.id in cues for cues in told):
            yield Fault(cue.id, "cue", f"{text!r}: nothing is dismissed by it")
        yield from _silent(bench, cue.id, "cue", text, ("error", "warning"))
    if cue.dismissed and not alone:
        yield Fault(cue.id, "cue", "every case would be dismissed without it too; add one that it alone dismisses")
    for text in cue.kept:
        if not bench.findings(text):
            yield Fault(cue.id, "cue", f"{text!r}: nothing is reported")
        elif not cue.dismisses and not any(m.cue == cue.id for c in bench.candidates(text) for m in c.said.cues):
            yield Fault(cue.id, "cue", f"{text!r}: no finding tells of it")
