"""A hand-made report with all that a writer must cope with."""

from __future__ import annotations

from typing import Any

from claimlint.findings import (
    Approval,
    Basis,
    CheckedFile,
    Considered,
    CueMention,
    Finding,
    Gone,
    NotChecked,
    PackInfo,
    Place,
    Report,
    Seen,
)

DRUG = Basis("FD&C Act 201(g)(1)(B), 21 U.S.C. 321(g)(1)(B)", "https://law.example/us/321")
NEW_DRUG = Basis("FD&C Act 201(p) and 505(a), 21 U.S.C. 321(p) and 355(a)", "https://law.example/us/355")
BODY = Basis("FD&C Act 201(g)(1)(C), 21 U.S.C. 321(g)(1)(C)", "https://law.example/us/321")
MEDICINE = Basis("Directive 2001/83/EC, Art. 1(2)", "https://law.example/eu/2001-83")
CLAIMS = Basis("Regulation (EU) 655/2013", "https://law.example/eu/655-2013")

RULES: dict[str, dict[str, Any]] = {
    "heals-disease": {
        "title": "Says the product heals a disease",
        "says": "treats-disease",
        "class_": "drug",
        "level": "error",
        "why": "Healing a disease is what a medicine does; a cosmetic may only clean, scent, care for or change the "
        "look of the skin.",
        "instead": (
            "Leaves dry skin feeling calm and comfortable from morning to night.",
            "Wraps tight, thirsty skin in a soft, cushioning veil that lasts for hours.",
            "Comforts skin that feels rough.",
        ),
        "basis": (DRUG, NEW_DRUG),
        "seen": (
            Seen("FTC", "settlement", 2014, "clears up skin trouble", "https://seen.example/1"),
            Seen("FDA", "warning letter", 2019, "mends red, itching skin", "https://seen.example/2"),
        ),
    },
    "builds-collagen": {
        "title": "Says the product makes the body build more collagen",
        "says": "alters-body",
        "class_": "drug",
        "level": "error",
        "why": "More collagen means a change in how the skin is built, not in how it looks.",
        "instead": ("Skin looks plumper.",),
        "basis": (BODY,),
        "seen": (),
    },
    "mentions-disease": {
        "title": "Names a disease in selling copy",
        "says": "mentions-disease",
        "class_": "drug",
        "level": "warning",
        "why": "A named disease makes readers expect relief from it.",
        "instead": ("For skin that feels dry.",),
        "basis": (DRUG,),
        "seen": (),
    },
    "anti-ageing": {
        "title": "Promises to work against ageing",
        "says": "borderline-body",
        "class_": "cosmetic",
        "level": "note",
        "why": "Allowed where the whole text keeps to looks.",
        "instead": (),
        "basis": (),
        "seen": (),
    },
}

SOURCES = {
    "shop/night-balm.txt": (
        "Night Balm\n\n"
        "Melt a little between warm palms and press it in, because this balm may help heal eczema overnight.\n"
        "Our balm also heals psoriasis.\n"
        "Some say it will not heal psoriasis, we say it will heal psoriasis, and so will you.\n"
        "Anti-ageing care for every day.\n"
    ),
    "shop/日本語/クリーム.txt": (
        "夜用クリームは肌のcollagenをboostします。毎日のお手入れに。\n"
        "Cre\u0301me brûle\u0301e 💆\U0001f3fd\u200d♀\ufe0f boosts\ncollagen 🧴 naturally.\n"
    ),
    "evil\x1b[2J\u202etxt.exe": (
        "\x1b]0;owned\x07 Heals ec\u200bze\u200bma \u202eevil\u202c \x9b31m fast\udcff!\n"
        "Word " + "and so on " * 60 + "this boosts collagen for good" + " and ever on" * 60 + "."
    ),
    "clean.txt": "A soft cream with a light scent.\n",
    "latin.txt": "Cr\xe8me.\n",
    "shop/products.json": '{"items": [{"title": "® Crème 🧴 boosts collagen"}]}\n',
    "labels/box.pdf": "Front\n=Heals eczema, says @anna (#12) | `so` <b>so</b>\n",
}


def place(source: str, offset: int) -> Place:
    """Give a place the slow and certain way."""
    before = source[:offset]
    first = before.rfind("\n") + 1
    byte = len(before[first:].encode("utf-8", "surrogatepass")) + 1
    return Place(offset, before.count("\n") + 1, offset - first + 1, byte)


def finding(path: str, rule: str, text: str, sentence: str, nth: int = 0, **changes: Any) -> Finding:
    """Give a finding of the nth place where a file has the words."""
    source, start = SOURCES[path], -1
    for _ in range(nth + 1):
        start = source.index(text, start + 1)
    first = source.rfind(sentence, 0, start + len(sentence))
    return Finding(
        fingerprint=f"{rule}-{nth}",
        rule=rule,
        law="us",
        path=path,
        start=place(source, start),
        end=place(source, start + len(text)),
        text=text,
        sentence=sentence,
        cues=(),
        also=(),
        said=(start - first, start - first + len(text)),
        **RULES[rule],
    )._replace(
        **changes,
    )


def considered(path: str, rule: str, text: str, cue: CueMention, nth: int = 0) -> Considered:
    """Give a dismissed item of the nth place where a file has the words."""
    item = finding(path, rule, text, text, nth)
    return Considered(rule, path, item.start, item.end, text, cue)


BALM, JAPAN, EVIL, _, _, SHOP, BOX = SOURCES
LINES = {path: source.splitlines() for path, source in SOURCES.items()}
SOFTENER = CueMention("may-help", "softened", "may help")
TOLD = CueMention("testimony", "told", "Some say")
PROMISE = LINES[BALM][4]
ENDLESS = SOURCES[EVIL].split("\n")[1]
IN_COPY = Approval("the study is on file with regulatory", f"{BALM}:3")
IN_FILE = Approval(
    "told ::error::to stay | @bob\x1b[31m",
    ".claimlint-allow.yaml:7",
    "R. Reviewer",
    "2026-01-31",
    "2026-12-31",
    "study-17.pdf",
)

FINDINGS = (
    finding(BALM, "heals-disease", "heal eczema", LINES[BALM][2], cues=(SOFTENER,), also=("mentions-disease",)),
    finding(
        BALM, "heals-disease", "heal eczema", LINES[BALM][2], law="eu", class_="medicine", level="warning",
        basis=(MEDICINE, CLAIMS), cues=(SOFTENER,), also=("names-skin-disease",),
    ),
    finding(BALM, "heals-disease", "heals psoriasis", LINES[BALM][3]),
    finding(BALM, "heals-disease", "heal psoriasis", PROMISE, nth=1, cues=(TOLD,)),
    finding(BALM, "mentions-disease", "psoriasis", PROMISE, nth=2, state="known"),
    finding(BALM, "anti-ageing", "Anti-ageing", LINES[BALM][5]),
    finding(JAPAN, "builds-collagen", "collagenをboost", LINES[JAPAN][0].partition("。")[0] + "。"),
    finding(JAPAN, "builds-collagen", "boosts\ncollagen", SOURCES[JAPAN].partition("\n")[2].strip()),
    finding(EVIL, "heals-disease", "Heals ec\u200bze\u200bma", SOURCES[EVIL].split("\n")[0]),
    finding(EVIL, "builds-collagen", "boosts collagen", ENDLESS, state="new"),
    finding(
        EVIL, "mentions-disease", "ec\u200bze\u200bma", SOURCES[EVIL].split("\n")[0], state="approved", approval=IN_FILE,
    ),
    finding(BALM, "mentions-disease", "eczema", LINES[BALM][2], nth=0, state="approved", approval=IN_COPY),
    finding(SHOP, "builds-collagen", "boosts collagen", "® Crème 🧴 boosts collagen", pointer="/items/0/title"),
    finding(BOX, "heals-disease", "=Heals eczema, says @anna (#12) | `so` <b>so</b>", LINES[BOX][1], page=2, box=(10.0, 20.125, 90.0, 30.0)),
)  # fmt: skip

REPORT = Report(
    packs=(PackInfo("claimlint", "0.1.0", "0f" * 32),),
    files=(
        CheckedFile(BALM, {"us": "drug", "eu": "medicine"}, 5),
        CheckedFile("clean.txt", {"us": "cosmetic"}, 1),
        CheckedFile(JAPAN, {"us": "drug"}, 3),
        CheckedFile(EVIL, {"us": "drug"}, 1302),
        CheckedFile(SHOP, {"us": "drug"}, 1),
        CheckedFile(BOX, {"us": "drug"}, 2),
        CheckedFile("latin.txt", {"us": "cosmetic"}, 1, "not UTF-8; read as Windows-1252 \u202e"),
    ),
    findings=FINDINGS,
    considered=(
        considered(BALM, "heals-disease", "heal psoriasis", CueMention("not", "negated", "will not")),
        considered(EVIL, "heals-disease", "ec\u200bze\u200bma", CueMention("reviews", "elsewhere", "")),
    ),
    not_checked=(
        NotChecked("scans/back.pdf", "has no text layer; 3 pages are pictures"),
        NotChecked("bad\nname\udcff.txt", "file \x1b[31mnot\x1b[0m found"),
    ),
    gone=(
        Gone("0123456789abcdef", "heals-disease", "shop/night-balm.txt", "cures eczema"),
        Gone("fedcba9876543210", "left-rule", "old/\u202ecopy,1.txt", "::error::gone\nfor good"),
    ),
)

CLEAN = Report(REPORT.packs, (REPORT.files[1],), (), (), ())
EMPTY = Report(REPORT.packs, (), (), (), ())
