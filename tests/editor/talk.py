"""A small client of the Language Server Protocol, which knows nothing of the server's own library."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 30
EVERYTHING = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}
Json = Any


class Talk:
    """A running server and what it has said so far."""

    def __init__(self, cwd: Path, **environ: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "claimlint", "lsp", "--stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd,
            env={**os.environ, "PYTHONUTF8": "1", **environ},
        )  # fmt: skip
        self.said: queue.Queue[Json] = queue.Queue()
        self.kept: list[Json] = []
        self.errors = b""
        self.number = 0
        self.threads = [threading.Thread(target=work) for work in (self._listen, self._listen_to_errors)]
        for thread in self.threads:
            thread.start()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                size = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass
                self.said.put(json.loads(stream.read(size)))
        self.said.put(None)

    def _listen_to_errors(self) -> None:
        assert self.process.stderr
        self.errors = self.process.stderr.read()

    def write(self, body: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: Json = None) -> None:
        self.write(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, params: Json = None) -> Json:
        self.number += 1
        asked = {"jsonrpc": "2.0", "id": self.number, "method": method}
        self.write(json.dumps(asked | ({} if params is None else {"params": params})).encode())
        return self._await(lambda message: message.get("id") == self.number)

    def heard(self, method: str, **wanted: Json) -> Json:
        """Give the parameters of the next notification of a kind with these values."""
        return self._await(
            lambda message: (
                message.get("method") == method
                and all(message["params"].get(key) == value for key, value in wanted.items())
            )
        )["params"]

    def _await(self, is_meant: Any) -> Json:
        for number, message in enumerate(self.kept):
            if is_meant(message):
                return self.kept.pop(number)
        while True:
            message = self.said.get(timeout=PATIENCE)
            assert message is not None, "the server has gone"
            if is_meant(message):
                return message
            self.kept.append(message)

    def start(self, root: Path, options: Json = None, capabilities: Mapping[str, Json] = EVERYTHING) -> Json:
        asked = {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities}
        answer = self.ask("initialize", asked | ({"initializationOptions": options} if options is not None else {}))
        self.tell("initialized", {})
        return answer["result"]

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> list[Json]:
        """Open a document and give its diagnostics."""
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return self.marks(uri, version)

    def change(self, uri: str, text: str, version: int) -> None:
        self.tell(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]},
        )

    def marks(self, uri: str, version: int | None) -> list[Json]:
        wanted = {"uri": uri} if version is None else {"uri": uri, "version": version}
        return self.heard("textDocument/publishDiagnostics", **wanted)["diagnostics"]

    def close(self, uri: str) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert self.marks(uri, None) == []

    def fixes(self, uri: str, where: Json, only: Sequence[str] | None = None) -> list[Json]:
        context = {"diagnostics": []} | ({"only": only} if only is not None else {})
        asked = {"textDocument": {"uri": uri}, "range": where, "context": context}
        return self.ask("textDocument/codeAction", asked)["result"]

    def leave(self) -> int:
        self.ask("shutdown")
        self.tell("exit")
        return self.ended()

    def ended(self) -> int:
        """Wait for the end, and give the exit status."""
        status = self.process.wait(PATIENCE)
        for thread in self.threads:
            thread.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream and not stream.closed:
                stream.close()
        return status


def applied(text: str, edits: Sequence[Json], codec: str = "utf-16-le", size: int = 2) -> str:
    """Change a text as an editor does that counts positions in units of `size` bytes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
        at += 2 if text[at : at + 2] == "\r\n" else 1

    def offset(position: Json) -> int:
        line = lines[position["line"]].encode(codec, "surrogatepass")
        before = line[: position["character"] * size]
        return starts[position["line"]] + len(before.decode(codec, "surrogatepass"))

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
