"""The rules as Markdown."""

from __future__ import annotations

from collections import Counter

import pytest

from claimlint.evaluate import Tally
from claimlint.pages import pages, plain
from claimlint.selftest import Bench
from tests.conftest import RULE, MakePack


def test_a_page_tells_everything_a_rule_knows(make_pack: MakePack) -> None:
    facts = (
        'seen:\n  - {by: Wardens, kind: ruling, year: 2020, said: "moss on *walls*", source: "https://example.org/r"}\n'
    )
    pack = Bench([make_pack({"claims/moss/grows-moss.yaml": RULE + facts})]).pack
    page = pages(pack, {"grows-moss": Tally(4, 3, 4, 2)}, Counter({"grows-moss": 7}))["grows-moss.md"]
    assert page.splitlines()[:5] == [
        "# grows-moss", "", "**Says that it grows moss.** Moss is alive, and what grows it changes the wall.", "",
        "Topic moss, kind `alters-body`, since 0.1.",
    ]  # fmt: skip
    for part in (
        "## Mossland: error, class drug\n\nGrowing is for gardeners.\n\n- [Moss Act 1](https://example.org/moss), checked 2026-11-24: Growing moss needs leave.",
        "## Write instead\n\n- A green-looking wall.",
        "## Reported\n\n- It **grows moss**.\n- **Growing thick moss** daily.",
        "## Not reported\n\n- It never grows moss.",
        "## Dismissed where\n\n- The copy denies it (`denied`)",
        "- Wardens, ruling, 2020: moss on \\*walls\\* (<https://example.org/r>)",
        "## Limits\n\n- Knows no lichen.",
        "- corpus: 4 marks, recall 0.75, precision 0.50\n- fired 7 times on other copy",
    ):
        assert part in page


def test_a_page_shows_what_a_fix_puts_in(make_pack: MakePack) -> None:
    rule = RULE.replace("limits:", 'rewrite: ["grows <-looking> moss"]\nlimits:').replace(
        "  pass:", '  rewrite: ["It *grows<-looking> moss*.", "GROWS<-LOOKING> MOSS"]\n  pass:'
    )
    pack = Bench([make_pack({"claims/moss/grows-moss.yaml": rule})]).pack
    assert (
        "## Rewritten by `--fix`, which puts in the bold words\n\n- It \\*grows**-looking** moss\\*.\n- GROWS**-LOOKING** MOSS\n"
    ) in pages(pack, {}, Counter())["grows-moss.md"]


def test_the_index_lists_each_rule_by_topic_and_by_kind(make_pack: MakePack) -> None:
    trial = RULE.replace("grows-moss", "may-grow-moss") + "trial: true\n"
    pack = Bench([make_pack({"claims/fern/may-grow-moss.yaml": trial})]).pack
    index = pages(pack, {}, Counter())["README.md"].splitlines()
    assert [line for line in index if line.startswith("#")] == [
        "# Rules", "## By topic", "### fern", "### moss", "## By kind of statement", "### alters-body",
    ]  # fmt: skip
    row = "| [grows-moss](grows-moss.md) | error | Says that it grows moss | 0 | – | – | 0 |"
    assert index.count(row) == 2
    assert index.count(row.replace("grows-moss", "may-grow-moss").replace("error", "note")) == 2


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("#Eczema_Cure", r"\#Eczema\_Cure"),
        ("a|b <script>", r"a\|b \<script\>"),
        ("[x](y)", r"\[x\](y)"),
        ("50 %", "50 %"),
    ],
)
def test_markup_is_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped
