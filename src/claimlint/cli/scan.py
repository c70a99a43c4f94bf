"""`claimlint scan`: check the rows of a table, write a table of findings."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

from claimlint.cli.options import law_option, patterns_option
from claimlint.cli.progress import told
from claimlint.cli.terminal import FINDINGS, INTERRUPTED, TROUBLE, fail, printable, save_bytes, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS, Level, NotChecked, levels_from
from claimlint.writers.tally import count

if TYPE_CHECKING:
    import pyarrow as pa

    from claimlint.tables import TableLinter

MOST_TOLD = 10
"""Parts of the table that could not be read, told on standard error; all are rows of the findings."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one run was asked to do."""

    path: Path
    output: Path
    text: tuple[str, ...]
    id: str | None
    law: tuple[str, ...]
    patterns: tuple[Path, ...]
    fail_on: Level
    level: Level


@dataclass(slots=True)
class Tally:
    """What has come by: rows read, rows with findings, findings by level, cells and parts of the table not checked."""

    rows: int = 0
    flagged: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    unread: int = 0
    broken: list[str] = field(default_factory=list)


@click.command("scan")
@click.argument("path", metavar="TABLE", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", required=True, metavar="FILE", type=click.Path(path_type=Path),
    help="The table of findings to write: .parquet, .arrow, .feather or .jsonl.",
)  # fmt: skip
@click.option("--text", multiple=True, metavar="COLUMN", help="Read only this column, and all of it (repeatable).")
@click.option("--id", "id_", metavar="COLUMN", help="What identifies a row (default: its number, from 0).")
@law_option
@patterns_option
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="Exit with 1 from this level on."
)
@click.option(
    "--level", type=click.Choice(LEVELS), default="note", show_default=True, help="Report from this level on."
)
def command(
    path: Path, output: Path, text: tuple[str, ...], id_: str | None, laws: tuple[str, ...] | None, patterns: tuple[Path, ...],
    fail_on: str, level: str,
) -> None:  # fmt: skip
    """Check the rows of a TABLE, a Parquet or Arrow file or a folder of them, for drug-like claims.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the table could not be read to its end.
    """
    request = Request(path, output, text, id_, laws or ("us",), patterns, cast(Level, fail_on), cast(Level, level))
    tally = Tally()
    try:
        sys.exit(run(request, tally))
    except ClaimlintError as error:
        fail(str(error))
    except KeyboardInterrupt:
        _stop(request, tally)


def _stop(request: Request, tally: Tally) -> NoReturn:
    tell(f"claimlint: stopped behind row {tally.rows:,}; {printable(str(request.output))} is not written")
    sys.exit(INTERRUPTED)


def run(request: Request, tally: Tally) -> int:
    """Check, write, and give the exit status. Raises ClaimlintError where nothing could be run."""
    from claimlint.tables import TableLinter
    from claimlint.tables.outputs import OUTPUTS

    writer = OUTPUTS.get(request.output.suffix.lower())
    if writer is None:
        raise ClaimlintError(
            f"--output {request.output}: no table has the suffix {request.output.suffix!r}; known are {', '.join(OUTPUTS)}"
        )
    if request.output.exists() and request.path.exists() and request.output.samefile(request.path):
        raise ClaimlintError(f"--output {request.output}: is the table itself; name another file")
    linter = TableLinter(request.id, request.text, law=request.law, patterns=request.patterns)
    save_bytes(request.output, writer(_shown(_found(linter, request.path, tally), request.level)))
    _tell(request, tally)
    return status(request, tally)


def _found(linter: TableLinter, path: Path, tally: Tally) -> Iterator[pa.RecordBatch]:
    """Give the findings of a table, counted; behind them, what of it could not be read."""
    from claimlint.tables.files import read_tables
    from claimlint.tables.linter import not_checked

    read = told(_counted(read_tables(path, linter.columns), tally), lambda _: f"{tally.rows:,} rows read", sys.stderr)
    for batch in linter.check_batches(read, first_row=0):
        levels = batch["level"].to_pylist()
        tally.levels.update(level for level in levels if level)
        tally.unread += levels.count(None)
        tally.flagged += len({row for row, level in zip(batch["row"].to_pylist(), levels, strict=True) if level})
        yield batch
    if tally.broken and not tally.rows:
        raise ClaimlintError("\n".join(tally.broken[:MOST_TOLD]))
    if tally.broken:
        yield not_checked(tally.broken)


def _counted(items: Iterable[pa.RecordBatch | NotChecked], tally: Tally) -> Iterator[pa.RecordBatch]:
    for item in items:
        if isinstance(item, NotChecked):
            tally.broken.append(f"{item.path}: {item.reason}")
        else:
            tally.rows += item.num_rows
            yield item


def _shown(batches: Iterable[pa.RecordBatch], level: Level) -> Iterator[pa.RecordBatch]:
    """Give the findings from a level on, and what was not checked."""
    hidden = LEVELS[LEVELS.index(level) + 1 :]
    for batch in batches:
        yield batch.filter([told not in hidden for told in batch["level"].to_pylist()]) if hidden else batch


def _tell(request: Request, tally: Tally) -> None:
    """Sum the run up on standard error."""
    shown = levels_from(request.level)
    kept, below = sum(tally.levels[level] for level in shown), tally.levels.total()
    below -= kept
    lines = [f"wrote {request.output}: {count(kept, 'finding')}", _sum(tally)]
    lines += [f"{count(below, 'finding')} below --level {request.level} are not written"] if below else []
    lines += [f"{count(tally.unread, 'cell')} not checked: state not_checked tells why"] if tally.unread else []
    lines += [f"claimlint: {reason}" for reason in tally.broken[:MOST_TOLD]]
    tell(printable("\n".join(lines)))


def _sum(tally: Tally) -> str:
    levels = [count(tally.levels[level], level) for level in LEVELS if tally.levels[level]]
    if levels:
        return f"{', '.join(levels)} in {tally.flagged:,} of {count(tally.rows, 'row')}."
    return f"No known pattern matched in {count(tally.rows, 'row')}." if tally.rows else "Nothing was checked."


def status(request: Request, tally: Tally) -> int:
    """Give the exit status: a table not read to its end, or without rows, outweighs findings."""
    if tally.broken or not tally.rows:
        return TROUBLE
    severe = levels_from(request.fail_on)
    return FINDINGS if any(tally.levels[level] for level in severe) else 0
