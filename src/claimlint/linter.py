"""Tie the parts together: packs, engine, law. What programs use."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.document import Document
from claimlint.engine.pipeline import Engine
from claimlint.errors import ClaimlintError, NotReadable
from claimlint.findings import CheckedFile, Finding, Found, NotChecked, Report
from claimlint.packs.folders import shipped
from claimlint.packs.store import Compiled, cache_folder
from claimlint.policy import AS_SHIPPED, Names, Policy
from claimlint.readers import EVERYTHING, NAME, Wishes, allowances, read_paths, read_string

if TYPE_CHECKING:
    from claimlint.law import Judge, Said

PATH = attrgetter("path")
PARTS = ("infos", "gate", "book", "texts", "laws")
PolicyOf = Callable[[str, Compiled], Policy]
"""Gives the policy of a shown path. Raises ClaimlintError where it names what the packs do not have."""


class Linter:
    """Check copy against the shipped packs and any of your own.

    `law` names countries ("us"); `patterns` are folders of packs laid over the shipped one; `policy` says how each file
    is judged; packs are compiled once for all runs if `cached`; `timeout` is the seconds that a document may take. Raises PackError where a pack is faulty and ClaimlintError for a law that no pack has, at the first check.
    """

    def __init__(
        self, law: Sequence[str] = ("us",), patterns: Sequence[str | Path] = (), *, triggers: bool = True,
        policy: PolicyOf = lambda path, packs: AS_SHIPPED, cached: bool = True,
        timeout: float | None = None,
    ) -> None:  # fmt: skip
        self._laws = tuple(dict.fromkeys(law))
        places = [shipped(), *(Path(folder) for folder in patterns)]
        self.packs = Compiled(places, cache_folder(os.environ) if cached else None)
        self._triggers = triggers
        self._timeout = timeout
        self._policy_of = policy
        self._names = lru_cache(Names)
        self._policy_key = lru_cache(repr)
        self._judge = lru_cache(self._new_judge)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.packs.gate, lambda: self.packs.book, triggers=self._triggers, limit=self._timeout)

    def _new_judge(self, policy: Policy) -> Judge:
        from claimlint.law import Judge  # a run that finds nothing needs none

        return Judge(self.packs.texts, self._laws, policy)

    def check_text(self, text: str, path: str = "<text>") -> Report:
        """Check a text that is already decoded, in the format that the suffix of `path` names."""
        return self.check_documents(read_string(path, text))

    def check_path(self, path: str | Path) -> Report:
        """Check one file or folder."""
        return self.check_paths([path])

    def check_paths(self, paths: Iterable[str | Path], wishes: Wishes = EVERYTHING) -> Report:
        """Check files, folders and globs; "-" is standard input. What cannot be read is in `not_checked`."""
        return self.check_documents(read_paths([str(path) for path in paths], wishes))

    def check_documents(self, documents: Iterable[Document | NotChecked]) -> Report:
        """Check documents that a reader made; those of one path that follow each other are parts of one file."""
        return Report.of(self.packs.infos, self.files(map(self.check, documents)))

    def check(self, document: Document | NotChecked) -> Found:
        """Check one document by itself; without candidates the law is not even loaded."""
        path = document.path
        if isinstance(document, NotChecked):
            return Found(path, not_checked=(document,))
        policy = self._policy_of(path, self.packs)
        try:
            analysis = self._engine.read(document, self._names(policy.names))
        except NotReadable as error:
            return Found(path, not_checked=(NotChecked(path, str(error)),))
        comments = tuple(allowances(document)) if NAME in document.source else ()
        file = CheckedFile(path, self.verdict(()), analysis.sentences, document.note)
        if not analysis.candidates:
            return Found(path, file, allowances=comments)
        judge, said = self._judge(policy), Counter[str]()
        found = judge.counted(document, analysis.candidates, said)
        considered = judge.considered(document, analysis.candidates)
        findings, times = zip(*found, strict=True) if found else ((), ())
        file = file._replace(verdict=self.verdict(findings))
        return Found(path, file, findings, tuple(considered), (), comments, times, said)

    def files(self, parts: Iterable[Found]) -> Iterator[Found]:
        """Put together what was found in the parts of each file; those of one path follow each other."""
        for _, found in groupby(numbered(parts), PATH):
            first, *more = found
            yield self.whole([first, *more]) if more else first

    def whole(self, parts: Sequence[Found]) -> Found:
        """Put the parts of a file together."""
        files = [part.file for part in parts if part.file]
        note = next((file.note for file in files if file.note), None)
        path = parts[0].path
        findings = tuple(chain.from_iterable(part.findings for part in parts))
        sentences = sum(file.sentences for file in files)
        return Found(
            path,
            CheckedFile(path, self.verdict(findings), sentences, note) if files else None,
            findings,
            tuple(chain.from_iterable(part.considered for part in parts)),
            tuple(chain.from_iterable(part.not_checked for part in parts)),
            tuple(chain.from_iterable(part.allowances for part in parts)),
        )

    def verdict(self, findings: Sequence[Finding]) -> dict[str, str]:
        """Give the class of a file under each law; it goes by the findings, whatever policy they came by."""
        return self._judge(AS_SHIPPED).verdict(findings) if findings else dict.fromkeys(self._laws, "cosmetic")

    def policy_key(self, path: str) -> str:
        """Stand for the policy by which a file of this name is judged."""
        return self._policy_key(self._policy_of(path, self.packs))

    def load(self) -> None:
        """Load all that checking may need, before processes part."""
        for part in PARTS:
            getattr(self.packs, part)

    def require_laws(self) -> None:
        """Check that each law exists. Raises ClaimlintError with the known ones."""
        for law in self._laws:
            if law not in self.packs.laws:
                raise ClaimlintError(f"--law: there is no law {law!r}; known are: {', '.join(self.packs.laws)}")


def numbered(parts: Iterable[Found]) -> Iterator[Found]:
    """Give the parts of files with fingerprints that count through each file."""
    earlier: Said = Counter()
    for _, found in groupby(parts, PATH):
        earlier.clear()
        for part in found:
            yield _renumbered(part, earlier) if earlier and part.findings else part
            if part.said:
                earlier.update(part.said)


def _renumbered(part: Found, earlier: Said) -> Found:
    from claimlint.law import digest_of, fingerprint

    findings = []
    for finding, time in zip(part.findings, part.times, strict=True):
        rule, sentence = finding.rule, finding.sentence
        before = earlier[digest_of(rule, sentence)]
        findings.append(finding._replace(fingerprint=fingerprint(rule, sentence, before + time)) if before else finding)
    return part._replace(findings=tuple(findings))
