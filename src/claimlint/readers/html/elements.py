"""What the elements and attributes of HTML are to whoever reads a page aloud: tables."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 legend caption summary dt th".split())
ITEMS = frozenset({"li", "option"})
CELLS = frozenset({"td", "th"})
BLOCKS = HEADINGS | frozenset(
    """address article aside blockquote body button center dd details dialog dir div dl fieldset figcaption figure footer
    form frameset header head hgroup hr html li main menu nav noscript ol optgroup option p pre search section select
    table tbody td template textarea tfoot thead title tr ul""".split()
)
"""Elements that part what stands before, in and behind them."""
SPACED = frozenset("img input svg video audio canvas object embed iframe picture select math code".split())
"""Elements that part words, not sentences."""
UNREAD = frozenset({"svg", "code"})
"""Elements whose words are not read, but for those in TOLD_WITHIN."""
TOLD_WITHIN = frozenset({"title", "desc"})
NAMING = frozenset({"cite", "footer", "figcaption"})
"""Elements that name whose words a quotation holds."""
OUTERMOST = frozenset({"html", "body", "main"})
"""Elements whose classes say nothing of their words."""
NAMES_OF_REVIEWS = frozenset("review reviews testimonial testimonials".split())
NAMES_OF_INGREDIENTS = frozenset({"ingredient", "ingredients", "inci"})
NAMES_OF_LISTS = frozenset("product full all complete inci".split())
"""Words before those: "key ingredients" are none, for what is said of them is copy."""
PARTS_OF_NAMES = frozenset("body text content quote item card list section panel tab".split())
ENDED_BY = {
    "p": BLOCKS - {"button", "option", "optgroup", "body", "html", "head"}, "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}), "dd": frozenset({"dt", "dd"}), "option": frozenset({"option", "optgroup"}),
    "td": CELLS | {"tr"}, "th": CELLS | {"tr"}, "tr": frozenset({"tr"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})),
}  # fmt: skip
"""Elements that end without a tag where another begins, and which."""

TOLD_ATTRIBUTES = (
    "alt", "title", "aria-label", "aria-description", "placeholder", "summary", "label", "data-title", "data-alt",
    "data-caption", "data-description", "data-tooltip", "data-original-title", "data-label", "data-content",
)  # fmt: skip
BUTTONS = frozenset({"submit", "button", "reset"})
TOLD_META = frozenset("title description keywords keyword name abstract subject summary alt headline body text".split())
"""Words of the names of metas that hold copy: "og:title", "application-name", "twitter:image:alt"."""
