"""Measure claimlint beside bare spaCy, and with --full beside other tools, in one interleaved run.

    python benchmarks/bench.py [--runs 7] [--megabytes 10]
    python benchmarks/bench.py --install-peers
    python benchmarks/bench.py --full [--markdown FILE] [--json FILE] [--plot FILE]

Each round runs every command once; ratios are medians of those within a round. Seconds depend on the machine; compare ratios
only. It exits with 1 where a ratio misses its target in twice as many rounds as were asked for.
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
from made_up import write_rules
from peers import PEERS, textlint
from peers.peer import Peer
from plot import draw
from report import Row, report
from scenarios import GROWTH, ROOT, Place, alone, beside, held
from tables import tables
from targets import missed
from trials import Results, measure, run

from claimlint.version import __version__

HERE = Path(__file__).resolve().parent
RULES = len(list((ROOT / "patterns/claims").rglob("*.yaml")))


def main() -> None:
    """Measure, write the tables, and say which targets were missed."""
    options = asked()
    if options.install_peers:
        sys.exit(install_peers())
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        peers = [peer for peer in PEERS if options.full and (not options.peers or peer.name in options.peers)]
        fresh = prepared(place, peers, options)
        quick = list(held(place))
        trials = [*quick, *(alone(place) if options.full else ())]
        trials += [trial for peer in peers if peer.version() for trial in beside(peer, place)]
        results = Results()
        run(trials, options.runs, options.limit, results, fresh)
        if missed(results):
            run(quick, options.runs, options.limit, results, fresh)
    found = report(results, trials, peers, {"claimlint": __version__, "rules": RULES, **asked_of(options)})
    write(found, options)
    if names := missed(results):
        sys.exit("missed: " + ", ".join(names))


def asked() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="rounds")
    parser.add_argument("--megabytes", type=float, default=10, help="ordinary copy to check")
    parser.add_argument("--full", action="store_true", help="measure everything, beside every tool that is installed")
    parser.add_argument("--peers", action="append", metavar="TOOL", help="with --full: only this tool (repeatable)")
    parser.add_argument("--forms", type=int, default=10, help="forms of a list that other tools are given; 0: all")
    parser.add_argument("--limit", type=float, default=15, help="seconds over which a command is run only once")
    parser.add_argument("--install-peers", action="store_true", help="install the tools that npm has, and stop")
    for name in ("markdown", "json", "plot"):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE")
    return parser.parse_args()


def asked_of(options: argparse.Namespace) -> dict[str, float]:
    """Give what a reader of the report must know of the command line."""
    return {name: getattr(options, name) for name in ("runs", "megabytes", "forms", "limit")}


def install_peers() -> str:
    """Install what pip does not; give what went wrong, or nothing."""
    print("tools that pip has: pip install 'cosmetic-claimlint[bench]'")
    return textlint.install()


def prepared(place: Place, peers: list[Peer], options: argparse.Namespace) -> Callable[[], None]:
    """Write copy and rules, and compile the packs; give what makes the cache as it is then."""
    shares = sorted({material.WHOLE, 0.1, 0.01, *(peer.share for peer in peers)}) if options.full else []
    material.make(place.folder, options.megabytes, shares)
    for times in GROWTH[1:]:
        write_rules(place.pack(times), (times - 1) * RULES)
    if any(peer.version() for peer in peers):
        translate(place, peers, options.forms)
    cache, kept = place.folder / "cache", place.folder / "cache-kept"
    os.environ["CLAIMLINT_CACHE"] = str(kept)
    primer = place.folder / "primer.txt"
    primer.write_text("It regrows hair.", encoding="utf-8")
    for times in GROWTH if options.full else (1, 10):
        measure((*place.lint(times), str(primer)))
    os.environ["CLAIMLINT_CACHE"] = str(cache)

    def fresh() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(kept, cache)

    return fresh


def translate(place: Place, peers: list[Peer], forms: int) -> None:
    """Prepare the other tools, in processes of their own, for every number of rules."""
    names = [peer.name for peer in peers]
    for times in GROWTH:
        packs = [] if times == 1 else [str(place.pack(times))]
        told = [sys.executable, str(HERE / "translate.py"), str(place.folder / f"rules-{times}"), str(forms)]
        subprocess.run([*told, ",".join(names), *packs], check=True)


def write(found: Row, options: argparse.Namespace) -> None:
    """Print the tables, and write the files asked for."""
    text = tables(found)
    print(text)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.plot:
        draw(found, options.plot)


if __name__ == "__main__":
    main()
