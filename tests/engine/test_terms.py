"""Phrases of the packs in sentences."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from claimlint.engine.gate import ALONE
from claimlint.engine.rulebook import Endings, Phrases
from claimlint.engine.terms import TermMatcher

WORDS = st.lists(st.sampled_from("abc"), max_size=12)
PHRASES = st.dictionaries(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple), st.sets(st.integers(0, 5), min_size=1)
)


def by_word(phrases: dict[tuple[str, ...], set[int]]) -> Phrases:
    found: dict[str, dict[str, Endings]] = defaultdict(lambda: defaultdict(list))
    for (first, *rest), slots in phrases.items():
        found[first][rest[0] if rest else ALONE].append((tuple(rest[1:]), sorted(slots)))
    return found


@given(PHRASES, WORDS)
def test_every_phrase_is_found_wherever_it_stands(phrases: dict[tuple[str, ...], set[int]], words: list[str]) -> None:
    expected = [
        (start, end, frozenset(phrases[tuple(words[start:end])]))
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if tuple(words[start:end]) in phrases
    ]
    assert TermMatcher(by_word(phrases)).find(words) == expected
