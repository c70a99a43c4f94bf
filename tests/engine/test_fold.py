"""Folding: plain characters out, exact places back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.engine.fold import LOOKALIKES, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain copy", "plain copy"),
        ("cur\u200bes to\u00adday", "cures today"),
        ("ﬁbroblasts", "fibroblasts"),
        ("ｈｅａｌｓ", "heals"),
        ("𝐇𝐞𝐚𝐥𝐬", "Heals"),
        ("сurеs", "cures"),  # Cyrillic es and ie
        ("résumé crème", "resume creme"),
        ("re\u0301sume\u0301", "resume"),
        ("don’t “stop”", 'don\'t "stop"'),
        ("Botox® now", "Botox  now"),
        ("hair 🌱 grows", "hair   grows"),
        ("cuts &amp; burns", "cuts & burns"),
        ("caf&eacute; &#8217;s", "cafe 's"),
        ("stop – go — on", "stop — go — on"),
        ("skin‑care", "skin-care"),
        ("🅷🅴🅰🅻", "HEAL"),
        ("œstrogen ægis", "oestrogen aegis"),
    ],
)
def test_characters_become_plain(text: str, folded: str) -> None:
    assert fold(text)[0] == folded


def test_lookalikes_are_paired_letter_by_letter() -> None:
    assert fold("аеорсху")[0] == "aeopcxy"
    assert fold("αβεικνορτυχ")[0] == "aBeikvoptux"
    assert all(chr(latin).isascii() for latin in LOOKALIKES.values())


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("it re\u00adgrows hair", "regrows", "re\u00adgrows"),
        ("a ﬁbre b", "fibre", "ﬁbre"),
        ("x &amp; heals y", "heals", "heals"),
        ("🌿🌿 heals 🌿", "heals", "heals"),
    ],
)
def test_the_map_leads_back_to_the_source(text: str, word: str, source: str) -> None:
    folded, places = fold(text)
    start = folded.index(word)
    assert text[places.start_of(start) : places.end_of(start + len(word))] == source


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_every_folded_character_has_its_place_in_order(text: str) -> None:
    folded, places = fold(text)
    starts = [places.start_of(offset) for offset in range(len(folded) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


@given(st.text(alphabet="abc défi\u200bﬁ&amp;🌿", max_size=60))
def test_unchanged_letters_map_to_themselves(text: str) -> None:
    folded, places = fold(text)
    for offset, char in enumerate(folded):
        if char in "abc":
            assert text[places.start_of(offset)] == char
