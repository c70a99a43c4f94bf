"""`claimlint allow`: approve a finding in the file of approvals."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import click

from claimlint.cli.options import CONFIG_OPTIONS, options, patterns_option
from claimlint.cli.plan import plan
from claimlint.cli.request import request_of
from claimlint.cli.terminal import fail, printable, save, tell
from claimlint.errors import ClaimlintError
from claimlint.linter import Linter
from claimlint.packs.check import suggest
from claimlint.review import places
from claimlint.review.sidecar import Entry, grown

FINGERPRINT = re.compile("[0-9a-f]{16}")


@click.command("allow")
@click.argument("what", metavar="FINGERPRINT|WORDS")
@click.option("--reason", required=True, help="Why the claim may stand.")
@click.option("--by", help="Who approves it (default: the user.name of git).")
@click.option("--rule", default="", metavar="RULE", help="Only findings of this rule.")
@click.option(
    "--path", default="", metavar="FILE", help="Only this file, or files that fit a pattern as in .gitignore."
)
@click.option("--expires", default="", metavar="DAY", help="The last day on which it holds, as in 2026-01-31.")
@click.option("--evidence", default="", metavar="FILE", help="The file, or the address, of what the claim leans on.")
@click.option(
    "--file", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file of approvals (default: the nearest {places.APPROVALS}).",
)  # fmt: skip
@options(patterns_option, *CONFIG_OPTIONS)
def command(
    what: str, reason: str, by: str | None, rule: str, path: str, expires: str, evidence: str, file: Path | None, **given: Any
) -> None:  # fmt: skip
    """Approve a finding by its FINGERPRINT, or all findings whose WORDS the copy has.

    Give the words of the finding or its whole sentence. The entry is added to the file, in which all else stays as it
    is; from then on the finding is counted as suppressed.
    """
    try:
        by = by or _git_name()
        if not by:
            raise ClaimlintError("--by: git knows no user.name; say who approves the claim")
        named = [path] if _is_file(path) else []
        planned = plan(request_of(named or (".",), given))
        if rule:
            _require_rule(rule, planned.linter)
        file = file or planned.run.file("allow") or places.default(places.APPROVALS, named)
        folder = places.located(str(file)).parent
        path, evidence = _seen_from(folder, path), _seen_from(folder, evidence)
        meant = {"fingerprint": what} if FINGERPRINT.fullmatch(what) else {"words": what}
        entry = Entry(
            reason, by, rule=rule, path=path, date=date.today().isoformat(), expires=expires, evidence=evidence, **meant
        )
        name = places.shown(places.located(str(file)))
        save(file, [grown(file, name, entry)], "--file")
    except ClaimlintError as error:
        fail(str(error))
    tell(f"approved in {printable(name)}")


def _git_name() -> str:
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, check=False)  # noqa: S607
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def _require_rule(rule: str, linter: Linter) -> None:
    rules = linter.packs.texts["rules"]
    if rule not in rules:
        raise ClaimlintError(f"--rule: there is no rule {rule!r}; {suggest(rule, sorted(rules))}")


def _seen_from(folder: Path, path: str) -> str:
    """Give a file's path as seen from a folder; a pattern, an address or a file that is not there as it is."""
    return places.written(places.located(path), folder) if path and _is_file(path) else path


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # no file can have so long a name
        return False
