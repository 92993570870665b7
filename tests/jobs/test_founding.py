"""Founding a register: what protects real people must be hard to guess."""

from pathlib import Path

import pytest
from sqlalchemy import update

from app import workspace
from app.db.unit_of_work import UnitOfWork
from app.errors import PassphraseRefused
from app.jobs.registers.opening import found, open_for_work
from app.queries.places import find_places
from app.services.places.places import add_place
from app.settings import SettingsFolder
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.vault import private_folder
from models.places import PlaceName
from models.vocabulary.places import PlaceKind


def test_a_register_is_not_founded_under_an_easy_passphrase_but_a_sample_may_be(
    tmp_path: Path,
) -> None:
    settings = SettingsFolder(tmp_path / "settings")
    with pytest.raises(PassphraseRefused):
        found(tmp_path / "real", "Անի", "walnut river", settings=settings)

    assert not (tmp_path / "real").exists()
    workspace.create(tmp_path / "sample", "Անի", "walnut river", settings=settings).close()


def test_copies_that_a_killed_session_left_in_the_open_are_gone_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_folder, "_ground", lambda: tmp_path)
    left = tmp_path / "homeward-open-999999999-copies"
    left.mkdir()
    (left / "photo.jpg").write_bytes(b"a face")
    settings = SettingsFolder(tmp_path / "settings")
    workspace.create(tmp_path / "vault", "Անի", "walnut river", settings=settings).close()

    open_for_work(tmp_path / "vault", "Անի", "walnut river", settings=settings).close()

    assert not left.exists()


def test_names_of_places_are_made_findable_at_the_first_opening_after_an_upgrade(
    tmp_path: Path,
) -> None:
    settings = SettingsFolder(tmp_path / "settings")
    path = tmp_path / "vault"

    def forget(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(
            update(PlaceName).values(sounds=""), execution_options={"derived": True}
        )
        return Outcome(None, Changes())

    with workspace.create(path, "Անի", "walnut river", settings=settings) as register:
        place = AddPlace(PlaceKind.SETTLEMENT, (PlaceNameForm("hy", "Նմուշաձոր"),))
        register.write(lambda unit: add_place(unit, place))
        register.write(forget)
        assert not register.read(lambda reader: find_places(reader, "Нмушадзор"))

    with open_for_work(path, "Անի", "walnut river", settings=settings) as register:
        assert register.read(lambda reader: find_places(reader, "Нмушадзор"))
