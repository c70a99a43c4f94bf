"""Roles of blocks: which section each stretch of a label belongs to."""

from __future__ import annotations

import pytest

from claimlint.readers import EVERYTHING
from claimlint.readers.sections import TOPICS, heading_of
from claimlint.readers.text import read

Roles = list[tuple[str, str]]


def roles(source: str) -> Roles:
    return [(block.role, block.text) for block in read(source, EVERYTHING).blocks]


def after(source: str) -> str:
    return roles(source)[-1][0]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Ingredients", "ingredients"), ("INGREDIENTS:", "ingredients"), ("ingredients", "ingredients"),
        ("## Full Ingredients List", "ingredients"), ("**Ingredients**", "ingredients"),
        ("**Ingredients:**", "ingredients"), ("__INCI__", "ingredients"), ("Ingredients (INCI):", "ingredients"),
        ("Composition :", "ingredients"), ("Inactive ingredients", "ingredients"), ("What’s inside?", "ingredients"),
        ("🌿 Ingredients 🌿", "ingredients"), ("- Ingredients:", "ingredients"),
        ("Directions", "directions"), ("How to use", "directions"), ("USAGE", "directions"), ("Application:", "directions"),
        ("Warnings", "warning"), ("Caution!", "warning"), ("Precautions:", "warning"), ("Safety Information", "warning"),
        ("Drug Facts", "drug-facts"), ("Drug Facts (continued)", "drug-facts"),
        ("Reviews", "review"), ("Testimonials", "review"), ("What our customers say", "review"),
        ("Customer Reviews:", "review"),
        ("Disclaimer", "legal"), ("Legal", "legal"), ("Terms & Conditions", "legal"),
        ("FAQ", "answer"), ("FAQs", "answer"), ("Q&A", "answer"), ("Frequently asked questions", "answer"),
        ("Benefits", "body"), ("Key ingredients", "body"), ("Uses", "body"), ("Active ingredients", "body"),
        ("Moonlight soap", "body"),
    ],
)  # fmt: skip
def test_headings_open_sections(heading: str, role: str) -> None:
    assert roles(f"{heading}\n\nOats") == [
        ("heading", heading.removeprefix("- ").removeprefix("🌿 ").removeprefix("## ")),
        (role, "Oats"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ingredients are listed on the box.", "Our ingredients", "- Directions", "1. Warnings", "Warnings, and more",
        "The composition: oats", "A. Vogel soap", "Q10: a coenzyme", "Safety first and foremost for all of us here",
    ],
)  # fmt: skip
def test_what_is_no_heading(line: str) -> None:
    assert "heading" not in [role for role, _ in roles(f"A soap of oats.\n{line}\nOats are mild.")]


def test_a_lower_case_word_that_wrapped_is_no_heading() -> None:
    assert roles("Soap made with good\ningredients\nand ingredients: oats.") == [
        ("body", "Soap made with good\ningredients\nand ingredients: oats.")
    ]


def test_inline_headings_end_with_their_paragraph() -> None:
    assert roles("**Ingredients:** Aqua,\nGlycerin.\n\nSoft hands.\nHow to use: Rub in.\nRinse.\n\nSoft hands.") == [
        ("heading", "**Ingredients:**"), ("ingredients", "Aqua,\nGlycerin."), ("body", "Soft hands."),
        ("heading", "How to use:"), ("directions", "Rub in.\nRinse."), ("body", "Soft hands."),
    ]  # fmt: skip


def test_an_inline_heading_in_a_bullet_ends_with_the_bullet() -> None:
    assert roles("- Usage: Rub in.\n- Soft hands") == [
        ("heading", "Usage:"), ("directions", "Rub in."), ("body", "Soft hands"),
    ]  # fmt: skip


def test_a_line_too_long_to_be_wrapped_ends_its_paragraph() -> None:
    direction = "Rub a little of the soap between wet hands and spread the foam over the neck and arms. " * 2 + "Rinse."
    assert roles(f"How to use: {direction}\nSoftens hands.") == [
        ("heading", "How to use:"), ("directions", direction), ("body", "Softens hands."),
    ]  # fmt: skip


def test_sections_without_blank_lines() -> None:
    assert roles("Description\nA mild soap.\n Application\nRub in\nRinse\n Ingredients\n Aqua, Parfum") == [
        ("heading", "Description"), ("body", "A mild soap."), ("heading", "Application"), ("directions", "Rub in\nRinse"),
        ("heading", "Ingredients"), ("ingredients", "Aqua, Parfum"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Aqua, Glycerin, Parfum.", "ingredients"),
        ("Aqua • Glycerin • Parfum", "ingredients"),
        ("May contain: Mica, CI 77891.", "ingredients"),
        ("*Certified organic", "ingredients"),
        ("Our soap keeps hands soft.", "body"),
        ("It calms, it cleans and it cares for you.", "body"),
        ("Made by hand", "body"),
        ("For the whole family, from head to toe, this bar makes bath time gentle, and it smells of oats.", "body"),
        ("Kind to hands.", "body"),
    ],
)
def test_what_stays_in_a_list_of_ingredients(text: str, role: str) -> None:
    assert after(f"Ingredients\nAqua, Oat Flour.\n\n{text}") == role


def test_ingredients_do_not_swallow_selling_copy() -> None:
    assert roles("Ingredients: Aqua, Oat Flour. Our soap keeps hands soft.\nParfum, Mica.") == [
        ("heading", "Ingredients:"), ("ingredients", "Aqua, Oat Flour."),
        ("body", "Our soap keeps hands soft.\nParfum, Mica."),
    ]  # fmt: skip
    assert roles("Ingredients\nWe tell you all of them.\n\nAqua, Oat Flour\n\nWe love oats.\n\nOats, bran") == [
        ("heading", "Ingredients"), ("body", "We tell you all of them."), ("ingredients", "Aqua, Oat Flour"),
        ("body", "We love oats."), ("body", "Oats, bran"),
    ]  # fmt: skip
    assert roles("Ingredients: only what keeps your hands soft.") == [
        ("heading", "Ingredients:"), ("body", "only what keeps your hands soft."),
    ]  # fmt: skip


def test_ingredients_as_a_list_of_bullets() -> None:
    assert roles("Ingredients:\n- Aqua\n- Oat Flour\n- Parfum\nOur soap is mild.") == [
        ("heading", "Ingredients:"), ("ingredients", "Aqua"), ("ingredients", "Oat Flour"), ("ingredients", "Parfum"),
        ("body", "Our soap is mild."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rinse well.", "directions"), ("Then rinse well", "directions"), ("After bathing, pat dry.", "directions"),
        ("2. Enjoy", "directions"), ("For best results wait a little.", "directions"), ("Leave for 5 minutes.", "directions"),
        ("Soft hands all day.", "body"), ("Our Promise", "heading"), ("Soft hands:", "heading"),
    ],
)  # fmt: skip
def test_what_stays_in_directions(text: str, role: str) -> None:
    assert roles(f"Directions\n1. Rub in.\n\n{text}\n\nSoap.")[2][0] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Avoid contact with eyes.", "warning"), ("Keep out of reach of children", "warning"),
        ("Do not use on broken skin:", "warning"), ("If irritation occurs, stop use.", "warning"),
        ("Soft hands all day.", "body"), ("Our soap soothes irritated hands.", "body"), ("Soft Hands", "heading"),
    ],
)  # fmt: skip
def test_what_stays_in_warnings(text: str, role: str) -> None:
    assert roles(f"Warnings\nFlammable.\nSevere burns, open wounds.\n\n{text}\n\nSoap.") == [
        ("heading", "Warnings"), ("warning", "Flammable.\nSevere burns, open wounds."), (role, text),
        ("body", "Soap."),
    ]  # fmt: skip


def test_an_inline_warning_must_sound_like_one() -> None:
    assert roles("Warning: Do not swallow.\nWarning: so soft that friends will stare.") == [
        ("heading", "Warning:"), ("warning", "Do not swallow."),
        ("heading", "Warning:"), ("body", "so soft that friends will stare."),
    ]  # fmt: skip


def test_legal_text_stays_legal_while_it_sounds_so() -> None:
    assert roles("Disclaimer\nResults differ.\n\nThis information is no advice.\n\nSoft hands in days.") == [
        ("heading", "Disclaimer"), ("legal", "Results differ."), ("legal", "This information is no advice."),
        ("body", "Soft hands in days."),
    ]  # fmt: skip


def test_a_drug_facts_panel() -> None:
    panel = (
        "Drug Facts\nActive ingredient      Purpose\nZinc oxide 10%    Skin protectant\nUses\n- protects chapped skin\n"
        "Warnings\nFor external use only\nDirections\napply freely\nOther information\nstore cool\n"
        "Inactive ingredients\nwater, oat flour\n\nOur balm is soft.\n\nUses\n\nA balm for hands"
    )
    assert roles(panel) == [
        ("heading", "Drug Facts"), ("heading", "Active ingredient      Purpose"),
        ("drug-facts", "Zinc oxide 10%    Skin protectant"), ("heading", "Uses"), ("drug-facts", "protects chapped skin"),
        ("heading", "Warnings"), ("warning", "For external use only"), ("heading", "Directions"),
        ("directions", "apply freely"), ("heading", "Other information"), ("drug-facts", "store cool"),
        ("heading", "Inactive ingredients"), ("ingredients", "water, oat flour"), ("body", "Our balm is soft."),
        ("heading", "Uses"), ("body", "A balm for hands"),
    ]  # fmt: skip


def test_a_panel_goes_on_behind_an_inline_part() -> None:
    assert roles("Drug Facts\nUses: protects chapped skin\n\nlasts all day\n\nWe love our balm.") == [
        ("heading", "Drug Facts"), ("heading", "Uses:"), ("drug-facts", "protects chapped skin"),
        ("drug-facts", "lasts all day"), ("body", "We love our balm."),
    ]  # fmt: skip


def test_a_title_ends_a_panel() -> None:
    assert roles("Drug Facts\nUses\nchapped skin\n\nThe Oat Family\n\nUses\n\nfor hands") == [
        ("heading", "Drug Facts"), ("heading", "Uses"), ("drug-facts", "chapped skin"), ("heading", "The Oat Family"),
        ("heading", "Uses"), ("body", "for hands"),
    ]  # fmt: skip


def test_subheadings_part_a_section_but_do_not_end_it() -> None:
    assert roles("Directions\nMorning:\nRub in.") == [
        ("heading", "Directions"), ("heading", "Morning:"), ("directions", "Rub in."),
    ]  # fmt: skip


def test_questions_and_answers_with_marks() -> None:
    assert roles("Q: Is it mild?\nA: Yes.\nVery.\n\nQ. Is it\nvegan?\n\nA. It is.\n\nSoap.") == [
        ("heading", "Q:"), ("question", "Is it mild?"), ("heading", "A:"), ("answer", "Yes.\nVery."),
        ("heading", "Q."), ("question", "Is it\nvegan?"), ("heading", "A."), ("answer", "It is."), ("body", "Soap."),
    ]  # fmt: skip
    assert roles("**Question 1:** My hands are dry.\n**Answer:** Use soap.") == [
        ("heading", "**Question 1:**"), ("question", "My hands are dry."),
        ("heading", "**Answer:**"), ("answer", "Use soap."),
    ]  # fmt: skip


def test_the_paragraph_behind_a_marked_question_answers_it() -> None:
    assert roles("Q: Is it mild?\n\nIt is.\n\nSoap.") == [
        ("heading", "Q:"), ("question", "Is it mild?"), ("answer", "It is."), ("body", "Soap."),
    ]  # fmt: skip
    assert roles("Q: Is it mild?\nIt is.\n\nSoap.") == [
        ("heading", "Q:"), ("question", "Is it mild?"), ("answer", "It is."), ("body", "Soap."),
    ]  # fmt: skip


def test_questions_below_a_heading() -> None:
    assert roles("FAQ\nIs it mild?\nYes\nIs it vegan?\n\nYes\n\n## What's inside?\n\nOats.\n\nThe Maker\n\nAnn.") == [
        ("heading", "FAQ"), ("question", "Is it mild?"), ("answer", "Yes"), ("question", "Is it vegan?"),
        ("answer", "Yes"), ("question", "## What's inside?"), ("answer", "Oats."), ("heading", "The Maker"),
        ("body", "Ann."),
    ]  # fmt: skip


def test_marked_questions_below_a_heading() -> None:
    assert roles("FAQ\n\nQ: Is it mild?\nA: Yes.\n\nIs it vegan?\n\nYes.") == [
        ("heading", "FAQ"), ("heading", "Q:"), ("question", "Is it mild?"), ("heading", "A:"), ("answer", "Yes."),
        ("question", "Is it vegan?"), ("answer", "Yes."),
    ]  # fmt: skip


def test_an_answer_nobody_asked_for_is_body() -> None:
    assert roles("A: Oats.\nSoap.") == [("body", "A: Oats.\nSoap.")]


def test_reviews_last_until_a_heading() -> None:
    assert roles("What they say\nSo soft!\n- Ann\n\nI use it daily.\n\nOur Oats\n\nThey grow.") == [
        ("heading", "What they say"), ("review", "So soft!"), ("review", "Ann"), ("review", "I use it daily."),
        ("heading", "Our Oats"), ("body", "They grow."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        '"My hands are soft."\n- Ann B.', "“My hands are soft.”\n\n— Ann B., Leeds", '"My hands are soft." - Ann B.',
        "„My hands are soft“ – Ann Berg (42)", '"My hands are soft." Ann B., verified buyer', "'So soft.'\n~ Zoë O’Neil",
    ],
)  # fmt: skip
def test_quotations_with_a_name_are_reviews(source: str) -> None:
    assert {role for role, _ in roles(f"Soap.\n\n{source}\n\nMild soap.")[1:-1]} == {"review"}


@pytest.mark.parametrize(
    "source",
    [
        '"Soft hands"\n- Vegan\n- Mild', '"My hands are soft."', '"Soft" is what we call it.', '"', '"Soft',
        '"Soft hands" and oats', '"Soft hands"\n\nOats are mild.',
    ],
)  # fmt: skip
def test_other_quotations_are_not(source: str) -> None:
    assert "review" not in {role for role, _ in roles(f"Soap.\n\n{source}\n\nMild soap.")}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Oat Soap\n\nMild.", "heading"), ("Oat Soap", "body"), ("Oat Soap\nMild.", "body"), ("Soap.\n\nOat Soap", "body"),
        ("oat soap\n\nMild.", "body"), ("Oat soap, mild\n\nMild.", "body"), ("Oat Soap!\n\nMild.", "body"),
        ("# oat soap\nMild.", "heading"), ("**Oat soap**\nMild.", "heading"), ("Oat Soap\n========\nMild.", "heading"),
        ("Good for:\nhands", "heading"), ("#oatsoap\n\nMild.", "body"),
        ("One two three four five six seven eight nine\n\nMild.", "body"),
    ],
)  # fmt: skip
def test_titles(source: str, expected: str) -> None:
    assert roles(source)[-1][0] == "body"
    assert [role for role, _ in roles(source) if role == "heading"] == [expected] * (expected == "heading")


def test_a_colon_at_the_end_of_a_wrapped_line_makes_no_heading() -> None:
    wrapped = "We asked a hundred people who had used the soap\nDaily and they told us:\nsoft hands."
    assert roles(wrapped) == [("body", wrapped)]


def test_every_key_of_the_table_is_found_as_written() -> None:
    for key, topic in TOPICS.items():
        heading = heading_of(key, opens=True, listed=False)
        assert heading is not None, key
        assert heading.topic == topic


def test_questions_of_any_kind_are_a_list_of_questions() -> None:
    text = "Perfume questions\n\nI have asthma. May I wear it?\nAsk first.\n"
    assert [block.role for block in read(text, EVERYTHING).blocks] == ["heading", "question", "answer"]
