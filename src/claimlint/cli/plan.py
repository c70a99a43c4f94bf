"""From what was asked to what is done: settings and command line in one plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from claimlint.document import Document
from claimlint.errors import ClaimlintError
from claimlint.findings import NotChecked
from claimlint.linter import Linter
from claimlint.readers import Wishes, read_paths
from claimlint.readers.globs import is_folder
from claimlint.settings import Finder, Policies, Run, run_of

MOST_NAMED = 5
"""Left out files that are named in the line that tells of them."""


class Request(NamedTuple):
    """What the command line asks for. `given` holds what it says over the settings, by key."""

    paths: tuple[str, ...]
    given: Mapping[str, Any]
    format: str | None
    outputs: tuple[Path, ...]
    considered: bool
    exit_zero: bool
    stdin_filename: str
    config: Path | None
    no_config: bool
    no_exclude: bool


class Plan(NamedTuple):
    """What a run does: `paths` are those named, without what the settings leave out, which `left_out` tells with why."""

    run: Run
    linter: Linter
    finder: Finder
    paths: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    stdin_filename: str
    no_exclude: bool

    def documents(self) -> Iterator[Document | NotChecked]:
        """Read what is to be checked."""
        leave = partial(_leaves, self.finder, self.no_exclude)
        return read_paths(self.paths, Wishes(self.run.fields), self.stdin_filename, leave)

    @property
    def notice(self) -> str:
        """Tell in one line which named files are left out, and why; empty where none is."""
        told = [f"{path} ({reason})" for path, reason in self.left_out[:MOST_NAMED]]
        more = len(self.left_out) - len(told)
        told += [f"{more} more"] if more else []
        return f"left out: {', '.join(told)}; --no-exclude reads what settings leave out" if told else ""


def plan(request: Request) -> Plan:
    """Find the settings of all named paths, and check them. Raises ClaimlintError where they are faulty or differ."""
    if request.config and request.no_config:
        raise ClaimlintError("--config and --no-config exclude each other: give one of them")
    finder = Finder(request.config, off=request.no_config)
    names = [request.stdin_filename if path == "-" else path for path in request.paths]
    governing = list(dict.fromkeys(finder.of(name) for name in names))
    run = run_of(governing, request.given)
    policies = Policies(finder, run)
    linter = Linter(run.law, run.patterns, policy=policies.of)
    for settings in governing:
        policies.check(settings, linter.packs)
    linter.require_laws()
    reasons = [_why_left(finder, name, no_exclude=request.no_exclude) for name in names]
    kept = tuple(path for path, reason in zip(request.paths, reasons, strict=True) if not reason)
    left = tuple((name, reason) for name, reason in zip(names, reasons, strict=True) if reason)
    return Plan(run, linter, finder, kept, left, request.stdin_filename, request.no_exclude)


def shown(request: Request) -> Iterator[str]:
    """Tell every setting for each path, or for the working directory. Raises ClaimlintError where one is faulty."""
    from claimlint.settings.show import show

    paths: Sequence[str] = request.paths or (".",)
    for number, path in enumerate(paths):
        run = plan(request._replace(paths=(path,))).run
        name = request.stdin_filename if path == "-" else path
        yield "\n" if number else ""
        yield from show(name, run, is_folder=is_folder(name))


def _why_left(finder: Finder, path: str, *, no_exclude: bool) -> str | None:
    folder = is_folder(path)
    if finder.is_own(path, is_folder=folder):
        return "a file of claimlint's own"
    return None if no_exclude else finder.why_out(path, is_folder=folder)


def _leaves(finder: Finder, no_exclude: bool, path: str, folder: bool) -> bool:
    left = not no_exclude and finder.why_out(path, is_folder=folder)
    return bool(left) or finder.is_own(path, is_folder=folder)
