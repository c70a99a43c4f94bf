"""What an editor offers to do about findings: write the sentence anew, or let it stand with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lsprotocol import types
from pygls.uris import from_fs_path

from claimlint.document import Document
from claimlint.editor.approvals import Addition, addition
from claimlint.editor.checking import Text
from claimlint.editor.client import Client
from claimlint.editor.edits import Edit, commented, reworded
from claimlint.editor.marks import Mark
from claimlint.editor.places import span
from claimlint.findings import REVIEW
from claimlint.writers.plain import line

MOST = 8
"""Marks that one question is answered for: each answer takes readings of the whole text."""


def actions(text: Text, marks: Sequence[Mark], opened: Mapping[str, Text], client: Client) -> list[types.CodeAction]:
    """Give what can be done about marks; `opened` are the texts that the editor holds, by their files."""
    return [action for mark in marks[:MOST] for action in _actions(text, mark, opened, client)]


def _actions(text: Text, mark: Mark, opened: Mapping[str, Text], client: Client) -> Iterator[types.CodeAction]:
    lead = mark.group.lead
    if lead.law == REVIEW or lead.state != "new":
        return
    for wording in mark.group.instead:
        if edit := reworded(text.path, text.source, lead, wording):
            yield _action(f"Replace the sentence with: {line(wording)}", mark, [_change(text, edit, client)], client)
    if edit := commented(text.path, text.source, mark.group):
        yield _action(f"Allow {lead.rule} here, with a reason", mark, [_change(text, edit, client)], client)
    entry = addition(text.file, lead, date.today()) if text.file and text.is_kept else None
    if entry and (changes := list(_entered(entry, opened, client))):
        yield _action(f"Allow {lead.rule} in {entry.file.name}, with a reason", mark, changes, client)


def _entered(
    entry: Addition, opened: Mapping[str, Text], client: Client
) -> Iterator[types.CreateFile | types.TextDocumentEdit]:
    """Give the changes that write an entry; none where the editor holds another text than the file, or makes no files."""
    uri = from_fs_path(str(entry.file))
    held = opened.get(str(entry.file))
    before = entry.before or ""
    if not uri or (held and held.source != before) or (entry.before is None and not client.is_making_files):
        return
    if entry.before is None:
        yield types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    yield _change(held or Text(uri, None, before, str(entry.file), None), entry.edit, client)


def _change(text: Text, edit: Edit, client: Client) -> types.TextDocumentEdit:
    document = Document(text.path, text.source, ())
    where = span(text.source, document.place(edit.start), document.place(edit.end), client.encoding)
    name = types.OptionalVersionedTextDocumentIdentifier(text.uri, text.version)
    return types.TextDocumentEdit(name, [types.TextEdit(where, edit.text)])


def _action(
    title: str, mark: Mark, changes: Sequence[types.CreateFile | types.TextDocumentEdit], client: Client
) -> types.CodeAction:
    if client.is_versioned:
        edit = types.WorkspaceEdit(document_changes=changes)
    else:
        texts = (change for change in changes if isinstance(change, types.TextDocumentEdit))
        edit = types.WorkspaceEdit(changes={text.text_document.uri: _plain(text) for text in texts})
    return types.CodeAction(title, types.CodeActionKind.QuickFix, [mark.diagnostic], edit=edit)


def _plain(text: types.TextDocumentEdit) -> list[types.TextEdit]:
    return [edit for edit in text.edits if isinstance(edit, types.TextEdit)]
