"""The file of approvals beside the copy, `.claimlint-allow.yaml`: read, held against its schema, added to."""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from claimlint.errors import ClaimlintError, PackError
from claimlint.findings import Place
from claimlint.packs.check import faults
from claimlint.packs.yaml_file import YamlFile, read_yaml
from claimlint.readers.gitignore import Ignore
from claimlint.review.places import APPROVALS, located, shown

HEAD = "# Claims that may stand, each with who approved it and why. See `claimlint allow --help`.\nallow:\n"
QUOTES = str.maketrans("‘’‚“”„", "'''\"\"\"", "\xad\u200b\u200c\u200d\u2060\ufeff")
EMPTY = re.compile(r"^allow:[ \t]*\[[ \t]*\][ \t]*(?=\r?$)", re.M)


@dataclass(frozen=True, slots=True)
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

    @property
    def meaning(self) -> tuple[str, str, str, str]:
        """Give what tells whether another entry lets the same findings stand."""
        return self.fingerprint, plain(self.words), self.rule, self.path.removeprefix("./")

    def is_expired(self, today: datetime.date) -> bool:
        """Tell whether the last day on which it holds is over."""
        return bool(self.expires) and today > datetime.date.fromisoformat(self.expires)

    def is_for(self, path: str) -> bool:
        """Tell whether it is for a path, seen from its folder; its pattern means what it would in .gitignore."""
        if not self.path:
            return True
        pattern = _pattern(self.path)
        parts = _bytes(path).split(b"/")
        names = [b"/".join(parts[: i + 1]) for i in range(len(parts))]
        return any(pattern.verdict(name, is_folder=name is not names[-1]) for name in names)


@lru_cache
def _pattern(path: str) -> Ignore:
    return Ignore.parse(b"", _bytes(path.removeprefix("./")))


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")


KEYS = ("fingerprint", "words", "rule", "path", "reason", "by", "date", "expires", "evidence")
"""In the order in which they are written."""


@dataclass(frozen=True, slots=True)
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
    def by_fingerprint(self) -> dict[str, list[Written]]:
        """Give the entries for one finding each."""
        found: dict[str, list[Written]] = {}
        for written in self.entries:
            found.setdefault(written.entry.fingerprint, []).append(written)
        return found

    @cached_property
    def by_words(self) -> list[tuple[str, Written]]:
        """Give the entries for words, with their words as they are compared."""
        return [(plain(written.entry.words), written) for written in self.entries if written.entry.words]

    def is_evidence_missing(self, entry: Entry) -> bool:
        """Tell whether an entry leans on a file that is not there; an address is taken as it is."""
        evidence = entry.evidence
        return bool(evidence) and "://" not in evidence and not os.path.lexists(self.folder / evidence)


def plain(words: str) -> str:
    """Give words as they are compared: without case, forms of letters and of quotation marks, and spaces."""
    folded = unicodedata.normalize("NFKC", words).casefold().translate(QUOTES)
    return " ".join(folded.split())


def sidecars(files: Mapping[str, Path]) -> dict[str, Sidecar]:
    """Read the file of approvals that speaks for each path. Raises ClaimlintError where one of them has a fault."""
    kept = {file: read(file, shown(file)) for file in dict.fromkeys(files.values())}
    return {path: kept[file] for path, file in files.items()}


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
