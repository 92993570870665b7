"""Founds and opens registers for both faces: a real one, or the sample at its own time."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from app import workspace as register
from app.clock import FrozenClock, ShiftedClock
from app.queries.cases.overrides import expired_unnoticed
from app.queries.finding.index_state import index_is_stale
from app.queries.places import stale_names
from app.queries.register.office import office
from app.settings import SettingsFolder
from app.shapes.office import Office
from app.shapes.progress import Report, silent
from app.vault.office import upgrade_office
from app.vault.private_folder import sweep_left_behind
from app.vault.strength import new_passphrase
from app.workspace import Workspace

SAMPLE_USER = "Anahit"
SAMPLE_PASSPHRASE = "walnut river lantern meadow violin copper"  # noqa: S105  # printed by `homeward demo`
#: The simulated days of the sample: from the first report to the day its papers are dated.
SAMPLE_BEGINS = datetime(2020, 12, 14, 5, 0, tzinfo=UTC)
SAMPLE_TODAY = datetime(2021, 3, 10, 10, 0, tzinfo=UTC)


def found(
    path: Path, user: str, passphrase: str, *, office_name: str = "", settings: SettingsFolder
) -> None:
    """Found a register with its gazetteer; whoever founds it holds every role.

    Raises:
        AlreadyThere, PassphraseRefused, BadInput and what the disk or the server has to say.
    """
    from app.services.office import name_office  # noqa: PLC0415  # of this either
    from app.services.places.gazetteer import load_gazetteer  # noqa: PLC0415  # opening needs none

    new_passphrase(passphrase)
    with register.create(path, user, passphrase, settings=settings) as workspace:
        workspace.write(load_gazetteer)
        if office_name:
            named = Office(name_en=office_name, name_hy=office_name, name_ru=office_name)
            workspace.write(lambda uow: name_office(uow, named))


def found_sample(
    path: Path,
    user: str = SAMPLE_USER,
    passphrase: str = SAMPLE_PASSPHRASE,
    *,
    settings: SettingsFolder,
    report: Report = silent,
) -> None:
    """Make the sample register on its simulated clock.

    Nobody in it is real: it opens by any passphrase one likes.

    Raises:
        AlreadyThere, PassphraseRefused, BadInput and what the disk has to say.
    """
    from app.jobs.registers.sample_job import make_sample  # noqa: PLC0415  # opening needs none of it

    clock = FrozenClock(SAMPLE_BEGINS)
    with register.create(path, user, passphrase, clock=clock, settings=settings) as workspace:
        make_sample(workspace, clock, report)


def bring_up_to_date(profile: Path) -> None:
    """Upgrade the tables of a shared office to this program; a vault upgrades when it is opened.

    Raises:
        BadProfile, ServerUnreachable, NotAVault, NewerVault, ReadOnlyVault.
    """
    upgrade_office(profile)


def open_for_work(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    settings: SettingsFolder,
    read_only: bool = False,
) -> Workspace:
    """Open a register; in the sample it is 10 March 2021, whenever it is opened.

    `read_only` is for a vault that somebody else has open.

    Raises:
        WrongKey, NotAVault, DamagedVault, NewerVault, VaultInUse and their like.
    """
    with contextlib.suppress(OSError):  # what cannot be swept now is swept another day
        sweep_left_behind()
    workspace = register.open_register(
        path, user, passphrase, settings=settings, read_only=read_only
    )
    try:
        if workspace.read(office).is_sample:
            workspace.clock = ShiftedClock(SAMPLE_TODAY)
        if workspace.read_only is None and workspace.read(index_is_stale):
            from app.services.finding.reindexing import build_if_stale  # noqa: PLC0415  # once an upgrade

            workspace.write(build_if_stale)
        if workspace.read_only is None and workspace.read(lambda reader: stale_names(reader, 1)):
            _keep_places_findable(workspace)
        if workspace.read_only is None and workspace.read(expired_unnoticed):
            _let_expired_go(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _keep_places_findable(workspace: Workspace) -> None:
    """Compute once, after an upgrade, how the names of places sound."""
    from app.services.places.place_sounds import keep_places_findable  # noqa: PLC0415  # rarely needed

    workspace.write(keep_places_findable)


def _let_expired_go(workspace: Workspace) -> None:
    """Show the computed value from the day after a decision by hand was to be reviewed."""
    from app.services.cases.overrides import let_expired_go  # noqa: PLC0415  on few days of a year

    workspace.write(let_expired_go)
