"""An open register and the member of staff at work in it: read, write, and who is told of it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Self
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.clock import Clock, SystemClock
from app.db import chain, dialect
from app.db.gate import Gate
from app.db.unit_of_work import Reader, UnitOfWork, reading_session, writing_session
from app.errors import (
    BadInput,
    DiskFull,
    ReadOnlyVault,
    ServerUnreachable,
)
from app.services.desk.read_log import ReadingLog
from app.services.finding.things import keep_things_findable
from app.settings import SettingsFolder
from app.shapes.changes import Changes, Outcome
from app.shapes.history import Problem
from app.shapes.staff import StaffMember
from app.vault import admission, folder, office, rotation, staffing
from app.vault.admission import RegisterWarning, Warn
from app.vault.anchor import Anchor, remember_anchor, remembered_anchor
from app.vault.evidence import EvidenceStore
from app.vault.evidence_place import evidence_of
from app.vault.files import ROOM_TO_WORK, free_space
from app.vault.key_desk import KeyDesk
from app.vault.private_folder import PrivateFolder
from app.vault.reading_only import WhyReadOnly
from app.vault.rotation import Turn
from models.vocabulary.roles import FOUNDER, Role

__all__ = [
    "RegisterWarning",
    "Warn",
    "Workspace",
    "create",
    "is_profile",
    "open_profile",
    "open_register",
    "open_vault",
]

type Listener = Callable[[Changes], None]

_log = logging.getLogger("homeward.workspace")


class Workspace:
    """The one door to an open register, for the window and the command line alike."""

    def __init__(
        self,
        place: folder.OpenVault | office.OpenOffice,
        actor: StaffMember,
        clock: Clock,
        settings: SettingsFolder,
        warnings: tuple[RegisterWarning, ...] = (),
    ) -> None:
        self.actor = actor
        self.clock = clock
        self.warnings = warnings
        self._place = place
        self._settings = settings
        self._listeners: list[Listener] = []
        self.gate = Gate()
        self._evidence = evidence_of(place, self.gate)
        self.private_folder = PrivateFolder()
        self.readings = ReadingLog(self._save_untold, clock)

    @property
    def place(self) -> folder.OpenVault | office.OpenOffice:
        """Return where the register is; work on its engines only inside `gate.shared()`."""
        return self._place

    @property
    def read_only(self) -> WhyReadOnly | None:
        """Say why this register is open to be read only; None where it can be written."""
        return self._place.read_only if isinstance(self._place, folder.OpenVault) else None

    @property
    def key_desk(self) -> KeyDesk:
        """Return what can be done about passphrases and ways in."""
        return KeyDesk(self)

    @property
    def register_id(self) -> UUID:
        """Return which register this is."""
        return self._place.keys.register_id

    @property
    def evidence(self) -> EvidenceStore:
        """Return where the files of exhibits are kept; write there before the unit of work."""
        return self._evidence

    # --- read and write

    def read[T](self, query: Callable[[Reader], T]) -> T:
        """Answer a query from one consistent snapshot that cannot be written through (R-45)."""
        with self.gate.shared(), reading_session(self._place.engines.reading) as session:
            try:
                keys = self._place.keys_in(session)
                shut = self.read_only is not None or self.readings.refused
                reader = Reader(session, self.clock, self.actor, keys, read_only=shut)
                answer = query(reader)
                shown = reader.limited_shown()
            except DBAPIError as error:
                raise self._coded(error) from error
        self.readings.note(shown)
        return answer

    def write[T](self, use_case: Callable[[UnitOfWork], Outcome[T]]) -> Outcome[T]:
        """Run a use case as one transaction with one history entry, and tell who listens.

        Nothing is saved when the use case raises. Raises CaseChangedMeanwhile for a stale save,
        and DiskFull, ReadOnlyVault, RegisterBusy, StorageFailed from below.
        """
        outcome, head = self._save(use_case)
        return self._saved(outcome, head)

    def _save[T](
        self, use_case: Callable[[UnitOfWork], Outcome[T]]
    ) -> tuple[Outcome[T], tuple[int, bytes] | None]:
        self._refuse_read_only()
        with self.gate.shared(), writing_session(self._place.engines.writing) as session:
            unit = None
            try:
                keys = self._place.keys_in(session, hold=True)
                unit = UnitOfWork(session, self.clock, self.actor, keys)
                outcome = use_case(unit)
                keep_things_findable(unit)
                touched, head = unit.close()
                session.commit()
            except StaleDataError as error:
                session.rollback()
                raise (self.read(unit.who_was_late) if unit else error) from error
            except DBAPIError as error:
                session.rollback()
                raise self._coded(error) from error
        return Outcome(outcome.value, outcome.changes | touched), head

    def _save_untold(self, use_case: Callable[[UnitOfWork], Outcome[int]]) -> None:
        """Save what no screen needs to hear of."""
        _, head = self._save(use_case)
        if head is not None:
            self._remember(Anchor(*head))

    def turn[T](self, intention: Turn[T]) -> Outcome[T]:
        """Begin a new epoch of keys with a use case, as one intention, alone in the register.

        Raises KeysChanged and whatever `write` raises; the register is then as it was.
        """
        self._refuse_read_only()
        with self.gate.alone():
            try:
                turned = rotation.turn(self._place, intention)
            except DBAPIError as error:
                raise self._coded(error) from error
        return self._saved(turned.outcome, turned.head)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener what every write touched; call the answer to stop it.

        Listeners are called on the thread that wrote.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # --- history

    def verify_history(self) -> list[Problem]:
        """Walk the whole chain and return what is wrong with it; empty is good."""
        anchor = remembered_anchor(self._settings, self.register_id)
        return self.read(lambda reader: chain.verify(reader.session, reader.register_id, anchor))

    def accept_older(self) -> None:
        """Take the register as it is for the newest, after a person was warned (R-44)."""
        head = self.read(lambda reader: admission.present_head(reader.session))
        self.warnings = tuple(one for one in self.warnings if not one.is_rollback)
        if head is not None:
            self._remember(head)

    # --- staff

    def add_staff(self, name: str, roles: frozenset[Role], passphrase: str) -> Outcome[StaffMember]:
        """Take on a member of staff and give them a way in by a passphrase of their own.

        Raises NotAllowed, SlotExists, BadInput, PassphraseRefused.
        """
        name = staffing.staff_name(name)
        if not roles:
            raise BadInput("roles", "empty")
        place = self._place
        slot = self.read(lambda reader: staffing.slot_for(reader, place, name, passphrase))
        outcome = self.write(lambda unit: staffing.take_on(unit, place, slot, roles))
        if isinstance(place, folder.OpenVault):
            place.add_slot(slot)
        return outcome

    def staff(self) -> tuple[StaffMember, ...]:
        """Return everybody who works in this register, by name."""
        return self.read(staffing.staff_at_work)

    def everybody(self) -> tuple[StaffMember, ...]:
        """Return everybody who works or ever worked in this register, by name."""
        return self.read(staffing.all_staff)

    # --- the end

    def close(self) -> None:
        """Close the register, take away what lay open of it, and let the next program in."""
        self.private_folder.wipe()
        self.readings.write()
        self._place.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # --- inside

    def _saved[T](self, told: Outcome[T], head: tuple[int, bytes] | None) -> Outcome[T]:
        """Remember the new head of the history and tell who listens."""
        if head is not None:
            self._remember(Anchor(*head))
        for listener in tuple(self._listeners):
            try:
                listener(told.changes)
            except Exception:  # noqa: BLE001  # the save stands; a deaf screen must not call it lost
                _log.exception("a listener failed")
        return told

    def _refuse_read_only(self) -> None:
        if self.read_only is not None and isinstance(self._place, folder.OpenVault):
            raise ReadOnlyVault(self._place.path)

    def _remember(self, anchor: Anchor) -> None:
        if self.read_only is not None:
            return
        if any(warning.is_rollback for warning in self.warnings):
            return  # what was seen before stays the witness until a person has decided
        try:
            remember_anchor(self._settings, self.register_id, anchor)
        except OSError:
            _log.warning("history head not remembered: %d", anchor.seq)

    def _coded(self, error: DBAPIError) -> Exception:
        if isinstance(self._place, folder.OpenVault):
            return _coded_in_vault(error, self._place.path)
        known = dialect.coded(error)
        if known is None and dialect.is_lost(error):
            return ServerUnreachable(self._place.profile.host, type(error.orig).__name__)
        return known or error


def create(
    path: Path,
    user: str,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
) -> Workspace:
    """Found a register: a folder, or the database a profile file (`.toml`) names.

    Whoever founds it holds every role. Raises AlreadyThere, PassphraseRefused, BadInput, and what
    the disk or the server has to say.
    """
    user = staffing.staff_name(user)
    clock = clock or SystemClock()
    settings = settings or SettingsFolder()
    place: folder.OpenVault | office.OpenOffice
    if is_profile(path):
        place, slot = office.create_office(path, user, passphrase)
    else:
        place = folder.create_vault(path, user, passphrase, clock)
        slot = place.header.slots[0]
    founder = StaffMember(slot.user_id, user, FOUNDER)
    workspace = Workspace(place, founder, clock, settings)
    try:
        workspace.write(lambda unit: staffing.found_register(unit, place, slot))
    except BaseException:
        workspace.close()
        raise
    return workspace


def open_register(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
    over_other_host: bool = False,
    read_only: bool = False,
) -> Workspace:
    """Open a register: a vault folder, or the database a profile file (`.toml`) names.

    `read_only` is for a vault somebody else has open, and means nothing for an office.
    """
    if is_profile(path):
        return open_profile(path, user, passphrase, clock=clock, settings=settings)
    return open_vault(
        path,
        user,
        passphrase,
        clock=clock,
        settings=settings,
        over_other_host=over_other_host,
        read_only=read_only,
    )


def open_vault(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
    over_other_host: bool = False,
    read_only: bool = False,
) -> Workspace:
    """Open a vault folder; `user` may be None where it has one slot.

    Raises as `app.vault.folder.open_vault`; each bad vault has its own error.
    """
    clock = clock or SystemClock()
    try:
        place = folder.open_vault(
            path, user, passphrase, clock, over_other_host=over_other_host, read_only=read_only
        )
    except DBAPIError as error:  # a disk that fails while the file is looked at
        raise _coded_in_vault(error, path) from error
    notes = admission.place_warnings(place.path, place.read_only, restored=place.restored)
    try:
        with reading_session(place.engines.reading) as session:
            admission.check_public_keys(session, place.header)
        return _workspace(place, clock, settings or SettingsFolder(), notes)
    except DBAPIError as error:
        place.close()
        raise _coded_in_vault(error, path) from error
    except BaseException:
        place.close()
        raise


def open_profile(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
) -> Workspace:
    """Open the register on an office's server; raises as `app.vault.office.open_office`."""
    place = office.open_office(path, user, passphrase)
    try:
        return _workspace(place, clock or SystemClock(), settings or SettingsFolder(), ())
    except BaseException:
        place.close()
        raise


def _workspace(
    place: folder.OpenVault | office.OpenOffice,
    clock: Clock,
    settings: SettingsFolder,
    notes: tuple[RegisterWarning, ...],
) -> Workspace:
    with reading_session(place.engines.reading) as session:
        actor = admission.admit(session, place.keys)
        notes += admission.rollback_warnings(session, settings, place.keys.register_id)
        notes += admission.clock_warnings(session, clock)
    workspace = Workspace(place, actor, clock, settings, notes)
    if not any(note.is_rollback for note in notes):
        workspace.accept_older()
    return workspace


def _coded_in_vault(error: DBAPIError, path: Path) -> Exception:
    known = dialect.coded(error)
    if isinstance(known, DiskFull):
        return DiskFull(path, free_space(path), ROOM_TO_WORK)
    return known or error


def is_profile(path: Path) -> bool:
    """Say whether a path names a shared office rather than a vault folder."""
    return path.suffix == ".toml"
