"""A document of an editor, and what checking it found."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from claimlint.errors import ClaimlintError
from claimlint.findings import Level, NotChecked, Report, levels_from
from claimlint.linter import Linter
from claimlint.readers.formats import FORMATS, suffix_of
from claimlint.review import baseline, places
from claimlint.review.allowed import allowed
from claimlint.review.notices import Run
from claimlint.review.sidecar import sidecars
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
    report, fault = linter.check_text(text.source, text.path), ""
    try:
        report = _reviewed(report, linter, known, approvals, is_kept=text.is_kept)
    except ClaimlintError as error:
        fault = str(error)
    kept = levels_from(level)
    findings = (finding for finding in report.findings if finding.path == text.path and finding.level in kept)
    return Checked(text, replace(report, findings=tuple(findings)), fault)


def _reviewed(report: Report, linter: Linter, known: Path | None, approvals: Path | None, *, is_kept: bool) -> Report:
    """Give the report with what comments, the file of approvals and the baseline say of it."""
    read = [file.path for file in report.files]
    files = {}
    if is_kept:
        files = places.near(places.APPROVALS, read) if approvals is None else dict.fromkeys(read, approvals)
        files = {path: file for path, file in files.items() if os.path.lexists(file)}
    if files or report.allowances:
        run = Run(date.today(), linter.packs.texts["rules"].keys())
        report = allowed(report, sidecars(files), run)
    file = (known or places.default(places.BASELINE, read)) if is_kept else None
    return baseline.known(report, baseline.read(file)) if file and file.is_file() else report
