"""The published accounts of domain.md 8, entered through use cases and read at a terminal.

AT1: what the Government told the Court of 249 men. AT2: 126 named from footage, 72 acknowledged.
AT3: sums of returns beside claimed totals. AT4: two compositions of the 44 stay beside our own.
AT5: one sum on two days. AT6: a day nobody said is on no paper. AT16: father and son, and true
homonyms, are never taken for one.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any  # Any: JSON values
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.db.unit_of_work import UnitOfWork
from app.queries.accounting.incidents import incident_page
from app.queries.accounting.paper import accounting_paper
from app.queries.accounting.sheet import accounting_sheet
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases
from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.services.cases.incidents import open_incident
from app.services.cases.people import save_service
from app.services.claims import record_claim
from app.shapes.accounting import Scope
from app.shapes.accounting_paper import Answered
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Outcome
from app.shapes.claims import Standing
from app.shapes.requests.cases import NameForm, RegisterMan, SaveService, ServiceDetails
from app.shapes.requests.evidence import UNKNOWN_DATE, RecordEvent
from app.shapes.requests.handovers import NewArrival
from app.shapes.requests.incidents import OpenIncident, RecordClaim
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait
from models.vocabulary.people import ServiceType
from models.vocabulary.status import AccountingLine as Line
from models.vocabulary.status import Ack, Legal, Rule39
from tests.cli.running import CommandLine
from tests.factories.men import (
    day,
    missing_man,
    record,
    said,
    seen_in_video,
    well_known_man,
)
from tests.factories.returns import a_handover, come
from tests.registers import PASSPHRASE, Home
from tests.reports.reading import text_of, unspaced
from tests.services.test_announced_counts import BATCHES, TOTALS, claim

WRITTEN = frozenset({EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS})
#: The first incident that the frozen clock of the tests sees.
INCIDENT = "INC-2021-001"
COMPOSITIONS = [
    (28, "servicemen"), (16, "civilians"), (30, "servicemen"), (14, "civilians"),
]  # fmt: skip
GOVERNMENT = SourceKind.STATE_COMMISSION_ADVERSE


class Accounts:
    """Men of one incident by the hundred, and what happened to many at once."""

    def __init__(self, register: Workspace, title: str) -> None:
        self.register = register
        self.incident = register.write(lambda u: open_incident(u, OpenIncident(title))).value

    def men(self, count: int) -> tuple[UUID, ...]:
        """Register invented men, all at once: a commit a man would take long."""
        found: list[UUID] = []

        def enter(unit: UnitOfWork) -> Outcome[None]:
            for n in range(count):
                name = NameForm("Նմուշյան", f"Անուն{n}")
                request = RegisterMan(names=(name,), incident_id=self.incident)
                found.append(register_man(unit, request).value.case_id)
            return Outcome(None)

        self.register.write(enter)
        return tuple(found)

    def happened(self, men: tuple[UUID, ...], code: EventCode, when: str, **more: object) -> None:
        by = said("The Government", "A1", GOVERNMENT)
        if code in {EventCode.R67, EventCode.L47, EventCode.L48}:
            by = said("The Court", "A1", SourceKind.ECHR)
        request = RecordEvent(men, code, day(when), said_by=(by,), **more)  # type: ignore[arg-type]  # fields by name
        self.register.write(lambda u: record_event(u, request))

    def seen(self, men: tuple[UUID, ...]) -> None:
        request = replace(seen_in_video(men[0]), case_ids=men, warning_reason="as it was seen")
        self.register.write(lambda u: record_event(u, request))

    def standing(
        self, category: ClaimCategory, number: int, as_of: str, scope: str = ""
    ) -> Standing:
        request = RecordClaim(
            category,
            ClaimForm.EXACT,
            said("A report", "B2", SourceKind.NGO),
            number_from=number,
            as_of=day(as_of),
            incident_id=self.incident,
            scope=scope,
        )
        claim = self.register.write(lambda u: record_claim(u, request)).value
        page = self.register.read(lambda r: incident_page(r, self.incident))
        found = next(one.compared for one in page.claims if one.id == claim)
        assert found is not None
        return found.standing

    def line(self, key: Line) -> int:
        scope = Scope(incident_id=self.incident)
        sheet = self.register.read(lambda r: accounting_sheet(r, scope))
        assert sheet.adds_up
        found = sheet.line(key)
        return found.count if found is not None else 0


def told(homeward: CommandLine, home: Home, command: str, *words: object) -> Any:
    """Ask at the terminal and read the answer."""
    secret = homeward.secret("founder", PASSPHRASE)
    answer = homeward.on(home.path, command, *words, "--json", secret=secret)
    assert answer.code == 0, answer.err
    return answer.json


def sums(homeward: CommandLine, home: Home, *words: object) -> dict[str, int]:
    """Give the lines of an accounting sheet as the terminal says them."""
    account = told(homeward, home, "account", *words)
    assert account["adds_up"]
    assert all(line["count"] == len(line["cases"]) for line in account["lines"])
    assert account["total"] == sum(line["count"] for line in account["lines"])
    return {line["key"]: line["count"] for line in account["lines"]}


def test_at1_the_replies_to_the_court_are_counted_as_they_were_given(
    vault: Home, homeward: CommandLine
) -> None:
    with vault.open() as register:
        _replies_to_the_court(Accounts(register, "Named before the Court"))
    lines = sums(homeward, vault, INCIDENT)
    assert lines["returned_verified"] == 58
    assert lines["held_acknowledged"] == 72
    assert sum(lines.values()) == 249
    answers = told(homeward, vault, "account", INCIDENT)
    assert answers["answers"] == {
        "REPATRIATED": 58, "DECEASED": 7, "ACK_OFFICIAL": 72, "NOT_IDENTIFIED": 112,
    }  # fmt: skip
    assert answers["contested"] == {"DECEASED": 6}
    assert answers["measures"] == {"APPLIED": 229, "SUSPENDED": 20}


def _replies_to_the_court(of_court: Accounts) -> None:
    men = of_court.men(249)
    acknowledged, unknown, home, dead = men[:72], men[72:184], men[184:242], men[242:]
    of_court.happened(men[:229], EventCode.L47, "2020-12-20")
    of_court.happened(men[229:], EventCode.L48, "2020-12-20", says=Rule39.SUSPENDED.value)
    of_court.happened(
        acknowledged, EventCode.D20, "2021-01-20", says=Ack.ACK_OFFICIAL.value, traits=WRITTEN
    )
    of_court.happened(unknown, EventCode.D21, "2021-01-20", says=Ack.NOT_IDENTIFIED.value)
    of_court.happened(home, EventCode.R67, "2021-01-28")
    of_court.happened(dead, EventCode.X80, "2020-12-01")
    of_court.seen(
        dead[:6]
    )  # filmed alive two weeks after the day on which they are said to have died

    scope = Scope(incident_id=of_court.incident)
    paper = of_court.register.read(lambda r: accounting_paper(r, scope))
    found = {row.key: row.count for row in paper.answers}
    assert found == {
        Answered.REPATRIATED: 58,
        Answered.DECEASED: 7,
        Answered.ACK_OFFICIAL: 72,
        Answered.NOT_IDENTIFIED: 112,
    }
    [said_dead] = [row for row in paper.answers if row.key is Answered.DECEASED]
    assert said_dead.contested == 6
    assert dict(paper.measures.rows) == {"APPLIED": 229, "SUSPENDED": 20}
    assert (paper.sheet.total, paper.sheet.adds_up) == (249, True)
    assert of_court.line(Line.HELD_ACKNOWLEDGED) == 72


def test_at2_named_from_footage_is_not_acknowledged(vault: Home, homeward: CommandLine) -> None:
    with vault.open() as register:
        filmed = Accounts(register, "Named from footage")
        men = filmed.men(126)
        filmed.seen(men)
        filmed.happened(
            men[:72], EventCode.D20, "2021-02-01", says=Ack.ACK_OFFICIAL.value, traits=WRITTEN
        )
        assert filmed.line(Line.HELD_ACKNOWLEDGED) == 72
        assert filmed.line(Line.HELD_NOT_ACKNOWLEDGED) == 54
        counted = {"S24": 72, "S22": 54, "S23": 0}
        for headline, count in counted.items():
            wanted = CaseFilter(text=f"status:{headline}")
            assert register.read(lambda r, w=wanted: count_cases(r, w)) == count  # type: ignore[misc]  # bound now
    lines = sums(homeward, vault, INCIDENT)
    assert lines == {"held_acknowledged": 72, "held_not_acknowledged": 54}
    for headline, count in (("S24", 72), ("S22", 54)):
        account = told(homeward, vault, "account", "all", "--filter", f"status:{headline}")
        assert account["total"] == count, headline


def test_at5_one_sum_is_accounted_for_twice_on_two_days(
    vault: Home, homeward: CommandLine, frozen_clock: FrozenClock
) -> None:
    with vault.open() as register:
        first_day = _tried_in_four_groups(Accounts(register, "Tried"), frozen_clock)
    then = sums(homeward, vault, INCIDENT, "--as-known", first_day)
    now = sums(homeward, vault, INCIDENT)
    assert then == {"returned_verified": 3, "held_acknowledged": 59}
    assert now == {"returned_verified": 29, "held_acknowledged": 33}


def _tried_in_four_groups(tried: Accounts, frozen_clock: FrozenClock) -> str:
    men = tried.men(62)
    tried.seen(men)
    assert (tried.line(Line.HELD_NOT_ACKNOWLEDGED), tried.line(Line.HELD_ACKNOWLEDGED)) == (62, 0)
    tried.happened(
        men[3:], EventCode.D20, "2021-02-01", says=Ack.ACK_OFFICIAL.value, traits=WRITTEN
    )
    assert tried.line(Line.HELD_NOT_ACKNOWLEDGED) == 3
    assert tried.standing(ClaimCategory.ACKNOWLEDGED, 59, "2021-03-10") is Standing.SAME
    tried.happened(men[:3], EventCode.R67, "2021-03-01")
    tried.happened(men[12:], EventCode.L43, "2021-03-02", says=Legal.CONVICTED.value)
    for category, number in (
        (ClaimCategory.RETURNED, 3),
        (ClaimCategory.CONVICTED, 50),
        (ClaimCategory.HELD, 9 + 50),
        (ClaimCategory.CAPTURED, 62),
    ):
        assert tried.standing(category, number, "2021-03-10") is Standing.SAME, category
    first_day = frozen_clock.today().isoformat()
    frozen_clock.advance(days=30)
    tried.happened((*men[3:12], *men[12:29]), EventCode.R67, "2021-04-01")
    for category, number, as_of, standing in (
        (ClaimCategory.RETURNED, 29, "2021-04-09", Standing.SAME),
        (ClaimCategory.CONVICTED, 33, "2021-04-09", Standing.SAME),
        (ClaimCategory.CONVICTED, 50, "2021-03-10", Standing.SAME),
        (ClaimCategory.CONVICTED, 33, "2021-03-10", Standing.WE_MORE),
    ):
        assert tried.standing(category, number, as_of) is standing, (category, as_of)
    return first_day


def test_at3_sums_of_returns_stand_beside_claimed_totals_at_a_terminal(
    vault: Home, homeward: CommandLine
) -> None:
    with vault.open() as register:
        incident = Accounts(register, "Returned in six operations").incident
        for when, headcount in BATCHES:
            a_handover(register, when, headcount=headcount, incident_id=incident)
        for when, number in TOTALS:
            claim(register, number, when, incident_id=incident)
    account = told(homeward, vault, "account", INCIDENT)
    beside = [
        (one["sum"], one["claimed"], one["differ"]) for one in account["returns"] if one["claimed"]
    ]
    assert beside == [(54, [59], [5]), (59, [63], [4]), (62, [66], [4])]
    words = homeward.on(vault.path, "account", INCIDENT, secret=homeward.secret("f", PASSPHRASE))
    assert "said 63 · 4 more than ours" in words.out


def test_at4_two_compositions_of_the_44_stand_beside_our_own(
    vault: Home, homeward: CommandLine
) -> None:
    with vault.open() as register:
        came = Accounts(register, "Returned by one aircraft")
        men = came.men(44)
        for man in men[:43]:
            kind = ServiceType.CIVIL_STAFF if man in men[:15] else ServiceType.CONSCRIPT
            request = SaveService(man, ServiceDetails(service_type=kind))
            register.write(lambda u, r=request: save_service(u, r))  # type: ignore[misc]  # bound now
        flight = a_handover(register, headcount=44, incident_id=came.incident)
        come(register, flight, *(NewArrival(f"Man {man}", case_id=man) for man in men))
        for number, scope in COMPOSITIONS:
            claim(register, number, "2021-03-10", handover_id=flight, scope=scope)
    [returned] = told(homeward, vault, "account", INCIDENT)["returns"]
    said = [(one["they"], one["scope"]) for one in returned["announced"]]
    assert sorted(said) == sorted(COMPOSITIONS)
    assert returned["ours"] == {"servicemen": 28, "civilians": 15, "unknown": 1}
    assert (returned["headcount"], returned["arrived"]) == (44, 44), "ours is altered by none"


#: domain.md 3.9: what different people said of the day on which one man was taken.
SAID_OF_THE_DAY = (
    ("2020-12-13", "A centre of lawyers"), ("2020-12-15", "The Defence Army"),
    ("[2020-12-13..2020-12-16]", "The unit"),
)  # fmt: skip


def test_at6_accounts_that_differ_by_a_day_give_a_day_to_no_reader(
    vault: Home, homeward: CommandLine, tmp_path: Path
) -> None:
    with vault.open() as register:
        man = well_known_man(register)
        by = tuple(
            said(who, "B2", SourceKind.NGO, account=day(when)) for when, who in SAID_OF_THE_DAY
        )
        record(register, RecordEvent((man,), EventCode.C11, UNKNOWN_DATE, said_by=by))
        file = register.read(lambda reader: case_file(reader, man))
        [captured] = [event for event in file.events if event.code is EventCode.C11]
        assert (captured.shown_date.earliest, captured.shown_date.latest) == (
            date(2020, 12, 13),
            date(2020, 12, 16),
        )
    for reader in ("icrc", "court", "negotiation", "public", "family"):
        out = tmp_path / f"{reader}.pdf"
        asked = ("--audience", reader, "--lang", "en", "--out", out)
        told(homeward, vault, "report", file.number, *asked)
        words = " ".join(text_of(out.read_bytes()).split())
        assert not re.search(r"[Cc]aptured (on )?1[3-6] December", words), reader


VARIANTS = (
    "between 13 and 16 December 2020",
    "с 13 по 16 декабря 2020",
    "[2020-12-13..2020-12-16]",
)


@pytest.mark.parametrize("typed", VARIANTS)
def test_at6_a_day_nobody_said_is_on_no_paper(
    vault: Home, homeward: CommandLine, tmp_path: Path, typed: str
) -> None:
    read = homeward("explain", "date", typed, "--json").json
    with vault.open() as register:
        man = missing_man(register)
        by = (said("A fellow serviceman", "C3", SourceKind.FELLOW_SERVICEMAN),)
        record(register, RecordEvent((man,), EventCode.C11, day(read["edtf"]), said_by=by))
        number = register.read(lambda reader: case_file(reader, man)).number
    case = told(homeward, vault, "case", number)
    [captured] = [event for event in case["events"] if event["code"] == "C11"]
    assert captured["date"] in {"2020-12-13/2020-12-16", "[2020-12-13..2020-12-16]"}
    for lang in ("en", "hy", "ru"):
        out = tmp_path / f"{lang}.pdf"
        asked = ("--audience", "internal", "--lang", lang, "--out", out)
        told(homeward, vault, "report", number, *asked)
        words = unspaced(text_of(out.read_bytes()))
        assert not re.search(r"(?<!\d)1[3-6]\.12\.2020", words), lang
        assert "13" in words


def test_at16_father_and_son_and_true_homonyms_are_never_one(homeward: CommandLine) -> None:
    swapped = homeward(
        "explain", "name", "Նմուշյան Արամ Հակոբի", "Нмушян Акоп Арамович", "--json"
    ).json
    assert swapped["tier"] is None or swapped["tier"] > 2
    homonyms = homeward.folder / "homonyms.tsv"
    head = "a\tb\tdob_a\tdob_b"
    row = "Քարաբերդյան Գոռ Վահեի\tКарабердян Гор Вагеевич\t1999-01-01\t1999-06-01"
    homonyms.write_text(f"{head}\n{row}\n", "utf-8")
    [pair] = homeward("explain", "name", "--file", homonyms, "--json").json
    assert pair["verdict"] != "same"
