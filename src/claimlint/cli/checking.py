"""Check copy: from what is asked to what is printed and written, and to the exit status."""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimlint.cli import review
from claimlint.cli.outcome import Outcome
from claimlint.cli.plan import Plan, plan, shown
from claimlint.cli.request import Request, request_of
from claimlint.cli.terminal import INTERRUPTED, TROUBLE, fail, printable, put, save, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import Report, levels_from
from claimlint.writers import WRITERS
from claimlint.writers.options import Options, terminal_options
from claimlint.writers.tally import count

if TYPE_CHECKING:
    from claimlint.cli.outputs import Output


class Task(NamedTuple):
    """What one run is to do with what it finds."""

    format: str | None = None
    outputs: tuple[str, ...] = ()
    considered: bool = False
    exit_zero: bool = False
    fix: bool = False
    diff: bool = False
    show_settings: bool = False


def check(request: Request, task: Task) -> int:
    """Check, print and write, and give the exit status; what stops it is told on standard error."""
    try:
        return run(request, task)
    except ClaimlintError as error:
        fail(str(error))
    except KeyboardInterrupt:
        tell("claimlint: stopped")
        return INTERRUPTED


def check_paths(paths: Sequence[str]) -> int:
    """Check what a command line without options names."""
    return check(request_of(paths, {}), Task())


def run(request: Request, task: Task) -> int:
    """Check, write, and give the exit status. Raises ClaimlintError where nothing could be run."""
    if task.show_settings:
        put([printable("".join(shown(request)))])
        return 0
    if not request.paths:
        raise ClaimlintError("name a file or a folder to check, or - for standard input; see claimlint --help")
    _refuse_idle_options(request, task)
    outputs = _outputs(task.outputs)
    planned = plan(request)
    planned.tell_left_out()
    if _can_stream(task, planned, outputs):
        return _streamed(planned, outputs, exit_zero=task.exit_zero)
    report = review.reviewed(planned)
    is_well = True
    if task.fix or task.diff:
        from claimlint.cli import fixing

        if task.diff:
            fixing.show(from_level(report, planned), planned.linter, planned.wishes)
        else:
            is_well = fixing.mend(from_level(report, planned), planned.linter, planned.wishes)
            report = review.reviewed(planned)
    write(report, planned, task, outputs)
    if request.diff_base and planned.paths and not report.files:
        tell(printable(f"nothing that was named has changed since {request.diff_base}"))
    outcome = Outcome.of(report, planned.run.fail_on)
    return outcome.status(planned, exit_zero=task.exit_zero) if is_well else TROUBLE


def _outputs(wishes: Sequence[str]) -> "list[Output]":
    """Read where reports are to be written. Raises ClaimlintError with what is known."""
    if not wishes:
        return []
    from claimlint.cli.outputs import output_of

    return [*map(output_of, wishes)]


def _can_stream(task: Task, planned: Plan, outputs: "Sequence[Output]") -> bool:
    """Tell whether lines are all that is asked for, and each can be written before all is read."""
    formats = [*([task.format] if task.format else []), *(output.format for output in outputs)]
    is_late = task.fix or task.diff or planned.request.diff_base or review.knows(planned)
    return formats == ["jsonl"] and not is_late


def _streamed(planned: Plan, outputs: "Sequence[Output]", *, exit_zero: bool) -> int:
    """Write lines while files are read, and give the exit status."""
    from claimlint.cli.streaming import Stream

    stream = Stream(planned)
    if outputs:
        save(outputs[0].path, stream.lines())
        _tell_written(outputs[0], stream.findings)
    else:
        put(stream.lines())
    _tell_below(stream.below, planned)
    return stream.outcome.status(planned, exit_zero=exit_zero)


def _tell_written(output: "Output", findings: int) -> None:
    tell(f"wrote {printable(str(output.path))}: {count(findings, 'finding')}")


def _tell_below(findings: int, planned: Plan) -> None:
    if findings:
        tell(f"not shown: {count(findings, 'finding')} below --level {planned.run.level}")


def _refuse_idle_options(request: Request, task: Task) -> None:
    """Refuse what --fix and --diff cannot go with. Raises ClaimlintError."""
    if task.fix and task.diff:
        raise ClaimlintError("--fix writes what --diff only shows: give one of them")
    if task.diff and task.format:
        raise ClaimlintError("--diff prints a diff: leave --format out, or name a file with --output")
    if (task.fix or task.diff) and "-" in request.paths:
        raise ClaimlintError("--fix and --diff change files, and standard input (-) is none: name the file")


def from_level(report: Report, planned: Plan) -> Report:
    """Give the report with the findings from the level on that is shown."""
    kept = levels_from(planned.run.level)
    return report._replace(findings=tuple(finding for finding in report.findings if finding.level in kept))


def write(report: Report, planned: Plan, task: Task, outputs: "Iterable[Output]") -> None:
    """Print and save the report in every form asked for."""
    shown = from_level(report, planned)
    wished = partial(
        Options, considered=task.considered, fail_on=planned.run.fail_on, root=Path.cwd().as_posix(),
        read=planned.read_again,
    )  # fmt: skip
    options = wished(width=100)
    for output in outputs:
        save(output.path, WRITERS[output.format](shown, options))
        _tell_written(output, len(shown.findings))
    if task.format or not (task.outputs or task.diff):
        terminal = terminal_options(sys.stdout, os.environ)
        put(WRITERS[task.format or "text"](shown, wished(color=terminal.color, width=terminal.width)))
    if task.format == "github":
        from claimlint.cli.outputs import add_summary

        add_summary(shown, options, os.environ)
    _tell_below(len(report.findings) - len(shown.findings), planned)
