"""The evidence store keeps files bit by bit, encrypted, and says when one is not whole."""

import io
import os
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, update

from app.errors import BadInput, DamagedEvidence, Stopped
from app.shapes.kept_files import Fingerprint, KeptFile
from app.vault.evidence import PIECE, fingerprint, hash_of, is_unchanged
from app.vault.shards import ShardStore
from app.workspace import Workspace
from models.exhibits import BlobPiece, Shard
from models.vocabulary.roles import Role
from tests.registers import Home

SIZES = (1, 17, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 5)


def content_of(size: int) -> bytes:
    """Give content in which every piece differs from every other."""
    return os.urandom(size)


def keep(register: Workspace, content: bytes) -> KeptFile:
    """Keep content as a file."""
    source = io.BytesIO(content)
    return register.evidence.keep(source, fingerprint(source))


def read(register: Workspace, kept: KeptFile) -> bytes:
    """Read a kept file whole."""
    return b"".join(register.evidence.pieces(kept))


def test_a_file_comes_out_as_it_went_in_whatever_its_size(register: Workspace) -> None:
    contents = [content_of(size) for size in SIZES]
    kept = [keep(register, content) for content in contents]
    assert [read(register, one) for one in kept] == contents
    assert [one.sha256 for one in kept] == [sha256(content).hexdigest() for content in contents]
    assert set(register.evidence.ids()) == {one.id for one in kept}
    assert register.evidence.faults() == []


def test_evidence_outlives_the_session_that_took_it_in(home: Home) -> None:
    content = content_of(PIECE + 3)
    with home.open() as register:
        kept = keep(register, content)
    with home.open() as register:
        assert read(register, kept) == content
        assert is_unchanged(register.evidence, kept)


def test_nothing_stays_of_a_file_that_changed_while_it_was_read(register: Workspace) -> None:
    hashed = Fingerprint(PIECE + 1, sha256(bytes(PIECE + 1)).hexdigest())
    for content in (content_of(PIECE + 1), bytes(PIECE), bytes(PIECE + 2)):
        with pytest.raises(BadInput) as refused:
            register.evidence.keep(io.BytesIO(content), hashed)
        assert refused.value.data["reason"] == "file_changed_meanwhile"
    assert list(register.evidence.ids()) == []


def test_stopping_leaves_nothing_behind(register: Workspace) -> None:
    content, asked = content_of(70 * PIECE), 0

    def after_a_while() -> bool:
        nonlocal asked
        asked += 1
        return asked > 40

    source = io.BytesIO(content)
    expected = fingerprint(source)
    with pytest.raises(Stopped):
        register.evidence.keep(source, expected, cancelled=after_a_while)
    assert list(register.evidence.ids()) == []


def test_an_empty_file_is_refused_before_anything_is_kept() -> None:
    with pytest.raises(BadInput):
        fingerprint(io.BytesIO())


class OnePieceAtATime(io.RawIOBase):
    """A file that never gives more than one piece, and remembers the most that was asked for."""

    def __init__(self, size: int) -> None:
        self.left = size
        self.most = 0

    def read(self, size: int = -1) -> bytes:
        self.most = max(self.most, size if size >= 0 else self.left)
        given = min(size, self.left)
        self.left -= given
        return bytes(given)


def test_a_big_file_is_never_held_whole() -> None:
    from app.vault.evidence import read_pieces

    file: BinaryIO = OnePieceAtATime(9 * PIECE + 1)  # type: ignore[assignment]  # reads, no more
    assert [len(piece) for piece in read_pieces(file)] == [PIECE] * 9 + [1]
    assert file.most <= PIECE  # type: ignore[attr-defined]  # our own file


def test_a_flipped_bit_is_noticed_when_it_is_read(register: Workspace, home: Home) -> None:
    kept = keep(register, content_of(3 * PIECE))
    if home.kind == "vault":
        path = home.path / "evidence" / "0001.db"
        whole = bytearray(path.read_bytes())
        whole[len(whole) // 2] ^= 1
        path.write_bytes(whole)
    else:
        with register._place.engines.writing.begin() as server:
            second = (BlobPiece.blob_id == kept.id) & (BlobPiece.position == 1)
            sealed = bytearray(server.scalar(select(BlobPiece.sealed).where(second)) or b"")
            sealed[len(sealed) // 2] ^= 1
            server.execute(update(BlobPiece).where(second).values(sealed=bytes(sealed)))
    with pytest.raises(DamagedEvidence):
        hash_of(register.evidence, kept)


def test_a_missing_piece_is_noticed(office: Home) -> None:
    with office.open() as register:
        kept = keep(register, content_of(3 * PIECE))
        with register._place.engines.writing.begin() as server:
            server.execute(delete(BlobPiece).where(BlobPiece.position == 2))
        with pytest.raises(DamagedEvidence):
            hash_of(register.evidence, kept)


def test_pieces_cannot_change_places(office: Home) -> None:
    with office.open() as register:
        kept = keep(register, content_of(2 * PIECE))
        engine = register._place.engines.writing
        with engine.begin() as server:
            for was, now in ((0, 9), (1, 0), (9, 1)):
                moved = update(BlobPiece).where(BlobPiece.position == was)
                server.execute(moved.values(position=now))
        with pytest.raises(DamagedEvidence):
            read(register, kept)


def test_what_is_let_go_is_gone_and_the_rest_stays(register: Workspace) -> None:
    kept = [keep(register, content_of(100)) for _ in range(3)]
    assert register.evidence.discard([kept[1].id]) == 1
    assert set(register.evidence.ids()) == {kept[0].id, kept[2].id}
    with pytest.raises(DamagedEvidence):
        read(register, kept[1])


def small_shards(register: Workspace, full: int = 4 * PIECE) -> ShardStore:
    """Give the store of a vault with shards that are full soon."""
    store = register.evidence
    assert isinstance(store, ShardStore)
    return ShardStore(store._folder, store._ground, full=full)


def test_a_full_shard_is_closed_and_never_changes_again(vault: Home) -> None:
    with vault.open() as register:
        store = small_shards(register)
        contents = [content_of(PIECE + 10 * at) for at in range(1, 9)]
        kept = []
        closed: dict[Path, bytes] = {}
        for content in contents:
            source = io.BytesIO(content)
            kept.append(store.keep(source, fingerprint(source)))
            for shard in store.shards():
                if shard.closed:
                    whole = shard.file.path.read_bytes()
                    assert closed.setdefault(shard.file.path, whole) == whole
        assert len(closed) >= 2
        assert [b"".join(store.pieces(one)) for one in kept] == contents
        assert store.discard([kept[0].id]) == 0
        assert len({shard.file.key for shard in store.shards()}) == len(store.shards())
        assert store.faults() == []


def test_files_of_evidence_are_for_their_owner_only(vault: Home) -> None:
    with vault.open() as register:
        keep(register, b"photograph")
    for path in (vault.path / "evidence").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"photograph" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite")


def test_a_shard_whose_file_was_never_begun_is_begun_again(vault: Home) -> None:
    with vault.open() as register:
        with register._place.engines.writing.begin() as data:
            data.execute(insert(Shard).values(number=1, epoch=1, closed=False))
        kept = keep(register, b"after the crash")
        assert kept.shard == 1
        assert read(register, kept) == b"after the crash"


def test_evidence_of_a_vault_is_named_by_its_shard(vault: Home) -> None:
    with vault.open() as register, pytest.raises(DamagedEvidence):
        read(register, KeptFile(UUID(int=7), 5, "0" * 64, 9))


def test_evidence_of_a_former_epoch_is_read_after_a_rotation(home: Home) -> None:
    with home.open() as register:
        register.add_staff(
            "Արամ", frozenset({Role.ANALYST}), "kestrel 4821 walnut quartz ninety meadow fjord"
        )
        before = keep(register, b"before the rotation")

        register.key_desk.remove("Արամ", "left")
        after = keep(register, b"after the rotation")
        assert read(register, before) == b"before the rotation"
        assert read(register, after) == b"after the rotation"
        assert register.evidence.faults() == []
    with home.open() as register:
        assert read(register, before) == b"before the rotation"
        assert read(register, after) == b"after the rotation"
        if home.kind == "vault":
            assert before.shard != after.shard
