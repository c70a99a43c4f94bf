"""What is measured: the commands of claimlint, of bare Python and spaCy, and of the other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import material
from peers.peer import PART, Peer
from trials import LABEL, Trial

ROOT = Path(__file__).resolve().parent.parent
CLEAN = "clean label"
COPY, TENTH, HUNDREDTH = "copy", "a tenth of the copy", "a hundredth of the copy"
FILES, FILES_TWO, AGAIN = "small files", "small files, 2 processes", "small files, again unchanged"
LINES, LINES_TWO = "JSON lines", "JSON lines, 2 processes"
FIRST = "flagged label, first run of all"
LABELS = {CLEAN: ROOT / "examples/clean-label.txt", LABEL: ROOT / "examples/label.txt"}
GROWTH = (1, 3, 10)
CLAIMLINT, SPACY, PYTHON, TOKENIZER = "claimlint", "import of spaCy", "bare Python", "spaCy tokenizer"
PLAIN = (sys.executable, "-m", "claimlint")
LINT = (*PLAIN, "check", "--format", "json", "--jobs")
START = "start"
TOKENIZE = f"""
import sys, time, spacy
parts = open(sys.argv[1], encoding="utf-8").read().split("\\n\\n")
nlp = spacy.blank("en")
began = time.perf_counter()
for part in parts:
    nlp.tokenizer(part)
print({PART!r}, time.perf_counter() - began)
"""


@dataclass(frozen=True)
class Place:
    """The folder of a run, and what lies where in it."""

    folder: Path

    def pack(self, times: int) -> Path:
        """Give the folder of the pack that makes the rules so many times as many."""
        return self.folder / f"pack-{times}"

    def translated(self, times: int) -> Path:
        """Give the folder of so many times the rules as other tools read them."""
        return self.folder / f"rules-{times}"

    def rules(self, times: int, peer: Peer) -> Path:
        """Give the folder of what was prepared for another tool."""
        return self.translated(times) / peer.name

    @property
    def translation(self) -> Path:
        """Give the file that tells of the translation of the rules as shipped."""
        return self.translated(1) / "translation.json"

    def lint(self, times: int = 1, jobs: int = 1) -> tuple[str, ...]:
        """Give the command of claimlint with so many times the rules, in so many processes."""
        return (*LINT, str(jobs), *(() if times == 1 else ("--patterns", str(self.pack(times)))))


def held(place: Place) -> Iterator[Trial]:
    """Give the trials whose ratios have targets."""
    copy = material.copy(place.folder)
    yield Trial(SPACY, START, (sys.executable, "-c", "import spacy; spacy.blank('en')"))
    yield Trial(CLAIMLINT, CLEAN, (*PLAIN, str(LABELS[CLEAN])), material.size(LABELS[CLEAN]))
    yield _lint(place, LABEL, LABELS[LABEL])
    yield _lint(place, LABEL, LABELS[LABEL], times=10)
    yield Trial(TOKENIZER, COPY, (sys.executable, "-c", TOKENIZE, str(copy)), material.size(copy))
    yield _lint(place, COPY, copy)
    yield _lint(place, COPY, copy, times=10)


def alone(place: Place) -> Iterator[Trial]:
    """Give what else is measured of claimlint."""
    folder = place.folder
    files, lines = material.small_files(folder), material.lines(folder)
    yield Trial(PYTHON, START, (sys.executable, "-c", "pass"))
    yield Trial(CLAIMLINT, FIRST, (*place.lint(), "--no-cache", str(LABELS[LABEL])), material.size(LABELS[LABEL]))
    yield _lint(place, LABEL, LABELS[LABEL], times=3)
    yield _lint(place, COPY, material.copy(folder), times=3)
    yield _lint(place, HUNDREDTH, material.copy(folder, 0.01))
    yield _lint(place, TENTH, material.copy(folder, 0.1))
    yield _lint(place, FILES, files)
    yield _lint(place, FILES_TWO, files, jobs=2)
    yield _lint(place, AGAIN, files, again=True)
    yield _lint(place, LINES, lines)
    yield _lint(place, LINES_TWO, lines, jobs=2)


def beside(peer: Peer, place: Place) -> Iterator[Trial]:
    """Give what is measured of another tool, on its share of the copy."""
    paths = {LABEL: LABELS[LABEL], COPY: material.copy(place.folder, peer.share)}
    if not peer.starts_slowly:
        paths |= {CLEAN: LABELS[CLEAN], FILES: material.small_files(place.folder, peer.share)}
    for task, path in paths.items():
        yield Trial(peer.name, task, tuple(peer.command(place.rules(1, peer), path)), material.size(path))
    if peer.grows:
        for times in GROWTH[1:]:
            command = tuple(peer.command(place.rules(times, peer), LABELS[LABEL]))
            yield Trial(peer.name, LABEL, command, material.size(LABELS[LABEL]), times)


def _lint(place: Place, task: str, path: Path, *, times: int = 1, jobs: int = 1, again: bool = False) -> Trial:
    return Trial(CLAIMLINT, task, (*place.lint(times, jobs), str(path)), material.size(path), times, again)
