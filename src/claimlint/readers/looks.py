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
    r"\b(?:a|the|you|your|we|our|us|my|i|it|its|is|are|was|were|be|this|that|these|which|who|they|them|their|will|can|has"
    r"|have|to|into|while|when|so|helps?|makes?|leaves?|gives?|works?|loves?|keeps?|feels?|looks?|proven)\b",
    re.I,
)
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[^\W\d_a-z])")
LIST_SIGN = re.compile(r"[,;•·|]|\s/\s")
MOST_WORDS_AN_ITEM = 7
MOST_WORDS_ALONE = 6

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
    r"\b(?:avoid|cautions?|warnings?|do not|don['’]t|never|not (?:for|to be|suitable|intended)|keep (?:out|away)|consult|ask a"
    r"|doctor|physician|pharmacist|discontinue|stop use|external(?:ly)? use|external(?:ly)? only|if (?:you|irritation|swallow"
    r"|contact|rash|redness|pregnant|any|it gets|product|symptoms|conditions?)|flammable|contact with|irritat\w+|children"
    r"|pregnan\w+|patch test|may cause|may stain|expos\w+|when using|poison|swallow\w*|ingest\w*|allerg\w+|contains?"
    r"|burns?|broken skin|out of reach|sunburn)\b",
    re.I,
)
LEGAL = re.compile(
    r"\b(?:accura\w+|advice|affiliat\w+|agree\w*|approved by|claims?|complian\w+|conditions|consult\w*|contract|copyright|court"
    r"|disclaim\w*|disput\w+|diagnose|evaluated|food and drug|governed|guarantee\w*|information|intended|jurisdiction|laws?"
    r"|legal\w*|liab\w+|licen[cs]e\w*|owner\w*|party|parties|physician|polic(?:y|ies)|privacy|prohibit\w*|property|provided"
    r"|registered|represent\w*|reserved?|responsib\w+|rights?|statements?|terms?|trademarks?|warrant\w*|website)\b",
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
    if small and (small > 1 or count > MOST_WORDS_ALONE):
        return small * MOST_WORDS_AN_ITEM * 2 > count
    return items == 1 and count > MOST_WORDS_ALONE * 2 or bool(small) and items < 3


def list_end(words: str) -> int:
    """Give the offset where a list of names turns into sentences: its whole length where it does not."""
    starts = [0, *(match.end() for match in SENTENCE.finditer(words)), len(words)]
    for start, end in zip(starts, starts[1:], strict=False):
        if is_prose(words[start:end]):
            return start
    return len(words)


def is_ingredient_list(words: str) -> bool:
    """Tell whether words are a list of names, or a footnote of one."""
    if is_prose(words):
        return False
    return words[0] in "*+[(†" or len(LIST_SIGN.findall(words)) * MOST_WORDS_AN_ITEM >= len(WORD.findall(words)) - 3 > 0


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
