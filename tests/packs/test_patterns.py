"""The pattern language and the forms of words."""

from __future__ import annotations

import pytest

from claimlint.packs.inflect import forms, noun_forms, spellings, verb_forms
from claimlint.packs.patterns import Expression, Gap, Number, PatternError, Phrases, Terms, Word, parse, runs


def ways(pattern: str) -> list[str]:
    """Give each way through a pattern in a short notation."""

    def short(element: object) -> str:
        match element:
            case Word(text, bent):
                return text + "~" * bent
            case Phrases(options):
                return "<" + "|".join(" ".join(map(short, option)) for option in options) + ">"
            case Terms(name, bent):
                return "{" + name + "~" * bent + "}"
            case Gap(most):
                return f"..{most}"
            case Number():
                return "#"
            case Expression(regex):
                return f"/{regex}/"
        raise AssertionError(element)

    return [" ".join(map(short, run)) for run in runs(parse(pattern))]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("heal~ skin", ["heal~ skin"]),
        ("{treat~} .. {disease}", ["{treat~} ..3 {disease}"]),
        ("a ..6 b", ["a ..6 b"]),
        ("(a | b c) d", ["<a|b c> d"]),
        ("a [b] c", ["a <b> c", "a c"]),
        ("[a | b] c", ["<a|b> c", "c"]),
        ("(a | [b] c) d", ["<a|b c|c> d"]),
        ("(a | {l}) d", ["<a> d", "{l} d"]),
        ("(a | b~ .. c) d", ["<a> d", "b~ ..3 c d"]),
        ("# .. days", ["# ..3 days"]),
        ("spf /[0-9]+/", ["spf /[0-9]+/"]),
        ("a .. [b ..6] c", ["a ..3 b ..6 c", "a ..3 c"]),
        ("a .. [b] .. c", ["a ..3 <b> ..3 c", "a ..3 c"]),
    ],
)
def test_a_pattern_stands_for_its_ways(pattern: str, expected: list[str]) -> None:
    assert ways(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("a )", "')' closes nothing"),
        ("(a", "')' is missing"),
        ("a | b", "'|' stands outside of (…); write (a | b)"),
        (".. a", "a gap at the edge of a pattern finds nothing more; remove it, or move it inside the choice"),
        ("a [.. b] ..", "a gap at the edge of a pattern finds nothing more; remove it, or move it inside the choice"),
        ("a {B}", "cannot read '{B}'; write a word, {list}, (a | b), [a], .., # or /regex/"),
    ],
)
def test_a_wrong_pattern_is_explained(pattern: str, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        runs(parse(pattern))
    assert str(caught.value) == message


def test_too_many_ways_are_refused() -> None:
    with pytest.raises(PatternError, match="more than 400 sequences"):
        runs(parse("({a}|{b}|{c}) " * 6))


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("heal", {"heal", "heals", "healed", "healing"}),
        ("cure", {"cure", "cures", "cured", "curing"}),
        ("fight", {"fight", "fights", "fought", "fighting"}),
        ("purify", {"purify", "purifies", "purified", "purifying"}),
        ("grow", {"grow", "grows", "grew", "grown", "growing"}),
        ("diminish", {"diminish", "diminishes", "diminished", "diminishing"}),
    ],
)
def test_verbs_bend(verb: str, expected: set[str]) -> None:
    assert verb_forms(verb) == expected


def test_evening_is_a_time_of_day() -> None:
    assert verb_forms("even") == {"even", "evens", "evened"}


def test_verbs_that_double_a_letter_have_both_spellings() -> None:
    assert {"stopped", "stopping", "stops"} <= verb_forms("stop")


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("cell", "cells"), ("therapy", "therapies"), ("rash", "rashes"), ("psoriasis", "psoriases"), ("tooth", "teeth")],
)
def test_nouns_have_plurals(noun: str, plural: str) -> None:
    assert noun_forms(noun) == {noun, plural}


@pytest.mark.parametrize(
    ("word", "other"),
    [("moisturise", "moisturize"), ("colour", "color"), ("haemorrhoid", "hemorrhoid"), ("ageing", "aging"), ("tumour", "tumor"),
     ("estrogen", "oestrogen"), ("catalyse", "catalyze"), ("fibre", "fiber"), ("odour", "odor"), ("defence", "defense"),
     ("sulphate", "sulfate"), ("anaemia", "anemia"), ("diarrhoea", "diarrhea")],
)  # fmt: skip
def test_both_spellings_are_known(word: str, other: str) -> None:
    assert other in spellings(word)
    assert word in spellings(other)


def test_a_phrase_bends_in_its_verb_or_its_noun() -> None:
    assert ("wakes", "up") in forms(("wake", "up"), "verb")
    assert ("stem", "cells") in forms(("stem", "cell"), "noun")
    assert forms(("stem", "cell"), "fixed") == {("stem", "cell")}
