"""What an editor understands, as it says when it starts."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """How positions are counted, and which optional things may be sent.

    Changes may name the version of a text they are for, or make a file; diagnostics may tell what bears on them; what
    is told on pointing may be Markdown.
    """

    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
    is_versioned: bool = False
    is_making_files: bool = False
    is_relating: bool = False
    is_reading_markdown: bool = False


def client_of(capabilities: types.ClientCapabilities, encoding: types.PositionEncodingKind) -> Client:
    """Give the client that has these capabilities."""
    workspace, texts = capabilities.workspace, capabilities.text_document
    edits = workspace.workspace_edit if workspace else None
    published = texts.publish_diagnostics if texts else None
    hover = texts.hover if texts else None
    is_versioned = bool(edits and edits.document_changes)
    return Client(
        encoding,
        is_versioned,
        is_versioned and types.ResourceOperationKind.Create in ((edits.resource_operations if edits else None) or ()),
        bool(published and published.related_information),
        types.MarkupKind.Markdown in ((hover.content_format if hover else None) or ()),
    )
