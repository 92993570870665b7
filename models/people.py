"""The person: who he is, how his name is written, where he serves, who waits for him."""

from __future__ import annotations

from typing import override
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, enum_column, partial_date
from models.vocabulary.families import MayBeTold
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import (
    Gc3Category,
    IdentifierKind,
    NameKind,
    NameOrder,
    Relation,
    Script,
    ServiceType,
    Sex,
)


class OfPerson:
    """Anything that hangs on a person: its history is sealed with the key of his case."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))

    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name his case: a case carries the id of its person."""
        return (self.person_id,)


class Person(Entity):
    """A serviceman or captive civilian (GC III art. 17, 122; domain.md 1.1-1.3)."""

    __tablename__ = "people"

    #: "figure 7 in video 12": stands for the name until somebody names him.
    figure_label: Mapped[str] = mapped_column(String(200), default="")
    sex: Mapped[Sex] = enum_column(Sex, default=Sex.UNKNOWN)
    birth: Mapped[PartialDate] = partial_date("birth")
    birth_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    birth_place_as_reported: Mapped[str] = mapped_column(String(500), default="")
    home_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    home_address: Mapped[str] = mapped_column(String(500), default="")
    nationality: Mapped[str] = mapped_column(String(100), default="")
    occupation: Mapped[str] = mapped_column(String(200), default="")
    gc3_category: Mapped[Gc3Category] = enum_column(Gc3Category, default=Gc3Category.UNKNOWN)
    #: What the detaining power calls him; never overwrites ours.
    category_claimed_by_power: Mapped[str] = mapped_column(String(500), default="")
    height_cm: Mapped[int | None]
    build: Mapped[str] = mapped_column(String(200), default="")
    hair: Mapped[str] = mapped_column(String(100), default="")
    eyes: Mapped[str] = mapped_column(String(100), default="")
    marks: Mapped[str] = mapped_column(Text, default="")
    #: The picture shown on screen and paper; always re-encoded, never the original (R-50).
    portrait_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    blood_group: Mapped[str] = mapped_column(String(20), default="")
    #: Art. 123: transmitting could harm him or his family.
    do_not_transmit: Mapped[bool] = mapped_column(default=False)
    do_not_transmit_reason: Mapped[str] = mapped_column(String(500), default="")

    names: Mapped[list[PersonName]] = relationship(
        back_populates="person", order_by="PersonName.position", passive_deletes="all"
    )
    identifiers: Mapped[list[Identifier]] = relationship(
        back_populates="person", order_by="Identifier.id", passive_deletes="all"
    )
    service: Mapped[list[ServiceRecord]] = relationship(
        back_populates="person", order_by="ServiceRecord.position", passive_deletes="all"
    )
    relatives: Mapped[list[Relative]] = relationship(
        back_populates="person", order_by="Relative.position", passive_deletes="all"
    )

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name his case: a case carries the id of its person."""
        return (self.id,)

    def primary_name(self, script: Script) -> PersonName | None:
        """Give the name to show in a script: the official one first, then the first of its kind."""
        in_script = [name for name in self.names if name.script is script]
        return min(
            in_script,
            key=lambda n: (not n.is_primary, n.kind is not NameKind.OFFICIAL, n.position),
            default=None,
        )


class PersonName(OfPerson, Entity):
    """One form of a name, as it was written and by whom (domain.md 4.1)."""

    __tablename__ = "person_names"
    __table_args__ = (
        Index("ix_person_names_person_id", "person_id"),
        Index("ix_person_names_search_key", "search_key"),
    )

    kind: Mapped[NameKind] = enum_column(NameKind, default=NameKind.AS_REPORTED)
    lang: Mapped[str] = mapped_column(String(10), default="")
    script: Mapped[Script] = enum_column(Script)
    family: Mapped[str] = mapped_column(String(200), default="")
    given: Mapped[str] = mapped_column(String(200), default="")
    patronymic: Mapped[str] = mapped_column(String(200), default="")
    #: The father's given name in the nominative, where a person or a rule gave it.
    patronymic_base: Mapped[str] = mapped_column(String(200), default="")
    #: Never altered.
    full_as_written: Mapped[str] = mapped_column(String(600))
    order_as_written: Mapped[NameOrder] = enum_column(NameOrder, default=NameOrder.FGP)
    is_primary: Mapped[bool] = mapped_column(default=False)
    #: A person ticked "passport spelling checked" (domain.md 4.1).
    checked: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    search_key: Mapped[str] = mapped_column(String(600), default="")

    person: Mapped[Person] = relationship(back_populates="names")


class Identifier(OfPerson, Entity):
    """A number that ties him to a paper or to a row of a list (GC III art. 17)."""

    __tablename__ = "identifiers"
    __table_args__ = (
        Index("ix_identifiers_person_id", "person_id"),
        Index("ix_identifiers_match", "kind", "scope", "value_folded"),
    )

    kind: Mapped[IdentifierKind] = enum_column(IdentifierKind)
    value: Mapped[str] = mapped_column(String(200))
    value_folded: Mapped[str] = mapped_column(String(200), default="")
    issuer: Mapped[str] = mapped_column(String(200), default="")
    #: The list, register or series within which the value is unique.
    scope: Mapped[str] = mapped_column(String(200), default="")

    person: Mapped[Person] = relationship(back_populates="identifiers")


class ServiceRecord(OfPerson, Entity):
    """Rank, unit and footing, dated: promotion while missing and posthumous rank occur."""

    __tablename__ = "service_records"
    __table_args__ = (Index("ix_service_records_person_id", "person_id"),)

    service_type: Mapped[ServiceType] = enum_column(ServiceType, default=ServiceType.UNKNOWN)
    #: Code of vocabulary `ranks`; empty where the rank is only known as written.
    rank: Mapped[str] = mapped_column(String(40), default="")
    rank_as_written: Mapped[str] = mapped_column(String(200), default="")
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    unit_as_written: Mapped[str] = mapped_column(String(300), default="")
    duty: Mapped[str] = mapped_column(String(200), default="")
    power_of_origin: Mapped[str] = mapped_column(String(200), default="")
    since: Mapped[PartialDate] = partial_date("since")
    position: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship(back_populates="service")


class Relative(OfPerson, Entity):
    """Somebody of the family, or a contact (GC III art. 122: whom to inform, where to write)."""

    __tablename__ = "relatives"
    __table_args__ = (Index("ix_relatives_person_id", "person_id"),)

    relation: Mapped[Relation] = enum_column(Relation)
    full_name: Mapped[str] = mapped_column(String(600))
    maiden_name: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    languages: Mapped[str] = mapped_column(String(100), default="")
    #: When to ring, whom to ask for.
    reached_best: Mapped[str] = mapped_column(String(300), default="")
    may_be_told: Mapped[MayBeTold] = enum_column(MayBeTold, default=MayBeTold.EVERYTHING)
    is_person_to_be_informed: Mapped[bool] = mapped_column(default=False)
    is_notification_address: Mapped[bool] = mapped_column(default=False)
    is_reporter: Mapped[bool] = mapped_column(default=False)
    #: Class X: never leaves the office (domain.md 6.0).
    remark: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship(back_populates="relatives")
