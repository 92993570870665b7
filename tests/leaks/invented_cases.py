"""Invents cases in which every field says something that can be told apart from all else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.shapes.case_report import (
    Account,
    AskedBody,
    CaseReport,
    Cite,
    ConsentLine,
    CustodyLine,
    Described,
    Disagreement,
    DisclosedNote,
    EventLine,
    ExhibitNote,
    GreyPicture,
    Identity,
    IdentityDocument,
    Known,
    Narrative,
    OpenQuestion,
    PlaceLine,
    PlaceWords,
    PrintedName,
    Relative,
    Service,
    Statement,
    Wording,
)
from models.codebook.compute import compute
from models.vocabulary.date_words import in_words
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.partial_date import PartialDate
from tests.factories.papers import AS_OF, YEREVAN, history_of
from tests.leaks.invented_words import SCRIPTS, Words

LANGUAGES = ("hy", "ru", "en", "az")
#: Code, and how it may be known: every group that papers treat in its own way is among them.
CODES = (
    "E01", "E02", "E03", "E04", "E08", "E09", "C10", "C11", "C12", "C13", "C17", "C19", "D20",
    "D21", "D22", "D24", "D25", "D26", "D28", "D29", "D30", "L40", "L43", "L47", "R60", "R62",
    "A116", "A119",
)  # fmt: skip
SCOPES = (
    ConsentScope.SHARE_ICRC, ConsentScope.SHARE_COURT, ConsentScope.NEGOTIATION_LIST,
    ConsentScope.PUBLISH_NAME, ConsentScope.PUBLISH_PHOTO,
)  # fmt: skip
PLACED = {"E03", "E04", "C11", "C12", "C19", "D24", "D25"}
SPOKEN = {"C19", "D20", "D21", "D30", "L43"}
ANSWERS = {"D20", "D21"}  # what the other side said of him
PROTECTED = ("RETURNED_CAPTIVE", "WITNESS_CIVIL", "ANON")


@dataclass(frozen=True, slots=True)
class Invented:
    """A case and, by the name of the field, every value that was planted in it."""

    case: CaseReport
    planted: dict[str, tuple[str, ...]]

    def of(self, *fields: str) -> set[str]:
        """Return the values of these fields; raises KeyError for one that is never planted."""
        return {value for field in fields for value in self.planted[field]}

    @property
    def names(self) -> set[str]:
        """Return his own names in all scripts, each part of them."""
        return self.of("PrintedName.family", "PrintedName.given")


def invented_cases(count: int) -> tuple[Invented, ...]:
    """Invent cases of which no two share a word; the same ones every time."""
    words = Words(20201213)
    return tuple(_Inventor(seed, words).make() for seed in range(count))


class _Inventor:
    def __init__(self, seed: int, words: Words) -> None:
        self._seed = seed
        self._words = words
        self._lang = LANGUAGES[seed % len(LANGUAGES)]
        self._planted: dict[str, list[str]] = defaultdict(list)
        self._day = date(2020, 9, 27) + timedelta(days=seed % 40)

    def make(self) -> Invented:
        """Fill every field of a case."""
        statements, exhibits = self._statements(), self._exhibits()
        events = self._events(statements, exhibits)
        case = CaseReport(
            number=f"HRD-2020-{70000 + self._seed:05d}",
            identity=self._identity(statements),
            status=compute(history_of(events), AS_OF),
            status_as_of=AS_OF,
            statements=statements,
            exhibits=exhibits,
            events=events,
            service=self._service(statements),
            family=self._family(),
            circumstances=(self._narrative("CaseReport.circumstances"),),
            circumstances_releasable=(self._narrative("CaseReport.circumstances_releasable"),),
            believed_responsible=self._say("CaseReport.believed_responsible"),
            steps_taken=self._say("CaseReport.steps_taken"),
            remark=self._say("CaseReport.remark"),
            asked=self._asked(),
            consents=self._consents(),
            disclosed=(self._disclosed(),),
            do_not_transmit=self._say("CaseReport.do_not_transmit"),
            told_in_person=True,
            next_call=date(2021, 4, 2),
            disagreements=(self._disagreement(statements),),
            places=tuple(
                PlaceLine(event.place, event.code, event.date, event.cites)
                for event in events
                if event.place
            ),
            open_questions=self._open_questions(),
            minimum_missing=("MIN.IDNO",),
            incident_number=self._keep(
                "CaseReport.incident_number", f"INC-2020-{self._words.digits(5)}"
            ),
            incident_title=self._wording("CaseReport.incident_title"),
            incident_date=self._next_day(),
            case_officer=self._name("CaseReport.case_officer"),
            photo=self._photo(),
        )
        return Invented(case, {field: tuple(said) for field, said in self._planted.items()})

    # --- saying

    def _keep(self, field: str, value: str) -> str:
        self._planted[field].append(value)
        return value

    def _say(self, field: str, words: int = 4) -> str:
        return self._keep(field, self._words.phrase(self._lang, words))

    def _name(self, field: str, lang: str = "") -> str:
        lang = lang or self._lang
        return self._keep(
            field, f"{self._words.name(lang, 'family')} {self._words.name(lang, 'given')}"
        )

    def _wording(self, field: str, words: int = 3) -> Wording:
        said = {lang: self._words.phrase(lang, words) for lang in LANGUAGES}
        self._planted[field] += said.values()
        return Wording(**said)

    def _narrative(self, field: str) -> Narrative:
        return Narrative(self._say(field, 9), self._lang)

    def _next_day(self) -> PartialDate:
        self._day += timedelta(days=self._words.number(1, 4))
        return PartialDate.on(self._day)

    def _known(self, field: str, cite: Cite) -> Known[str]:
        return Known(
            self._say(field),
            asked=True,
            asked_note=self._say("Known.asked_note"),
            cites=(cite,),
            also_said=(Known(self._say(f"{field}, as others say"), cites=(cite,)),),
        )

    def _place(self, field: str) -> PlaceWords:
        return PlaceWords(
            names=self._wording(f"{field}.names", 1),
            region=self._wording(f"{field}.region", 1),
            as_reported=self._say("PlaceWords.as_reported"),
            precision="EXACT",
            also_called=(self._say(f"{field}.also_called", 1),),
            coordinates=self._keep(
                "PlaceWords.coordinates",
                f"39.{self._words.digits(4)} N, 46.{self._words.digits(4)} E",
            ),
        )

    # --- who he is

    def _identity(self, statements: tuple[Statement, ...]) -> Identity:
        cite = Cite(statements[0].key, "B2")
        born = PartialDate.on(date(2001, 1, 1) + timedelta(days=self._seed * 11 % 365))
        self._planted["Identity.born"] += [in_words(born, lang) for lang in ("en", "hy", "ru")]
        if born.earliest is not None:
            self._planted["Identity.born"].append(f"{born.earliest:%d.%m.%Y}")
        return Identity(
            names=tuple(self._names(cite)),
            own_script=SCRIPTS[self._lang],
            sex="MALE",
            born=Known(born, cites=(cite,)),
            born_place=Known(self._place("Identity.born_place"), cites=(cite,)),
            residence=Known(self._place("Identity.residence"), cites=(cite,)),
            address=self._known("Identity.address", cite),
            nationality=self._known("Identity.nationality", cite),
            occupation=self._known("Identity.occupation", cite),
            documents=(
                IdentityDocument(
                    "PASSPORT",
                    self._keep("IdentityDocument.number", f"AN {self._words.digits(7)}"),
                    PartialDate.parse_edtf("2017"),
                    self._say("IdentityDocument.issuer"),
                    (cite,),
                ),
            ),
            description=tuple(
                Described(feature, self._known("Described.words", cite))
                for feature in ("MARKS", "BLOOD_GROUP")
            ),
        )

    def _names(self, cite: Cite) -> list[PrintedName]:
        others = [lang for lang in ("hy", "ru", "en") if lang != self._lang]
        names = []
        for lang in (self._lang, *others):
            parts = {
                part: self._keep(f"PrintedName.{part}", self._words.name(lang, part))
                for part in ("family", "given")
            }
            father = self._keep("PrintedName.father", self._words.name(lang, "given"))
            called = self._keep("PrintedName.patronymic", self._words.name(lang, "given"))
            names.append(
                PrintedName(SCRIPTS[lang], **parts, patronymic=called, father=father, cites=(cite,))
            )
        where = self._say("PrintedName.where")
        written = self._name("PrintedName.written")
        names.append(PrintedName(SCRIPTS[self._lang], written=written, kind="ON_LIST", where=where))
        return names

    def _service(self, statements: tuple[Statement, ...]) -> Service:
        cite = Cite(statements[1].key, "B2")
        return Service(
            rank=Known("PRIVATE", cites=(cite,)),
            service_type=Known("CONSCRIPT", cites=(cite,)),
            since=Known(PartialDate.parse_edtf("2019-07"), cites=(cite,)),
            unit=Known(self._wording("Service.unit"), cites=(cite,)),
            post=self._known("Service.post", cite),
            personal_number=Known(
                self._keep("Service.personal_number", self._words.digits(9)), cites=(cite,)
            ),
            gc3_category=Known("4A1", cites=(cite,)),
        )

    def _family(self) -> tuple[Relative, ...]:
        people = (("MOTHER", "enquirer"), ("FATHER", "other"), ("SISTER", "other"))
        return tuple(
            Relative(
                relation,
                self._name(f"Relative.name of {whose}"),
                birth_family=self._keep(
                    f"Relative.birth_family of {whose}", self._words.name(self._lang, "family")
                ),
                contact=self._keep(f"Relative.contact of {whose}", self._words.telephone()),
                address=self._say(f"Relative.address of {whose}"),
                email=self._keep(
                    f"Relative.email of {whose}", f"{self._words.word('en')}@example.invalid"
                ),
                languages=self._say(f"Relative.languages of {whose}", 2),
                may_be_told="NOTHING",
                notify=whose == "enquirer",
                notification_address=whose == "enquirer",
                reporter=whose == "enquirer",
            )
            for relation, whose in people
        )

    # --- what happened

    def _statements(self) -> tuple[Statement, ...]:
        kinds = ["FAMILY", "UNIT_COMMAND", *PROTECTED, "MEDIA_ADVERSE", "FELLOW_SERVICEMAN"]
        made = []
        for place, kind in enumerate(kinds):
            whose = " of informant" if kind in PROTECTED else ""
            if kind == "FELLOW_SERVICEMAN":
                whose = " of confidential"
            made.append(
                Statement(
                    f"s{self._seed}-{place}",
                    self._next_day(),
                    kind,
                    self._wording(f"Statement.title{whose}"),
                    code=self._keep("Statement.code", f"W-{self._words.digits(8)}")
                    if whose
                    else "",
                    reference=self._say(f"Statement.reference{whose}"),
                    confidential=kind == "FELLOW_SERVICEMAN",
                )
            )
        return tuple(made)

    def _exhibits(self) -> tuple[ExhibitNote, ...]:
        return tuple(
            ExhibitNote(
                f"e{self._seed}-{place}",
                self._keep("ExhibitNote.number", f"E-2020-{self._words.digits(5)}"),
                self._say("ExhibitNote.title"),
                self._next_day(),
                self._keep("ExhibitNote.sha256", self._words.hash()),
                self._words.of("VIDEO", "PHOTO", "DOCUMENT"),
                self._say("ExhibitNote.origin"),
                self._next_day(),
                "GREEN",
                (
                    CustodyLine(
                        datetime(2021, 1, 5, 12, 30, tzinfo=YEREVAN),
                        "RECEIVED",
                        self._name("CustodyLine.by"),
                        self._say("CustodyLine.reason"),
                    ),
                ),
            )
            for place in range(self._words.number(1, 2))
        )

    def _events(
        self, statements: tuple[Statement, ...], exhibits: tuple[ExhibitNote, ...]
    ) -> tuple[EventLine, ...]:
        chosen = self._words.some(list(CODES), 4, 6)
        return tuple(
            self._event(place, code, statements, exhibits) for place, code in enumerate(chosen)
        )

    def _event(
        self,
        place: int,
        code: str,
        statements: tuple[Statement, ...],
        exhibits: tuple[ExhibitNote, ...],
    ) -> EventLine:
        said = self._words.of(*statements)
        withdrawn = self._words.chance(0.15)
        return EventLine(
            f"v{self._seed}-{place}",
            code,
            self._next_day(),
            (Cite(said.key, "C3", exhibits[0].key if code == "C12" else ""),),
            place=self._place("EventLine.place") if code in PLACED else None,
            place_to=self._place("EventLine.place_to") if code == "D25" else None,
            words=self._say("EventLine.words", 6),
            words_releasable=self._say("EventLine.words_releasable"),
            particulars={
                "CONDITION": self._say("EventLine.particulars"),
                "WITNESS": self._name("EventLine.particulars of witness"),
                "NUMBER": self._keep("EventLine.particulars", self._words.telephone()),
            },
            words_lang=self._lang,
            verbatim=self._verbatim(code),
            level="L2",
            disputed=self._words.chance(0.2),
            withdrawn=withdrawn,
            withdrawn_why=self._say("EventLine.withdrawn_why") if withdrawn else "",
        )

    def _verbatim(self, code: str) -> str:
        if code not in SPOKEN:
            return ""
        answer = code in ANSWERS
        return self._say("EventLine.verbatim of answer" if answer else "EventLine.verbatim")

    def _disagreement(self, statements: tuple[Statement, ...]) -> Disagreement:
        return Disagreement(
            about="E04",
            accounts=tuple(
                Account(
                    Cite(said.key, "C3"),
                    self._next_day(),
                    self._place("Account.place"),
                    condition=self._say("Account.condition"),
                    verbatim=self._say("Account.verbatim"),
                    value=self._say("Account.value"),
                )
                for said in statements[1:3]
            ),
            meanwhile_date=self._next_day(),
            meanwhile_place=self._place("Disagreement.meanwhile_place"),
            meanwhile_words=self._say("Disagreement.meanwhile_words"),
            decided=self._say("Disagreement.decided"),
            decided_on=date(2021, 2, 8),
            decided_by=self._name("Disagreement.decided_by"),
            review_by=date(2021, 3, 24),
            reviewer=self._name("Disagreement.reviewer"),
        )

    # --- what was done

    def _asked(self) -> tuple[AskedBody, ...]:
        bodies = (("COURT", "INTERIM_MEASURES", "APPLIED"), ("ICRC", "TRACING_REQUEST", ""))
        return tuple(
            AskedBody(
                self._keep("AskedBody.number", f"SUB-2021-{self._words.digits(5)}"),
                body,
                kind,
                self._next_day(),
                body_name=self._say("AskedBody.body_name"),
                subject=self._say("AskedBody.subject"),
                our_reference=self._keep("AskedBody.our_reference", f"HR/{self._words.digits(6)}"),
                their_reference=self._keep(
                    "AskedBody.their_reference", f"{self._words.digits(6)}/21"
                ),
                applicant=self._name("AskedBody.applicant"),
                due=date(2021, 3, 1),
                reply="NOT_IDENTIFIED",
                replied=self._next_day(),
                reply_words=self._say("AskedBody.reply_words"),
                measure=measure,
                measured=self._next_day() if measure else None,
            )
            for body, kind, measure in bodies
        )

    def _consents(self) -> tuple[ConsentLine, ...]:
        """Give every consent but to publish: a notice may then name nobody."""
        return tuple(
            ConsentLine(
                scope.value,
                ConsentState.YES.value
                if not scope.value.startswith("PUBLISH")
                else ConsentState.NO.value,
                (self._name(f"ConsentLine.by of {_scope(scope)}"),),
                self._next_day(),
            )
            for scope in SCOPES
        )

    def _disclosed(self) -> DisclosedNote:
        return DisclosedNote(
            self._keep("DisclosedNote.number", f"D-2021-{self._words.digits(5)}"),
            "icrc",
            self._name("DisclosedNote.recipient"),
            date(2021, 2, 1),
            sha256=self._keep("DisclosedNote.sha256", self._words.hash()),
        )

    def _open_questions(self) -> tuple[OpenQuestion, ...]:
        return (
            OpenQuestion(
                self._say("OpenQuestion.what"),
                self._say("OpenQuestion.next_step"),
                self._name("OpenQuestion.who"),
                date(2021, 3, 24),
            ),
        )

    def _photo(self) -> GreyPicture:
        number = self._keep("GreyPicture.exhibit_number", f"E-2020-{self._words.digits(5)}")
        return GreyPicture(14, 18, bytes(range(252)), self._next_day(), number)


def _scope(scope: ConsentScope) -> str:
    """Say whose consent this is: a court is told who authorised it, and of no other one."""
    return scope.value if scope is ConsentScope.SHARE_COURT else "another scope"
