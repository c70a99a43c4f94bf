"""`claimlint audit`: a person judges findings one by one; the rules are measured by that."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from claimlint.cli.options import OPTIONS, options
from claimlint.cli.plan import plan
from claimlint.cli.request import request_of
from claimlint.cli.review import baseline_of, checked
from claimlint.cli.terminal import fail, printable, put, save, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import Finding
from claimlint.review import answers, places
from claimlint.review.answers import Answer
from claimlint.writers.card import card
from claimlint.writers.groups import Group
from claimlint.writers.options import Options, terminal_options
from claimlint.writers.visible import visible

KEYS = {"t": "true", "f": "false", "a": "ask"}
SKIP, BACK, QUIT = "s", "b", "q"
PROMPT = "true, false, ask counsel, skip, back, quit; a note may follow [t/f/a/s/b/q]"


@click.command("audit")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--show", "is_shown", is_flag=True, help="Print how good the rules are by the answers so far.")
@click.option(
    "--file", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"Where the answers are kept (default: {places.ANSWERS} beside the baseline).",
)  # fmt: skip
@options(*OPTIONS)
def command(paths: tuple[str, ...], is_shown: bool, file: Path | None, **given: Any) -> None:
    """Judge the findings in PATHs (default: .) one by one.

    Each answer is one letter, and a note may follow it, as in `f only a name`. Answers are kept at once; the next run
    goes on with what nobody has judged.
    """
    try:
        planned = plan(request_of(paths or (".",), given))
        file = file or baseline_of(planned).parent / places.ANSWERS
        said = answers.read(file)
        if is_shown:
            put(_table(said))
            return
        ahead = answers.open_findings(checked(planned).findings, said)
        _ask(ahead, said, file)
    except ClaimlintError as error:
        fail(str(error))
    tell(f"{len(said)} judged, {len(answers.open_findings(ahead, said))} left; --show tells more")


def _ask(ahead: list[Finding], given: dict[str, Answer], file: Path) -> None:
    """Ask about each finding until all are answered or the person stops; keep each answer at once."""
    options = terminal_options(sys.stdout, os.environ)
    number = 0
    while number < len(ahead):
        finding = ahead[number]
        put(_shown(finding, number, len(ahead), given, options))
        key, note = _answer()
        if key == QUIT:
            return
        if key in KEYS:
            words = " ".join(finding.text.split())
            path = places.written(places.located(finding.path), places.located(str(file)).parent)
            given[finding.fingerprint] = Answer(finding.rule, finding.fingerprint, path, words, KEYS[key], note)
            save(file, answers.text(given), "--file")
        number = max(0, number - 1) if key == BACK else number + 1


def _shown(finding: Finding, number: int, count: int, given: dict[str, Answer], options: Options) -> Iterator[str]:
    yield f"\n{number + 1} of {count}: {visible(finding.path)}\n\n"
    yield "\n".join([*card(Group((finding,)), options), ""])
    if before := given.get(finding.fingerprint):
        yield f"    answered {before.judgement} {visible(before.note)}".rstrip() + "\n"


def _answer() -> tuple[str, str]:
    """Read a letter and a note; the end of input is to quit."""
    while True:
        try:
            line: str = click.prompt(PROMPT, default="", show_default=False)
        except click.Abort:
            click.echo()
            return QUIT, ""
        key, _, note = line.strip().partition(" ")
        if key.lower() in (*KEYS, SKIP, BACK, QUIT):
            return key.lower(), " ".join(note.split())
        click.echo(f"{printable(key)!r} is no answer; known are: t, f, a, s, b, q")


def _table(given: dict[str, Answer]) -> Iterator[str]:
    """Give the measures rule by rule, in all, and what is to be asked of counsel."""
    if not given:
        yield "Nothing is judged yet: `claimlint audit PATH` asks.\n"
        return
    found = answers.measures(given)
    total = answers.Measure("in all", *(sum(column) for column in zip(*(each[1:] for each in found), strict=True)))
    width = max(len(visible(each.rule)) for each in [*found, total])
    yield f"{'rule':{width}}   true  false    ask  precision\n"
    for each in [*found, total]:
        precision = "–" if each.precision is None else f"{each.precision:.0%}"
        yield f"{visible(each.rule):{width}} {each.true:6} {each.false:6} {each.ask:6} {precision:>10}\n"
    asked = sorted(answer for answer in given.values() if answer.judgement == "ask")
    yield "\nTo ask counsel\n" if asked else ""
    for answer in asked:
        note = f": {visible(answer.note)}" if answer.note else ""
        yield f'  {visible(answer.path)}  "{visible(answer.words)}" [{visible(answer.rule)}]{note}\n'
