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

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
PROSE_WORD = re.compile(
    r"\b(?:the|you|your|we|our|my|it|its|is|are|was|were|be|this|that|these|which|who|they|them|their|will|can|has|have|to"
    r"|into|while|when|so|helps?|makes?|leaves?|gives?|works?|loves?|keeps?|feels?|looks?|proven)\b",
    re.I,
)
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[^\W\d_a-z])")
LIST_SIGN = re.compile(r"[,;•·|\r\n]|\s/\s")
MOST_WORDS_AN_ITEM = 7
FOOTNOTE = re.compile(r"[*+†‡(\[]|(?:may contain|contains?|certified|ingredients? (?:from|of)|free (?:from|of))\b", re.I)

DIRECTION = re.compile(
    r"(?:^|[.!:;]\s+|[\n\r]\s*|\bthen |\bshould be )"
    r"(?:(?:\w+ly|then|next|first|finally|now|always|just|(?:before|after|to|for|in|on|with|at|if) [^.,]{1,50}),? )?"
    r"(?:do not |don['’]t )?"
    r"(?:add|allow|appl(?:y|ied)|avoid|blend|brush|clean|cleanse|comb|cover|dab|dampen|dispense|dry|fill|follow|gently|hold"
    r"|insert|keep|lather|leave|let|massage|mix|open|pat|peel|place|press|pump|put|reapply|remove|repeat|rinse|roll|rub"
    r"|scoop|shake|shampoo|smooth|soak|spray|spread|spritz|squeeze|start|store|take|tap|towel|twist|use|used|wait|wash|wear"
    r"|wet|wipe|work)\b"
    r"|\b(?:for best results|patch test|step \d|\d+ (?:to \d+ )?(?:minutes?|times|drops|pumps))\b",
    re.I,
)
WARNING = re.compile(
    r"\b(?:avoid|cautions?|warnings?|do not|don['’]t (?:use|apply|swallow|leave|mix)|never (?:use|apply|leave|swallow|mix)"
    r"|not (?:for|to be|suitable for|recommended for)|keep (?:out|away)|consult|ask a|see a|doctor|physician|pharmacist"
    r"|discontinue|stop use|external(?:ly)? (?:use|only)|if (?:irritation|swallowed|contact|any|it gets|symptoms|conditions?)"
    r"|(?:a rash|redness|irritation) (?:occurs|appears|develops|persists|lasts)|you (?:experience|notice|develop)|flammable"
    r"|contact with|irritating to|pregnan\w+|nursing|breast-?feeding|patch test|may (?:cause|stain|irritate)|when using"
    r"|poison|ingest(?:ed|ion)|allergic (?:reactions?|to)|broken skin|out of reach|sunburn alert|use only|harmful)\b",
    re.I,
)
LEGAL = re.compile(
    r"\b(?:accura\w+|advice|affiliat\w+|agree(?:s|ment)?|conditions of|consult|contract|copyright|court|disclaim\w*"
    r"|diagnose|disputes?|evaluated by|food and drug|governed|information|intended to|jurisdiction|laws?|legal\w*|liab\w+"
    r"|licen[cs]e[ds]?|third part(?:y|ies)|polic(?:y|ies)|privacy|prohibit\w*|intellectual property|personal data"
    r"|reserves?|reserved|responsib\w+|rights?|statements?|terms|trademarks?|warrant(?:s|y|ies))\b",
    re.I,
)
SELLING = re.compile(r"\b(?:our|we|we['’](?:re|ve)|you['’]ll|love|loved|discover|amazing|luxurious|best)\b|!", re.I)


def is_title(words: str) -> bool:
    """Tell whether a line that stands alone reads like a title: short, no sentence, no list."""
    if len(words) > LONGEST_TITLE or is_stopped(words) or "," in words:
        return False
    first = words[0]
    return (first.isupper() or first.isdigit()) and len(words.split()) <= MOST_TITLE_WORDS


def is_prose(words: str) -> bool:
    """Tell whether words make sentences, not a list of names."""
    count = len(WORD.findall(words))
    small = len(PROSE_WORD.findall(words))
    items = len(LIST_SIGN.findall(words)) + 1
    if small * 2 * MOST_WORDS_AN_ITEM > count:
        return small * 3 > items
    return items == 1 and count > 2 * MOST_WORDS_AN_ITEM


def is_ingredient_list(words: str) -> bool:
    """Tell whether words are a list of names with its commas, or a footnote of one."""
    if is_prose(words):
        return False
    signs = len(LIST_SIGN.findall(words))
    is_list = signs > 0 and len(WORD.findall(words)) <= MOST_WORDS_AN_ITEM * (signs + 1)
    return is_list or FOOTNOTE.match(words) is not None


def list_end(words: str) -> int:
    """Give the offset where a list of names turns into sentences: its whole length where it does not."""
    starts = [0, *(match.end() for match in SENTENCE.finditer(words))]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end].rstrip()
        is_name = start == 0 or len(WORD.findall(part)) < 3 or is_ingredient_list(part)
        if is_prose(part) or not is_name:
            return start
    return len(words)


LOOKS: dict[Role, Callable[[str], bool]] = {
    "ingredients": is_ingredient_list,
    "directions": lambda words: DIRECTION.search(words) is not None,
    "warning": lambda words: WARNING.search(words) is not None,
    "legal": lambda words: LEGAL.search(words) is not None,
    "drug-facts": lambda words: SELLING.search(words) is None,
}


def looks_like(role: Role, words: str) -> bool:
    """Tell whether a paragraph behind a blank line still belongs to a section of this role."""
    look = LOOKS.get(role)
    return look is None or look(words)
