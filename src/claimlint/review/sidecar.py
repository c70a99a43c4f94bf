"""The file of approvals beside the copy, `.claimlint-allow.yaml`: read, held against its schema, added to."""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from claimlint.errors import ClaimlintError, PackError
from claimlint.findings import Place
from claimlint.packs.check import faults
from claimlint.packs.yaml_file import YamlFile, read_yaml
from claimlint.review.paths import Paths
from claimlint.review.phrases import Phrases
from claimlint.review.places import APPROVALS, located

HEAD = "# Claims that may stand, each with who approved it and why. See `claimlint allow --help`.\nallow:\n"
QUOTES = str.maketrans("‘’‚“”„", "'''\"\"\"", "\xad\u200b\u200c\u200d\u2060\ufeff")
EMPTY = re.compile(r"^allow:[ \t]*\[[ \t]*\][ \t]*(?=\r?$)", re.M)


class Meaning(NamedTuple):
    """Which findings an entry lets stand; the words as they are compared, the path from the folder of the entries."""

    fingerprint: str
    words: str
    rule: str
    path: str


@dataclass(frozen=True)
class Entry:
    """An approval as its author wrote it: of a finding by its fingerprint, or of what `words` hold."""

    reason: str
    by: str
    fingerprint: str = ""
    words: str = ""
    rule: str = ""
    path: str = ""
    date: str = ""
    expires: str = ""
    evidence: str = ""

    @cached_property
    def meaning(self) -> Meaning:
        """Give what tells whether another entry lets the same findings stand."""
        return Meaning(self.fingerprint, plain(self.words), self.rule, self.path.removeprefix("./"))

    def is_expired(self, today: datetime.date) -> bool:
        """Tell whether the last day on which it holds is over."""
        return bool(self.expires) and today > datetime.date.fromisoformat(self.expires)


KEYS = ("fingerprint", "words", "rule", "path", "reason", "by", "date", "expires", "evidence")
"""In the order in which they are written."""


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """An entry and where it stands in the file that is shown as `file`."""

    entry: Entry
    file: str
    start: Place
    end: Place
    text: str


@dataclass(frozen=True, eq=False)
class Sidecar:
    """A file of approvals; the paths in it start from `folder`, its true place."""

    folder: Path
    entries: tuple[Written, ...]

    @cached_property
    def by_meaning(self) -> dict[Meaning, list[Written]]:
        """Give the entries by what they mean; those that mean the same are of no more use than the first that holds."""
        found: dict[Meaning, list[Written]] = {}
        for written in self.entries:
            found.setdefault(written.entry.meaning, []).append(written)
        return found

    @cached_property
    def phrases(self) -> Phrases:
        """Give the words of the entries for words, as they are compared."""
        return Phrases(meaning.words for meaning in self.by_meaning if meaning.words)

    @cached_property
    def paths(self) -> Paths:
        """Give the paths that entries name."""
        return Paths(meaning.path for meaning in self.by_meaning)

    def is_evidence_missing(self, entry: Entry) -> bool:
        """Tell whether an entry leans on a file that is not there; an address is taken as it is."""
        evidence = entry.evidence
        return bool(evidence) and "://" not in evidence and not os.path.lexists(self.folder / evidence)


def plain(words: str) -> str:
    """Give words as they are compared: without case, forms of letters and of quotation marks, and spaces."""
    folded = unicodedata.normalize("NFKC", words).casefold().translate(QUOTES)
    return " ".join(folded.split())


def read(file: Path, name: str) -> Sidecar:
    """Read a file of approvals. Raises ClaimlintError with every fault: file, line, key, value, way out."""
    parsed = read_yaml(file, name)
    found = faults(parsed, "allow") or list(_faults(parsed))
    if found:
        raise PackError(found)
    return Sidecar(located(str(file)).parent, tuple(_written(parsed, file)))


def _faults(parsed: YamlFile) -> Iterator[str]:
    """Check what the schema alone cannot tell well."""
    for number, entry in enumerate(parsed.data["allow"]):
        where = ("allow", number)
        if ("fingerprint" in entry) == ("words" in entry):
            yield parsed.fault(where, "names one of 'fingerprint' and 'words'; " + _way_out(entry))
        for key in ("date", "expires"):
            if not _is_date(entry.get(key)):
                yield parsed.fault((*where, key), f"{entry[key]!r} is no day of the calendar; write it as 2026-01-31")
        for key in ("reason", "by"):
            if not entry[key].strip():
                yield parsed.fault((*where, key), f"{entry[key]!r} says nothing; write a few words")


def _way_out(entry: dict[str, str]) -> str:
    return "remove one of them" if "words" in entry else "add one of them, as the report gives it"


def _is_date(text: str | None) -> bool:
    try:
        return text is None or bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _written(parsed: YamlFile, file: Path) -> Iterator[Written]:
    lines = file.read_bytes().decode("utf-8").splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    for number, values in enumerate(parsed.data["allow"]):
        line = parsed.lines["allow", number]
        text = lines[line - 1].strip()
        indent = lines[line - 1].index(text)
        start = Place(starts[line - 1] + indent, line, indent + 1)
        end = Place(start.offset + len(text), line, start.column + len(text))
        yield Written(Entry(**values), parsed.path, start, end, text)


def grown(file: Path, name: str, entry: Entry) -> str:
    """Give the text of a file of approvals with one more entry; all that stands there stays as it is.

    Raises ClaimlintError where the file or the entry has a fault, or what the entry means stands there already.
    """
    before = read(file, name).entries if os.path.lexists(file) else ()
    for one in before:
        if one.entry.meaning == entry.meaning:
            until = f", until {one.entry.expires}" if one.entry.expires else ""
            raise ClaimlintError(f"{name}:{one.start.line}: allows this already{until}; change that entry by hand")
    text = _added(file.read_bytes().decode("utf-8") if os.path.lexists(file) else "", entry)
    with TemporaryDirectory() as folder:
        trial = Path(folder, APPROVALS)
        trial.write_bytes(text.encode("utf-8"))
        after = read(trial, name).entries
    if [one.entry for one in after] != [*(one.entry for one in before), entry]:
        raise ClaimlintError(
            f"{name}: its form leaves no room for an entry at its end; write the list as lines of '- '"
        )
    return text


def _added(text: str, entry: Entry) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = EMPTY.sub("allow:", text or HEAD, count=1)
    text += "" if text.endswith("\n") else line_end
    first = re.search(r"^( *)-[ \t]", text, re.M)
    indent = first[1] if first else "  "
    values = {key: getattr(entry, key) for key in KEYS if getattr(entry, key)}
    lines = [f"{key}: {_quoted(value)}" for key, value in values.items()]
    return text + "".join(f"{indent}{'  ' if number else '- '}{line}{line_end}" for number, line in enumerate(lines))


def _quoted(value: str) -> str:
    """Give a text in double quotes, with codes for what does not print."""
    signs = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(signs.get(c, c if c.isprintable() else f"\\U{ord(c):08x}") for c in value) + '"'
