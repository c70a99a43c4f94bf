"""Fold the characters of copy to plain ones, with an exact map back: nothing typed to hide a claim hides it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claimlint.document import SourceMap

REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
ODD = re.compile(rf"[^\x00-\x7f]|{REFERENCE.pattern}")

# Letters of other scripts that look like Latin ones in common typefaces.
LOOKALIKES = str.maketrans(
    "аеорсхуіјѕԁһӏԛԝвкмнтгпАВЕКМНОРСТХУІЈЅαβεηικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡɩʟɴʀꜱᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ",
    "aeopcxyijsdhlqwbkmhtrnABEKMHOPCTXYIJSaBenikvoptuxwABEZHIKMNOPTYXiagilnrsacdejkmoptuvwz",
)
PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´ʼ＇", "'"), **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒⁃−﹣－", "-"), **dict.fromkeys("–—―", "—"),
        **dict.fromkeys("·∙●▪■◦‣▸►★☆✔✓✅☑➤❖✦✧", "•"), **dict.fromkeys("®™©℠†‡*", " "),
        "…": ".", "æ": "ae", "œ": "oe", "Æ": "Ae", "Œ": "Oe", "ø": "o", "Ø": "O", "ß": "ss", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th", "Ħ": "H", "ħ": "h", "ł": "l", "đ": "d",
    }
)  # fmt: skip
KEPT_SYMBOLS = frozenset("•—")


@lru_cache(maxsize=65536)
def _fold(piece: str) -> str:
    """Fold one non-ASCII character or one character reference."""
    if piece[0] == "&":
        import html

        plain = html.unescape(piece)
        return plain if plain.isascii() or plain == piece else "".join(map(_fold, plain))
    plain = piece.translate(PLAIN)
    if plain.isascii() or plain in KEPT_SYMBOLS:
        return plain
    import unicodedata  # a large library, which dashes and quotes do not need

    if unicodedata.category(piece) in ("Cf", "Mn", "Me", "Mc"):
        return ""
    letter = _enclosed(piece) or unicodedata.normalize("NFKD", piece)
    kept = "".join(char for char in letter if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
    kept = kept.translate(PLAIN).translate(LOOKALIKES)
    return "".join(char if char.isalnum() or char.isascii() or char in KEPT_SYMBOLS else " " for char in kept)


def _enclosed(piece: str) -> str:
    """Give the letter of a negative circled or squared letter, which Unicode does not decompose."""
    for first in (0x1F150, 0x1F170):
        if first <= ord(piece) < first + 26:
            return chr(ord(piece) - first + ord("A"))
    return ""


@lru_cache(maxsize=4096)
def _unmoved(size: int) -> SourceMap:
    return SourceMap.plain(0, size)


def fold_all(texts: Iterable[str]) -> list[str]:
    """Give texts in plain characters, without the way back; most are plain, which is told here without a call."""
    return [text if text.isascii() and "&" not in text else fold(text)[0] for text in texts]


def fold(text: str) -> tuple[str, SourceMap]:
    """Give `text` in plain characters and the map from each of them to `text`.

    The map's `text` offsets are those of the folded string, its `source` offsets those of `text`.
    """
    if text.isascii() and not REFERENCE.search(text):
        return text, _unmoved(len(text))
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    size = read = first = 0
    for odd in ODD.finditer(text):
        start, end = odd.span()
        folded = _fold(odd.group())
        pieces += (text[read:start], folded)
        size += start - read
        if len(folded) != end - start:  # what stands one for one goes on in its run
            runs += [(size - (start - first), first, start)] if start > first else []
            runs += [(size + number, start, end) for number in range(len(folded))]
            first = end
        size += len(folded)
        read = end
    pieces.append(text[read:])
    size += len(text) - read
    runs += [(size - (len(text) - first), first, len(text))] if len(text) > first else []
    return "".join(pieces), SourceMap.of(runs, size)
