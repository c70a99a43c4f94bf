"""`claimlint baseline`: keep the findings that are known, so that only new ones are reported."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from claimlint.cli.options import BASELINE_OPTION, CONFIG_OPTIONS, OPTIONS, options
from claimlint.cli.plan import Plan, plan
from claimlint.cli.request import request_of
from claimlint.cli.review import baseline_of, checked
from claimlint.cli.terminal import fail, printable, put, save, tell
from claimlint.errors import ClaimlintError
from claimlint.review import baseline, places
from claimlint.writers.tally import count

check_options = options(click.argument("paths", nargs=-1, metavar="[PATH]..."), *OPTIONS)
"""What a command needs that checks copy."""


@click.group("baseline")
def command() -> None:
    """Keep the findings that are known already; `claimlint check` then reports only what is new, and what is gone."""


@command.command("write")
@check_options
@click.option("--force", is_flag=True, help="Overwrite a baseline that is there.")
def write(paths: tuple[str, ...], force: bool, **given: Any) -> None:
    """Write all findings in PATHs (default: .) to a new baseline."""
    try:
        planned = _plan(paths, given)
        file = baseline_of(planned)
        if file.exists() and not force:
            name = places.shown(places.located(str(file)))
            raise ClaimlintError(
                f"{name}: is there already; `claimlint baseline update` adds to it, --force overwrites"
            )
        report = checked(planned)
        _save(file, baseline.entries(report, places.located(str(file)).parent), "")
    except ClaimlintError as error:
        fail(str(error))


@command.command("update")
@check_options
def update(paths: tuple[str, ...], **given: Any) -> None:
    """Add what is new in PATHs (default: .) to the baseline, and drop what is gone."""
    _change(paths, given, is_adding=True)


@command.command("prune")
@check_options
def prune(paths: tuple[str, ...], **given: Any) -> None:
    """Drop from the baseline what is gone from PATHs (default: .), and add nothing."""
    _change(paths, given, is_adding=False)


@command.command("show")
@options(BASELINE_OPTION, *CONFIG_OPTIONS)
@click.option("--by", type=click.Choice(("rule", "path")), default="rule", show_default=True, help="What to count.")
def show(by: str, **given: Any) -> None:
    """List how many findings the baseline holds, by rule or by path."""
    try:
        entries = baseline.read(baseline_of(_plan((), given))).entries
    except ClaimlintError as error:
        fail(str(error))
    counts = Counter(getattr(entry, by) for entry in entries)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    put(f"{count:6,}  {printable(name)}\n" for name, count in order)
    put([f"{len(entries):6,}  in all\n"])


def _change(paths: tuple[str, ...], given: dict[str, Any], *, is_adding: bool) -> None:
    try:
        planned = _plan(paths, given)
        file = baseline_of(planned)
        before = baseline.read(file)
        report = checked(planned)
        matched = baseline.match(report, before, is_whole=planned.run.is_whole)
        found = baseline.entries(report, before.folder) if is_adding else frozenset()
        entries = matched.stay | found
        _save(file, entries, f", {len(found - matched.stay)} added, {len(matched.gone)} dropped")
    except ClaimlintError as error:
        fail(str(error))


def _plan(paths: tuple[str, ...], given: dict[str, Any]) -> Plan:
    return plan(request_of(paths or (".",), given))


def _save(file: Path, entries: frozenset[baseline.Entry], told: str) -> None:
    save(file, baseline.text(entries), "--baseline")
    name = printable(places.shown(places.located(str(file))))
    tell(f"{name}: {count(len(entries), 'finding')}{told}")
