"""Claims beside our own count: the same words, the same day, and what could explain the rest."""

import pytest

from app.clock import FrozenClock
from app.i18n import Translator
from app.queries.accounting.claims import claim_men
from app.queries.accounting.differences import compare, standing_of
from app.queries.accounting.incidents import incident_page
from app.services.claims import change_claim, record_claim
from app.shapes.claims import Compared, Explains, ListCompared, Standing
from app.shapes.incidents import ClaimView
from app.shapes.requests.incidents import ChangeClaim, RecordClaim
from app.wording.claims import difference_figure, explained
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from tests.factories.men import day, said
from tests.queries.test_accounting import Lost

F, S = ClaimForm, Standing


@pytest.mark.parametrize(
    ("form", "low", "high", "ours", "standing"),
    [
        (F.EXACT, 62, None, 62, S.SAME),
        (F.EXACT, 73, None, 58, S.THEY_MORE),
        (F.EXACT, 9, None, 12, S.WE_MORE),
        (F.ABOUT, 60, None, 58, S.FITS),
        (F.ABOUT, 60, None, 80, S.OUTSIDE),
        (F.RANGE, 50, 60, 60, S.FITS),
        (F.RANGE, 50, 60, 61, S.OUTSIDE),
        (F.AT_LEAST, 5, None, 4, S.OUTSIDE),
        (F.AT_LEAST, 5, None, 40, S.FITS),
        (F.WORDS, None, None, 23, S.NO_NUMBER),
        (F.WORDS, 24, None, 23, S.NO_NUMBER),
    ],
)
def test_a_number_is_never_made_more_exact_than_it_was_said(
    form: ClaimForm, low: int | None, high: int | None, ours: int, standing: Standing
) -> None:
    assert standing_of(form, low, high, ours) is standing
    found = compare(form, low, high, ours, later=4, other_words=True)
    exact = form is F.EXACT
    assert found.gap == ((low or 0) - ours if exact else 0)
    figure = difference_figure(found, Translator.open("en"))
    assert any(letter.isdigit() for letter in figure) == exact


def test_what_could_explain_a_difference_is_said_and_no_more() -> None:
    t = Translator.open("en")
    more = compare(F.EXACT, 73, None, 58, later=4, other_words=True)
    assert more.explains == (
        Explains.REPORTED_LATER,
        Explains.WIDER_SCOPE,
        Explains.NO_LIST,
    )
    assert difference_figure(more, t) == "+15"
    assert compare(F.ABOUT, 60, None, 58, later=4).explains == (Explains.REPORTED_LATER,)
    same = compare(F.EXACT, 62, None, 62, named=ListCompared(62, 0, 0, 0))
    assert explained(same, t) == ("The same 62 men, by name.",)
    listed = compare(F.EXACT, 62, None, 60, named=ListCompared(59, 2, 1, 1))
    assert Explains.ROWS_UNTIED in listed.explains
    assert Explains.NO_LIST not in listed.explains


def claim(lost: Lost, **more: object) -> RecordClaim:
    told: dict[str, object] = {
        "category": ClaimCategory.MISSING,
        "form": F.EXACT,
        "said_by": said("Ministry", "B2", SourceKind.MOD_OWN, words="lost"),
        "number_from": 3,
        "as_of": day("2021-03-08"),
        "incident_id": lost.incident,
    }
    return RecordClaim(**(told | more))  # type: ignore[arg-type]  # fields by name


def test_a_claim_stands_beside_what_we_counted_that_day_under_its_own_words(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    lost = Lost(register, frozen_clock)

    def keep(request: RecordClaim) -> ClaimView:
        found = register.write(lambda u: record_claim(u, request)).value
        page = register.read(lambda r: incident_page(r, lost.incident))
        return next(view for view in page.claims if view.id == found)

    def beside(request: RecordClaim) -> Compared:
        found = keep(request).compared
        assert found is not None
        return found

    monday = beside(claim(lost))
    assert (monday.ours, monday.gap, monday.later) == (2, 1, 1)
    assert monday.explains == (Explains.REPORTED_LATER, Explains.NO_LIST)
    assert beside(claim(lost, as_of=day("2021-03"))).ours == 3, "its latest day is to come"
    held = claim(lost, category=ClaimCategory.CAPTURED, number_from=1, as_of=day("2021-03-09"))
    assert beside(held).standing is S.SAME
    narrow = beside(claim(lost, counts="unit:Battery", number_from=1))
    assert (narrow.ours, narrow.standing) == (1, S.SAME)
    kept = keep(claim(lost, category=ClaimCategory.STATIONED, number_from=100))
    assert kept.compared is None, "of whom was stationed there we keep no count"
    first = keep(claim(lost))
    men = register.read(lambda r: claim_men(r, first.id))
    assert [man.case_id for man in men.later] == [lost.third]

    change = ChangeClaim(first.id, first.version, claim(lost, number_from=2), "misheard")
    register.write(lambda u: change_claim(u, change))
    page = register.read(lambda r: incident_page(r, lost.incident))
    changed = next(view for view in page.claims if view.id == first.id)
    assert changed.number_from == 2
    assert changed.compared is not None
    assert changed.compared.standing is S.SAME
