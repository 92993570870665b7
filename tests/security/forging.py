"""Rewrites the end of a history past the program, as somebody with a key would."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.db import chain
from app.db.engine import VaultFile
from app.shapes.history import Wrong
from app.vault.header import DATA
from app.vault.keys import UnlockedKeys
from models.history import HistoryEntry
from tests.registers import FOUNDER, PASSPHRASE, Home, migrating_engine


def signed_last_entry_is_forged(
    home: Home, keys: UnlockedKeys, user: str = FOUNDER, words: str = PASSPHRASE
) -> bool:
    """Put another author's name and signature under the last entry; say whether that is told."""
    with home.open(user, words) as register:
        data_key = register.place.keys.data_key
    place = VaultFile(home.path / DATA, data_key) if home.kind == "vault" else home.path
    with migrating_engine(place) as engine, Session(engine) as session:
        if home.kind == "vault":
            for verb in ("update", "delete"):
                session.execute(text(f"DROP TRIGGER history_entries_no_{verb}"))
        else:
            session.execute(text("SET session_replication_role = replica"))
        last = select(HistoryEntry).order_by(HistoryEntry.seq.desc()).limit(1)
        entry = session.scalars(last).one()
        entry.actor_id = keys.staff_id
        entry.hash = chain.entry_hash(keys.register_id, entry)
        entry.signature = keys.sign(chain.signed_message(entry.hash))
        session.commit()
    with home.open(user, words) as register:
        return Wrong.FORGED in {one.what for one in register.verify_history()}
