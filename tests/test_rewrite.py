"""Words are put in where a rewrite says, in the capitals of those around, and nowhere else."""

from __future__ import annotations

import pytest

from claimlint.packs.rewrites import after, before
from claimlint.packs.store import Compiled
from claimlint.rewrite import Insertion, Rewriter, rewritten
from tests.conftest import RULE, MakePack

OWN = RULE.replace('limits:', 'rewrite: ["(grow | grows | growing) <the look of> [green] moss", "greener <-looking> moss"]\nlimits:').replace(
    '"{grow~} .. moss"', '"{grow~} .. moss"\n  - "greener moss"'
).replace("  pass:", '  rewrite: ["It grows <the look of> moss.", "For greener<-looking> moss."]\n  pass:')  # fmt: skip


@pytest.fixture
def rewriter(make_pack: MakePack) -> Rewriter:
    return Rewriter(Compiled([make_pack({"claims/moss/grows-moss.yaml": OWN})]))


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("grows moss", "grows the look of moss"),
        ("Grows moss", "Grows the look of moss"),
        ("GROWS GREEN MOSS", "GROWS THE LOOK OF GREEN MOSS"),
        ("Grows Moss", "Grows the Look of Moss"),
        ("Growing Green Moss", "Growing the Look of Green Moss"),
        ("grows\nmoss", "grows the look of\nmoss"),
        ("grows\u00a0 moss", "grows the look of\u00a0 moss"),
        ("ｇｒｏｗｓ moss", "ｇｒｏｗｓ the look of moss"),
        ("grows moss and grows green moss", "grows the look of moss and grows the look of green moss"),
        ("greener moss", "greener-looking moss"),
        ("Greener Moss", "Greener-Looking Moss"),
        ("GREENER MOSS", "GREENER-LOOKING MOSS"),
        ("grew moss", "grew moss"),
        ("grows thick moss", "grows thick moss"),
        ("grows-moss", "grows-moss"),
        ("grows* moss", "grows* moss"),
        ("grows® moss", "grows® moss"),
        ('grows "moss"', 'grows "moss"'),
        ("#GrowsMoss", "#GrowsMoss"),
    ],
)
def test_words_are_put_in_only_where_they_fit(rewriter: Rewriter, words: str, made: str) -> None:
    assert rewritten(words, rewriter.insertions("grows-moss", words)) == made


def test_a_rule_without_a_rewrite_has_none(rewriter: Rewriter) -> None:
    assert rewriter.rules == {"grows-moss"}
    assert rewriter.insertions("another-rule", "grows moss") == ()


def test_it_is_told_which_rewrites_apply(rewriter: Rewriter) -> None:
    assert rewriter.numbers("grows-moss", "grows moss, greener moss") == {0, 1}
    assert rewriter.numbers("grows-moss", "greener moss") == {1}


def test_insertions_are_made_whatever_their_order() -> None:
    assert rewritten("abc", [Insertion(2, "-"), Insertion(1, "+")]) == "a+b-c"


@pytest.mark.parametrize(
    ("case", "old", "new"),
    [
        ("It grows <the look of> moss.", "It grows moss.", "It grows the look of moss."),
        ("Greener<-looking> moss", "Greener moss", "Greener-looking moss"),
    ],
)
def test_a_case_is_both_texts(case: str, old: str, new: str) -> None:
    assert (before(case), after(case)) == (old, new)
