"""Matching: gaps, lists, cues with direction, reach and stops; the gate saves work and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Block, Document, Role, SourceMap
from claimlint.engine import triggers
from claimlint.engine.pipeline import Engine
from claimlint.errors import NotReadable
from claimlint.findings import PackInfo
from claimlint.packs.compile import compile_pack
from claimlint.packs.model import Cue, Pack, Rule, TermList

TERMS = {
    "heal": TermList("heal", "verb", ("heal", "clear up", "get rid of")),
    "ill": TermList("ill", "noun", ("eczema", "skin rash", "acne")),
    "plain": TermList("plain", "verb", ("soften",), breaks=True),
}


def cue(
    id_: str, match: str, *, direction: str = "before", reach: int = 3, dismisses: bool = True, **other: object
) -> Cue:
    values: dict[str, object] = {
        "effect": "negated", "title": id_, "always": True, "kinds": (), "stops": (), "roles": (), "dismissed": (), "kept": (),
        **other,
    }  # fmt: skip
    return Cue(id=id_, match=(match,) if match else (), direction=direction, reach=reach, dismisses=dismisses, **values)  # type: ignore[arg-type]


def rule(id_: str, *match: str, **other: object) -> Rule:
    return Rule(id_, "skin", id_, "treats-disease", match, "why", ("x",), "limits", (), (), "0.1", "skin", **other)  # type: ignore[arg-type]


CUES = (
    cue("not", "not", stops=("only",)),
    cue("after", "(in your dreams)", direction="after", reach=2),
    cue("whole", "quiz", direction="sentence"),
    cue("reply", "no", direction="next"),
    cue("list", "", direction="sentence", roles=("ingredients",)),
    cue("soft", "may", dismisses=False, effect="softened"),
    cue("special", "lamp", direction="either", always=False),
)
RULES = (
    rule("heals", "{heal~} .. {ill~}", "{ill~} be~ healed", unless=("special",)),
    rule("far", "{heal~} ..6 wonders"),
    rule("figure", "lasts # .. days"),
    rule("code", "guard /[a-z]{2}[0-9]{2}/"),
    rule("bullet", "{ill~}", where="short"),
    rule("stubborn", "cures warts", despite=("not",)),
    rule("short-form", "won't ..6 warts", "can't fail"),
    rule("numbered", "lot number", "guard .. number"),
    rule("digits", "(2 | 30) .. guard"),
)


def engine(rules: tuple[Rule, ...] = RULES, *, triggers: bool = True, limit: float | None = None) -> Engine:
    pack = Pack((PackInfo("t", "1", "0"),), TERMS, {c.id: c for c in CUES}, {r.id: r for r in rules}, {})
    gate, book = compile_pack(pack)
    return Engine(gate, lambda: book, triggers=triggers, limit=limit)


def document(text: str, role: Role = "body") -> Document:
    return Document("t", text, (Block(text, role, SourceMap.plain(0, len(text))),))


ENGINE = engine()
WITHOUT_TRIGGERS = engine(triggers=False)


def kept(text: str, role: Role = "body") -> list[tuple[str, str]]:
    return [
        (c.rule, text[c.start : c.end]) for c in ENGINE.read(document(text, role)).candidates if not c.said.dismissed_by
    ]


def dismissed(text: str, role: Role = "body") -> list[tuple[str, list[str]]]:
    found = ENGINE.read(document(text, role)).candidates
    return [(c.rule, [mention.cue for mention in c.said.dismissed_by]) for c in found if c.said.dismissed_by]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This balm clears up eczema when used twice every single day at home.", "clears up eczema"),
        ("We promise that it is healing very bad itchy eczema for good in your home.", "healing very bad itchy eczema"),
        ("It will heal cracked dry patches, sore spots and eczema for you in days.", "heal cracked dry patches, sore spots and eczema"),
        ("It will heal acne, eczema and skin rashes over the night for you.", "heal acne, eczema and skin rashes"),
        ("Rest assured that your eczema being healed is what we want from it.", "eczema being healed"),
    ],
)  # fmt: skip
def test_a_claim_is_found_with_all_its_words(text: str, words: str) -> None:
    assert ("heals", words) in kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "It will heal one two three four eczema, they said to us on that day.",
        "It will heal dry lips, softens hands and eczema is another thing altogether.",
        "It heals cuts but eczema is a thing that doctors have to look at.",
        "It heals cuts. Eczema is a thing that doctors have to look at there.",
        "It heals cuts; it smells of roses and moss and rain while eczema waits.",
        "Healed • Eczema is a thing that doctors have to look at for you.",
    ],
)
def test_a_claim_does_not_reach_over_a_border(text: str) -> None:
    assert "heals" not in dict(kept(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It heals with a touch of many wonders.", [("far", "heals with a touch of many wonders")]),
        ("Lasts 30 days.", [("figure", "Lasts 30 days")]),
        ("Lasts 99.5% of days.", [("figure", "Lasts 99.5% of days")]),
        ("Lasts for days.", []),
        ("Guard ab12 now.", [("code", "Guard ab12")]),
        ("Guard abc12 now.", []),
        ("Acne balm.", [("bullet", "Acne")]),
        ("Acne is a word that we use here in a longer sentence.", []),
    ],
)
def test_numbers_expressions_and_short_copy(text: str, expected: list[tuple[str, str]]) -> None:
    assert kept(text) == expected


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("It does not heal eczema, and this sentence is longer than eight words.", ["not"]),
        ("It heals eczema in your dreams, and this sentence is a longer one.", ["after"]),
        ("Which cream heals eczema is what this quiz of ours asks you to say.", ["whole"]),
        ("Will this little cream ever heal eczema on the hands? No, it will not.", ["reply"]),
        ("This lamp heals eczema as one says in the trade, in a longer sentence.", ["special"]),
    ],
)
def test_a_cue_dismisses(text: str, cues: list[str]) -> None:
    assert ("heals", cues) in dismissed(text)


@pytest.mark.parametrize(
    "text",
    [
        "It does not only heal eczema, and this sentence is longer than eight words.",
        "Not one of the many others: heals eczema, and this sentence is longer than that.",
        "Not for sale; heals eczema, and this sentence is longer than eight words.",
        "Not bad but heals eczema, and this sentence is longer than eight words.",
        "It heals eczema, not that you would know, and this one is longer.",
        "Heals eczema. A quiz.",
        "Will this little cream heal eczema on the hands? It does, and no other.",
    ],
)
def test_a_cue_ends_at_its_reach_stops_and_borders(text: str) -> None:
    assert "heals" in dict(kept(text))


def test_a_role_stands_for_a_cue() -> None:
    assert kept("Clears up acne", "ingredients") == []
    assert dismissed("Clears up acne", "ingredients") == [("heals", ["list"]), ("bullet", ["list"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What heals? Eczema and more.", ["heals? Eczema"]),
        ("What is it that quickly heals? Eczema and more.", []),
        ("What heals! Eczema and more.", []),
        ("Acne? It heals acne.", ["heals acne"]),
        ("Not heals? Eczema and more.", []),
    ],
)
def test_a_claim_may_go_on_from_a_short_question(text: str, expected: list[str]) -> None:
    assert [words for rule, words in kept(text) if rule == "heals"] == expected


def test_an_answer_may_stand_in_the_next_block() -> None:
    text = "Will this little cream ever heal eczema on the hands?\nNo, never."
    question, answer = text.split("\n")
    blocks = (
        Block(question, "question", SourceMap.plain(0, len(question))),
        Block(answer, "answer", SourceMap.plain(54, len(answer))),
    )
    (candidate,) = ENGINE.read(Document("t", text, blocks)).candidates
    assert [(mention.cue, mention.text) for mention in candidate.said.dismissed_by] == [("reply", "No, never.")]


@pytest.mark.parametrize(("role", "is_kept"), [("answer", False), ("body", True)])
def test_a_mark_may_stand_before_the_answer(role: Role, is_kept: bool) -> None:
    texts: list[tuple[str, Role]] = [
        ("Will this little cream ever heal eczema on the hands?", "question"),
        ("A.", "heading"),
        ("No.", role),
    ]
    source = "\n".join(text for text, _ in texts)
    blocks = tuple(Block(text, part, SourceMap.plain(source.index(text), len(text))) for text, part in texts)
    (found,) = ENGINE.read(Document("t", source, blocks)).candidates
    assert bool(found.said.dismissed_by) != is_kept


def test_a_list_of_ingredients_is_known_by_its_shape() -> None:
    assert kept("Aqua, Glycerin, Acne Extract, Sodium Chloride, Parfum") == []


def test_a_rule_may_stand_despite_a_cue() -> None:
    assert kept("It does not say so: it never, not once, cures warts.") == [("stubborn", "cures warts")]


def test_a_cue_inside_a_match_leaves_the_parts_it_does_not_touch() -> None:
    both = (rule("heals", "{heal~} .. {ill~}", "{ill~} .. healed"),)
    text = "It heals eczema and was not healed by itself at all."
    found = engine(both).read(document(text)).candidates
    assert [(text[c.start : c.end], bool(c.said.dismissed_by)) for c in found] == [("heals eczema", False)]


def test_a_softener_is_told_and_dismisses_nothing() -> None:
    (candidate,) = ENGINE.read(document("It may heal eczema on all of your hands and feet.")).candidates
    assert [(m.cue, m.effect, m.text) for m in candidate.said.cues] == [("soft", "softened", "may")]
    assert not candidate.said.dismissed_by


def test_sentences_are_counted_even_where_nothing_is_read() -> None:
    assert ENGINE.read(document("Soft skin. Bright day! Is it?")).sentences == 3


WORDS = [
    "heal", "heals", "healed", "clear", "up", "clears", "eczema", "acne", "skin", "rash", "be", "not", "only", "may", "lamp", "and",
    ",", ".", "\n", "but", "the", "soft", "wonders", "lasts", "30", "days", "guard", "ab12", "cures", "warts", "#HealEczema", "?",
    "No", "•", "h e a l", "ec-zema", "ecz\u200bema", "hеal", "3czema", "skin-rash", "won't", "lot", "no.", "No", "4", "can't", "won’t", "fail", "skin's", "quiz", "Dr.", "x", "heals?", "Eczema",
]  # fmt: skip
COPY = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(COPY)
def test_without_triggers_the_findings_are_the_same(text: str) -> None:
    assert ENGINE.read(document(text)) == WITHOUT_TRIGGERS.read(document(text))


SENTENCES = ["It heals eczema.", "It does not heal eczema.", "Eczema?", "Healed!", "It smells of roses.", "Acne"]


@given(
    pages=st.lists(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=4), max_size=4),
    most=st.sampled_from([0, 60, 5_000_000]),
)  # fmt: skip
def test_what_comes_again_is_told_as_the_first_time(pages: list[list[str]], most: int) -> None:
    again = engine()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(triggers, "MOST_JUDGED", most)
        for texts in [*pages, *pages]:
            blocks = tuple(Block(text, "body", SourceMap.plain(0, len(text))) for text in texts)
            page = Document("t", " ".join(texts), blocks)
            assert again.read(page) == WITHOUT_TRIGGERS.read(page)


@given(st.text(max_size=60), COPY)
def test_without_triggers_the_findings_are_the_same_in_any_text(noise: str, text: str) -> None:
    both = document(noise + text + noise)
    assert ENGINE.read(both) == WITHOUT_TRIGGERS.read(both)


NOISE: dict[str, Callable[[str], str]] = {
    "soft hyphen": lambda word: word[:3] + "\u00ad" + word[3:],
    "zero width": lambda word: "\u200b".join(word),
    "look-alike": lambda word: word.replace("e", "е").replace("a", "а"),
    "full width": lambda word: "".join(chr(ord(char) + 0xFEE0) for char in word),
    "bold": lambda word: "".join(chr(ord(char) - 97 + 0x1D41A) for char in word),
    "spaced": " ".join,
    "dotted": ".".join,
    "line-break hyphen": lambda word: word[:3] + "-\n" + word[3:],
    "hyphen": lambda word: word[:3] + "-" + word[3:],
    "digits": lambda word: word.replace("e", "3", 1),
    "capitals": str.upper,
    "combining marks": lambda word: word[0] + "\u0301" + word[1:],
    "hashtag": lambda word: "#" + word,
    "trademark": lambda word: word + "®",
    "emoji after": lambda word: word + " 🌿",
}


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("word", ["heals", "eczema"])
def test_noise_does_not_hide_a_claim(noise: str, word: str) -> None:
    text = "Our own little cream heals eczema within just a few days of use.".replace(word, NOISE[noise](word), 1)
    assert "heals" in dict(kept(text))


@given(st.text(max_size=40), st.sampled_from(sorted(NOISE)), st.text(max_size=40))
def test_offsets_give_back_the_words(before: str, noise: str, after: str) -> None:
    text = f"{before} heals {NOISE[noise]('eczema')} {after}"
    for candidate in ENGINE.read(document(text)).candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
        first, last = candidate.said.sentence
        assert first <= candidate.start and candidate.end <= last


@pytest.mark.parametrize("place", [0, 100, 155, 159, 160, 161, 199, 200, 240, 319, 320, 400])
def test_an_overlong_sentence_is_read_as_a_short_one(place: int) -> None:
    copy = ["soap"] * 450
    copy[place : place + 2] = ["heals", "eczema"]
    text = " ".join(copy)
    (candidate,) = ENGINE.read(document(text)).candidates
    assert text[candidate.start : candidate.end] == "heals eczema"
    assert candidate.sentence[slice(*candidate.within)] == "heals eczema"
    assert 100 < len(candidate.sentence.split()) <= 240
    copy[place:place] = ["it", "does", "not"]
    assert dismissed(" ".join(copy)) == [("heals", ["not"])]


def test_of_the_stretches_of_an_overlong_sentence_only_the_last_is_asked() -> None:
    text = f"{'It heals eczema while you sleep and then ' * 100}is that so? No."
    said = [bool(candidate.said.dismissed_by) for candidate in ENGINE.read(document(text)).candidates]
    assert len(said) == 100 and said == sorted(said) and 0 < sum(said) <= 30


def test_a_document_may_take_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(1_000))
    monkeypatch.setattr("claimlint.engine.pipeline.time.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr("claimlint.engine.pipeline.GROUP", 1)
    blocks = tuple(Block(f"Row {n}.", "body", SourceMap.plain(0, 6)) for n in range(10))
    short, long = Document("a.txt", "", blocks[:3]), Document("a.txt", "", blocks)
    limited = engine(limit=5)
    assert limited.read(short).sentences == limited.read(short).sentences == 3
    with pytest.raises(NotReadable, match="longer than 5 seconds"):
        limited.read(long)
    assert engine().read(long).sentences == 10
