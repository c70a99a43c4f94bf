"""Findings as diagnostics: laws on the same words, states, addresses that are none."""

from __future__ import annotations

from lsprotocol.types import DiagnosticSeverity, Position, Range

from claimlint.editor.checking import Checked, Text
from claimlint.editor.client import Client
from claimlint.editor.marks import marks, remarks
from claimlint.findings import Basis, CheckedFile, Finding, NotChecked, Report
from tests.editor.test_hover import FINDING

TEXT = Text("file:///a.txt", 1, "It heals.", "/a.txt", "/a.txt")
CLIENT = Client(is_relating=True)


def checked(*findings: Finding, **told: object) -> Checked:
    return Checked(TEXT, Report((), (), findings, (), ())._replace(**told))


def test_two_laws_on_the_same_words_are_one_mark() -> None:
    other = FINDING._replace(
        law="eu", class_="medicine", level="note", basis=(Basis("Dir 1", "https://example.org/e"),)
    )
    (mark,) = marks(checked(other, FINDING), CLIENT)
    shown = mark.diagnostic
    assert shown.severity == DiagnosticSeverity.Error and shown.range == Range(Position(0, 3), Position(0, 8))
    assert shown.data["laws"] == ["us", "eu"]
    assert [(each.message, each.location.uri) for each in shown.related_information or ()] == [
        ("US drug (error): 21 CFR 1 (a); Act 2", "file:///a.txt"),
        ("EU medicine (note): Dir 1", "file:///a.txt"),
    ]
    assert marks(checked(other, FINDING), Client())[0].diagnostic.related_information is None


def test_what_is_settled_comes_last_and_faintly() -> None:
    known = FINDING._replace(law="eu", state="known")
    new, hint = (mark.diagnostic for mark in marks(checked(known, FINDING), CLIENT))
    assert (new.severity, new.message) == (DiagnosticSeverity.Error, "Says it heals. Healing is for drugs.")
    assert (hint.severity, hint.message) == (DiagnosticSeverity.Hint, "Says it heals (known)")


def test_only_an_address_of_the_web_is_linked() -> None:
    (mark,) = marks(checked(FINDING._replace(basis=(Basis("x", "javascript:alert(1)"),))), CLIENT)
    assert mark.diagnostic.code_description is None
    (mark,) = marks(checked(FINDING), CLIENT)
    assert mark.diagnostic.code_description and mark.diagnostic.code_description.href == "https://example.org/a"


def test_remarks_stand_at_the_top() -> None:
    files = (CheckedFile("/a.txt", {}, 0, "read\nas text"),)
    told = [*remarks(checked(files=files, not_checked=(NotChecked("/a.txt", "it is \x1b[1mlocked"),)))]
    assert [each.message for each in told] == ["Not checked: it is \\x1b[1mlocked", "read as text"]
    assert {(each.severity, each.range.end.line, each.range.end.character) for each in told} == {
        (DiagnosticSeverity.Information, 0, 0)
    }
