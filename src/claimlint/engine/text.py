"""Cut folded text into words: all at once where order is enough, sentence by sentence with marks and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.engine.sentences import BETWEEN, Sentence, together
from claimlint.engine.spelling import Token, is_noisy, odd_marks, odd_spellings

LONGEST = 240
"""Words after which a sentence is cut: longer runs are lists or noise, and no claim spans them."""

WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+(?:[.,]\d+)*|[,;:()/%?!\"•|—]|-{2,}| -+ ")
NUMBERED = re.compile(r"\.?\s?\d")
NUMBER_LABEL = re.compile(r"(?<![A-Za-z])[Nn][Oo]\.?\s?\d")
NUMBER_SIGN = "number"
"""What "No." in "No. 1" is read as, so that it denies nothing."""
SEPARATORS = frozenset(',;:()/%?!"•|—-#')


TO_WORDS = bytes(
    ord(char.lower() if char.isalpha() or char in f"'{BETWEEN}" else " ") for char in map(chr, range(128))
) + bytes(128)
"""Small letters for letters, spaces for nearly all else; bytes are translated several times faster than text."""
POSSESSIVE = re.compile("'(?<=[a-z]')s(?!'?[a-z])")
LONE_APOSTROPHE = re.compile("'(?:(?<![a-z]')|(?![a-z]))")


def plain_words(text: str) -> list[str]:
    """Give the words of folded text as they stand, in lower case: all there are where `is_noisy` says no.

    Where "No." is a number sign, the words come twice, the second time with what it stands for.
    """
    return word_lists([text])[0]


def word_lists(texts: Sequence[str]) -> list[list[str]]:
    """Give the plain words of each text, of which there is one at least.

    Letters are told from all else in the texts together, which costs little.
    """
    letters = together(texts).encode("ascii", "replace").translate(TO_WORDS).decode("ascii")
    if "'" in letters:
        letters = LONE_APOSTROPHE.sub(" ", POSSESSIVE.sub(" ", letters))
    parts = letters.split(BETWEEN)
    lists = [*map(str.split, parts)]
    if " no " in f" {letters.replace(BETWEEN, ' ')} ":
        for text, part, words in zip(texts, parts, lists, strict=True):
            if "no" in part and "no" in words and NUMBER_LABEL.search(text):
                words += [NUMBER_SIGN if word == "no" else word for word in words]
    return lists


def tokens(text: str, sentence: Sentence, vocabulary: frozenset[str]) -> list[Token]:
    """Give the words and marks of one sentence. `vocabulary` decides which odd spellings are words."""
    found: list[Token] = []
    read = sentence.start
    copy = text[sentence.start : sentence.end]
    noisy = is_noisy(copy, set(plain_words(copy)), vocabulary, *odd_marks([copy]))
    for start, end, spelt in odd_spellings(text, sentence, vocabulary) if noisy else ():
        if start < read:
            continue
        found.extend(_plain_tokens(text, read, start))
        found.extend(spelt)
        read = end
    found.extend(_plain_tokens(text, read, sentence.end))
    return found


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in WORD.finditer(text, start, end):
        norm = match.group().lower()
        if norm[0].isalpha():
            norm = _without_possessive(norm)
            last = match.start() + len(norm)
            if norm == "no" and NUMBERED.match(text, last):
                norm = NUMBER_SIGN
            yield Token(norm, match.start(), last)
        else:
            yield Token("-" if "-" in norm else norm, *match.span())


def _without_possessive(word: str) -> str:
    """Drop a possessive 's; keep other short forms ("don't") as one word."""
    return word[:-2] if word.endswith("'s") else word
