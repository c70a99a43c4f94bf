"""Other tools that find wording, given the same rules as far as they can hold them: one small adapter for each."""

from __future__ import annotations

from peers import entity_ruler, hyperscan, matcher, presidio, proselint, python_re, ripgrep, textlint, vale
from peers.peer import Peer

PEERS: tuple[Peer, ...] = tuple(
    module.PEER
    for module in (ripgrep, hyperscan, python_re, vale, textlint, proselint, matcher, entity_ruler, presidio)
)
