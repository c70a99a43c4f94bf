"""No input makes time grow faster than its length: copy of shapes that tempt code into it, in every format; large reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count, cycle, islice
from pathlib import Path

import pytest

from claimlint import Linter
from claimlint.findings import Found, Place, Report
from claimlint.fix import Fixer
from claimlint.readers import read_string
from claimlint.review import baseline
from claimlint.review.allowed import Approvals
from claimlint.review.notices import Run
from claimlint.rewrite import Rewriter
from claimlint.writers import WRITERS, Options
from claimlint.writers.whole import wholes
from tests.conftest import MakePack
from tests.growth import Work, assert_linear
from tests.test_fix import GREENER, moss_linter

LINTER = Linter()
SIZE = 6_000
"""Characters of the smallest text of a shape."""
DISEASES = ("acne", "eczema", "psoriasis", "rosacea", "dermatitis", "athlete's foot", "cold sores", "dandruff")
CLAIM = "Our serum heals eczema and cures acne. "

Shape = Callable[[int], str]
"""Gives a text of about so many characters."""


def repeated(part: str, before: str = "", after: str = "") -> Shape:
    """Repeat a part; "{}" in it is a number, another each time."""
    length = len(part)
    return lambda size: before + "".join(part.replace("{}", str(i)) for i in range(size // length)) + after


def nested(opening: str, inside: str, closing: str) -> Shape:
    """Put a thing into itself, again and again."""
    length = len(opening + closing)
    return lambda size: opening * (size // length) + inside + closing * (size // length)


def listed(joint: str, before: str = "Treats ", after: str = ".") -> Shape:
    """List diseases."""
    return lambda size: before + joint.join(islice(cycle(DISEASES), size // (8 + len(joint)))) + after


def beside(words: str) -> Shape:
    """Put words of context before each of many claims, and many of them before one."""
    return lambda size: (
        f"{words} heals acne and " * (size // (2 * len(words) + 40)) + f"{words} " * (size // (2 * len(words) + 2))
    )


def stairs(step: str) -> Shape:
    """Set each line in further than the one before, over and over from the margin."""
    return lambda size: "".join(f"{'  ' * (i % 40)}{step}\n" for i in range(size // (40 + len(step))))


def columns(size: int) -> str:
    """Make a table of few rows and many columns."""
    count = size // 40
    rows = [[f"Text {i}" for i in range(count)], *([f"Heals acne {i}" for i in range(count)] for _ in range(2))]
    return "\n".join(map(",".join, rows))


SHAPES: dict[str, tuple[str, Shape]] = {
    "a trigger": (".txt", repeated("eczema ")),
    "a trigger that ends": (".txt", repeated("Eczema. ")),
    "a trigger, glued": (".txt", repeated("eczema")),
    "a question": (".txt", repeated("Does it cure acne? ")),
    "a question and an answer": (".txt", repeated("Does it cure acne? No. ")),
    "a claim": (".txt", repeated(CLAIM)),
    "a claim without an end": (".txt", repeated("our serum heals eczema and cures acne ")),
    "claims that differ": (".txt", repeated("Serum {} heals eczema and cures acne. ")),
    "claims of one paragraph each": (".txt", repeated("Serum {} heals eczema and cures acne.\n\n")),
    "claims on wrapped lines": (".txt", repeated("Serum {} heals eczema, cures acne and leaves your skin\nso ")),
    "diseases with commas": (".txt", listed(", ")),
    "diseases with and": (".txt", listed(" and ")),
    "diseases with slashes": (".txt", listed("/")),
    "diseases before the verb": (".txt", listed(", ", "", " are all cured by it.")),
    "diseases it does not treat": (".txt", listed(", ", "Does not treat ")),
    "diseases, a line each": (".txt", listed("\n")),
    "bullets": (".txt", repeated("- heals eczema {}\n", "Our serum:\n")),
    "bullets in a line": (".txt", repeated("• heals eczema ")),
    "bullets glued": (".txt", repeated("•acne")),
    "markers": (".txt", repeated("- ")),
    "nested bullets": (".txt", stairs("- heals acne")),
    "hashtags": (".txt", repeated("#HealsEczema ")),
    "hashtags run together": (".txt", repeated("#HealsEczema")),
    "one hashtag": (".txt", repeated("healseczema", "#")),
    "camel case": (".txt", repeated("HealsEczema")),
    "capitals in pairs": (".txt", repeated("aB")),
    "stand-in letters": (".txt", repeated("h3als 3cz3ma ")),
    "stand-in letters run together": (".txt", repeated("h3als3cz3ma")),
    "spaced letters": (".txt", repeated("h e a l s a c n e ")),
    "dotted letters": (".txt", repeated("h.e.a.l.s.")),
    "hyphens": (".txt", repeated("heals-ec-zema-")),
    "hyphens at line ends": (".txt", repeated("heals ec-\nzema ")),
    "combining marks": (".txt", repeated("\u0301", "heals a", " cne")),
    "a mark on each letter": (".txt", repeated("e\u0301")),
    "zero-width characters": (".txt", repeated("h\u200bea\u200dls ec\u200bzema ")),
    "bidi controls": (".txt", repeated("\u202eheals\u202c \u2066eczema\u2069 ")),
    "one long word": (".txt", repeated("a")),
    "ligatures": (".txt", repeated("ﬁghts acne ")),
    "wide letters": (".txt", repeated("ｈｅａｌｓ ａｃｎｅ ")),
    "emoji": (".txt", repeated("heals 👩🏽‍🦰 acne ✨")),
    "open quotes": (".txt", repeated("“heals acne ")),
    "quoted paragraphs": (".txt", repeated("“It healed my acne.\n\n")),
    "open brackets": (".txt", repeated("(heals acne ")),
    "brackets alone": (".txt", repeated("[")),
    "apostrophes": (".txt", repeated("a'")),
    "full stops": (".txt", repeated(".")),
    "abbreviations": (".txt", repeated("e.g. No. 1 approx. ")),
    "question marks": (".txt", repeated("? ")),
    "line breaks": (".txt", repeated("\n", "Heals", "acne.")),
    "carriage returns": (".txt", repeated("heals acne\r")),
    "space": (".txt", repeated(" ", "Heals", "acne.")),
    "references": (".txt", repeated("heals&nbsp;acne ")),
    "ampersands": (".txt", repeated("&")),
    "headings": (".txt", repeated("Ingredients\nAqua, Glycerin\n\nWarning\nHeals acne {}\n\n")),
    "ingredients": (".txt", repeated("Aqua, Glycerin, Retinol, ", "Ingredients: ")),
    "not": (".txt", beside("not")),
    "if": (".txt", beside("if")),
    "without": (".txt", beside("without")),
    "visibly": (".txt", beside("visibly")),
    "comments of allowance": (".txt", repeated("# claimlint: allow[heals-skin] tested {}\nHeals eczema {}.\n\n")),
    "comments in a line": (".html", repeated("<!-- claimlint: allow[heals-skin] tested --> heals acne ")),
    "comments never closed": (".html", repeated("<!-- claimlint: allow[heals-skin] tested ")),
    "Markdown claims": (".md", repeated("**Heals** [eczema](a) and *acne*.\n\n")),
    "Markdown lists": (".md", stairs("- heals acne")),
    "Markdown quotes": (".md", repeated("> ", "", "heals acne")),
    "Markdown links": (".md", nested("[", "heals acne", "](a)")),
    "Markdown emphasis": (".md", repeated("**heals *acne_ ")),
    "Markdown backticks": (".md", repeated("`` heals ` acne ``` ")),
    "Markdown table": (".md", repeated("| {} | heals acne |\n", "| a | b |\n|---|---|\n")),
    "front matter": (".md", repeated("key{}: heals acne\n", "---\n", "---\nSoft.\n")),
    "front matter never closed": (".md", repeated("key{}: heals acne\n", "---\n")),
    "HTML paragraphs": (".html", repeated("<p>Heals eczema {}.</p>")),
    "HTML lists": (".html", nested("<ul><li>acne", "heals acne", "</li></ul>")),
    "HTML never closed": (".html", repeated("<div><b>heals acne ")),
    "HTML spans": (".html", repeated("<span>heals </span><i>acne</i> ")),
    "HTML attributes": (".html", repeated("data-{}='heals acne' ", "<p ", ">Soft.</p>")),
    "HTML titles": (".html", repeated("<img alt='heals acne {}'>")),
    "HTML entities": (".html", repeated("&#104;eals&nbsp;&eacute;czema ")),
    "HTML line ends": (".html", repeated("heals acne<br>")),
    "JSON, wide": (".json", repeated('"key{}": "heals acne",\n', "{", '"last": ""}')),
    "JSON, deep": (".json", nested('{"text": ', '"heals acne"', "}")),
    "JSON, a long text": (".json", repeated("Heals acne. \\n", '{"text": "', '"}')),
    "JSON, escapes": (".json", repeated("\\u0068eals acne ", '{"text": "', '"}')),
    "JSON Lines": (".jsonl", repeated('{"text": "Heals acne {}"}\n')),
    "JSON Lines of many fields": (".jsonl", repeated('"field{}": "heals acne", ', "{", '"last": ""}\n')),
    "JSON Lines, none of them JSON": (".jsonl", repeated("{heals acne\n")),
    "CSV rows": (".csv", repeated("{},Heals eczema\n", "id,text\n")),
    "CSV columns": (".csv", columns),
    "CSV, a giant cell": (".csv", repeated("Heals eczema. ", 'id,text\n1,"', '"\n')),
    "CSV, lines in a cell": (".csv", repeated("Heals eczema\n", 'id,text\n1,"', '"\n')),
    "CSV, quotes": (".csv", repeated('""', 'id,text\n1,"', '"\n')),
    "CSV, a quote never closed": (".csv", repeated("Heals eczema\n", 'id,text\n1,"')),
    "YAML, wide": (".yaml", repeated("key{}: heals acne\n")),
    "YAML, deep": (".yaml", nested("[", "heals acne", "]")),
    "YAML block": (".yaml", repeated("  heals acne and more\n", "text: |\n")),
    "TOML": (".toml", repeated("key{} = 'heals acne'\n")),
    "XML": (".xml", repeated("<a>heals acne {}</a>", "<r>", "</r>")),
    "properties": (".properties", repeated("key{}=heals acne\n")),
    "gettext": (".po", repeated('msgid "a{}"\nmsgstr "heals acne"\n\n')),
    "templates in templates": (".js", nested("`a ${", "`It heals acne`", "} b`")),
    "JavaScript": (".js", repeated("const text{} = 'Heals acne on the skin';\n")),
    "JSX": (".jsx", nested("<p>heals ", "acne", "</p>")),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a block that comes again be read again, so that each measurement is of the same work."""
    monkeypatch.setattr("claimlint.engine.pipeline.LONGEST_KEPT", -1)


@pytest.mark.parametrize("name", SHAPES)
def test_checking_takes_time_as_the_text_is_long(name: str) -> None:
    suffix, shape = SHAPES[name]

    def prepare(size: int) -> Work:
        text = shape(size)
        return lambda: LINTER.check_text(text, f"copy{suffix}")

    assert_linear(prepare, SIZE)


def large(size: int, path: str = "copy.txt") -> Report:
    """Make a report of many findings, each on a line and in a sentence of its own; "{}" in the path is their number."""
    report = LINTER.check_text("Serum N heals eczema.", "copy.txt")
    (one,) = report.findings
    findings = tuple(
        one._replace(path=path.replace("{}", str(number)), fingerprint=f"{number:016x}", sentence=f"Serum {number} heals eczema.",
            start=Place(number * 40, number + 1, 1, number * 40), end=Place(number * 40 + 12, number + 1, 13, number * 40 + 12),
        )
        for number in range(size)
    )  # fmt: skip
    files = tuple(report.files[0]._replace(path=shown) for shown in dict.fromkeys(f.path for f in findings))
    return report._replace(findings=findings, files=files)


@pytest.mark.parametrize("path", ["copy.txt", "copy {}.txt"])
@pytest.mark.parametrize("form", WRITERS)
def test_writing_takes_time_as_the_findings_are_many(form: str, path: str) -> None:
    def prepare(size: int) -> Work:
        report = large(size, path)
        return lambda: "".join(WRITERS[form](report, Options(considered=True)))

    assert_linear(prepare, 500)


def test_showing_the_whole_copy_takes_time_as_it_is_long() -> None:
    def prepare(size: int) -> Work:
        text = "".join(f"It heals eczema {number}.\n\n" for number in range(size))
        report = LINTER.check_text(text, "copy.txt")
        return lambda: list(wholes(report, lambda path: read_string(path, text)))

    assert_linear(prepare, 1_750)


@pytest.mark.parametrize("path", ["copy.txt", "copy {}.txt"])
@pytest.mark.parametrize("now", ["copy.txt", "copy {}.txt", "renamed {}.txt"])
def test_a_baseline_takes_time_as_its_entries_are_many(path: str, now: str, tmp_path: Path) -> None:
    numbers = count()

    def prepare(size: int) -> Work:
        file = tmp_path / f"{next(numbers)}.json"
        file.write_text("".join(baseline.text(baseline.entries(large(size, path), tmp_path))), encoding="utf-8")
        report = large(size, now)
        return lambda: baseline.known(report, baseline.read(file))

    assert_linear(prepare, 1_000)


@pytest.mark.parametrize(
    "entry",
    [
        'fingerprint: "{}"', "words: heals eczema, says {}", "words: Serum {} heals eczema.", "words: Serum {} heals",
        "words: heals eczema", "words: heals eczema\n    rule: heals-disease", "words: heals eczema\n    path: copy {}.txt",
    ],
)  # fmt: skip
def test_approvals_take_time_as_their_entries_and_the_findings_are_many(entry: str, tmp_path: Path) -> None:
    numbers = count()

    def prepare(size: int) -> Work:
        file = tmp_path / f"{next(numbers)}.yaml"
        entries = (entry.replace("{}", f"{number:016x}" if '"' in entry else str(number)) for number in range(size))
        rows = "".join(f"  - {each}\n    reason: Trial 7\n    by: Ann\n" for each in entries)
        file.write_text(f"allow:\n{rows}", encoding="utf-8")
        report = large(size)
        found = Found("copy.txt", report.files[0], report.findings)

        def judge() -> None:
            approvals = Approvals(lambda path: file, Run(date(2026, 5, 1), LINTER.packs.texts["rules"].keys()))
            approvals.approved(found)
            approvals.told()

        return judge

    assert_linear(prepare, 500)


def test_approvals_take_time_as_the_files_are_many_that_they_name(tmp_path: Path) -> None:
    def prepare(size: int) -> Work:
        file = tmp_path / f"{size}.yaml"
        rows = "".join(
            f"  - words: heals eczema\n    path: in/copy {number}.txt\n    reason: Trial 7\n    by: Ann\n"
            for number in range(size)
        )
        file.write_text(f"allow:\n{rows}", encoding="utf-8")
        finding, checked = large(1).findings[0], large(1).files[0]
        names = [f"{tmp_path}/in/copy {number}.txt" for number in range(size)]
        parts = [Found(name, checked, (finding._replace(path=name),)) for name in names]

        def judge() -> None:
            approvals = Approvals(lambda path: file, Run(date(2026, 5, 1), LINTER.packs.texts["rules"].keys()))
            assert all(approvals.approved(part).findings[0].state == "approved" for part in parts)
            assert approvals.told() == []

        return judge

    assert_linear(prepare, 500)


def fixing(linter: Linter, part: str, folder: Path) -> Callable[[int], Work]:
    """Give what prepares the fixing of a file that repeats a part."""
    fixer = Fixer(Rewriter(linter.packs), linter.check_documents)

    def prepare(size: int) -> Work:
        file = folder / f"{size}.txt"
        file.write_text(repeated(part)(size), encoding="utf-8")
        report = linter.check_path(file)
        return lambda: [*fixer.fixed(report)]

    return prepare


@pytest.mark.parametrize("part", ["Cream {} calms redness fast.\n\n", "Cream calms redness fast. "])
def test_fixing_takes_time_as_the_findings_are_many(part: str, tmp_path: Path) -> None:
    assert_linear(fixing(LINTER, part, tmp_path), 15_000)


@pytest.mark.parametrize("part", ["It grows moss on walls.\n\n", "It grows moss on walls. "])
def test_fixing_takes_time_as_the_findings_are_many_where_none_can_be_fixed(
    part: str, make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimlint.trials.MOST_TRIALS", 8)
    linter = moss_linter(make_pack({"claims/moss/grows-moss.yaml": GREENER}), "moss")
    assert_linear(fixing(linter, part, tmp_path), 3_000)
