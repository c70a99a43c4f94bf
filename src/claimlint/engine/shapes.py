"""Recognise ingredient lists by their shape, where no heading names them."""

from __future__ import annotations

import re

ITEM = re.compile(r"\s*[,;]\s*")
CHEMICAL = re.compile(
    r"(?:aqua|water|eau|parfum|fragrance|aroma|glycol|glycerin|glycerine|acid|extract|oil|butter|wax|gum|powder|juice|ferment"
    r"|filtrate|lysate|protein|silica|mica|cera|alba|culture|hyaluronate|cellulose|starch|clay|starter|allantoin|betaine|panthenol"
    r"|biotin|caffeine|menthol|retinol|squalane|squalene|niacinamide|arbutin|bht|edta|ci \d+|peg-\d+|[a-z]{2,20}eth-\d+|poly[a-z]{2,20}-\d+"
    r"|[a-z]{3,20}?(?:ate|ide|thicone|oxane|onium|amine|amide|paraben|peptide-\d+|peptide|urea|xanthan|carbomer|tocopherol|ceramide"
    r"|siloxane|hexanediol|propanediol|ethanol|alcohol|limonene|linalool|stearyl|glucoside|oleate))\b"
)
LATIN = re.compile(r"\b[A-Z][a-z]+ [A-Z]?[a-z]+ \(?[A-Z]")
SPEECH = re.compile(
    r"\b(?:the|your|our|you|we|my|i|it|its|this|that|these|is|are|was|be|been|to|for|with|which|who|so|because|help\w*|treat\w*"
    r"|heal\w*|cure\w*|prevent\w*|relie\w+|sooth\w*|fight\w*|stop\w*|improv\w*|promot\w*|reduc\w*|stimulat\w*|boost\w*|repair\w*)\b",
    re.I,
)
FEWEST = 4
LONGEST_LIST = 6000
"""Characters beyond which no list of ingredients goes."""


def is_ingredient_list(text: str) -> bool:
    """Tell whether a sentence is a bare list of ingredients: mostly chemical or botanical names, nothing said of them."""
    if text.count(",") < FEWEST - 1 or len(text) > LONGEST_LIST or SPEECH.search(text):
        return False
    items = [item for item in ITEM.split(text) if item]
    named = sum(bool(CHEMICAL.search(item.lower()) or LATIN.search(item)) for item in items)
    return len(items) >= FEWEST and named * 2 >= len(items)
