"""Make ordinary cosmetic copy from a seed: product pages with titles, paragraphs, bullets and ingredient lists."""

from __future__ import annotations

import random

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
STEMS = (
    "caprylyl stearyl behenyl cocoyl lauryl myristyl palmitoyl undecyl hydroxy methyl propyl ethyl butyl cetearyl glyceryl isononyl"
).split()
ENDS = "glucoside alcohol phosphate stearate glycol benzoate chloride sulfate oxide acid extract oil lactate citrate gum".split()
SHOP = (
    "Orders leave our studio within two working days and travel in recycled card.|Refill it {n} times and keep the jar.|"
    "Made in small batches of {n} by a team of nine in the hills above the town.|Vegan, and never tested on animals.|"
    "Return it within {n} days if the scent is not for you.|Winner of {n} design prizes for its glass bottle.|"
    "Pairs well with our {scent} soap and the {form} from the same range."
).split("|")


def make_copy(size: int, seed: int = 7) -> str:
    """Give about `size` characters of copy, always the same for a seed."""
    chance = random.Random(seed)
    pages: list[str] = []
    made = 0
    while made < size:
        page = _page(chance)
        pages.append(page)
        made += len(page) + 2
    return "\n\n".join(pages)


def _page(chance: random.Random) -> str:
    scent, form = chance.choice(SCENTS), chance.choice(FORMS)
    title = f"{scent.title()} & {chance.choice(SCENTS).title()} {form.title()} No. {chance.randint(1, 400)}"
    body = " ".join(_sentence(chance, scent, form) for _ in range(chance.randint(4, 9)))
    bullets = "\n".join(
        f"- {chance.choice(VERBS).title()} {chance.choice(THINGS)}" for _ in range(chance.randint(2, 5))
    )
    inci = ", ".join(_ingredient(chance) for _ in range(chance.randint(8, 30)))
    return f"{title}\n\n{body}\n\n{bullets}\n\nIngredients: Aqua, {inci}."


def _sentence(chance: random.Random, scent: str, form: str) -> str:
    shape = chance.randrange(6)
    thing, look, moment = chance.choice(THINGS), chance.choice(LOOKS), chance.choice(MOMENTS)
    if shape == 0:
        return f"A {chance.choice(TEXTURES)} {form} that {chance.choice(VERBS)} {thing} {moment}."
    if shape == 1:
        return f"Smooth a little over {thing} {moment}, and it {look}."
    if shape == 2:
        return f"With {scent} from a family farm and {chance.choice(SCENTS)} absolute, it {chance.choice(VERBS)} {thing} without a trace of grease."
    if shape == 3:
        return f"{chance.randint(61, 99)}% of {chance.randint(20, 200)} testers agreed that {thing} {look} after {chance.randint(1, 8)} weeks."
    if shape == 4:
        return f"Our {chance.choice(TEXTURES)} formula, now in a {chance.choice([50, 75, 100, 250])} ml bottle, {chance.choice(VERBS)} {thing} gently."
    return chance.choice(SHOP).format(n=chance.randint(2, 60), scent=scent, form=form)


def _ingredient(chance: random.Random) -> str:
    return f"{chance.choice(STEMS).title()} {chance.choice(ENDS).title()}" + chance.choice(
        ["", "", "", f"-{chance.randint(2, 100)}"]
    )
