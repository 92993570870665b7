"""Write men as PFIF 1.4, the format in which finders of people exchange records.

Nothing but the public profile comes in here (`PublicMan`), so nothing else can go out. A record
says by itself when it expires: consent to a name is asked again every 90 days (domain.md 6 (e')).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape  # nosec B406  # writes, never parses

from app.shapes.exports import PublicMan
from models.vocabulary.people import Sex

NAMESPACE = "http://zesty.ca/pfif/1.4"
EXPIRES_AFTER = timedelta(days=90)
_SEXES = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.OTHER: "other"}
#: What XML cannot hold even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")

type _Fields = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, when, and the domain within which its numbers are its own."""

    office: str
    domain: str
    at: datetime

    def moment(self, later: timedelta = timedelta(0)) -> str:
        """Write a moment as PFIF does."""
        return (self.at + later).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_domain(text: str) -> bool:
    """Say whether a text is the name of a domain in its plain form ("example.org")."""
    return _DOMAIN.fullmatch(text) is not None and len(text) <= 200


def pfif_file(
    men: Iterable[PublicMan], by: Publisher, words: Callable[[PublicMan], str]
) -> Iterator[bytes]:
    """Give a PFIF file piece by piece; `words` say the status of a man in a sentence."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<pfif xmlns="{NAMESPACE}">\n'.encode()
    for man in men:
        yield _person(man, by, words(man)).encode()
    yield b"</pfif>\n"


def _person(man: PublicMan, by: Publisher, words: str) -> str:
    number = f"{by.domain}/{man.number}"
    person = (
        ("person_record_id", number),
        ("entry_date", by.moment()),
        ("expiry_date", by.moment(EXPIRES_AFTER)),
        ("author_name", by.office),
        ("source_name", by.office),
        ("source_date", by.moment()),
        ("full_name", man.name),
        ("given_name", man.given),
        ("family_name", man.family),
        ("alternate_names", "\n".join(man.other_names)),
        ("sex", _SEXES.get(man.sex, "")),
        ("date_of_birth", f"{man.birth_year:04d}" if man.birth_year else ""),
    )
    note = (
        ("note_record_id", f"{number}.{by.at.astimezone(UTC):%Y%m%d}"),
        ("person_record_id", number),
        ("entry_date", by.moment()),
        ("author_name", by.office),
        ("source_date", by.moment()),
        ("author_made_contact", "false"),
        ("status", man.status.value),
        ("last_known_location", man.place),
        ("text", words),
    )
    noted = f"    <note>\n{_elements(note, 6)}    </note>\n"
    return f"  <person>\n{_elements(person, 4)}{noted}  </person>\n"


def _elements(fields: _Fields, indent: int) -> str:
    return "".join(
        f"{' ' * indent}<{name}>{escape(_NO_XML.sub('', text))}</{name}>\n"
        for name, text in fields
        if text
    )
