"""Tie the parts together: packs, engine, law. What programs use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from claimlint.document import Document
from claimlint.engine.pipeline import Analysis, Engine
from claimlint.errors import ClaimlintError, NotReadable
from claimlint.findings import CheckedFile, Considered, Finding, NotChecked, Report
from claimlint.law import Judge
from claimlint.packs.folders import shipped
from claimlint.packs.store import Compiled, cache_folder
from claimlint.readers import discover, read, read_text


class Linter:
    """Check copy against the shipped packs and any of your own.

    `law` names countries ("us"); `patterns` are folders of packs laid over the shipped one. Raises PackError where a
    pack is faulty and ClaimlintError for a law that no pack has, at the first check.
    """

    def __init__(
        self, law: Sequence[str] = ("us",), patterns: Sequence[str | Path] = (), *, triggers: bool = True
    ) -> None:
        self._laws = tuple(dict.fromkeys(law))
        places = [shipped(), *(Path(folder) for folder in patterns)]
        self.packs = Compiled(places, cache_folder(dict(os.environ)))
        self._triggers = triggers

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.packs.gate, lambda: self.packs.book, triggers=self._triggers)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.packs.texts, self._laws)

    def check_text(self, text: str, path: str = "<text>") -> Report:
        """Check a text that is already decoded."""
        try:
            return self.check_documents([read_text(path, text)])
        except NotReadable as error:
            return self.check_documents([NotChecked(path, str(error))])

    def check_path(self, path: str | Path) -> Report:
        """Check one file or folder."""
        return self.check_paths([path])

    def check_paths(self, paths: Iterable[str | Path]) -> Report:
        """Check files, folders and globs; "-" is standard input. What cannot be read is in `not_checked`."""
        return self.check_documents(self._documents([str(path) for path in paths]))

    def _documents(self, paths: list[str]) -> Iterable[Document | NotChecked]:
        for source in discover(paths):
            if isinstance(source, NotChecked):
                yield source
                continue
            try:
                yield read(source)
            except NotReadable as error:
                yield NotChecked(source.path, str(error))

    def check_documents(self, documents: Iterable[Document | NotChecked]) -> Report:
        """Check documents that a reader made."""
        files: list[CheckedFile] = []
        findings: list[Finding] = []
        considered: list[Considered] = []
        not_checked: list[NotChecked] = []
        for document in documents:
            if isinstance(document, NotChecked):
                not_checked.append(document)
                continue
            try:
                analysis = self._engine.read(document)
            except NotReadable as error:
                not_checked.append(NotChecked(document.path, str(error)))
                continue
            found = self._findings(document, analysis)
            findings.extend(found)
            if analysis.candidates:
                considered.extend(self._judge.considered(document, analysis.candidates))
            verdict = self._judge.verdict(found) if found else dict.fromkeys(self._laws, "cosmetic")
            files.append(CheckedFile(document.path, verdict, analysis.sentences, document.note))
        return Report(self.packs.infos, tuple(files), tuple(findings), tuple(considered), tuple(not_checked))

    def _findings(self, document: Document, analysis: Analysis) -> list[Finding]:
        """Give the findings of a document; without candidates the law is not even loaded."""
        return self._judge.findings(document, analysis.candidates) if analysis.candidates else []

    def require_laws(self) -> None:
        """Check that each law exists. Raises ClaimlintError with the known ones."""
        for law in self._laws:
            if law not in self.packs.laws:
                raise ClaimlintError(f"--law: there is no law {law!r}; known are: {', '.join(self.packs.laws)}")
