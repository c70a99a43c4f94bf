"""The benchmark gives other tools the same wording, and tells what it measured and what it could not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.matcher import Matcher

from tests.conftest import MakePack

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
import bench
import material
from peers import PEERS
from peers.peer import Peer
from report import report
from scenarios import CLAIMLINT, COPY, SPACY, START, TOKENIZER, Place
from translate import agreement, translate
from trials import LABEL, Measure, Results, Trial, measure, ratio, run

from claimlint.packs.load import load_pack
from tables import page, short, tables

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"
RESULTS = BENCHMARKS / "results"
SECONDS: dict[tuple[str, str, int], list[float]] = {
    (SPACY, START, 1): [1.0], (TOKENIZER, LABEL, 1): [1.0], (TOKENIZER, COPY, 1): [5.0], ("bare Python", START, 1): [0.1],
    (CLAIMLINT, "clean label", 1): [0.1], (CLAIMLINT, LABEL, 1): [0.2], (CLAIMLINT, COPY, 1): [2.2],
    (CLAIMLINT, LABEL, 10): [0.2], (CLAIMLINT, COPY, 10): [2.6],
}  # fmt: skip
SLOW_COPY = "missed: copy / bare tokenizer"
LOST_IN_NOISE = 0.1
"""Seconds for copy that are less than those for a label, as on a busy machine."""
FLAGGED = ("It grows moss.", "Growing thick green moss", "sprouted moss")
SILENT = ("Moss grows.", "It grows. Moss is green.", "It grows very much thick and green moss.", "It regrows moss.")


def test_expressions_match_what_the_patterns_match(make_pack: MakePack) -> None:
    regexes = [regex for rule, regex, _ in translate(load_pack([make_pack()]), 0) if rule == "grows-moss"]
    for text in FLAGGED:
        assert any(re.search(regex, text, re.IGNORECASE) for regex in regexes), text
    for text in SILENT:
        assert not any(re.search(regex, text, re.IGNORECASE) for regex in regexes), text


def test_tokens_match_what_the_patterns_match(make_pack: MakePack) -> None:
    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    for rule, _, tokens in translate(load_pack([make_pack()]), 0):
        matcher.add(rule, [tokens])
    assert all(matcher(nlp(text)) for text in FLAGGED)
    assert not any(matcher(nlp(text)) for text in SILENT)


@pytest.mark.parametrize("peer", PEERS, ids=[peer.name for peer in PEERS])
def test_installed_tools_find_what_the_rules_say(peer: Peer, make_pack: MakePack, tmp_path: Path) -> None:
    if not peer.version():
        pytest.skip(f"{peer.name} is not installed")
    rules, copy = tmp_path / "rules", tmp_path / "copy"
    rules.mkdir()
    copy.mkdir()
    peer.prepare(translate(load_pack([make_pack()]), 0), rules)
    (copy / "flagged.txt").write_text("A very good wall.\n\nIt grows moss.\n", encoding="utf-8")
    (copy / "silent.txt").write_text("A green wall.\n", encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(BENCHMARKS)}
    done = subprocess.run(peer.command(rules, copy), capture_output=True, text=True, env=environ)
    assert done.returncode in (0, 1), done.stderr
    if peer.name != "proselint":
        found = [line for line in done.stdout.splitlines() if "moss" in line]
        assert len(found) == 1 and "flagged.txt" in found[0], done.stdout + done.stderr


def test_lists_are_cut_to_the_forms_asked_for_and_those_of_the_cases(make_pack: MakePack) -> None:
    def words(most: int) -> list[str]:
        return translate(load_pack([make_pack()]), most)[0][2][0]["LOWER"]["IN"]  # type: ignore[index,no-any-return]

    assert len(words(0)) > 8
    assert len(words(6)) == 6
    assert {"grows", "growing", "grew"} <= {*words(1)}


def test_ways_of_a_rule_that_differ_in_one_place_become_one(make_pack: MakePack) -> None:
    rule = make_pack() / "claims/moss/grows-moss.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace('"{grow~} .. moss"', '"{grow~} .. (moss | lichen | fern)"'), encoding="utf-8")
    (line,) = translate(load_pack([rule.parents[2]]), 0)
    assert [token["LOWER"] for token in line[2] if "LOWER" in token][1] == {"IN": ["fern", "lichen", "moss"]}
    assert all(re.search(line[1], copy) for copy in ("grows moss", "grows lichen", "grew a thick fern"))


def test_the_rules_own_cases_tell_what_the_translation_keeps_and_what_it_loses(make_pack: MakePack) -> None:
    pack = load_pack([make_pack()])
    judged = agreement(translate(pack, 1), pack.rules.values())
    assert judged["found"] == 1
    assert judged["silent"] == pytest.approx(2 / 3), "it never grows moss: what is denied is not known"


def test_a_process_tells_its_time_without_the_start_and_its_faults() -> None:
    told = measure((sys.executable, "-c", "print('checked in', 0.25)"))
    assert isinstance(told, Measure)
    assert told.checking == 0.25
    assert told.seconds > 0
    assert told.memory > 1_000_000
    assert measure((sys.executable, "-c", "raise SystemExit(3)")) == "failed with 3"
    assert measure((sys.executable, "-c", "1 / 0")) == "failed with 1"


def test_what_takes_long_runs_seldom_and_what_fails_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trials.ENOUGH", 0.5)
    quick = Trial("quick", COPY, (sys.executable, "-c", "pass"))
    slow = Trial("slow", COPY, (sys.executable, "-c", "import time; time.sleep(0.6)"))
    wrong = Trial("wrong", COPY, (sys.executable, "-c", "1 / 0"))
    results = Results()
    run([quick, slow, wrong], 2, results, lambda: None)
    assert [len(results.seconds(tool, COPY)) for tool in ("quick", "slow", "wrong")] == [2, 1, 0]
    assert results.faults == {("wrong", COPY, 1): "failed with 1"}


def test_a_run_again_finds_what_the_run_before_it_left(tmp_path: Path) -> None:
    left = tmp_path / "left"
    leave = (
        "import pathlib, sys; path = pathlib.Path(sys.argv[1]); print('checked in', path.exists() + 0.5); path.touch()"
    )
    command = (sys.executable, "-c", leave, str(left))
    results = Results()
    run(
        [Trial("once", COPY, command), Trial("again", COPY, command, again=True)], 1, results, lambda: left.unlink(True)
    )
    assert results.checking("once", COPY) == [0.5]
    assert results.checking("again", COPY) == [1.5]


def test_checking_is_a_run_less_one_on_a_label() -> None:
    results = measured({(CLAIMLINT, LABEL, 1): [1.0, 2.0], (CLAIMLINT, COPY, 1): [4.0, 8.0]})
    assert results.checking(CLAIMLINT, COPY) == [3.0, 6.0]
    assert ratio([3.0, 8.0, 5.0], [1.0, 2.0, 1.0]) == 4.0


def measured(seconds: dict[tuple[str, str, int], list[float]]) -> Results:
    results = Results()
    for key, found in seconds.items():
        results.measures[key] = [Measure(each, None, 50_000_000) for each in found]
    return results


@pytest.mark.parametrize(("copy", "status"), [(2.2, None), (4.2, SLOW_COPY), (LOST_IN_NOISE, SLOW_COPY)])
def test_check_exits_with_1_where_a_ratio_misses_its_target(
    copy: float, status: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = {**SECONDS, (CLAIMLINT, COPY, 1): [copy], (CLAIMLINT, COPY, 10): [copy]}
    rounds: list[int] = []

    def prepared(place: Place, *_: object) -> Callable[[], None]:
        material.copy(place.folder).write_text("A soft cream.", encoding="utf-8")
        return lambda: None

    def pretend(trials: object, count: int, results: Results, fresh: object) -> None:
        rounds.append(count)
        results.measures.update(measured(seconds).measures)

    monkeypatch.setattr(bench, "prepared", prepared)
    monkeypatch.setattr(bench, "run", pretend)
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.setattr(sys, "argv", ["bench.py", "--check", "--rounds", "3"])
    if status is None:
        bench.main()
    else:
        with pytest.raises(SystemExit) as stopped:
            bench.main()
        assert stopped.value.code == status
    assert rounds == ([3] if status is None else [3, 3])


class Missing:
    """A tool that is not installed."""

    name = "Otherlint"
    rules = "the same"

    @staticmethod
    def version() -> None:
        return None


def test_tables_tell_ratios_and_what_is_not_installed() -> None:
    trials = [Trial(tool, task, (), 4_000_000, times) for tool, task, times in SECONDS]
    missing: Any = Missing
    about = {"claimlint": "0.1.0", "rules": 331, "rounds": 1, "scale": 0.4}
    found = report(measured(SECONDS), trials, [missing], about)
    assert [row["measured"] for row in found["targets"]] == [0.1, 0.2, 0.5, 1.2]
    text = tables(found)
    assert "| copy / bare tokenizer | 0.50 | 0.50 |" in text
    assert "| Otherlint | not installed |  |" in text
    assert "| spaCy tokenizer |  | none |  | 1 s (×5) | 1 MB/s (×2) | 4 MB |" in text
    assert "| claimlint | 0.2 s (×1 of its first) |  | 0.2 s (×1 of its first) |" in text
    assert "| claimlint | 0.2 s (×1) | 0.2 s (×1) | 2 MB/s (×1) | 50 MB |" in short(found)


@pytest.mark.skipif(not (RESULTS / "results.json").exists(), reason="no whole run is stored in benchmarks/results")
@pytest.mark.parametrize(
    ("path", "made"),
    [(ROOT / "README.md", short), (ROOT / "docs/performance.md", page), (RESULTS / "results.md", tables)],
    ids=["README", "docs", "results"],
)
def test_pages_show_the_last_run(path: Path, made: Callable[[dict[str, Any]], str]) -> None:
    shown = made(json.loads((RESULTS / "results.json").read_text(encoding="utf-8")))
    text = path.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        marked = re.compile(r"(<!-- results -->\n).*?(?=<!-- end of results -->)", re.DOTALL)
        text = marked.sub(lambda mark: f"{mark[1]}\n{shown}\n", text) if marked.search(text) else shown
        path.write_text(text, encoding="utf-8")
    assert shown in text
