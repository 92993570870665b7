"""PFIF out: the public profile of men whose families agreed, and of nobody else; R-35, 6 (e')."""

from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.errors import AlreadyThere, BadInput
from app.exporting.pfif import Publisher, pfif_file
from app.i18n import Translator
from app.importing.pfif import pfif_man
from app.importing.profile_file import shipped_profile
from app.importing.table import records
from app.jobs.publish_job import publish_pfif
from app.sandbox.calls import read_table
from app.services.cases.people import save_relative
from app.services.desk.bin import put_into_bin
from app.services.families.consents import record_consent, withdraw_consent
from app.shapes.exports import LeftOut, PublicMan
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import NameForm, RelativeDetails, SaveRelative
from app.shapes.requests.families import RecordConsent, WithdrawConsent
from app.workspace import Workspace
from models.vocabulary.families import ConsentAnswer, ConsentScope
from models.vocabulary.people import Relation, Sex
from models.vocabulary.pfif import PUBLIC_STATUS, PfifStatus
from models.vocabulary.status import Headline
from tests.factories.men import day, missing_man
from tests.services.test_who_sees_what import limit

EN = Translator.open("en")
PHONE = "+374 55 010203"


def agreed(
    register: Workspace,
    case_id: UUID,
    answer: ConsentAnswer = ConsentAnswer.YES,
    by: str = "Մայրը",
) -> UUID:
    request = RecordConsent(
        case_id, {ConsentScope.PUBLISH_NAME: answer}, day("2021-01-10"), given_by=by
    )
    return register.write(lambda u: record_consent(u, request)).value


def man(register: Workspace, family: str) -> UUID:
    return missing_man(register, (NameForm(family, "Արամ"),), "2001-04-24")


def test_every_headline_has_its_word_but_drafts_and_closed_ones() -> None:
    assert set(Headline) - set(PUBLIC_STATUS) == {Headline.S00, Headline.S90}
    assert PUBLIC_STATUS[Headline.S20] is PfifStatus.BELIEVED_MISSING
    assert PUBLIC_STATUS[Headline.S53] is PfifStatus.BELIEVED_DEAD


def test_only_men_with_consent_go_out_and_the_rest_is_counted(
    register: Workspace, tmp_path: Path
) -> None:
    yes = man(register, "Լուսաձորյան")
    agreed(register, yes)
    relative = RelativeDetails(Relation.MOTHER, "Նարե Լուսաձորյան", phone=PHONE)
    register.write(lambda u: save_relative(u, SaveRelative(yes, relative)))
    man(register, "Չհարցվածյան")
    agreed(register, man(register, "Մերժյան"), ConsentAnswer.NO)
    disputed = man(register, "Վիճյան")
    agreed(register, disputed)
    agreed(register, disputed, ConsentAnswer.NO, "Հայրը")
    taken_back = agreed(register, man(register, "Հետյան"))
    register.write(lambda u: withdraw_consent(u, WithdrawConsent(taken_back, 1, "asked to")))
    shut, gone = man(register, "Փակյան"), man(register, "Աղբյան")
    agreed(register, shut)
    agreed(register, gone)
    limit(register, shut)
    register.write(lambda u: put_into_bin(u, PutIntoBin((gone,), "entered twice")))

    dest = tmp_path / "public.xml"
    done = publish_pfif(register, dest, "agreed", EN, domain="office.example.org")

    assert dict(done.left_out) == {
        LeftOut.NOT_ASKED: 1,
        LeftOut.REFUSED: 1,
        LeftOut.CONFLICT: 1,
        LeftOut.WITHDRAWN: 1,
        LeftOut.LIMITED: 1,
    }
    text = dest.read_text("utf-8")
    assert not [word for word in (PHONE, "Նարե", "2001-04", "Մերժյան", "Փակյան") if word in text]
    table = read_table(dest.read_bytes(), dest.name)
    profile = shipped_profile("pfif")
    (record,) = records(table.rows, profile)
    back = pfif_man(record, profile)
    assert back.names[0].full_as_written == "Լուսաձորյան Արամ"
    assert (back.birth.edtf, back.identifiers[0].scope) == ("2001", "office.example.org")
    (note,) = back.events
    assert (note.narrative.splitlines()[0], note.words) == (
        "status: believed_missing",
        "Reported missing",
    )
    assert record.cells["expiry_date"] > record.cells["entry_date"]

    with pytest.raises(AlreadyThere):
        publish_pfif(register, dest, "again", EN)
    with pytest.raises(BadInput):
        publish_pfif(register, tmp_path / "b.xml", "why", EN, domain="no domain/at all")
    assert not (tmp_path / "b.xml").exists()


def test_signs_that_xml_cannot_hold_do_not_break_the_file(frozen_clock: FrozenClock) -> None:
    odd = PublicMan(
        "N-1", "A<&>\x00\x0b\ud800 \U0001f600", "", "", (), Sex.MALE, None, Headline.S63
    )
    content = b"".join(pfif_file([odd], Publisher("&", "a.b", frozen_clock.now()), lambda _: "]]>"))
    rows = read_table(content, "people.xml").rows
    assert rows[1][rows[0].index("full_name")] == "A<&> \U0001f600"
