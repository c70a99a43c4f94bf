"""The sections of labels and shop pages, known by their headings: one table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Topic = Literal[
    "body", "ingredients", "directions", "warning", "drug-facts", "panel-part",
    "review", "faq", "question", "answer", "legal",
]  # fmt: skip
"""What a heading opens. A `panel-part` counts only inside a Drug Facts panel."""

HEADINGS: dict[Topic, str] = {
    "ingredients": """
        ingredients; ingredient list; ingredients list; list of ingredients; full ingredients; full ingredient list;
        full ingredients list; full list of ingredients; all ingredients; complete ingredients;
        complete ingredient list; inci; inci list; inci ingredients; ingredients inci; inci name; inci names;
        composition; full composition; inactive ingredients; inactive ingredient; other ingredients;
        non active ingredients; whats inside; what is inside; whats in it; whats in the bottle; whats in the jar;
        may contain; allergens""",
    "directions": """
        directions; direction; directions for use; directions of use; usage directions; how to use; how to use it;
        how to use this product; how to apply; how to apply it; how to; to use; how to store; usage;
        usage instructions; usage tips; instructions; instructions for use; use instructions;
        application instructions; suggested use; recommended use; recommended usage; method of use; application;
        application tips; when to use; storage""",
    "warning": """
        warning; warnings; caution; cautions; precaution; precautions; warnings and precautions;
        warning and caution; cautions and warnings; safety; safety information; important safety information;
        safety warning; safety warnings; safety instructions; safety precautions; safety notice; product safety;
        allergy warning; allergy alert; flammability warning; contraindications""",
    "drug-facts": "drug facts; drug fact; drug facts continued",
    "panel-part": """
        active ingredient; active ingredients; active ingredient purpose; active ingredients purpose;
        active ingredients purposes; purpose; purposes; use; uses; indications; other information; questions;
        questions or comments; questions and comments""",
    "review": """
        reviews; review; testimonials; testimonial; customer reviews; customer review; customer testimonials;
        customer feedback; customer stories; client reviews; client testimonials; user reviews; buyer reviews;
        verified reviews; product reviews; real reviews; rave reviews; top reviews; ratings and reviews;
        reviews and ratings; what our customers say; what our customers are saying; what customers say;
        what customers are saying; what our clients say; what our clients are saying; what people say;
        what people are saying; what users say; what they say; what they are saying; what theyre saying;
        our customers say; customers say; happy customers; success stories; feedback; feedback from customers;
        loved by customers; loved by our customers""",
    "faq": """
        faq; faqs; frequently asked questions; frequently asked; frequently asked questions faq; q and a; qa; q a;
        questions and answers; question and answer; common questions; customer questions; your questions answered;
        customer questions and answers; product questions; product faq; product faqs""",
    "legal": """
        disclaimer; disclaimers; legal disclaimer; medical disclaimer; fda disclaimer; health disclaimer; legal;
        legal notice; legal notices; legal information; terms; terms and conditions; terms of use; terms of service;
        terms of sale; privacy policy; privacy; copyright; copyright notice; imprint; liability; trademarks""",
    "body": """
        description; product description; benefits; key benefits; main benefits; benefits and features;
        product benefits; features; key features; features and benefits; product features; details; product details;
        overview; about; about us; about the brand; about this item; about this product; about the product;
        our story; our promise; our mission; highlights; key points; why youll love it; why you will love it;
        why we love it; why it works; why choose us; what it does; what it is; how it works; what to expect;
        results; key ingredients; hero ingredients; star ingredients; powerful ingredients; the science;
        the formula; the story; key actives; skin type; skin types; skin concerns; hair type; suitable for;
        ideal for; who is it for; good to know; tips; pro tip; size; net weight; shipping; delivery; returns;
        shipping and returns; contact; contact us; free from; specifications; made in; price; you may also like;
        related products""",
}
TOPICS: dict[str, Topic] = {
    key.strip(): topic for topic, keys in HEADINGS.items() for key in " ".join(keys.split()).split(";")
}

LONGEST_HEADING, COLON_WITHIN = 60, 80
"""Characters of a heading, and of a line within which the colon behind one stands."""
KEY_WORD = re.compile(r"[^\W_]+")
ASIDE = re.compile(r"\([^)]*\)")
INLINE = re.compile(r"[#*_>\s]{0,8}([^:：\r\n]{1,60})[:：][*_]{0,3}")
MARKS = "QqAa*_#>"
"""What a line begins with that a question, an answer or a marked title begins with."""
ASKED = (
    r"[*_#>\s]{0,8}(?:(?P<question>Q(?P<number>\d{1,2})?\s?[.:]|(?i:question)\s?\d{0,2}\s?:)"
    r"|A\d{0,2}\s?[.:]|(?i:answer|ans)\s?\d{0,2}\s?:)[*_]{0,3}(?:\s|\Z)"
)
LONGEST_MARKED = 100
"""Characters of a line that a mark before it makes a heading; what is longer is a paragraph like any."""
MARKDOWN_TITLE = re.compile(rf"#{{1,6}}[ \t]+\S.{{0,{LONGEST_MARKED}}}|(\*\*|__)[^*_]{{1,80}}\1:?")


class Heading(NamedTuple):
    """A heading in a line: what it opens, where in the line its own words end, whether other words follow it."""

    topic: Topic
    end: int
    inline: bool


def is_running_text(words: str, *, listed: bool) -> bool:
    """Tell, quickly, of a line that it neither is a heading or title nor begins with one. Most lines are so."""
    return (listed or len(words) > LONGEST_HEADING) and words[0] not in MARKS and not _has_colon(words)


def heading_of(words: str, *, opens: bool, listed: bool) -> Heading | None:
    """Find the known heading that a line is, or begins with.

    `opens` says that a paragraph may begin here, where a heading needs no capital letter; `listed` that a plain bullet
    stands before it, where it needs a colon.
    """
    heading = _asked(words) if words[0] in MARKS else None
    if heading is None and len(words) <= LONGEST_HEADING:
        heading = _alone(words, opens, listed)
    if heading is None and _has_colon(words):
        heading = _inline(words, opens)
    return heading


def _has_colon(words: str) -> bool:
    start = words[:COLON_WITHIN]
    return ":" in start or "：" in start


def _asked(words: str) -> Heading | None:
    match = re.match(ASKED, words)
    if match is None or (match["number"] and "?" not in words):
        return None
    topic: Topic = "question" if match["question"] else "answer"
    end = len(match.group().rstrip())
    return Heading(topic, end, end < len(words))


def _alone(words: str, opens: bool, listed: bool) -> Heading | None:
    has_colon = words.rstrip("*_ ").endswith((":", "："))
    if not has_colon and (listed or not (opens or _is_raised(words))):
        return None
    topic = topic_of(words)
    return Heading(topic, len(words), False) if topic else None


def _inline(words: str, opens: bool) -> Heading | None:
    match = INLINE.match(words)
    topic = topic_of(match[1]) if match else None
    if match is None or topic is None or not (opens or _is_raised(words)):
        return None
    return Heading(topic, match.end(), True)


@lru_cache(maxsize=10_000)
def topic_of(words: str) -> Topic | None:
    """Give what a heading or the name of a field announces; "Shipping questions" are questions like any."""
    key = _key(words)
    return TOPICS.get(key) or ("faq" if key.endswith(" questions") else None)


def _is_raised(words: str) -> bool:
    """Tell whether a line begins as a heading does: with a capital letter or a Markdown mark."""
    return words.lstrip("#*_>\"“‘' ")[:1].isupper() or words[0] in "#*_"


def _key(words: str) -> str:
    """Give the words of a heading as the table spells them."""
    plain = words.casefold().replace("(s)", "s").replace("&", " and ").replace("+", " and ")
    return " ".join(KEY_WORD.findall(ASIDE.sub(" ", plain).replace("'", "").replace("’", "")))


def is_marked_title(words: str) -> bool:
    """Tell whether Markdown marks make the whole line a heading."""
    return words[0] in "#*_" and MARKDOWN_TITLE.fullmatch(words) is not None
