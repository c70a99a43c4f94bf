"""What a paragraph looks like: a list of ingredients, a direction, a warning, a title, a question.

A wrong role hides claims, so a paragraph behind a blank line must look like its section to stay in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimlint.document import Role
from claimlint.readers.lines import is_stopped

LONGEST_TITLE = 60
MOST_TITLE_WORDS = 8

MOST_WORDS_AN_ITEM = 7
MOST_WORDS_A_NAME = 2
"""Of a piece without commas that still counts as a name at the end of a list."""

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
TO_WORDS = bytes(
    ord(char.lower()) if char.isalnum() or char in "'-" else ord(" ") for char in map(chr, range(128))
) + bytes(128)
LIST_SIGNS = (",", ";", "•", "·", "|", "\r", "\n", " / ")
SENTENCE = r"[.!?][\"”’)*]*\s+(?=[\"“‘(*]*[^\W\d_a-z])"
PROSE_WORDS = frozenset(
    """the you your we our my it its is are was were be this that these which who they them their will can has have to into
    while when so proven help helps make makes leave leaves give gives work works love loves keep keeps feel feels look
    looks""".split()
)
FOOTNOTE = r"\A(?:[*+†‡(\[]|(?:may contain|contains?|certified|ingredients? (?:from|of)|free (?:from|of))\b)"
DIRECTION = (
    r"(?:\A|[.!:;]\s+|[\n\r]\s*|\bthen |\bshould be )"
    r"(?:(?:\w+ly|then|next|first|finally|now|always|just|(?:before|after|to|for|in|on|with|at|if) [^.,]{1,50}),? )?"
    r"(?:do not |don['’]t )?"
    r"(?:add|allow|appl(?:y|ied)|avoid|blend|brush|clean|cleanse|comb|cover|dab|dampen|dispense|dry|fill|follow"
    r"|gently|hold|insert|keep|lather|leave|let|massage|mix|open|pat|peel|place|press|pump|put|reapply|remove|repeat"
    r"|rinse|roll|rub|scoop|shake|shampoo|smooth|soak|spray|spread|spritz|squeeze|start|store|take|tap|towel|twist"
    r"|use|used|wait|wash|wear|wet|wipe|work)\b"
    r"|\b(?:for best results|patch test|step \d|\d+ (?:to \d+ )?(?:minutes?|times|drops|pumps))\b"
)
WARNING = (
    r"\b(?:avoid|cautions?|warnings?|do not|(?:don['’]t|never) (?:use|apply|swallow|leave|mix)"
    r"|not (?:for|to be|suitable for|recommended for)|keep (?:out|away)|consult|ask a|see a|(?:a|your) doctor"
    r"|physician|pharmacist|discontinue|stop use|external(?:ly)? (?:use|only)"
    r"|if (?:irritation|swallowed|contact|any|it gets|symptoms|conditions?|you (?:experience|notice|develop))"
    r"|(?:a rash|redness|irritation) (?:occurs|appears|develops|persists|lasts)|flammable|contact with|irritating to"
    r"|pregnan\w+|nursing|breast-?feeding|patch test|may (?:cause|stain|irritate)|when using|poison"
    r"|ingest(?:ed|ion)|allergic (?:reactions?|to)|broken skin|out of reach|sunburn alert|use only|harmful)\b"
)
LEGAL = (
    r"\b(?:accura\w+|advice|affiliat\w+|agree(?:s|ment)?|conditions of|consult|contract|copyright|court|disclaim\w*"
    r"|diagnose|disputes?|evaluated by|food and drug|governed|information|intended to|jurisdiction|laws?|legal\w*"
    r"|liab\w+|licen[cs]e[ds]?|third part(?:y|ies)|polic(?:y|ies)|privacy|prohibit\w*|intellectual property"
    r"|personal data|reserves?|reserved|responsib\w+|rights?|statements?|terms|trademarks?|warrant(?:s|y|ies))\b"
)
SELLING = r"\b(?:our|we|we['’](?:re|ve)|you['’]ll|love|loved|discover|amazing|luxurious|best)\b|!"
# Kept as text: few files need more than one of them, and compiling all would slow every start.


def is_title(words: str) -> bool:
    """Tell whether a line that stands alone reads like a title: short, no sentence, no list."""
    if len(words) > LONGEST_TITLE or is_stopped(words) or "," in words:
        return False
    first = words[0]
    return (first.isupper() or first.isdigit()) and len(words.split()) <= MOST_TITLE_WORDS


def is_prose(words: str) -> bool:
    """Tell whether words make sentences, not a list of names."""
    found = _words(words)
    is_long = len(found) > 2 * MOST_WORDS_AN_ITEM
    if PROSE_WORDS.isdisjoint(found):
        return is_long and not any(sign in words for sign in LIST_SIGNS)
    items = _list_signs(words) + 1
    small = sum(word in PROSE_WORDS for word in found)
    if small * 2 * MOST_WORDS_AN_ITEM > len(found):
        return small * 3 > items
    return items == 1 and is_long


def is_ingredient_list(words: str) -> bool:
    """Tell whether words are a list of names with its commas, or a footnote of one."""
    if is_prose(words):
        return False
    signs = _list_signs(words)
    return (signs > 0 and _word_count(words) <= MOST_WORDS_AN_ITEM * (signs + 1)) or _says(FOOTNOTE, words)


def list_end(words: str) -> int:
    """Give the offset where a list of names turns into sentences: its whole length where it does not."""
    inner = words[:-1]
    if not ("." in inner or "!" in inner or "?" in inner):  # most lists have none, which is quickly told
        return 0 if is_prose(words) else len(words)
    starts = [0, *(match.end() for match in re.finditer(SENTENCE, words))]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end].rstrip()
        is_name = start == 0 or _word_count(part) <= MOST_WORDS_A_NAME or is_ingredient_list(part)
        if is_prose(part) or not is_name:
            return start
    return len(words)


def _words(text: str) -> list[str]:
    """Give the words in lower case; lists of ingredients are long, so plain text takes the quick way."""
    if text.isascii():
        return text.encode("ascii").translate(TO_WORDS).decode("ascii").split()
    return WORD.findall(text.lower())


def _says(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.I) is not None


def _word_count(words: str) -> int:
    return len(_words(words))


def _list_signs(words: str) -> int:
    return sum(words.count(sign) for sign in LIST_SIGNS)


LOOKS: dict[Role, Callable[[str], bool]] = {
    "ingredients": is_ingredient_list,
    "directions": lambda words: _says(DIRECTION, words),
    "warning": lambda words: _says(WARNING, words),
    "legal": lambda words: _says(LEGAL, words),
    "drug-facts": lambda words: not _says(SELLING, words),
}


def looks_like(role: Role, words: str) -> bool:
    """Tell whether a paragraph behind a blank line still belongs to a section of this role."""
    look = LOOKS.get(role)
    return look is None or look(words)
