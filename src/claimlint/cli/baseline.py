"""`claimlint baseline`: keep the findings that are known, so that only new ones are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimlint.cli.plan import Plan, Request, asked, plan, settings_options
from claimlint.cli.review import allow_option, baseline_option, checked
from claimlint.cli.shared import fail, law_option, patterns_option, printable, put, save
from claimlint.errors import ClaimlintError
from claimlint.review import baseline, places

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("baseline")
def command() -> None:
    """Keep the findings that are known already; `claimlint check` then reports only what is new, and what is gone."""


def check_options(command: Command) -> Command:
    """Add what a command needs that checks copy."""
    field = click.option("--field", "fields", multiple=True, metavar="NAME", help="Of data files read only this field.")
    paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
    for option in (settings_options, patterns_option, field, law_option, allow_option, baseline_option, paths):
        command = option(command)
    return command


@command.command("write")
@check_options
@click.option("--force", is_flag=True, help="Overwrite a baseline that is there.")
def write(paths: tuple[str, ...], force: bool, **options: Any) -> None:
    """Write all findings in PATHs (default: .) to a new baseline."""
    try:
        planned = _plan(paths, **options)
        file = _file(planned)
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
def update(paths: tuple[str, ...], **options: Any) -> None:
    """Add what is new in PATHs (default: .) to the baseline, and drop what is gone."""
    _change(paths, options, is_adding=True)


@command.command("prune")
@check_options
def prune(paths: tuple[str, ...], **options: Any) -> None:
    """Drop from the baseline what is gone from PATHs (default: .), and add nothing."""
    _change(paths, options, is_adding=False)


@command.command("show")
@baseline_option
@click.option("--by", type=click.Choice(("rule", "path")), default="rule", show_default=True, help="What to count.")
def show(baseline: Path | None, by: str) -> None:
    """List how many findings the baseline holds, by rule or by path."""
    from claimlint.review.baseline import read

    try:
        entries = read(_file(plan(Request((".",), asked(baseline=baseline))))).entries
    except ClaimlintError as error:
        fail(str(error))
    counts = Counter(getattr(entry, by) for entry in entries)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    put(f"{count:6,}  {printable(name)}\n" for name, count in order)
    put([f"{len(entries):6,}  in all\n"])


def _change(paths: tuple[str, ...], options: dict[str, Any], *, is_adding: bool) -> None:
    try:
        planned = _plan(paths, **options)
        file = _file(planned)
        before = baseline.read(file)
        report = checked(planned)
        matched = baseline.match(report, before, is_whole=not planned.run.fields)
        found = baseline.entries(report, before.folder) if is_adding else frozenset()
        entries = matched.stay | found
        _save(file, entries, f", {len(found - matched.stay)} added, {len(matched.gone)} dropped")
    except ClaimlintError as error:
        fail(str(error))


def _plan(
    paths: tuple[str, ...], *, laws: tuple[str, ...] | None, patterns: tuple[Path, ...], fields: tuple[str, ...],
    baseline: Path | None, allow: Path | None, config: Path | None, no_config: bool, no_exclude: bool,
) -> Plan:  # fmt: skip
    said = asked(laws, patterns, fields, baseline, allow)
    return plan(Request(paths or (".",), said, config, no_config, no_exclude))


def _file(planned: Plan) -> Path:
    return planned.run.baseline or places.default(places.BASELINE, planned.paths)


def _save(file: Path, entries: frozenset[baseline.Entry], told: str) -> None:
    save(file, baseline.text(entries), "--baseline")
    click.echo(f"{printable(places.shown(places.located(str(file))))}: {len(entries)} findings{told}", err=True)
