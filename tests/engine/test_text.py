"""Words, plain and hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.engine.sentences import Sentence, sentences
from claimlint.engine.spelling import CAMEL, SIGN, STAND_IN, is_noisy, odd_marks, segment
from claimlint.engine.text import plain_words, tokens, word_lists

VOCABULARY = frozenset(
    [
        "regrow",
        "regrows",
        "hair",
        "heals",
        "cures",
        "eczema",
        "cure",
        "acne",
        "stem",
        "cell",
        "facial",
        "treatment",
        "regenerates",
    ]
)


def words(text: str) -> list[str]:
    return [token.norm for token in tokens(text, Sentence(0, len(text)), VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heals dry skin", ["heals", "dry", "skin"]),
        ("skin's own, don't!", ["skin", "own", ",", "don't", "!"]),
        ("SPF30 for 24h", ["spf", "30", "for", "24", "h"]),
        ("99.9% of it", ["99.9", "%", "of", "it"]),
        ("re-grows acne-free", ["regrows", "acne", "free"]),
        ("acn-e a-cne", ["acn", "e", "a", "cne"]),
        ("regener-\nates", ["regenerates"]),
        ("h e a l s it", ["heals", "it"]),
        ("h.e.a.l.s it", ["heals", "it"]),
        ("cur3s @cne", ["cures", "acne"]),
        ("re-gr0ws", ["regrows"]),
        ("re-grow! re-gr0w!!", ["regrow", "!", "regrow", "!", "!"]),
        ("#EczemaCure now", ["#", "eczema", "cure", "now"]),
        ("#eczemacure", ["#", "eczema", "cure"]),
        ("#regrowyourhair", ["#", "regrow", "your", "hair"]),
        ("#CUREacne", ["#", "cure", "acne"]),
        ("#StemcellFACIAL", ["#", "stem", "cell", "facial"]),
        ("AcNe", ["acne"]),
        ("rasc@l fac1al ac1ne", ["rasc", "l", "facial", "ac", "1", "ne"]),
        ("No. 4, no.1, no 2, no way", ["number", "4", ",", "number", "1", ",", "number", "2", ",", "no", "way"]),
        ("#sundayreset", ["#", "sundayreset"]),
        ("#cure #acne or #acne", ["#", "cure", "|", "acne", "or", "#", "acne"]),
        ("AcneTreatment", ["acne", "treatment"]),
        ("StemcellTreatment", ["stem", "cell", "treatment"]),
        ("CureaSkin", ["curea", "skin"]),
        ("#StemCellFacial", ["#", "stem", "cell", "facial"]),
        ("stem_cell_facial", ["stem", "cell", "facial"]),
        ("A B C D vitamins", ["a", "b", "c", "d", "vitamins"]),
    ],
)
def test_words_are_found_however_spelt(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_token_knows_its_place() -> None:
    text = "so h e a l s it"
    spaced = tokens(text, Sentence(0, len(text)), VOCABULARY)[1]
    assert text[spaced.start : spaced.end] == "h e a l s"


def test_a_number_sign_keeps_its_own_length() -> None:
    text = "US Patent No. 12"
    assert [text[token.start : token.end] for token in tokens(text, Sentence(0, len(text)), VOCABULARY)] == [
        "US",
        "Patent",
        "No",
        "12",
    ]


def test_letters_are_split_into_the_fewest_known_words() -> None:
    assert segment("stemcellfacial", VOCABULARY) == ["stem", "cell", "facial"]
    assert segment("loveandgo", VOCABULARY) == []
    assert segment("xyz", VOCABULARY) == []


@given(st.text(alphabet="ab hair-regrow'#.\n,3@EC!noNO", max_size=60))
def test_quiet_text_has_no_words_that_plain_reading_misses(text: str) -> None:
    if not is_noisy(text, set(plain_words(text)), VOCABULARY, *odd_marks([text])):
        found = {norm for norm in words(text) if norm[0].isalpha()}
        assert found <= set(plain_words(text))


@given(st.text(alphabet="abYZ09@$!| .'-é", max_size=12))
def test_no_odd_spelling_is_without_an_odd_pair(text: str) -> None:
    if any(pattern.search(text) for pattern in (CAMEL, STAND_IN, SIGN)):
        assert any(odd_marks([text]))


@given(st.lists(st.text(alphabet="asYZ09@$!| .'-énoNO#\x1e", max_size=12), min_size=1, max_size=5))
def test_texts_looked_at_together_are_as_texts_looked_at_alone(texts: list[str]) -> None:
    assert word_lists(texts) == [plain_words(text) for text in texts]
    assert list(odd_marks(texts)) == [mark for text in texts for mark in odd_marks([text])]


@given(st.text(max_size=120))
def test_tokens_stand_in_order_inside_their_sentence(text: str) -> None:
    for sentence in sentences(text):
        found = tokens(text, sentence, VOCABULARY)
        places = [(token.start, token.end) for token in found]
        assert places == sorted(places)
        assert all(sentence.start <= start < end <= sentence.end for start, end in places)
