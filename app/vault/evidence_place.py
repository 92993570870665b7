"""Says where the evidence of an open register is kept: in its folder, or on its server."""

from __future__ import annotations

from contextlib import AbstractContextManager

from app.db.engine import Engines
from app.db.gate import Gate
from app.db.unit_of_work import reading_session
from app.vault.epochs import epoch_data_key
from app.vault.evidence import EvidenceStore
from app.vault.folder import EVIDENCE, OpenVault
from app.vault.office import OpenOffice
from app.vault.sealed_pieces import PieceStore
from app.vault.shards import ShardStore


class _Ground:
    """The engines and keys of an open register as they are now, also after a rotation."""

    def __init__(self, place: OpenVault | OpenOffice, gate: Gate) -> None:
        self._place = place
        self._gate = gate

    def shared(self) -> AbstractContextManager[None]:
        return self._gate.shared()

    @property
    def engines(self) -> Engines:
        return self._place.engines

    @property
    def epoch(self) -> int:
        with reading_session(self._place.engines.reading) as session:
            return self._place.keys_in(session).epoch

    def data_key(self, epoch: int) -> bytes:
        with reading_session(self._place.engines.reading) as session:
            return epoch_data_key(session, self._place.keys_in(session), epoch)


def evidence_of(place: OpenVault | OpenOffice, gate: Gate) -> EvidenceStore:
    """Give the evidence store of an unlocked register."""
    ground = _Ground(place, gate)
    if isinstance(place, OpenVault):
        return ShardStore(place.path / EVIDENCE, ground)
    return PieceStore(ground)
