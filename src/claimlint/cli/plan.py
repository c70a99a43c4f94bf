"""From what was asked to what is done: settings and command line in one plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from claimlint.document import Document
from claimlint.errors import ClaimlintError
from claimlint.findings import NotChecked
from claimlint.linter import Linter
from claimlint.readers import STDIN, Wishes, read_paths
from claimlint.readers.globs import is_folder
from claimlint.review import places
from claimlint.settings import NAME, Finder, Policies, Run, run_of

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_NAMED = 5
"""Left out files that are named in the line that tells of them."""


class Request(NamedTuple):
    """What the command line asks for. `given` holds what it says over the settings, by key."""

    paths: tuple[str, ...]
    given: Mapping[str, Any]
    config: Path | None = None
    no_config: bool = False
    no_exclude: bool = False
    stdin_filename: str = STDIN


class Plan(NamedTuple):
    """What a run does: `paths` are those named, without what the settings leave out, which `left_out` tells with why."""

    run: Run
    linter: Linter
    finder: Finder
    paths: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    stdin_filename: str
    no_exclude: bool

    @property
    def wishes(self) -> Wishes:
        """Give what is to be read of data files."""
        return Wishes(self.run.fields)

    def documents(self, has_changed: Callable[[str], bool] = lambda _: True) -> Iterator[Document | NotChecked]:
        """Read what is to be checked: of files those that have changed, and none of decisions."""
        own = {places.located(str(file)) for file in (self.run.baseline, self.run.allow) if file}

        def is_wanted(path: str) -> bool:
            return has_changed(path) and not (own and places.located(path) in own)

        leave = partial(_leaves, self.finder, self.no_exclude)
        return read_paths(self.paths, self.wishes, self.stdin_filename, is_wanted, leave)

    @property
    def notice(self) -> str:
        """Tell in one line which named files are left out, and why; empty where none is."""
        told = [f"{path} ({reason})" for path, reason in self.left_out[:MOST_NAMED]]
        more = len(self.left_out) - len(told)
        told += [f"{more} more"] if more else []
        return f"left out: {', '.join(told)}; --no-exclude reads what settings leave out" if told else ""


def settings_options(command: Command) -> Command:
    """Add the options that say which settings hold."""
    config = click.option(
        "--config", metavar="FILE", type=click.Path(path_type=Path),
        help=f"Settings for all files (default: the nearest {NAME}).",
    )  # fmt: skip
    no_config = click.option("--no-config", is_flag=True, help="Read no settings file.")
    no_exclude = click.option("--no-exclude", is_flag=True, help="Also read what the settings leave out.")
    return config(no_config(no_exclude(command)))


def asked(
    laws: tuple[str, ...] | None = None, patterns: tuple[Path, ...] = (), fields: tuple[str, ...] = (),
    baseline: Path | None = None, allow: Path | None = None, fail_on: str | None = None, level: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Give by the keys of settings what a command line says."""
    said = {
        "law": laws, "patterns": patterns or None, "fields": fields or None, "baseline": (baseline,) if baseline else None,
        "allow": (allow,) if allow else None, "fail-on": fail_on, "level": level,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value is not None}


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


def settings_shown(request: Request) -> Iterator[str]:
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
