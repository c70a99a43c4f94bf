"""Measure claimlint beside spaCy and beside other tools, in one interleaved run.

    python benchmarks/bench.py            everything that is installed; the results go to benchmarks/results
    python benchmarks/bench.py --quick    the same on little copy and in one round, to see that all of it works
    python benchmarks/bench.py --check    only the ratios that have targets; exits with 1 where one misses its target

Each round runs every command once; ratios are medians of those within a round. Seconds depend on the machine; compare ratios
only. With --check a ratio that misses its target is measured as often again before that counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import material
from peers import PEERS
from peers.peer import HOME, Peer
from plot import draw
from report import Row, missed, report
from scenarios import GROWTH, ROOT, Place, alone, beside, held
from trials import Results, measure, run

from claimlint.version import __version__
from tables import tables

RULES = len(list((ROOT / "patterns/claims").rglob("*.yaml")))
MEGABYTES = 10
"""Ordinary copy on which a whole run measures."""
FORMS = 10
"""Forms of a word list that other tools are given at least."""


def main() -> None:
    """Measure, write the tables, and say which targets were missed."""
    options = asked()
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HOME), os.environ.get("PYTHONPATH")]))
    peers = [] if options.check else [peer for peer in PEERS if not options.tool or peer.name in options.tool]
    about: Row = {"claimlint": __version__, "rules": RULES, "rounds": options.rounds, "scale": options.scale}
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        fresh = prepared(place, peers, options)
        trials = [*held(place), *(() if options.check else alone(place))]
        trials += [trial for peer in peers if peer.version() for trial in beside(peer, place)]
        results = Results()
        run(trials, options.rounds, results, fresh)
        if options.check and missed(results):
            run(trials, options.rounds, results, fresh)
        if place.translation.exists():
            about["translation"] = json.loads(place.translation.read_text(encoding="utf-8"))
    found = report(results, trials, [] if options.check else PEERS, about)
    print(tables(found))
    if options.output:
        write(found, options.output)
    if options.check and (names := missed(results)):
        sys.exit("missed: " + ", ".join(names))


def asked() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--quick", action="store_true", help="one round, a scale of 0.05, nothing written")
    what.add_argument("--check", action="store_true", help="only the ratios that have targets, nothing written")
    parser.add_argument("--rounds", type=int, help="how often each command runs, unless it is slow (default: 5)")
    parser.add_argument("--scale", type=float, help=f"how many times {MEGABYTES} MB of copy (default: 1)")
    parser.add_argument("--tool", action="append", metavar="NAME", help="beside this tool only (repeatable)")
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="where results go (default: benchmarks/results)")
    options = parser.parse_args()
    options.rounds = options.rounds or (1 if options.quick else 5)
    options.scale = options.scale or (0.05 if options.quick else 1)
    if not (options.quick or options.check or options.output):
        options.output = HOME / "results"
    return options


def prepared(place: Place, peers: list[Peer], options: argparse.Namespace) -> Callable[[], None]:
    """Write copy and rules, and compile the packs; give what makes the cache as it is then, without results."""
    shares = [] if options.check else sorted({material.WHOLE, 0.1, 0.01, *(peer.share for peer in peers)})
    material.make(place.folder, options.scale * MEGABYTES, shares)
    for times in GROWTH[1:]:
        material.write_rules(place.pack(times), (times - 1) * RULES)
    if any(peer.version() for peer in peers):
        translate(place, peers)
    cache, kept = place.folder / "cache", place.folder / "cache-kept"
    os.environ["CLAIMLINT_CACHE"] = str(kept)
    primer = place.folder / "primer.txt"
    primer.write_text("It regrows hair.", encoding="utf-8")
    for times in (1, 10) if options.check else GROWTH:
        measure((*place.lint(times), str(primer)))
    os.environ["CLAIMLINT_CACHE"] = str(cache)

    def fresh() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(kept, cache)

    return fresh


def translate(place: Place, peers: list[Peer]) -> None:
    """Prepare the other tools, in processes of their own, for every number of rules."""
    for times in GROWTH:
        names = [peer.name for peer in peers if times == 1 or peer.grows]
        packs = [] if times == 1 else [str(place.pack(times))]
        told = [sys.executable, str(HOME / "translate.py"), str(place.translated(times)), str(FORMS)]
        subprocess.run([*told, ",".join(names), *packs], check=True)


def write(found: Row, folder: Path) -> None:
    """Write the results: as data, as tables, as plots."""
    folder.mkdir(exist_ok=True)
    (folder / "results.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "results.md").write_text(tables(found), encoding="utf-8")
    draw(found, folder)


if __name__ == "__main__":
    main()
