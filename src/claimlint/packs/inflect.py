"""Make the forms a word may take in copy. Forms nobody writes do no harm, so the rules err on the side of more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Forms = Literal["verb", "noun", "fixed", "any"]

# "Evening" is left out of the forms of "even": on labels it is a time of day.
IRREGULAR = {
    verb: tuple(forms.split())
    for verb, _, forms in (
        line.partition(":")
        for line in """
awake:awakes awoke awoken awaking
beat:beats beat beaten beating
become:becomes became becoming
begin:begins began begun beginning
bid:bids bade bidden bidding
bind:binds bound binding
break:breaks broke broken breaking
bring:brings brought bringing
build:builds built building
buy:buys bought buying
catch:catches caught catching
come:comes came coming
cut:cuts cutting
dig:digs dug digging
do:does did done doing
draw:draws drew drawn drawing
drive:drives drove driven driving
eat:eats ate eaten eating
even:evens evened
feed:feeds fed feeding
feel:feels felt feeling
fight:fights fought fighting
find:finds found finding
flee:flees fled fleeing
freeze:freezes froze frozen freezing
get:gets got gotten getting
give:gives gave given giving
go:goes went gone going
grow:grows grew grown growing
have:has had having
hide:hides hid hidden hiding
hold:holds held holding
keep:keeps kept keeping
kiss:kisses kissed kissing
leave:leaves left leaving
let:lets letting
lose:loses lost losing
make:makes made making
mean:means meant meaning
overcome:overcomes overcame overcoming
put:puts putting
rebuild:rebuilds rebuilt rebuilding
regrow:regrows regrew regrown regrowing
reset:resets resetting
rewind:rewinds rewound rewinding
rewrite:rewrites rewrote rewritten rewriting
rid:rids ridding
ring:rings rang rung ringing
run:runs ran running
say:says said saying
see:sees saw seen seeing
seek:seeks sought seeking
send:sends sent sending
set:sets setting
shake:shakes shook shaken shaking
shrink:shrinks shrank shrunk shrunken shrinking
shut:shuts shutting
slay:slays slew slain slaying
sleep:sleeps slept sleeping
spin:spins spun spinning
spring:springs sprang sprung springing
spread:spreads spreading
sprout:sprouts sprouted sprouting
strike:strikes struck striking
swell:swells swelled swollen swelling
take:takes took taken taking
teach:teaches taught teaching
tear:tears tore torn tearing
tell:tells told telling
throw:throws threw thrown throwing
undergo:undergoes underwent undergone undergoing
undo:undoes undid undone undoing
wake:wakes woke woken waked waking
wear:wears wore worn wearing
weave:weaves wove woven weaving
win:wins won winning
wipe:wipes wiped wiping
write:writes wrote written writing
be:is are was were been being
""".split("\n")
        if line
    )
}
PLURALS = {"tooth": "teeth", "foot": "feet", "mouse": "mice", "woman": "women", "man": "men", "child": "children"}
SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "is"),
    (re.compile(r"(?<=l)ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"(?<=l)yz(?=(?:e|es|ed|ing)$)"), "ys"),
    (re.compile(r"(?<=(?:col|lab|vap|tum|hum|fav|arm|vig|rum|lav|sav))our|(?<=od)our"), "or"),
    (re.compile(r"(?:(?<=(?:col|lab|vap|tum|hum|fav|arm|vig|rum|lav|sav))|(?<=od))or(?=$|s$|ed$|ing$)"), "our"),
    (re.compile(r"(?<=(?:def|off))ence(?=$|s$|less$)"), "ense"),
    (re.compile(r"(?<=(?:def|off))ense(?=$|s$|less$)"), "ence"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"sulf"), "sulph"),
    (re.compile(r"(?<=[kn])aemi(?=a|c)"), "emi"),
    (re.compile(r"(?<=[kn])emi(?=a$|c$)"), "aemi"),
    (re.compile(r"haem"), "hem"),
    (re.compile(r"\bhem(?=o|at)"), "haem"),
    (re.compile(r"\boe(?=strog|dema|soph)"), "e"),
    (re.compile(r"\b(?=estrog|edema|esoph)"), "o"),
    (re.compile(r"rrhoea"), "rrhea"),
    (re.compile(r"rrhea"), "rrhoea"),
    (re.compile(r"anaesth"), "anesth"),
    (re.compile(r"anesth"), "anaesth"),
    (re.compile(r"fibre"), "fiber"),
    (re.compile(r"fiber"), "fibre"),
    (re.compile(r"\bageing"), "aging"),
    (re.compile(r"\baging"), "ageing"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"gray"), "grey"),
    (re.compile(r"ll(?=(?:ed|ing|er)$)"), "l"),
)


@lru_cache(maxsize=65536)
def spellings(word: str) -> frozenset[str]:
    """Give a word in British and American spelling."""
    found = {word}
    for pattern, other in SPELLINGS:
        found.update(pattern.sub(other, known) for known in tuple(found))
    return frozenset(found)


@lru_cache(maxsize=65536)
def verb_forms(word: str) -> frozenset[str]:
    """Give a verb with its inflections; a plural noun has the same shape as the third person."""
    if word in IRREGULAR:
        return frozenset((word, *IRREGULAR[word]))
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, *noun_forms(word)}
    if word.endswith("ie"):
        forms |= {word + "d", word[:-2] + "ying"}
    elif re.search("[^aeiou]y$", word):
        forms |= {word[:-1] + "ied", word + "ing"}
    else:
        forms |= {stem + "ed", stem + "ing"}
        if word.endswith(("ee", "oe", "ye")):
            forms.add(word + "ing")
    if re.search("[^aeiou][aeiou][bdgklmnprtv]$", word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(forms)


@lru_cache(maxsize=65536)
def noun_forms(word: str) -> frozenset[str]:
    """Give a noun with its plural."""
    if word in PLURALS:
        return frozenset((word, PLURALS[word]))
    if word.endswith("is") and len(word) > 4:
        return frozenset((word, word[:-2] + "es"))
    if re.search("(?:s|x|z|ch|sh)$", word):
        return frozenset((word, word + "es"))
    if re.search("[^aeiou]y$", word):
        return frozenset((word, word[:-1] + "ies"))
    if re.search("[^aeiou]o$", word):
        return frozenset((word, word + "s", word + "es"))
    return frozenset((word, word + "s"))


@lru_cache(maxsize=65536)
def forms(words: tuple[str, ...], kind: Forms) -> frozenset[tuple[str, ...]]:
    """Give every form of a phrase: a verb bends in its first word, a noun in its last, each word in its spelling."""
    first, last = words[0], words[-1]
    bent: set[tuple[str, ...]] = {words}
    if kind in ("verb", "any"):
        bent |= {(form, *words[1:]) for form in verb_forms(first)}
    if kind in ("noun", "any"):
        bent |= {(*words[:-1], form) for form in noun_forms(last)}
    spelt: set[tuple[str, ...]] = set()
    for phrase in bent:
        options: list[tuple[str, ...]] = [()]
        for word in phrase:
            options = [(*head, spelling) for head in options for spelling in spellings(word)]
        spelt.update(options)
    return frozenset(spelt)
