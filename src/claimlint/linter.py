"""Tie the parts together: packs, engine, law. What programs use."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path

from claimlint.document import Document
from claimlint.engine.pipeline import Engine
from claimlint.errors import ClaimlintError, NotReadable
from claimlint.findings import Allowance, CheckedFile, Considered, Finding, NotChecked, Report
from claimlint.law import Earlier, Judge
from claimlint.packs.folders import shipped
from claimlint.packs.store import Compiled, cache_folder
from claimlint.policy import AS_SHIPPED, Names, Policy
from claimlint.readers import EVERYTHING, NAME, Wishes, allowances, read_paths, read_string

PolicyOf = Callable[[str, Compiled], Policy]
"""Gives the policy of a shown path. Raises ClaimlintError where it names what the packs do not have."""


@dataclass
class _Tally:
    """What the parts of a file have said so far; `file` is none before the first."""

    file: CheckedFile | None = None
    sentences: int = 0
    findings: list[Finding] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)
    earlier: Earlier = field(default_factory=Counter)


class Linter:
    """Check copy against the shipped packs and any of your own.

    `law` names countries ("us"); `patterns` are folders of packs laid over the shipped one; `policy` says how each file
    is judged. Raises PackError where a pack is faulty and ClaimlintError for a law that no pack has, at the first check.
    """

    def __init__(
        self, law: Sequence[str] = ("us",), patterns: Sequence[str | Path] = (), *, triggers: bool = True,
        policy: PolicyOf = lambda path, packs: AS_SHIPPED,
    ) -> None:  # fmt: skip
        self._laws = tuple(dict.fromkeys(law))
        places = [shipped(), *(Path(folder) for folder in patterns)]
        self.packs = Compiled(places, cache_folder(dict(os.environ)))
        self._triggers = triggers
        self._policy_of = policy
        self._names = lru_cache(Names)
        self._judge = lru_cache(lambda policy: Judge(self.packs.texts, self._laws, policy))

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.packs.gate, lambda: self.packs.book, triggers=self._triggers)

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
        files: list[CheckedFile] = []
        findings: list[Finding] = []
        considered: list[Considered] = []
        not_checked: list[NotChecked] = []
        comments: list[Allowance] = []
        for _, parts in groupby(documents, lambda document: document.path):
            tally = _Tally()
            for part in parts:
                unread = part if isinstance(part, NotChecked) else self._check(part, tally, considered)
                not_checked += [unread] if unread else []
            if tally.file:
                verdict = self._verdict(tally.findings)
                files.append(replace(tally.file, verdict=verdict, sentences=tally.sentences))
                findings.extend(tally.findings)
                comments.extend(tally.allowances)
        return Report(
            self.packs.infos, tuple(files), tuple(findings), tuple(considered), tuple(not_checked), tuple(comments)
        )

    def _check(self, document: Document, tally: _Tally, considered: list[Considered]) -> NotChecked | None:
        """Add what a document says to what its file has said; without candidates the law is not even loaded."""
        policy = self._policy_of(document.path, self.packs)
        try:
            analysis = self._engine.read(document, self._names(policy.names))
        except NotReadable as error:
            return NotChecked(document.path, str(error))
        tally.sentences += analysis.sentences
        tally.allowances += allowances(document) if NAME in document.source else ()
        note = tally.file.note if tally.file and tally.file.note else document.note
        tally.file = CheckedFile(document.path, {}, 0, note)
        if analysis.candidates:
            judge = self._judge(policy)
            tally.findings += judge.findings(document, analysis.candidates, tally.earlier)
            considered += judge.considered(document, analysis.candidates)
        return None

    def _verdict(self, findings: Sequence[Finding]) -> dict[str, str]:
        """Give the class of a file under each law; it goes by the findings, whatever policy they came by."""
        return self._judge(AS_SHIPPED).verdict(findings) if findings else dict.fromkeys(self._laws, "cosmetic")

    def require_laws(self) -> None:
        """Check that each law exists. Raises ClaimlintError with the known ones."""
        for law in self._laws:
            if law not in self.packs.laws:
                raise ClaimlintError(f"--law: there is no law {law!r}; known are: {', '.join(self.packs.laws)}")
