"""Read a scenario (events in, headline out) from plain JSON values into a case history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.codebook.facts import AssertionFact, CaseHistory, EventFact
from models.codebook.particulars import NotAParticular, read_particulars
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, EvidenceClass, Reliability
from models.vocabulary.partial_date import NotADate, PartialDate


class ScenarioFault(StrEnum):
    """Say what is wrong with a scenario."""

    NOT_AN_OBJECT = "NOT_AN_OBJECT"
    NOT_A_LIST = "NOT_A_LIST"
    NOT_TEXT = "NOT_TEXT"
    NOT_YES_OR_NO = "NOT_YES_OR_NO"
    MISSING = "MISSING"
    UNKNOWN_CODE = "UNKNOWN_CODE"
    NOT_A_DATE = "NOT_A_DATE"


class BadScenario(ValueError):
    """A scenario cannot be read: `fault`, `where` ("events[2].date") and the `value` found."""

    def __init__(self, fault: ScenarioFault, where: str, value: object = "") -> None:
        self.fault = fault
        self.where = where
        self.value = str(value)[:80]
        super().__init__(f"{where}: {fault}")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One question to the codebook: a history and the day it is asked for."""

    name: str
    history: CaseHistory
    as_of: date


def read_scenarios(given: object, today: date) -> tuple[Scenario, ...]:
    """Read one scenario, a list of them, or `{"scenarios": […]}`; `today` where no day is given.

    Raises BadScenario for the first thing that cannot be read; keys nobody knows are ignored.
    """
    if isinstance(given, Mapping) and "scenarios" in given:
        as_of = _day(given, "as_of", today)
        many = _list(given["scenarios"], "scenarios")
        return tuple(_scenario(one, as_of, f"scenarios[{n}].") for n, one in enumerate(many))
    if isinstance(given, Sequence) and not isinstance(given, str):
        return tuple(_scenario(one, today, f"[{n}].") for n, one in enumerate(given))
    return (_scenario(given, today, ""),)


def read_scenario(given: object, as_of: str | None = None) -> tuple[CaseHistory, date]:
    """Read one scenario; `as_of` (ISO 8601) stands in where it names no day itself.

    Raises BadScenario, also when no day is given at all.
    """
    own = given.get("as_of") if isinstance(given, Mapping) else None
    if own is None and as_of is None:
        raise BadScenario(ScenarioFault.MISSING, "as_of")
    scenario = _scenario(given, _day({"as_of": as_of}, "as_of", date.max), "")
    return scenario.history, scenario.as_of


def _scenario(given: object, as_of: date, where: str) -> Scenario:
    scenario = _object(given, where.rstrip("."))
    if "events" not in scenario:
        raise BadScenario(ScenarioFault.MISSING, f"{where}events")
    events = _list(scenario["events"], f"{where}events")
    born = scenario.get("born")
    return Scenario(
        name=_text(scenario, "name", where),
        history=CaseHistory(
            events=tuple(_event(one, n, f"{where}events[{n}].") for n, one in enumerate(events)),
            born=None if born is None else _date(born, f"{where}born"),
            urgent=_flag(scenario, "urgent", where),
            restricted=_flag(scenario, "restricted", where),
        ),
        as_of=_day(scenario, "as_of", as_of, where),
    )


def _event(given: object, n: int, where: str) -> EventFact:
    event = _object(given, where.rstrip("."))
    code = _code(EventCode, event, "code", where)
    if code is None:
        raise BadScenario(ScenarioFault.MISSING, f"{where}code")
    words = _list(event.get("assertions", ()), f"{where}assertions")
    evidence_class = _code(EvidenceClass, event, "evidence_class", where)
    try:
        kept = read_particulars(code, _particulars(event, where))
    except NotAParticular as fault:
        raise BadScenario(ScenarioFault.UNKNOWN_CODE, f"{where}{fault.key}", fault.value) from None
    return EventFact(
        id=_text(event, "id", where) or f"e{n + 1:03d}",
        code=code,
        date=_date(event.get("date"), f"{where}date"),
        assertions=tuple(
            _assertion(one, f"{where}assertions[{k}].") for k, one in enumerate(words)
        ),
        evidence_class=evidence_class,
        authenticity=_code(Authenticity, event, "authenticity", where),
        basis=kept.basis,
        name_only=_flag(event, "name_only", where),
        homonym=kept.homonym,
        signed_off=kept.signed_off,
        withdrawn=_flag(event, "withdrawn", where),
        supersedes=_text(event, "supersedes", where) or None,
        appearance=_text(event, "appearance", where) or None,
        says=kept.says,
        reply_due=kept.reply_due,
        closure_reason=kept.closure_reason,
        traits=kept.traits,
    )


def _particulars(event: Mapping[str, object], where: str) -> dict[str, str]:
    """Write the particulars as the register keeps them: text, traits with spaces between."""
    kept = {key: _text(event, key, where) for key in ("says", "basis", "reply_due")}
    kept["closure_reason"] = _text(event, "closure_reason", where)
    traits = event.get("traits", "")
    if not isinstance(traits, str):
        traits = " ".join(str(trait) for trait in _list(traits, f"{where}traits"))
    kept["traits"] = traits
    for key in ("signed_off", "homonym"):
        kept[key] = "yes" if _flag(event, key, where) else ""
    return {key: word for key, word in kept.items() if word}


def _assertion(given: object, where: str) -> AssertionFact:
    word = _object(given, where.rstrip("."))
    reliability = _code(Reliability, word, "reliability", where)
    credibility = _code(Credibility, word, "credibility", where)
    return AssertionFact(
        reliability=Reliability.F if reliability is None else reliability,
        credibility=Credibility.SIX if credibility is None else credibility,
        group=_text(word, "group", where),
        id=_text(word, "id", where),
        coerced=_flag(word, "coerced", where),
        withdrawn=_flag(word, "withdrawn", where),
        source_kind=_code(SourceKind, word, "source_kind", where),
    )


def _object(given: object, where: str) -> Mapping[str, object]:
    if not isinstance(given, Mapping):
        raise BadScenario(ScenarioFault.NOT_AN_OBJECT, where, given)
    return given


def _list(given: object, where: str) -> Sequence[object]:
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise BadScenario(ScenarioFault.NOT_A_LIST, where, given)
    return given


def _text(given: Mapping[str, object], key: str, where: str) -> str:
    value = given.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadScenario(ScenarioFault.NOT_TEXT, f"{where}{key}", value)
    return str(value)


def _flag(given: Mapping[str, object], key: str, where: str) -> bool:
    value = given.get(key, False)
    if not isinstance(value, bool):
        raise BadScenario(ScenarioFault.NOT_YES_OR_NO, f"{where}{key}", value)
    return value


def _code[Word: StrEnum](
    kind: type[Word], given: Mapping[str, object], key: str, where: str
) -> Word | None:
    """Read a code of a closed list, whichever case it is typed in."""
    word = _text(given, key, where)
    if not word:
        return None
    for value in kind:
        if value.casefold() == word.casefold():
            return value
    raise BadScenario(ScenarioFault.UNKNOWN_CODE, f"{where}{key}", word)


def _date(given: object, where: str) -> PartialDate:
    """Read a date: EDTF, or as a person types it; none given is an unknown date."""
    if given is None or given == "":
        return PartialDate.unknown()
    if not isinstance(given, str):
        raise BadScenario(ScenarioFault.NOT_A_DATE, where, given)
    try:
        return PartialDate.parse_edtf(given)
    except NotADate:
        try:
            return PartialDate.read(given)
        except NotADate:
            raise BadScenario(ScenarioFault.NOT_A_DATE, where, given) from None


def _day(given: Mapping[str, object], key: str, default: date, where: str = "") -> date:
    word = _text(given, key, where)
    if not word:
        return default
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise BadScenario(ScenarioFault.NOT_A_DATE, f"{where}{key}", word) from None
