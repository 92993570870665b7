"""Gives somebody a way in by the recovery sheet, for both faces."""

from __future__ import annotations

from pathlib import Path

from app.clock import Clock, SystemClock
from app.db.unit_of_work import reading_session
from app.errors import BadSheet, WrongKey
from app.settings import SettingsFolder
from app.shapes.recovery import RecoverySheet
from app.vault import admission, folder, office, recovery
from app.vault.recovery_code import as_passphrase, read_sheet
from app.vault.strength import new_passphrase
from app.workspace import Workspace, is_profile


def recover(
    path: Path,
    typed: str,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
    over_other_host: bool = False,
) -> RecoverySheet:
    """Give a member of staff a new way in by what stands on the recovery sheet.

    They get new key pairs, the register a new epoch of keys, and the answer is the new sheet: all
    of it one intention. `user` may be None where one person works here. Raises BadSheet,
    NoRecoverySheet, NotFound, WhichUser, PassphraseRefused and what opening raises.
    """
    code = as_passphrase(read_sheet(typed))
    secret = new_passphrase(passphrase)
    clock = clock or SystemClock()
    try:
        place: folder.OpenVault | office.OpenOffice = (
            office.open_by_sheet(path, code)
            if is_profile(path)
            else folder.open_by_sheet(path, code, clock, over_other_host=over_other_host)
        )
    except WrongKey:
        raise BadSheet("other_register") from None
    try:
        with reading_session(place.engines.reading) as session:
            if isinstance(place, folder.OpenVault):
                admission.check_public_keys(session, place.header)
            actor = recovery.admit_sheet(session, place.keys)
            settings = settings or SettingsFolder()
            notes = admission.rollback_warnings(session, settings, place.keys.register_id)
        workspace = Workspace(place, actor, clock, settings, notes)
        return workspace.key_desk.let_in(user, secret)
    finally:
        place.close()
