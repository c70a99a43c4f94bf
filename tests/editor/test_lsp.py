"""`claimlint lsp` and a real client over standard input and output."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.editor.talk import EVERYTHING, Talk, applied

RISKY = "Our tonic regrows hair.\n"
QUIET = "A light lotion that leaves skin soft.\n"
MESSAGE = "Says the product grows hair back. Growing hair changes how the body works; a cosmetic may only change how hair looks or feels."
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def where(line: int, start: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="module")
def shared(root: Path) -> Iterator[Talk]:
    """Give one server for all tests that leave it as it was; that it ends well is a test of each of them."""
    talk = Talk(root)
    talk.start(root)
    yield talk
    assert (talk.leave(), talk.errors) == (0, b"")


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[list[Talk]]:
    started: list[Talk] = []
    yield started
    for talk in started:
        talk.process.kill()
        talk.ended()


def begin(talks: list[Talk], root: Path, **how: Any) -> Talk:
    talk = Talk(root)
    talks.append(talk)
    talk.start(root, **how)
    return talk


def test_what_it_offers(tmp_path: Path, talks: list[Talk]) -> None:
    talk = Talk(tmp_path)
    talks.append(talk)
    told = talk.start(tmp_path)
    offered = told["capabilities"]
    assert told["serverInfo"]["name"] == "claimlint"
    assert offered["positionEncoding"] == "utf-16" and offered["hoverProvider"] is True
    assert offered["textDocumentSync"] == {"openClose": True, "change": 1, "save": True}
    assert offered["codeActionProvider"] == {"codeActionKinds": ["quickfix"]}
    assert talk.leave() == 0


def test_a_finding_is_marked_until_it_is_gone(shared: Talk, root: Path) -> None:
    uri = (root / "first.txt").as_uri()
    (mark,) = shared.open(uri, RISKY)
    assert mark.pop("data") | {"fingerprint": ""} == {
        "fingerprint": "", "rule": "regrows-hair", "also": [], "state": "new", "laws": ["us"],
    }  # fmt: skip
    (related,) = mark.pop("relatedInformation")
    assert related["location"] == {"uri": uri, "range": where(0, 10, 22)}
    assert related["message"].startswith("US drug (error): 21 CFR 310.527 (hair growth and hair loss); ")
    assert mark.pop("codeDescription")["href"].startswith("https://")
    assert mark == {
        "range": where(0, 10, 22), "message": MESSAGE, "severity": 1, "code": "regrows-hair", "source": "claimlint",
    }  # fmt: skip
    shared.change(uri, QUIET, 2)
    assert shared.marks(uri, 2) == []
    shared.change(uri, f"Soft.\n{RISKY}", 3)
    assert [mark["range"] for mark in shared.marks(uri, 3)] == [where(1, 10, 22)]
    shared.close(uri)


@pytest.mark.parametrize("encoding", CODECS)
def test_ranges_are_in_the_agreed_encoding(encoding: str, tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path, capabilities=EVERYTHING | {"general": {"positionEncodings": [encoding]}})
    before = "Tonic® été 😀 e\u0301 👩\u200d🔬 "
    source = f"Soft.\r\n\r\n{before}regrows hair.\r\nMore.\r\n"
    codec, size = CODECS[encoding]
    first = len(before.encode(codec)) // size
    uri = (tmp_path / "a.txt").as_uri()
    (mark,) = talk.open(uri, source)
    assert mark["range"] == where(2, first, first + len("regrows hair"))
    fix = talk.fixes(uri, mark["range"])[0]["edit"]["documentChanges"][0]
    assert applied(source, fix["edits"], codec, size) == source.replace(
        f"{before}regrows hair.", "Hair looks fuller and thicker from the first wash."
    )


@pytest.mark.parametrize(
    ("uri", "language", "source", "expected"),
    [
        ("file:///nowhere/a.html", "html", "<p>&reg; It regrows\nhair.</p>", {"start": {"line": 0, "character": 12}, "end": {"line": 1, "character": 4}}),
        ("file:///nowhere/a%20b.json", "json", '{"a": "caf\\u00e9 regrows hair"}', where(0, 17, 29)),
        ("untitled:Untitled-1", "html", "<p title='x'>regrows hair</p>", where(0, 13, 25)),
        ("untitled:Untitled-2", "csv", "name,text\na,regrows hair\n", where(1, 2, 14)),
        ("file:///nowhere/README", "markdown", "| a |\n|---|\n| regrows hair |\n", where(2, 2, 14)),
        ("inmemory://model/3", "nobody-knows", "regrows hair", where(0, 0, 12)),
    ],
)  # fmt: skip
def test_the_name_or_the_language_tells_the_format(
    shared: Talk, uri: str, language: str, source: str, expected: Any
) -> None:
    assert [mark["range"] for mark in shared.open(uri, source, language)] == [expected]
    shared.close(uri)


def test_pointing_at_words_tells_why(shared: Talk, root: Path) -> None:
    uri = (root / "hover.txt").as_uri()
    shared.open(uri, "It may help regrow hair <b>[x](command:quit)</b>.\n")
    hover = shared.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 14}})[
        "result"
    ]
    told = hover["contents"]
    assert told["kind"] == "markdown" and hover["range"] == where(0, 12, 23)
    sections = told["value"].split("\n\n")
    assert sections[0] == "**Says the product grows hair back** (error, regrows-hair)"
    assert sections[2:4] == ["**Law**", sections[3]] and sections[3].startswith(
        "- US drug: [21 CFR 310.527 (hair growth and hair loss)](https://"
    )
    assert "- Gives fine hair body and lift." in sections[5]
    assert '- softener "may" does not change it' in told["value"] and "command" not in told["value"]
    nothing = shared.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 2}})
    assert nothing["result"] is None
    shared.close(uri)


def test_fixes_change_the_document(shared: Talk, root: Path) -> None:
    uri, source = (root / "fix.html").as_uri(), "<div>\n  <p>It regrows hair.</p>\n</div>\n"
    (mark,) = shared.open(uri, source)
    fixes = shared.fixes(uri, where(1, 9, 9))
    titles = [fix["title"] for fix in fixes]
    assert titles == [
        "Replace the sentence with: Hair looks fuller and thicker from the first wash.",
        "Replace the sentence with: Gives fine hair body and lift.",
        "Allow regrows-hair here, with a reason",
        "Allow regrows-hair in .claimlint-allow.yaml, with a reason",
    ]
    assert {fix["kind"] for fix in fixes} == {"quickfix"} and all(fix["diagnostics"] == [mark] for fix in fixes)
    changed = []
    for fix in fixes[1:3]:
        (change,) = fix["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": uri, "version": 1}
        changed.append(applied(source, change["edits"]))
    assert changed == [
        "<div>\n  <p>Gives fine hair body and lift.</p>\n</div>\n",
        "<div>\n  <!-- claimlint: allow[regrows-hair] -->\n  <p>It regrows hair.</p>\n</div>\n",
    ]
    shared.change(uri, changed[0], 2)
    assert shared.marks(uri, 2) == []
    shared.change(uri, changed[1], 3)
    reasonless, again = shared.marks(uri, 3)
    assert (reasonless["code"], again["code"]) == ("allow-without-reason", "regrows-hair")
    assert shared.fixes(uri, reasonless["range"]) == []
    shared.change(uri, changed[1].replace("] -->", "] Trial 7 -->"), 4)
    assert [mark["code"] for mark in shared.marks(uri, 4) if mark["severity"] < 4] == []
    shared.close(uri)


def test_other_ranges_and_kinds_are_offered_nothing(shared: Talk, root: Path) -> None:
    uri = (root / "none.txt").as_uri()
    (mark,) = shared.open(uri, RISKY)
    assert shared.fixes(uri, where(0, 0, 3)) == []
    assert shared.fixes(uri, mark["range"], ["refactor", "source.organizeImports"]) == []
    assert len(shared.fixes(uri, mark["range"], ["quickfix"])) == 3
    shared.change(uri, f"More. {RISKY}", 2)
    assert shared.fixes(uri, mark["range"]) == []  # the marks are those of the version before
    assert len(shared.marks(uri, 2)) == 1
    shared.close(uri)


def test_an_entry_is_made_and_added(tmp_path: Path, talks: list[Talk]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "texts").mkdir()
    talk = begin(talks, tmp_path)
    uri, file = (tmp_path / "texts" / "a[1].json").as_uri(), tmp_path / ".claimlint-allow.yaml"
    source = '{"a": "It regrows hair.", "b": "It cures acne."}'
    marks = talk.open(uri, source)

    def entry(mark: Any) -> list[Any]:
        fix = talk.fixes(uri, mark["range"])[-1]
        assert fix["title"] == f"Allow {mark['code']} in .claimlint-allow.yaml, with a reason"
        changes: list[Any] = fix["edit"]["documentChanges"]
        return changes

    create, change = entry(marks[0])
    assert create == {"kind": "create", "uri": file.as_uri(), "options": {"ignoreIfExists": True}}
    assert change["textDocument"] == {"uri": file.as_uri(), "version": None}
    text = applied("", change["edits"])
    (item,) = yaml.safe_load(text)["allow"]
    assert item | {"date": ""} == {
        "fingerprint": marks[0]["data"]["fingerprint"], "rule": "regrows-hair", "path": "texts/a\\[1\\].json",
        "reason": "", "by": "", "date": "",
    }  # fmt: skip
    file.write_text(text, encoding="utf-8")
    talk.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert ".claimlint-allow.yaml:7: allow.0.by: '' is too short" in talk.heard("window/showMessage")["message"]
    assert [mark["severity"] for mark in talk.marks(uri, 1)] == [1, 1]
    written = text.replace('reason: ""', 'reason: "Trial 7"').replace('by: ""', 'by: "Dr é"')
    file.write_text(written, encoding="utf-8")
    talk.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    new, approved = talk.marks(uri, 1)
    assert (new["code"], new["severity"]) == (marks[1]["code"], 1)
    assert (approved["message"], approved["severity"]) == ("Says the product grows hair back (approved: Trial 7)", 4)
    (change,) = entry(marks[1])
    assert [item["rule"] for item in yaml.safe_load(applied(written, change["edits"]))["allow"]] == [
        "regrows-hair",
        marks[1]["code"],
    ]


def test_saving_an_open_file_of_approvals_bears_on_other_documents(tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path)
    uri, file = (tmp_path / "a.txt").as_uri(), tmp_path / ".claimlint-allow.yaml"
    (mark,) = talk.open(uri, RISKY)
    text = f'allow:\n  - fingerprint: "{mark["data"]["fingerprint"]}"\n    reason: It regrows hair.\n    by: me\n'
    file.write_text(text, encoding="utf-8")
    item = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    talk.tell("textDocument/didOpen", {"textDocument": item})
    talk.tell("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})
    assert [mark["severity"] for mark in talk.marks(uri, 1)] == [4]
    more = "    path: a.txt\n  - words: nobody says this\n    path: a.txt\n    reason: None.\n    by: me\n"
    more += "  - words: cures acne\n    reason: None.\n    by: me\n"
    file.write_text(text + more, encoding="utf-8")
    talk.tell("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})
    assert [mark["severity"] for mark in talk.marks(uri, 1)] == [4]  # the unused entry is no mark of this document
    untitled = talk.open(
        "untitled:Untitled-1", f"<!-- claimlint: allow[regrows-hair] Trial 7 -->\n<p>{RISKY}</p>", "html"
    )
    assert [mark["message"] for mark in untitled] == ["Says the product grows hair back (approved: Trial 7)"]
    assert [mark["severity"] for mark in talk.open("untitled:Untitled-2", "It cures acne.")] == [1]
    assert not any(message.get("params", {}).get("uri") == file.as_uri() for message in talk.kept)


def test_a_plain_editor_gets_plain_things(tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path, capabilities={})
    uri = (tmp_path / "a.html").as_uri()
    (mark,) = talk.open(uri, "<p>It regrows hair.</p>\n", "html")
    assert "relatedInformation" not in mark and mark["range"] == where(0, 6, 18)
    *_, comment = talk.fixes(uri, mark["range"])
    assert comment["title"] == "Allow regrows-hair here, with a reason" and list(comment["edit"]) == ["changes"]
    assert list(comment["edit"]["changes"]) == [uri]
    hover = talk.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 7}})
    assert hover["result"]["contents"]["kind"] == "plaintext" and "**" not in hover["result"]["contents"]["value"]


def test_settings_are_taken_at_the_start_and_later(tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path, options={"level": "warning"})
    uri, source = (tmp_path / "a.txt").as_uri(), "It regrows hair. It makes skin healthy.\n"
    talk.open(uri, source)
    talk.tell("workspace/didChangeConfiguration", {"settings": {"claimlint": {"level": "fatal", "law": ["us"]}}})
    assert talk.heard("window/showMessage") == {
        "type": 1, "message": "claimlint: editor settings: level: 'fatal' is no level; allowed are: error, warning, note",
    }  # fmt: skip
    talk.marks(uri, 1)
    talk.tell("workspace/didChangeConfiguration", {"settings": {"claimlint": {"law": "us,atlantis"}}})
    assert "there is no law 'atlantis'" in talk.heard("window/showMessage")["message"]
    (mark,) = talk.marks(uri, 1)
    assert mark["severity"] == 3 and "atlantis" in mark["message"] and mark["range"] == where(0, 0, 0)
    talk.tell("workspace/didChangeConfiguration", {"settings": {"claimlint": {"law": "us", "level": "error"}}})
    assert [mark["code"] for mark in talk.marks(uri, 1)] == ["regrows-hair"]
    assert talk.leave() == 0


def test_a_faulty_pack_is_told_and_survived(tmp_path: Path, talks: list[Talk]) -> None:
    pack = tmp_path / "pack" / "claims" / "own"
    pack.mkdir(parents=True)
    (pack / "bad.yaml").write_text("id: bad\nmatches: 7\n", encoding="utf-8")
    talk = begin(talks, tmp_path, options={"patterns": ["pack"]})
    uri = (tmp_path / "a.txt").as_uri()
    (mark,) = talk.open(uri, RISKY)
    shown = talk.heard("window/showMessage")
    assert shown["type"] == 1 and "bad.yaml" in shown["message"]
    assert mark["message"].startswith("Not checked: ") and mark["severity"] == 3
    talk.tell("workspace/didChangeConfiguration", {"settings": {"claimlint": {"patterns": []}}})
    assert [mark["code"] for mark in talk.marks(uri, 1)] == ["regrows-hair"]
    assert talk.leave() == 0


def test_an_own_rule_is_read(tmp_path: Path, talks: list[Talk]) -> None:
    pack = tmp_path / "pack" / "claims" / "own"
    pack.mkdir(parents=True)
    rule = """
        id: hums
        title: "Says it [hums](command:x)"
        says: alters-body
        match: ["hums loudly"]
        why: "A <b>hum</b> is no look."
        instead: ["It looks quiet.", "It's \\"quiet\\"."]
        limits: "Knows of no other noise."
        cases:
          flag: ["It [[hums loudly]].", "She says it [[hums loudly]].", "How it [[hums loudly]]!"]
          pass: ["It is quiet.", "It hums.", "It sings loudly."]
        since: "0.1"
    """
    (pack / "hums.yaml").write_text(textwrap.dedent(rule), encoding="utf-8")
    talk = begin(talks, tmp_path, options={"patterns": ["pack"]})
    uri = (tmp_path / "a.js").as_uri()
    marks = talk.open(uri, "a('It hums loudly.')\n", "javascript")
    assert [mark.get("code", mark["message"]) for mark in marks] == ["hums"]
    titles = [fix["title"] for fix in talk.fixes(uri, marks[0]["range"])]
    assert titles[0] == "Replace the sentence with: It looks quiet."
    assert not any("It's" in title for title in titles)  # its quotation mark would end the text
    hover = talk.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 8}})
    value = hover["result"]["contents"]["value"]
    assert value.startswith("**Says it \\[hums\\](command:x)** (") and "A \\<b\\>hum\\</b\\> is no look." in value


def test_what_cannot_be_checked_is_told_at_the_top(shared: Talk, root: Path) -> None:
    uri = (root / "broken.json").as_uri()
    remark, mark = shared.open(uri, '{"a": "It regrows hair."')
    assert remark["range"] == where(0, 0, 0) and remark["severity"] == 3 and "code" not in remark
    assert remark["message"].startswith("read as plain text: line 1: ") and mark["code"] == "regrows-hair"
    shared.change(uri, "", 2)
    assert shared.marks(uri, 2) == []
    shared.close(uri)


def test_a_large_document_is_checked_when_it_is_saved(shared: Talk, root: Path) -> None:
    uri = (root / "large.txt").as_uri()
    (remark,) = shared.open(uri, QUIET * 60_000 + RISKY)
    assert remark["message"] == "Not checked: it is large, so it is checked when it is saved"
    shared.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert [mark["range"] for mark in shared.marks(uri, 1)] == [where(60_000, 10, 22)]
    shared.close(uri)


def test_typing_fast_publishes_only_what_holds(shared: Talk, root: Path) -> None:
    uri = (root / "fast.txt").as_uri()
    shared.open(uri, "")
    for version in range(2, 40):
        shared.change(uri, RISKY[: version - 1] if version < 25 else RISKY, version)
    assert [mark["range"] for mark in shared.marks(uri, 39)] == [where(0, 10, 22)]
    stale = [message for message in shared.kept if message.get("params", {}).get("uri") == uri]
    assert len(stale) < 5 and all(message["params"]["version"] < 39 for message in stale)
    shared.close(uri)


def test_a_long_check_does_not_hold_up_answers(shared: Talk, root: Path) -> None:
    uri = (root / "slow.txt").as_uri()
    text = f"{RISKY} It cures acne, eczema and psoriasis. " * 8000
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    shared.tell("textDocument/didOpen", {"textDocument": item})
    shared.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}})
    assert not any(message.get("params", {}).get("uri") == uri for message in shared.kept)  # answered before the check
    shared.close(uri)
    assert not any(message.get("params", {}).get("uri") == uri for message in shared.kept)


HOSTILE = ["\ud800 regrows hair \udfff", "\x00\x1b]0;x\x07 regrows hair", "\u202eregrows hair\u2066", "regrows\x0b\x0c\x85\u2028hair", "{" * 5000, "[" * 20000, "<div>" * 5000, "<!--" * 3000, "a\r\r\n\n\r" * 500, "{{" * 4000, "`" * 9999, "> " * 3000, "&" * 9999, "regrows hair" * 2000]  # fmt: skip


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_survived(shared: Talk, number: int) -> None:
    for suffix in ("txt", "html", "md", "json", "js", "yaml", "xml"):
        uri = f"file:///nowhere/hostile.{suffix}"
        for mark in shared.open(uri, HOSTILE[number]):
            assert mark["source"] == "claimlint" and "the check failed" not in mark["message"]
        shared.close(uri)


def test_malformed_messages_are_survived(tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path)
    uri = (tmp_path / "a.txt").as_uri()
    assert talk.process.stdin
    talk.process.stdin.write(b"garbage\r\n\x00\xff\r\nContent-Length: nonsense\r\n\r\n")
    for body in (b"{not json", b"\xff\xfe", b"[]", b"7", b'{"jsonrpc": "2.0"}', b'{"jsonrpc": "1.0", "method": "x"}'):
        talk.write(body)
    talk.write(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 7}}')
    talk.change(uri, RISKY, 2)  # never opened
    talk.tell("textDocument/didClose", {"textDocument": {"uri": "::::%zz"}})
    talk.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    answer = talk.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 99, "character": 99}})
    assert answer.get("result") is None
    assert "error" in talk.ask("textDocument/nonsense", {})
    assert len(talk.open(uri, RISKY)) == 1
    assert talk.leave() == 0


def test_leaving_without_a_word_is_status_1(tmp_path: Path, talks: list[Talk]) -> None:
    talk = begin(talks, tmp_path)
    talk.tell("exit")
    assert talk.ended() == 1
    talk = begin(talks, tmp_path)
    assert talk.process.stdin
    talk.process.stdin.close()
    assert talk.ended() == 1


def test_without_the_extra_its_name_is_told(tmp_path: Path) -> None:
    program = "import sys; sys.modules['pygls'] = None; from claimlint.cli.commands import main; sys.argv = ['claimlint', 'lsp']; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "claimlint: lsp needs the editor extra: pip install 'cosmetic-claimlint[editor]'\n"


def test_what_the_baseline_knows_is_only_hinted_at(tmp_path: Path, talks: list[Talk]) -> None:
    (tmp_path / "a.txt").write_text(RISKY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimlint", "baseline", "write", "a.txt"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    talk = begin(talks, tmp_path)
    new, known = talk.open((tmp_path / "a.txt").as_uri(), f"{RISKY}It cures acne.\n")
    assert (new["severity"], known["severity"]) == (1, 4)
    assert (
        known["message"] == "Says the product grows hair back (known)"
        and talk.fixes((tmp_path / "a.txt").as_uri(), known["range"]) == []
    )


def test_what_a_library_prints_is_no_message(tmp_path: Path, talks: list[Talk]) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import claimlint.editor.checking as c\nkept = c.path_of\n"
        "c.path_of = lambda *args: (print('Content-Length: 2', end='\\r\\n\\r\\n{}', flush=True), kept(*args))[1]\n",
        encoding="utf-8",
    )
    talk = Talk(tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    talks.append(talk)
    talk.start(tmp_path)
    assert len(talk.open((tmp_path / "a.txt").as_uri(), RISKY)) == 1
    assert talk.leave() == 0 and b"Content-Length: 2" in talk.errors


def test_a_settings_file_governs_the_documents_beside_it(tmp_path: Path, talks: list[Talk]) -> None:
    (tmp_path / ".git").mkdir()
    settings = tmp_path / ".claimlint.yaml"
    settings.write_text("rules: {regrows-hair: off}\nexclude: [drafts/]\n", encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    talk = begin(talks, tmp_path)
    uri, draft = (tmp_path / "a.txt").as_uri(), (tmp_path / "drafts/b.txt").as_uri()
    assert talk.open(uri, RISKY) == []
    assert talk.open(draft, RISKY) == []
    settings.write_text("rules: {regrows-hair: note}\n", encoding="utf-8")
    talk.change(uri, f"{RISKY} ", 2)
    (mark,) = talk.marks(uri, 2)
    assert mark["severity"] == 3
    settings.write_text("rules: {regrow-hair: note}\n", encoding="utf-8")
    talk.change(uri, RISKY, 3)
    assert talk.marks(uri, 3)[0]["message"].startswith("Not checked: .claimlint.yaml:1: rules.regrow-hair:")
