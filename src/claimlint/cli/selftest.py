"""`claimlint selftest`: hold packs to their own cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimlint.cli.terminal import FINDINGS, fail, put
from claimlint.errors import ClaimlintError
from claimlint.mutate import mutation_report
from claimlint.packs.folders import shipped
from claimlint.selftest import Bench, faults


@click.command("selftest")
@click.argument("packs", nargs=-1, metavar="[PACK]...", type=click.Path(path_type=Path))
@click.option("--mutate", is_flag=True, help="Also change each case harmlessly and report what slips or fires.")
@click.option(
    "--show", default=20, show_default=True, metavar="N", help="With --mutate, how many mistakes of each kind to show."
)
def command(packs: tuple[Path, ...], mutate: bool, show: int) -> None:
    """Hold the shipped pack, and any PACK folders laid over it, to their own cases."""
    try:
        bench = Bench([shipped(), *packs])
    except ClaimlintError as error:
        fail(str(error))
    found = list(faults(bench))
    put(["".join(f"{fault.owner}: {fault.gate}: {fault.text}\n" for fault in found)])
    cases = sum(len(rule.flag) + len(rule.passed) for rule in bench.pack.rules.values())
    put([f"{len(bench.pack.rules)} rules, {len(bench.pack.cues)} cues, {cases} cases, {len(found)} faults\n"])
    if mutate:
        put([mutation_report(bench, show)])
    sys.exit(FINDINGS if found else 0)
