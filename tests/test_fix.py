"""Files are fixed inside the claims and nowhere else, in every dress that copy wears."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint import Linter
from claimlint.document import Document
from claimlint.findings import NotChecked, Report
from claimlint.fix import BARRED, CHANGED, SETTLED, Fixed, Fixer
from claimlint.packs.rewrites import after, before
from claimlint.packs.store import Compiled
from claimlint.readers import read_data
from claimlint.rewrite import Rewriter
from claimlint.trials import HIDDEN, IN_DOUBT, LEFT, TORN
from tests.conftest import CUE, LAW, RULE, MakePack

LINTER = Linter()
FIXER = Fixer(Rewriter(LINTER.packs), LINTER.check_documents)


def fixed(path: Path, data: bytes, change: Callable[[Report], Report] = lambda report: report) -> list[Fixed]:
    """Fix bytes that stand in a file; `change` may alter the report first."""
    path.write_bytes(data)
    return list(FIXER.fixed(change(LINTER.check_path(path))))


def only(path: Path, data: bytes) -> Fixed:
    (one,) = fixed(path, data)
    return one


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.txt", "It reduces wrinkles.\r\nFIRMS SKIN\r\n", "It reduces the look of wrinkles.\r\nFIRMS THE LOOK OF SKIN\r\n"),
        ("a.html", "<p>It <b>reduces</b> wrinkles &amp; shines.</p>", "<p>It <b>reduces the look of</b> wrinkles &amp; shines.</p>"),
        ("a.html", '<img alt="Reduces&#32;wrinkles">', '<img alt="Reduces the look of&#32;wrinkles">'),
        ("a.md", "# Reduces **wrinkles**\n", "# Reduces the look of **wrinkles**\n"),
        ("a.json", '{"body": "It reduces\\u0020wrinkles\\n"}', '{"body": "It reduces the look of\\u0020wrinkles\\n"}'),
        ("a.csv", 'id,copy\r\n1,"It ""reduces wrinkles"", ok"\r\n', 'id,copy\r\n1,"It ""reduces the look of wrinkles"", ok"\r\n'),
        ("a.yaml", "copy: 'It''s here: reduces wrinkles'\n", "copy: 'It''s here: reduces the look of wrinkles'\n"),
        ("a.yaml", "copy: >\n  It reduces\n  wrinkles.\n", "copy: >\n  It reduces the look of\n  wrinkles.\n"),
        ("a.toml", 'copy = "It reduces wrinkles."\n', 'copy = "It reduces the look of wrinkles."\n'),
        ("a.xml", "<item><description>It reduces wrinkles &amp; more</description></item>",
         "<item><description>It reduces the look of wrinkles &amp; more</description></item>"),
        ("a.po", 'msgid ""\nmsgstr ""\n\nmsgid "x"\nmsgstr "It reduces "\n"wrinkles."\n',
         'msgid ""\nmsgstr ""\n\nmsgid "x"\nmsgstr "It reduces the look of "\n"wrinkles."\n'),
        ("a.js", "export const copy = 'It reduces wrinkles, it\\'s true.';\n", "export const copy = 'It reduces the look of wrinkles, it\\'s true.';\n"),
        ("a.jsonl", '{"body": "It reduces wrinkles."}\n{"body": "Soap."}\n', '{"body": "It reduces the look of wrinkles."}\n{"body": "Soap."}\n'),
    ],
)  # fmt: skip
def test_the_escape_of_the_place_is_kept(tmp_path: Path, name: str, old: str, new: str) -> None:
    one = only(tmp_path / name, old.encode())
    assert (one.new.decode(), one.new_text, one.dropped) == (new, new, ())


COPY = "Café “rouge”: it reduces wrinkles. Crème.\r\nOh"
MADE = "Café “rouge”: it reduces the look of wrinkles. Crème.\r\nOh"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"", "cp1252"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
        (b"", "utf-16-le"), (b"", "utf-16-be"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)  # fmt: skip
def test_the_encoding_is_kept(tmp_path: Path, mark: bytes, encoding: str) -> None:
    old, new = (COPY, MADE) if encoding == "utf-8" or mark or "16" not in encoding else (ascii_of(COPY), ascii_of(MADE))
    assert only(tmp_path / "a.txt", mark + old.encode(encoding)).new == mark + new.encode(encoding)


def ascii_of(text: str) -> str:
    return text.encode("ascii", "ignore").decode()


def test_bytes_of_two_encodings_are_kept(tmp_path: Path) -> None:
    data = "Café ".encode() + b"\x93it reduces wrinkles\x94 \x81"
    assert only(tmp_path / "a.txt", data).new == data.replace(b"reduces ", b"reduces the look of ")


GREENER = RULE.replace("limits:", 'rewrite: ["grows <the look of> moss", "greener <-looking> moss"]\nlimits:').replace(
    '.. moss"', '.. moss"\n  - "greener moss"').replace(
    "  pass:", '  rewrite: ["It grows <the look of> moss.", "Greener<-looking> moss"]\n  pass:')  # fmt: skip
"""Only the second rewrite makes words safe: three words may stand between "grows" and "moss"."""


def moss_linter(folder: Path, *laws: str) -> Linter:
    linter = Linter(laws)
    linter.packs = Compiled([folder])
    return linter


def moss_fixed(linter: Linter, path: Path, text: str) -> Fixed:
    path.write_text(text)
    (one,) = Fixer(Rewriter(linter.packs), linter.check_documents).fixed(linter.check_path(path))
    return one


def test_findings_of_two_laws_on_the_same_words_are_one_fix(make_pack: MakePack, tmp_path: Path) -> None:
    other = LAW.replace("law: moss", "law: fern")
    linter = moss_linter(make_pack({"claims/moss/grows-moss.yaml": GREENER, "law/fern.yaml": other}), "moss", "fern")
    one = moss_fixed(linter, tmp_path / "a.txt", "Greener moss.")
    assert (one.new_text, {finding.law for finding in one.findings}, one.dropped) == (
        "Greener-looking moss.", {"moss", "fern"}, (),
    )  # fmt: skip


@pytest.mark.parametrize("state", ["known", "approved"])
def test_what_people_have_decided_on_is_left(tmp_path: Path, state: Any) -> None:
    def settle(report: Report) -> Report:
        first, *rest = report.findings
        return report._replace(findings=(first._replace(state=state), *rest))

    data = b"It reduces wrinkles; it calms redness.\nFirms skin\n"
    (one,) = fixed(tmp_path / "a.txt", data, settle)
    assert one.new_text == "It reduces wrinkles; it calms redness.\nFirms the look of skin\n"
    assert [(item.finding.text, item.reason) for item in one.dropped] == [("calms redness", SETTLED)]
    alone = fixed(tmp_path / "b.txt", b"It reduces wrinkles.\n", settle)
    assert alone == []


def test_a_file_that_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It reduces wrinkles.")
    report = LINTER.check_path(path)
    path.write_text("Now it reduces wrinkles.")
    (one,) = FIXER.fixed(report)
    assert (one.findings, [item.reason for item in one.dropped]) == ((), [CHANGED])
    path.unlink()
    (gone,) = FIXER.fixed(report)
    assert gone.dropped[0].reason.startswith("there is no such file or folder")


def test_a_fix_after_which_the_words_still_claim_is_dropped_and_the_others_stay(
    make_pack: MakePack, tmp_path: Path
) -> None:
    linter = moss_linter(make_pack({"claims/moss/grows-moss.yaml": GREENER}), "moss")
    one = moss_fixed(linter, tmp_path / "a.txt", "Greener moss.\n\nIt grows moss.\n\nFor greener moss.\n")
    assert one.new_text == "Greener-looking moss.\n\nIt grows moss.\n\nFor greener-looking moss.\n"
    assert [(item.finding.text, item.reason) for item in one.dropped] == [("grows moss", LEFT)]


class Counted:
    """Checks documents as a linter does, and counts how often."""

    def __init__(self, linter: Linter) -> None:
        self.linter = linter
        self.times = 0

    def __call__(self, documents: Iterable[Document | NotChecked]) -> Report:
        self.times += 1
        return self.linter.check_documents(documents)


BAD, GOOD = "It grows moss.", "For greener moss."
"""With a rewrite that leaves a claim, and with one that does not."""


def tried(make_pack: MakePack, path: Path, text: str) -> tuple[Fixed, int]:
    """Fix a text, and tell how often the file was read for that."""
    linter = moss_linter(make_pack({"claims/moss/grows-moss.yaml": GREENER}), "moss")
    check = Counted(linter)
    path.write_text(text)
    (one,) = Fixer(Rewriter(linter.packs), check).fixed(linter.check_path(path))
    return one, check.times


def test_what_does_not_hold_in_many_blocks_is_found_in_few_trials(make_pack: MakePack, tmp_path: Path) -> None:
    one, times = tried(make_pack, tmp_path / "a.txt", f"{BAD}\n\n{GOOD}\n\n" * 100)
    assert (len(one.findings), len(one.dropped)) == (100, 100)
    assert one.new_text == f"{BAD}\n\nFor greener-looking moss.\n\n" * 100
    assert times == 3  # before, all at once, what holds


def test_what_does_not_hold_in_a_block_is_found_by_halves(make_pack: MakePack, tmp_path: Path) -> None:
    one, times = tried(make_pack, tmp_path / "a.txt", f"{GOOD} {GOOD} {GOOD} {BAD} {GOOD} {GOOD} {GOOD} {GOOD}")
    assert one.new_text.count("greener-looking") == 7 and [item.reason for item in one.dropped] == [LEFT]
    assert times <= 8


def test_what_is_in_doubt_after_many_trials_is_left(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimlint.trials.MOST_TRIALS", 3)
    one, times = tried(make_pack, tmp_path / "a.txt", f"{BAD} " * 20 + f"\n\n{GOOD}\n")
    assert one.new_text.endswith("For greener-looking moss.\n") and one.new_text.count("grows moss") == 20
    assert {item.reason for item in one.dropped} == {IN_DOUBT} and times <= 7


def test_a_fix_that_would_hide_another_claim_is_dropped(make_pack: MakePack, tmp_path: Path) -> None:
    moss = RULE.replace('"{grow~} .. moss"', '"(grows | grew green) moss"').replace(
        "limits:", 'rewrite: ["grows <the look of> moss"]\nlimits:').replace(
        "  pass:", '  rewrite: ["It grows <the look of> moss.", "Grows <the look of> moss"]\n  pass:')  # fmt: skip
    walls = RULE.replace("grows-moss", "wets-walls").replace("{grow~} .. moss", "wets walls")
    looks = CUE.replace("id: denied", "id: looks").replace("(never | not)", "look").replace("reach: 3", "reach: 8")
    files = {"claims/moss/grows-moss.yaml": moss, "claims/moss/wets-walls.yaml": walls, "cues/looks.yaml": looks}
    linter = moss_linter(
        make_pack({**files, "terms/words.yaml": "more:\n  forms: noun\n  bars: true\n  entries: [roof]\n"}), "moss"
    )
    assert moss_fixed(linter, tmp_path / "a.txt", "It grows moss.").new_text == "It grows the look of moss."
    hiding = moss_fixed(linter, tmp_path / "b.txt", "It grows moss here and wets walls.")
    assert (hiding.findings, [item.reason for item in hiding.dropped]) == ((), [HIDDEN])
    barred = moss_fixed(linter, tmp_path / "c.txt", "Grows moss on roofs")
    assert (barred.findings, [item.reason for item in barred.dropped]) == ((), [BARRED])


@pytest.mark.parametrize(
    "text", ["Erases wrinkles for good.", "Reduces wrinkles from within.", "Minimises pores permanently."]
)
def test_looks_do_not_make_a_lasting_or_inner_change_safe(tmp_path: Path, text: str) -> None:
    done = fixed(tmp_path / "a.txt", text.encode())
    assert all((one.new, one.findings) == (one.old, ()) for one in done)
    assert LINTER.check_text(text).findings


def test_a_fix_that_would_change_other_blocks_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(path: str, data: bytes, wishes: object) -> list[Document]:
        documents = [item for item in read_data(path, data) if isinstance(item, Document)]
        return [item._replace(blocks=item.blocks[:-1]) if b"look of" in data else item for item in documents]

    monkeypatch.setattr("claimlint.trials.read_data", torn)
    one = only(tmp_path / "a.txt", b"It reduces wrinkles.\n\nSoap.\n")
    assert (one.new, [item.reason for item in one.dropped]) == (one.old, [TORN])


def test_office_files_are_not_written(tmp_path: Path) -> None:
    path = Path(__file__).parent / "formats" / "ten.docx"
    report = LINTER.check_path(path)
    finding = report.findings[0]._replace(rule="reduces-wrinkles", sentence="Reduces wrinkles", said=(0, 16))
    (one,) = FIXER.fixed(report._replace(findings=(finding,)))
    assert (one.findings, one.dropped[0].reason) == ((), "files of Office and PDF are not written")


CASES = [case for rule in LINTER.packs.texts["rules"].values() for case in rule["rewritten"]]
PLAIN = st.sampled_from(
    ["Soft & light.", 'Smells of "roses".', "It’s café–crème.", "Tube, 30 ml; new.", "<3 from us.", "Rinse well."]
)
PARTS = st.lists(st.one_of(st.sampled_from(CASES), PLAIN), min_size=1, max_size=6)


def html(texts: list[str]) -> str:
    from html import escape

    return "<!doctype html>\n<ul>\n" + "".join(f"<li>{escape(text)}</li>\n" for text in texts) + "</ul>\n"


def table(texts: list[str]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows([["id", "copy"], *([str(n), text] for n, text in enumerate(texts))])
    return made.getvalue()


DRESS: dict[str, tuple[Callable[[list[str]], str], Callable[[str], object]]] = {
    "a.txt": ("\n\n".join, str),
    "a.html": (html, str),
    "a.md": (lambda texts: "".join(f"- {text}\n" for text in texts), str),
    "a.json": (lambda texts: json.dumps({"items": [{"body": text} for text in texts]}), json.loads),
    "a.csv": (table, lambda text: list(csv.reader(io.StringIO(text)))),
    "a.yaml": (lambda texts: yaml.safe_dump({"copy": texts}), yaml.safe_load),
    "a.toml": (lambda texts: "".join(f"copy{n} = {json.dumps(text, ensure_ascii=False)}\n" for n, text in enumerate(texts)), str),
}  # fmt: skip


@pytest.mark.parametrize("name", DRESS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(parts=PARTS)
def test_a_fixed_file_is_the_file_of_the_fixed_copy(tmp_path: Path, name: str, parts: list[str]) -> None:
    dressed, parsed = DRESS[name]
    old, new = (dressed([form(part) for part in parts]) for form in (before, after))
    done = fixed(tmp_path / name, old.encode())
    made = done[0].new_text if done else old
    assert not done or done[0].dropped == ()
    assert parsed(made) == parsed(new)
    if name != "a.yaml":  # what PyYAML writes is folded at other places when longer
        assert made == new
