"""How often rules fire on copy that was not written for them."""

from __future__ import annotations

from pathlib import Path

from claimlint.evidence import firings
from claimlint.selftest import Bench
from tests.conftest import RULE, MakePack

OTHER = RULE.replace("grows-moss", "names-moss").replace('"{grow~} .. moss"', "moss")


def test_own_cases_do_not_count_and_foreign_ones_do(make_pack: MakePack, tmp_path: Path) -> None:
    fern = (
        RULE.replace("grows-moss", "names-ferns").replace('"{grow~} .. moss"', "fern").replace("It [[grows moss]]", "A [[fern]] grows moss")
        .replace("[[Growing thick moss]] daily", "A [[fern]]").replace("We [[grew green moss]]", "One [[fern]] sprouted moss")
    )  # fmt: skip
    bench = Bench([make_pack({"claims/moss/names-ferns.yaml": fern})])
    (tmp_path / "ad.txt").write_text("It [[grows moss|grows-moss]] and moss. It grew no fern, never grows moss.\n")
    fired = firings(bench, tmp_path)
    # grows-moss: two cases of names-ferns, the kept case of the cue, and once the ad, where the last is denied.
    assert fired == {"grows-moss": 4, "names-ferns": 1}


def test_the_same_text_counts_once(make_pack: MakePack, tmp_path: Path) -> None:
    bench = Bench([make_pack({"claims/moss/names-moss.yaml": OTHER})])
    fired = firings(bench, tmp_path)
    # Both rules have the same cases, so only what the cue keeps is foreign to them.
    assert (fired["grows-moss"], fired["names-moss"]) == (1, 1)
