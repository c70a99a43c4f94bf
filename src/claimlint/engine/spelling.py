"""See through what hides a word in folded text: joins, splits, digits and signs for letters, hashtags, CamelCase."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from claimlint.engine.sentences import Sentence, together

HYPHEN = re.compile(r"-\s*(?=[A-Za-z])")
COMPOUND = re.compile(r"([A-Za-z]+)-\s*([A-Za-z](?:[A-Za-z0-9@$!]*[A-Za-z0-9@$])?)")
CAMEL = re.compile("[A-Z](?<=[a-z][A-Z])")
"""A capital behind a small letter; the look behind comes second, so that the search can skip from capital to capital."""
STAND_IN = re.compile("[0-9@$](?:(?<=[A-Za-z][0-9@$])|[0-9@$]{0,6}(?=[A-Za-z]))")
"""A digit or sign beside a letter; the look behind comes second, so that the search can skip from digit to digit."""
SIGN = re.compile("(?<=[A-Za-z])[!|]+(?=[A-Za-z])")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
NO_WORDS = LETTERS - {"a", "i"}
SPACED = re.compile(r"(?<![A-Za-z'])[A-Za-z](?:[ .\-_*•/]{1,3}[A-Za-z](?![A-Za-z'])){3,}")
HASHTAG = re.compile(r"#([A-Za-z0-9_]+)")
CASED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
STAND_INS = "0123456789@$"
CHUNK_SIGNS = CASED + STAND_INS + "!|"
CHUNK_LENGTH = 40
"""Characters that a run is followed to either side of what is odd in it."""
HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
LEET = tuple(bytes.maketrans(b"013457@$!|", letters) for letters in (b"oleastasil", b"oieastasil"))
MOST_KNOWN = 4_096
"""Runs of letters, digits and signs of which it is known what they may stand for: most are measures, and come again."""
HASH = "#"
NEXT_TAG = "|"
"""What the sign of a hashtag right behind another is read as, so that no claim runs over both."""


class Token(NamedTuple):
    """A word or a mark in folded text: `norm` in lower case, offsets in the folded block."""

    norm: str
    start: int
    end: int


HUMP_UP, SIGN_BEHIND, SIGN_BEFORE = 1, 2, 4
"""Kinds of pairs of characters in odd spellings: as in "myOil", "retin0l", "4cne"."""


def _pairs(char: str) -> int:
    """Give the kinds of pairs that a character can begin as low bits, those that it can end as high bits."""
    if char.isalpha():
        begins, ends = HUMP_UP * char.islower() | SIGN_BEHIND, HUMP_UP * char.isupper() | SIGN_BEFORE
    else:
        begins, ends = SIGN_BEFORE * (char in CHUNK_SIGNS), SIGN_BEHIND * (char in STAND_INS)
    return begins | ends << 4


HUMP_MARK = bytes([HUMP_UP << 4])
STAND_IN_MARKS = bytes([SIGN_BEHIND << 4]), bytes([SIGN_BEFORE << 4])
TO_PAIRS = bytes(_pairs(chr(code)) for code in range(128)) + bytes(128)


def odd_marks(texts: Sequence[str]) -> list[bytes]:
    """Give for each text, of which there is one at least, the kinds of the odd pairs that end at its characters.

    Where there are none, there are no bytes, else one a character. All pairs are looked at in one operation
    on a long number; searches take several times as long.
    """
    kinds = together(texts).encode("ascii", "replace").translate(TO_PAIRS)
    number = int.from_bytes(kinds, "big")
    pairs = (number & number >> 4).to_bytes(len(kinds), "big")
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    marks = [b""] * len(texts)
    for mark in (HUMP_MARK, *STAND_IN_MARKS):
        place = pairs.find(mark)
        while place >= 0:
            behind = bisect_right(starts, place)
            marks[behind - 1] = pairs[starts[behind - 1] : starts[behind] - 1]
            place = pairs.find(mark, starts[behind])
    return marks


def is_noisy(text: str, words: set[str], vocabulary: frozenset[str], marks: bytes) -> bool:
    """Tell whether folded text may spell words so that only `tokens` sees them.

    `words` are its plain words, `marks` its odd pairs. What is not noisy as a whole has no noisy part.
    """
    if "#" in text:
        return True
    if not NO_WORDS.isdisjoint(words) and len(LETTERS & words) > 2 and SPACED.search(text):
        return True
    if "-" in text and HYPHEN.search(text) and _holds_joined(text, vocabulary):
        return True
    return bool(marks) and (HUMP_MARK in marks or _holds_masked(text, marks, vocabulary))


def _holds_joined(text: str, vocabulary: frozenset[str]) -> bool:
    return any(_joined(match[1], match[2], vocabulary) for match in _compounds(text, 0, len(text)))


def _compounds(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the hyphenated words, also where a line break stands behind the hyphen."""
    read = start
    for hyphen in HYPHEN.finditer(text, start, end):
        before = text[max(read, hyphen.start() - CHUNK_LENGTH) : hyphen.start()]
        first = hyphen.start() - len(before) + len(before.rstrip(CASED))
        is_whole = not first or not (text[first - 1].isascii() and text[first - 1].isalnum())
        match = COMPOUND.match(text, first, end) if is_whole else None
        if match:
            read = match.end()
            yield match


def _holds_masked(text: str, marks: bytes, vocabulary: frozenset[str]) -> bool:
    """Tell whether a run of letters with digits or signs between or beside them stands for a known word."""
    for mark in STAND_IN_MARKS:
        place = marks.find(mark)
        while place >= 0:
            first, last = _run(text, place, place + 1, 0, len(text))
            if _unmasked(text[first:last], vocabulary):
                return True
            place = marks.find(mark, last)
    return False


def _run(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Give the run of letters, digits and signs around a stretch, between `start` and `end`."""
    before = text[max(start, first - CHUNK_LENGTH) : first]
    behind = text[last : min(end, last + CHUNK_LENGTH)]
    return first - len(before) + len(before.rstrip(CHUNK_SIGNS)), last + len(behind) - len(behind.lstrip(CHUNK_SIGNS))


def _unmasked(chunk: str, vocabulary: frozenset[str]) -> str:
    """Give the known word that a run of letters, digits and signs stands for, or nothing."""
    for word in _unmaskings(chunk):
        if word in vocabulary:
            return word
    return ""


@lru_cache(MOST_KNOWN)
def _unmaskings(chunk: str) -> tuple[str, ...]:
    """Give the words that a run of letters, digits and signs may stand for."""
    spelt = chunk.rstrip("!|").lower()
    if spelt.isalpha() or not re.search("[a-z]", spelt):
        return ()
    words = (spelt.encode().translate(letters).decode() for letters in LEET)
    return tuple(word for word in words if word != spelt)


def _joined(first: str, second: str, vocabulary: frozenset[str]) -> str:
    """Give the known word that two parts of a hyphenated one make, or nothing.

    Two known words stay two, and so does what has a letter of its own ("Retin-A", "T-zone").
    """
    if len(first) == 1 or len(second) == 1:
        return ""
    first, second = first.lower(), second.lower()
    if first in vocabulary and second in vocabulary:
        return ""
    word = first + second
    return word if word in vocabulary else _unmasked(word, vocabulary)


def odd_words(text: str, sentence: Sentence, vocabulary: frozenset[str]) -> set[str]:
    """Give the words that odd spellings of a sentence stand for: with its plain words, no word `tokens` gives is missing."""
    return {token.norm for _, _, spelt in odd_spellings(text, sentence, vocabulary) for token in spelt}


def odd_spellings(text: str, sentence: Sentence, vocabulary: frozenset[str]) -> list[tuple[int, int, list[Token]]]:
    """Give the places where a word is spelt oddly, in order, with the tokens they stand for."""
    odd: list[tuple[int, int, list[Token]]] = []
    span = sentence.start, sentence.end
    for match in _compounds(text, *span):
        word = _joined(match[1], match[2], vocabulary)
        if word:
            odd.append((*match.span(), [Token(word, *match.span())]))
    for match in SPACED.finditer(text, *span):
        odd.extend(_spaced(match, vocabulary))
    before = -1
    for match in HASHTAG.finditer(text, *span):
        follows = before >= 0 and not text[before : match.start()].strip()
        mark = Token(NEXT_TAG if follows else HASH, match.start(), match.start(1))
        before = match.end()
        odd.append((*match.span(), [mark, *_compound(match[1], match.start(1), vocabulary)]))
    for start, end in _odd_chunks(text, *span):
        odd.extend(_mixed(text, start, end, vocabulary))
    return sorted(odd, key=lambda spelling: (spelling[0], -spelling[1]))


def _odd_chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the runs of letters, digits and signs that have a hump or a stand-in, one behind the other."""
    read = start
    for first, last in sorted(
        m.span() for pattern in (CAMEL, STAND_IN, SIGN) for m in pattern.finditer(text, start, end)
    ):
        if first >= read:
            run = _run(text, first, last, read, end)
            yield run
            read = run[1]


def _spaced(match: re.Match[str], vocabulary: frozenset[str]) -> Iterator[tuple[int, int, list[Token]]]:
    """Join letters set apart, where they make known words."""
    places = [match.start() + i for i, char in enumerate(match.group()) if char.isalpha()]
    letters = "".join(match.string[place] for place in places).lower()
    parts = segment(letters, vocabulary)
    if parts:
        built, read = [], 0
        for part in parts:
            built.append(Token(part, places[read], places[read + len(part) - 1] + 1))
            read += len(part)
        yield match.start(), match.end(), built


def _mixed(text: str, start: int, end: int, vocabulary: frozenset[str]) -> Iterator[tuple[int, int, list[Token]]]:
    """Undo CamelCase and digits or signs that stand for letters, where that makes known words."""
    chunk = text[start:end].rstrip("!|")
    end = start + len(chunk)
    word = _unmasked(chunk, vocabulary)
    if word:
        yield start, end, [Token(word, start, end)]
    elif chunk.isalpha() and CAMEL.search(chunk):
        yield start, end, list(_humps(chunk, start, vocabulary))


def _humps(name: str, start: int, vocabulary: frozenset[str]) -> Iterator[Token]:
    """Give the words of a CamelCase name: its humps, parted further only where every part is a known word.

    A brand such as NoraVeil must not read as "nor a veil".
    """
    if name.lower() in vocabulary:
        yield Token(name.lower(), start, start + len(name))
        return
    for hump in HUMP.finditer(name):
        norm = hump.group().lower()
        parts = [] if norm in vocabulary else segment(norm, vocabulary)
        pieces = parts if parts and all(len(part) > 2 and part in vocabulary for part in parts) else [norm]
        yield from _laid_out(pieces, norm, start + hump.start())


def _compound(compound: str, start: int, vocabulary: frozenset[str]) -> Iterator[Token]:
    """Give the words of a hashtag: by its humps where they are words, else by the vocabulary."""
    humps = [Token(hump.group().lower(), *hump.span()) for hump in HUMP.finditer(compound)]
    if compound.lower() in vocabulary:
        yield Token(compound.lower(), start, start + len(compound))
    elif all(hump.norm in vocabulary or hump.norm in SMALL_WORDS or hump.norm.isdigit() for hump in humps):
        yield from (Token(norm, start + first, start + last) for norm, first, last in humps)
    else:
        parts = segment(compound.lower(), vocabulary)
        pieces = parts or [part for hump in humps for part in segment(hump.norm, vocabulary) or [hump.norm]]
        yield from _laid_out(pieces, compound.lower(), start)


def _laid_out(pieces: list[str], letters: str, start: int) -> Iterator[Token]:
    """Give words that stand in this order in `letters`, which starts at `start`, as tokens."""
    read = 0
    for piece in pieces:
        read = letters.index(piece, read)
        yield Token(piece, start + read, start + read + len(piece))
        read += len(piece)


SMALL_WORDS = frozenset(
    """a all and best buy by care daily day eye face for free get go good hack hair in is it its life love me my natural new
    no not now of on our real routine self skin so the this tip tips to tok up us way we week with works you your""".split()
)


def segment(letters: str, vocabulary: frozenset[str]) -> list[str]:
    """Split run-together letters into known words, fewest first; empty where they are none.

    Words of the vocabulary have at least three letters here, and at least one of them must occur.
    """
    if not 4 <= len(letters) <= 60:
        return []
    best: list[tuple[int, int, list[str]] | None] = [None] * (len(letters) + 1)
    best[0] = (0, 0, [])
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 24), end):
            before, word = best[start], letters[start:end]
            if before is None:
                continue
            known = len(word) > 2 and word in vocabulary
            if known or word in SMALL_WORDS:
                option = before[0] + 1, before[1] - known, [*before[2], word]
                if best[end] is None or option[:2] < best[end][:2]:  # type: ignore[index]
                    best[end] = option
    found = best[-1]
    return found[2] if found and found[1] < 0 else []
