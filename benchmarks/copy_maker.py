"""Make ordinary cosmetic copy from a seed: product pages with titles, paragraphs, bullets and ingredient lists.

Real product copy has very many rare words (names of brands, places, plants and chemicals, sizes, prices, codes), which is
what a tokenizer's cache cannot know. So names are made of syllables and drawn with Zipf's law from a large pool, and every
page has its figures. The share of different words is set to that of real product pages: 0.29 in the first 140,000 characters.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

SCENTS = "rose neroli fig cedar bergamot vetiver vanilla linen tonka iris mimosa petitgrain coriander amber oud lilac".split()
TEXTURES = "silky cushiony weightless velvety balmy whipped milky feathery buttery glassy springy jelly-like satin dewy".split()
FORMS = "cream lotion body wash hand balm hair mask face mist lip oil cleansing gel shower oil bath milk powder scrub".split()
VERBS = "softens smooths moisturises cleanses scents polishes refreshes conditions perfumes hydrates comforts rinses".split()
THINGS = (
    "skin|dry hands|tired-looking skin|fine hair|dull lengths|lips|elbows|heels|cuticles|the neck|curls|the whole body|bare shoulders"
).split("|")
LOOKS = (
    "looks rested|feels supple|looks glossy|feels fresh all day|has a healthy-looking glow|looks smoother|feels clean|looks brighter|"
    "catches the light|feels like cashmere|looks even|stays soft until evening"
).split("|")
MOMENTS = "after the shower|before bed|on busy mornings|after a swim|between meetings|on long flights|in winter|at the weekend".split(
    "|"
)
SYLLABLES = (
    "ka ro li ve mon ta sil fer nu ba der ci pha lo mi re so tan gel ur bo sca vi do lan phe na tri ox yl cu per ge lau"
).split()
ENDS = "ate ol ine ide one um us a is ensis ium yl eth oil ane ic".split()
PLANT_PARTS = "Seed Oil|Fruit Extract|Leaf Water|Flower Wax|Root Powder|Kernel Butter|Peel Oil|Bark Extract".split("|")
POOL = 60_000
FLATNESS = 0.6
"""Below 1, rare names come oftener than Zipf's law has it, as they do in lists of ingredients."""
CLAIMING = 0.3
"""Share of the pages that make a claim, where there are claims to make: as of the product pages of real shops."""
SHOP = (
    "Orders leave our studio within two working days and travel in recycled card.|Refill it {n} times and keep the jar.|"
    "Made in small batches of {n} by a team of nine in the hills above the town.|Vegan, and never tested on animals.|"
    "Return it within {n} days if the scent is not for you.|Winner of {n} design prizes for its glass bottle.|"
    "Pairs well with our {scent} soap and the {form} from the same range."
).split("|")


def make_copy(size: int, seed: int = 7) -> str:
    """Give about `size` characters of copy, always the same for a seed."""
    made: list[str] = []
    length = 0
    for page in pages(seed):
        made.append(page)
        length += len(page) + 2
        if length >= size:
            break
    return "\n\n".join(made)


def pages(seed: int = 7, claims: Sequence[str] = ()) -> Iterator[str]:
    """Give page after page without end, always the same for a seed; some also say one of the claims."""
    chance = random.Random(seed)
    names = Names(chance)
    while True:
        page = _page(chance, names)
        is_claiming = claims and chance.random() < CLAIMING
        yield f"{page}\n\n{chance.choice(claims)}" if is_claiming else page


class Names:
    """A pool of made-up names, the first of them common and the rest ever rarer."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._pool = [
            "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) + chance.choice(ENDS) for _ in range(POOL)
        ]

    def one(self) -> str:
        """Give a name; a rank drawn evenly on a log scale follows Zipf's law."""
        return self._pool[int(POOL ** (self._chance.random() ** FLATNESS)) - 1].title()


def _page(chance: random.Random, names: Names) -> str:
    scent, form = chance.choice(SCENTS), chance.choice(FORMS)
    title = f"{names.one()} {scent.title()} & {names.one()} {form.title()} No. {chance.randint(1, 400)}"
    body = " ".join(_sentence(chance, names, scent, form) for _ in range(chance.randint(4, 9)))
    bullets = "\n".join(
        f"- {chance.choice(VERBS).title()} {chance.choice(THINGS)}" for _ in range(chance.randint(2, 5))
    )
    inci = ", ".join(_ingredient(chance, names) for _ in range(chance.randint(8, 30)))
    return f"{title}\n\n{body}\n\n{bullets}\n\n{_figures(chance, names)}\n\nIngredients: Aqua, {inci}."


def _figures(chance: random.Random, names: Names) -> str:
    size, price = chance.choice([30, 50, 75, 100, 125, 200, 250, 400]), chance.randint(6, 180)
    code = f"{names.one()[:3].upper()}-{chance.randint(1000, 99999)}"
    return (
        f"{size}ml / {size / 29.57:.1f}fl.oz. ${price}.{chance.choice(['00', '50', '95'])} (${price / size * 100:.2f}/100ml), "
        f'ref. {code}; made in {names.one()}, {names.one()} "{names.one()}" & co., don\'t miss www.{names.one().lower()}.com/{code.lower()}'
    )


def _sentence(chance: random.Random, names: Names, scent: str, form: str) -> str:
    thing, look, moment = chance.choice(THINGS), chance.choice(LOOKS), chance.choice(MOMENTS)
    verb, texture = chance.choice(VERBS), chance.choice(TEXTURES)
    shapes = (
        f"A {texture} {names.one()} {form} that {verb} {thing} {moment}.",
        f"Smooth a little over {thing} {moment}, and it {look}.",
        f"With {scent} from {names.one()} and {chance.choice(SCENTS)} absolute, it {verb} {thing} without a trace of grease.",
        f"{chance.randint(61, 99)}% of {chance.randint(20, 200)} testers agreed that {thing} {look} after {chance.randint(1, 8)} weeks.",
        f"Our {texture} formula, {names.one()}-scented and now in a {chance.choice([50, 75, 100, 250])} ml bottle, {verb} {thing} gently.",
        chance.choice(SHOP).format(n=chance.randint(2, 60), scent=scent, form=form),
    )
    return chance.choice(shapes)


def _ingredient(chance: random.Random, names: Names) -> str:
    shape = chance.randrange(4)
    if shape == 0:
        return f"{names.one()} {names.one()} ({names.one()}) {chance.choice(PLANT_PARTS)}"
    if shape == 1:
        return f"{names.one()}/{names.one()} {names.one()}"
    return f"{names.one()} {names.one()}" + chance.choice(["", "", f"-{chance.randint(2, 100)}"])
