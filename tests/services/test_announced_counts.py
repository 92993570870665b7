"""What others announced stands beside what we counted, and neither is altered (AT3, AT4)."""

from functools import partial
from uuid import UUID

import pytest

from app.queries.accounting.running_sums import running_sums
from app.queries.handovers.differences import apart, written_alike
from app.services.cases.incidents import open_incident
from app.services.cases.people import save_service
from app.services.claims import record_claim
from app.shapes.handovers import OwnSplit
from app.shapes.requests.cases import SaveService, ServiceDetails
from app.shapes.requests.handovers import NewArrival
from app.shapes.requests.incidents import OpenIncident, RecordClaim
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.people import ServiceType
from tests.factories.men import ARAM, GOR, day, missing_man, said
from tests.factories.returns import a_handover, come, page_of

#: domain.md 3.8: the return operations as they were announced, up to May 2021.
BATCHES = (
    ("2020-12-14", 44), ("2020-12-15", 1), ("2020-12-28", 4), ("2021-01-28", 5),
    ("2021-02-09", 5), ("2021-05-04", 3),
)  # fmt: skip
TOTALS = (("2021-01-28", 59), ("2021-02-09", 63), ("2021-05-04", 66))


def claim(register: Workspace, number: int, as_of: str, **more: object) -> UUID:
    request = RecordClaim(
        category=ClaimCategory.RETURNED,
        form=ClaimForm.EXACT,
        said_by=said(f"Agency of {as_of}", "C3", SourceKind.MEDIA_INTL, words=f"{number} freed"),
        number_from=number,
        as_of=day(as_of),
        **more,  # type: ignore[arg-type]  # fields of the request, by name
    )
    return register.write(partial(record_claim, request=request)).value


def test_at3_sums_of_handovers_stand_beside_claimed_totals(register: Workspace) -> None:
    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    for when, headcount in BATCHES:
        a_handover(register, when, headcount=headcount, incident_id=incident)
    first = a_handover(register, "2021-06-12", incident_id=incident)
    claim(register, 15, "2021-06-12", handover_id=first)
    for when, number in TOTALS:
        claim(register, number, when, incident_id=incident)
    sums = register.read(lambda r: running_sums(r, incident))
    beside = [
        (one.sum, one.claims[0].number_from, one.claims[0].apart) for one in sums if one.claims
    ]
    assert beside == [(54, 59, 5), (59, 63, 4), (62, 66, 4)]
    assert [one.headcount for one in sums] == [count for _, count in BATCHES] + [None]
    assert (sums[-1].sum, sums[-1].uncounted, sums[-1].claims) == (62, 1, ())
    assert register.read(lambda r: running_sums(r, None)) == sums


def test_at4_two_compositions_of_the_44_are_kept_beside_our_own(register: Workspace) -> None:
    serving = (ServiceType.CONSCRIPT, ServiceType.CIVIL_STAFF, None)
    men = [missing_man(register, names) for names in (ARAM, GOR, GOR[:1])]
    for man, footing in zip(men, serving, strict=True):
        if footing is not None:
            request = SaveService(man, ServiceDetails(service_type=footing))
            register.write(partial(save_service, request=request))
    handover = a_handover(register, headcount=44)
    for number, scope in (
        (28, "servicemen"), (16, "civilians"), (30, "servicemen"), (14, "civilians"),
    ):  # fmt: skip
        claim(register, number, "2021-03-10", handover_id=handover, scope=scope)
    claim(register, 44, "2021-03-10", handover_id=handover)
    come(register, handover, *(NewArrival(f"Man {man}", case_id=man) for man in men))
    page = page_of(register, handover)
    kept = [(one.number_from, one.scope, one.apart) for one in page.claims]
    assert kept == [
        (28, "servicemen", None),
        (16, "civilians", None),
        (30, "servicemen", None),
        (14, "civilians", None),
        (44, "", 41),
    ]
    assert page.split == OwnSplit(servicemen=1, civilians=1, unknown=1)
    assert (page.headcount, len(page.arrivals)) == (44, 3)


@pytest.mark.parametrize(
    ("form", "low", "high", "ours", "expected"),
    [
        (ClaimForm.EXACT, 59, None, 54, 5),
        (ClaimForm.EXACT, 40, None, 44, -4),
        (ClaimForm.AT_LEAST, 59, None, 62, 0),
        (ClaimForm.AT_LEAST, 59, None, 54, 5),
        (ClaimForm.RANGE, 60, 65, 62, 0),
        (ClaimForm.RANGE, 60, 65, 70, -5),
        (ClaimForm.RANGE, 60, 65, 54, 6),
        (ClaimForm.WORDS, None, None, 54, None),
    ],
)
def test_a_claim_differs_only_so_far_as_it_says_a_number(
    form: ClaimForm, low: int | None, high: int | None, ours: int, expected: int | None
) -> None:
    assert apart(form, low, high, ours) == expected


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Нмушян Арам", "Арам НМУШЯН", True),
        ("Нмушян Арам", "Նմուշյան Արամ", True),
        ("Нмушян Арам", "Нмушьян Арам", False),
        ("Нмушян Арам", "Քարաբերդյան Գոռ", False),
        ("Nmushyan Aram", "", True),
        ("Нмушян Арам Суренович", "Нмушян Арам", True),
    ],
)
def test_names_are_written_alike_by_letter_or_across_scripts_by_sound(
    a: str, b: str, alike: bool
) -> None:
    assert written_alike(a, b) is alike
    assert written_alike(b, a) is alike
