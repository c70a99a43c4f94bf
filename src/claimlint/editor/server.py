"""The language server: documents come in, diagnostics go out, and checking never holds up the typing."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePath

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimlint.editor.actions import actions
from claimlint.editor.checking import DECISIONS, Checked, Text, is_copy, path_of, unread
from claimlint.editor.client import Client, client_of
from claimlint.editor.house import House
from claimlint.editor.hover import MARKDOWN, PLAIN, told
from claimlint.editor.marks import Mark, marks, remarks
from claimlint.editor.places import meets
from claimlint.editor.preferences import Preferences, preferred
from claimlint.errors import ClaimlintError
from claimlint.version import __version__
from claimlint.writers.plain import harmless, line

PAUSE = 0.2
"""Seconds without a change after which a document is checked."""
LATER = "it is large, so it is checked when it is saved"


@dataclass
class Sheet:
    """An open document: the check that is due or under way, and what the last one found."""

    task: asyncio.Task[None] | None = None
    text: Text | None = None
    marks: tuple[Mark, ...] = ()

    def drop(self) -> None:
        """Let nothing come of a check that is under way."""
        if self.task:
            self.task.cancel()


class Editor(LanguageServer):
    """A server for one editor. A single worker checks; only the loop changes what is kept here."""

    def __init__(self) -> None:
        super().__init__("claimlint", __version__, types.TextDocumentSyncKind.Full)
        self.preferences = Preferences()
        self.house = House(self.preferences)
        self.sheets: dict[str, Sheet] = {}
        self.worker = ThreadPoolExecutor(1)
        self.faults: set[str] = set()
        self.was_shut_down = False

    @property
    def client(self) -> Client:
        """Give what the editor understands."""
        return client_of(self.client_capabilities, types.PositionEncodingKind(self.workspace.position_encoding))

    def complain(self, fault: str) -> None:
        """Show a fault, once."""
        if fault and fault not in self.faults:
            self.faults.add(fault)
            message = f"claimlint: {harmless(fault)}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def prefer(self, given: object) -> None:
        """Take over an editor's settings; where they are wrong, those before stay."""
        self.faults.clear()
        try:
            self.preferences = preferred(given, self.preferences, self.workspace.root_path)
        except ClaimlintError as error:
            self.complain(str(error))
        self.house = House(self.preferences)

    def text(self, uri: str) -> Text:
        """Give a document as it stands now."""
        document = self.workspace.get_text_document(uri)
        path = path_of(document.path, document.language_id)
        return Text(uri, document.version, document.source, path, to_fs_path(uri) if uri.startswith("file:") else None)

    def plan(self, uris: Iterable[str], pause: float = 0, *, is_saved: bool = False) -> None:
        """Check documents after a pause, in place of what was planned for them before."""
        for uri in uris:
            sheet = self.sheets[uri]
            sheet.drop()
            sheet.task = asyncio.ensure_future(self._check(uri, sheet, pause, is_saved))

    async def _check(self, uri: str, sheet: Sheet, pause: float, is_saved: bool) -> None:
        """Check a document beside the loop. A later change cancels this, so that nothing stale is published."""
        await asyncio.sleep(pause)
        text = self.text(uri)
        if not is_copy(text):
            return
        checked = unread(text, LATER) if text.is_large and not is_saved else await self._checked(text)
        self.complain(checked.fault)
        sheet.text, sheet.marks = text, marks(checked, self.client)
        shown = [*remarks(checked), *(mark.diagnostic for mark in sheet.marks)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, text.version))

    async def _checked(self, text: Text) -> Checked:
        """Check a text in the worker; what goes wrong there is told, and the server lives on."""
        done = asyncio.get_running_loop().run_in_executor(self.worker, self.house.check, text)
        (outcome,) = await asyncio.gather(done, return_exceptions=True)
        if isinstance(outcome, Checked):
            return outcome
        if isinstance(outcome, ClaimlintError):
            self.complain(str(outcome))
            return unread(text, line(str(outcome)))
        logging.error("a check failed", exc_info=outcome)
        return unread(text, f"the check failed: {type(outcome).__name__}: {outcome}")

    def met(self, uri: str, where: types.Range) -> tuple[Text | None, list[Mark]]:
        """Give the text and the marks that a range touches; none where the document has changed since the check."""
        sheet = self.sheets.get(uri)
        if not sheet or not sheet.text or sheet.text.version != self.text(uri).version:
            return None, []
        return sheet.text, [mark for mark in sheet.marks if meets(mark.diagnostic.range, where)]


def _greeted(ls: Editor, params: types.InitializeParams) -> None:
    ls.prefer(params.initialization_options)


def _configured(ls: Editor, params: types.DidChangeConfigurationParams) -> None:
    ls.prefer(params.settings)
    ls.plan(ls.sheets)


def _opened(ls: Editor, params: types.DidOpenTextDocumentParams) -> None:
    ls.sheets.setdefault(params.text_document.uri, Sheet())
    ls.plan([params.text_document.uri])


def _changed(ls: Editor, params: types.DidChangeTextDocumentParams) -> None:
    ls.plan([params.text_document.uri], PAUSE)


def _saved(ls: Editor, params: types.DidSaveTextDocumentParams) -> None:
    uri = params.text_document.uri
    is_decision = PurePath(ls.text(uri).path).name in DECISIONS
    ls.plan(ls.sheets if is_decision else [uri], is_saved=not is_decision)


def _closed(ls: Editor, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.sheets.pop(uri, Sheet()).drop()
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _hovered(ls: Editor, params: types.HoverParams) -> types.Hover | None:
    _, met = ls.met(params.text_document.uri, types.Range(params.position, params.position))
    if not met:
        return None
    is_markdown = ls.client.is_reading_markdown
    kind = types.MarkupKind.Markdown if is_markdown else types.MarkupKind.PlainText
    content = types.MarkupContent(kind, told([mark.group for mark in met], MARKDOWN if is_markdown else PLAIN))
    return types.Hover(content, met[0].diagnostic.range)


async def _asked(ls: Editor, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Answer what can be done. The worker tries changes out; of a document that changes meanwhile nothing is offered."""
    uri = params.text_document.uri
    wanted = params.context.only
    text, met = ls.met(uri, params.range)
    if not text or not met or not (wanted is None or any(_is_quick_fix(kind) for kind in wanted)):
        return []
    opened = {held.path: held for held in map(ls.text, ls.sheets)}
    loop = asyncio.get_running_loop()
    offered = await loop.run_in_executor(ls.worker, actions, text, met, opened, ls.client)
    return offered if ls.met(uri, params.range)[0] is text else []


def _is_quick_fix(kind: str) -> bool:
    return kind in ("", types.CodeActionKind.QuickFix.value, types.CodeActionKind.QuickFix)


def _shut_down(ls: Editor, params: None) -> None:
    ls.was_shut_down = True
    for sheet in ls.sheets.values():
        sheet.drop()
    ls.worker.shutdown(wait=False, cancel_futures=True)


HANDLERS: dict[str, Callable[..., object]] = {
    types.INITIALIZE: _greeted,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _configured,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.TEXT_DOCUMENT_HOVER: _hovered,
    types.TEXT_DOCUMENT_CODE_ACTION: _asked,
    types.SHUTDOWN: _shut_down,
}
OPTIONS = {types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix])}


def make_server() -> Editor:
    """Give a server that speaks once it is started."""
    server = Editor()
    for name, handler in HANDLERS.items():
        server.feature(name, OPTIONS.get(name))(handler)
    return server


def serve() -> int:
    """Serve until the editor leaves, and give the exit status: 1 where it left without a word."""
    server = make_server()
    given, taken = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no message for the editor
    server.start_io(given, taken)
    return 0 if server.was_shut_down else 1
