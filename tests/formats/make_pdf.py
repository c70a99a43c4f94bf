"""Make ten.pdf: a leaflet in two columns whose file goes to and fro between them, row by row. Needs fpdf2 and DejaVu Sans."""

from __future__ import annotations

from datetime import datetime, timezone
from itertools import zip_longest
from pathlib import Path

from fpdf import FPDF

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
SOFT = "\u00ad"
LEFT = [
    "Caffeine & rosemary: our serum wakes up",
    f"dormant folli{SOFT}",
    "cles – and leaves hair soft and glos-",
    "sy.",
    "",
    "• Heals",
    "   eczema on the scalp",
    "• Our plant exosomes",
    "   repair cells from within",
    "• Vegan, silicone-free and made in",
    "   small batches",
]
RIGHT = [
    "It’s FDA approved®, and it stimulates",
    "collagen production in the",
    "dermis.",
    "",
    "Use it right after",
    "microneedling for the best results. Hair",
    "looks fuller from the ﬁrst wash.",
]
LOWER = [
    "“It cured my",
    "psoriasis in two weeks!” – Dana",
    "",
    "Ingredients: Aqua, Glycerin, Caffeine, Malus Domestica Fruit Cell Culture Extract,",
    "Panthenol.",
    "",
    "Our café crème reduces inflammation. It also kills",
    "bacteria on the scalp.",
]


def make(path: Path) -> None:
    """Write the leaflet."""
    pdf = FPDF(unit="pt", format=(420, 360))
    pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=timezone.utc))
    pdf.set_title("Follicle Tonic, leaflet")
    pdf.set_keywords("hair, tonic")
    pdf.add_font("DejaVu", fname=FONT)
    _page(pdf, 1, "Follicle Tonic that regrows hair")
    for row, (left, right) in enumerate(zip_longest(LEFT, RIGHT, fillvalue="")):
        pdf.text(30, 90 + 13 * row, left)
        pdf.text(226, 90 + 13 * row, right)
    pdf.text_annotation(380, 20, "Legal asked: may we say that it cures acne?")
    _page(pdf, 2, "What our customers say")
    for row, line in enumerate(LOWER):
        pdf.text(30, 90 + 13 * row, line)
    pdf.output(str(path))


def _page(pdf: FPDF, number: int, title: str) -> None:
    pdf.add_page()
    pdf.set_font("DejaVu", size=18)
    pdf.text(30, 58, title)
    pdf.set_font("DejaVu", size=7)
    pdf.text(30, 24, "Leaflet, spring")
    pdf.text(200, 345, str(number))
    pdf.set_font("DejaVu", size=9)


if __name__ == "__main__":
    make(Path(__file__).with_name("ten.pdf"))
