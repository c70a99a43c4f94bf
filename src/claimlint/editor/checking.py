"""A document of an editor, and what checking it found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from claimlint.errors import ClaimlintError
from claimlint.findings import Found, Level, NotChecked, Report, levels_from
from claimlint.linter import Linter
from claimlint.readers import read_string
from claimlint.readers.formats import FORMATS, suffix_of
from claimlint.review import baseline, places
from claimlint.review.notices import Run
from claimlint.review.steps import approved
from claimlint.settings import NAME

DECISIONS = (NAME, places.APPROVALS, places.BASELINE, places.ANSWERS)
"""Files that are no copy; what they say, settings or decisions, bears on documents."""

LARGEST = 2_000_000
"""Characters of a document beyond which it is checked only when it is saved."""

LANGUAGES = {
    "markdown": ".md", "mdx": ".mdx", "html": ".html", "xhtml": ".xhtml", "json": ".json", "jsonc": ".json",
    "jsonl": ".jsonl", "csv": ".csv", "tsv": ".tsv", "yaml": ".yaml", "toml": ".toml", "xml": ".xml",
    "javascript": ".js", "javascriptreact": ".jsx", "typescript": ".ts", "typescriptreact": ".tsx", "vue": ".vue",
    "svelte": ".svelte", "astro": ".astro", "php": ".php", "jinja": ".jinja", "jinja-html": ".jinja",
    "liquid": ".liquid", "handlebars": ".hbs", "erb": ".erb", "twig": ".twig", "po": ".po",
    "properties": ".properties", "java-properties": ".properties",
}  # fmt: skip
"""The suffix by which a document without one is read, by its language."""


@dataclass(frozen=True, slots=True)
class Text:
    """A version of a document: `path` names the format it is read in, `file` is where it is kept, if anywhere."""

    uri: str
    version: int | None
    source: str
    path: str
    file: str | None

    @property
    def is_kept(self) -> bool:
        """Tell whether files of decisions can name it: it is a file, read by its own name."""
        return self.file == self.path

    @property
    def is_large(self) -> bool:
        """Tell whether checking it as one types would come too late."""
        return len(self.source) > LARGEST


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a text found, and why decisions about it could not be read, if so."""

    text: Text
    report: Report
    fault: str = ""


def path_of(path: str, language: str | None) -> str:
    """Give the path that names a document's format: its own, or with the suffix of its language where it has none."""
    return path if PurePath(path).suffix else path + LANGUAGES.get(language or "", "")


def is_copy(text: Text) -> bool:
    """Tell whether a document is copy that can be read: no file of decisions, no format that holds no text."""
    known = FORMATS.get(suffix_of(text.path))
    return PurePath(text.path).name not in DECISIONS and not (known and known.takes == "bytes")


def unread(text: Text, reason: str) -> Checked:
    """Say why a text was not checked."""
    return Checked(text, Report((), (), (), (), (NotChecked(text.path, reason),)))


def check(
    linter: Linter, text: Text, level: Level, known: Path | None = None, approvals: Path | None = None
) -> Checked:
    """Check a text, let stand what is approved or known, and keep its findings from `level` on.

    `known` is the baseline and `approvals` the file of approvals; the nearest counts where none is given. Raises
    ClaimlintError where the packs are faulty.
    """
    if not text.source.strip():
        return Checked(text, Report((), (), (), (), ()))
    found = [*linter.files(map(linter.check, read_string(text.path, text.source)))]
    fault = ""
    try:
        report = _reviewed(found, linter, known, approvals, is_kept=text.is_kept)
    except ClaimlintError as error:
        report, fault = Report.of(linter.packs.infos, found), str(error)
    kept = levels_from(level)
    findings = (finding for finding in report.findings if finding.path == text.path and finding.level in kept)
    return Checked(text, report._replace(findings=tuple(findings)), fault)


def _reviewed(
    found: Iterable[Found], linter: Linter, known: Path | None, approvals: Path | None, *, is_kept: bool
) -> Report:
    """Give what is found with what comments, the file of approvals and the baseline say of it."""
    found = [
        *approved(
            found, _approvals_of(approvals, is_kept=is_kept), lambda: Run(date.today(), linter.packs.topics.keys())
        )
    ]
    report = Report.of(linter.packs.infos, found)
    read = [file.path for file in report.files]
    file = (known or places.default(places.BASELINE, read)) if is_kept else None
    return baseline.known(report, baseline.read(file)) if file and file.is_file() else report


def _approvals_of(file: Path | None, *, is_kept: bool) -> Callable[[str], Path | None]:
    if is_kept and not file:
        return places.near(places.APPROVALS)
    there = file if is_kept and file and os.path.lexists(file) else None
    return lambda path: there
