"""Invents cases in which every field says something that can be told apart from all else."""

from __future__ import annotations

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
    OpenQuestion,
    PlaceLine,
    PlaceWords,
    PrintedName,
    Relative,
    Service,
    Statement,
    TranslationNote,
)
from models.codebook.compute import compute
from models.vocabulary.coordinates import Point
from models.vocabulary.date_words import in_words
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.partial_date import PartialDate
from tests.factories.papers import AS_OF, YEREVAN, history_of
from tests.leaks.invented_words import SCRIPTS, Words
from tests.leaks.planter import Planter, scope_of

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


class _Inventor(Planter):
    def make(self) -> Invented:
        """Fill every field of a case."""
        statements, exhibits = self._statements(), self._exhibits()
        events = self._events(statements, exhibits)
        case = CaseReport(
            number=f"HRD-2020-{70000 + self.seed:05d}",
            identity=self._identity(statements),
            status=compute(history_of(events), AS_OF),
            status_as_of=AS_OF,
            statements=statements,
            exhibits=exhibits,
            events=events,
            service=self._service(statements),
            family=self._family(),
            circumstances=(self.narrative("CaseReport.circumstances"),),
            circumstances_releasable=(self.narrative("CaseReport.circumstances_releasable"),),
            believed_responsible=self.say("CaseReport.believed_responsible"),
            steps_taken=self.say("CaseReport.steps_taken"),
            remark=self.say("CaseReport.remark"),
            asked=self._asked(),
            consents=self._consents(),
            disclosed=(self._disclosed(),),
            do_not_transmit=self.say("CaseReport.do_not_transmit"),
            told_in_person=True,
            next_call=date(2021, 4, 2),
            disagreements=(self._disagreement(statements),),
            places=tuple(
                PlaceLine(event.place, event.code, event.date, event.cites, _point(event.place))
                for event in events
                if event.place
            ),
            open_questions=self._open_questions(),
            minimum_missing=("MIN.IDNO",),
            incident_number=self.keep(
                "CaseReport.incident_number", f"INC-2020-{self.words.digits(5)}"
            ),
            incident_title=self.wording("CaseReport.incident_title"),
            incident_date=self.next_day(),
            case_officer=self.name("CaseReport.case_officer"),
            photo=self._photo(),
        )
        return Invented(case, {field: tuple(said) for field, said in self.planted.items()})

    # --- who he is

    def _identity(self, statements: tuple[Statement, ...]) -> Identity:
        cite = Cite(statements[0].key, "B2")
        born = PartialDate.on(date(2001, 1, 1) + timedelta(days=self.seed * 11 % 365))
        self.planted["Identity.born"] += [in_words(born, lang) for lang in ("en", "hy", "ru")]
        if born.earliest is not None:
            self.planted["Identity.born"].append(f"{born.earliest:%d.%m.%Y}")
        return Identity(
            names=tuple(self._names(cite)),
            own_script=SCRIPTS[self.lang],
            sex="MALE",
            born=Known(born, cites=(cite,)),
            born_place=Known(self.place("Identity.born_place"), cites=(cite,)),
            residence=Known(self.place("Identity.residence"), cites=(cite,)),
            address=self.known("Identity.address", cite),
            nationality=self.known("Identity.nationality", cite),
            occupation=self.known("Identity.occupation", cite),
            documents=(
                IdentityDocument(
                    "PASSPORT",
                    self.keep("IdentityDocument.number", f"AN {self.words.digits(7)}"),
                    PartialDate.parse_edtf("2017"),
                    self.say("IdentityDocument.issuer"),
                    (cite,),
                ),
            ),
            description=tuple(
                Described(feature, self.known("Described.words", cite))
                for feature in ("MARKS", "BLOOD_GROUP")
            ),
        )

    def _names(self, cite: Cite) -> list[PrintedName]:
        others = [lang for lang in ("hy", "ru", "en") if lang != self.lang]
        names = []
        for lang in (self.lang, *others):
            parts = {
                part: self.keep(f"PrintedName.{part}", self.words.name(lang, part))
                for part in ("family", "given")
            }
            father = self.keep("PrintedName.father", self.words.name(lang, "given"))
            called = self.keep("PrintedName.patronymic", self.words.name(lang, "given"))
            names.append(
                PrintedName(SCRIPTS[lang], **parts, patronymic=called, father=father, cites=(cite,))
            )
        where = self.say("PrintedName.where")
        written = self.name("PrintedName.written")
        names.append(PrintedName(SCRIPTS[self.lang], written=written, kind="ON_LIST", where=where))
        return names

    def _service(self, statements: tuple[Statement, ...]) -> Service:
        cite = Cite(statements[1].key, "B2")
        return Service(
            rank=Known("PRIVATE", cites=(cite,)),
            service_type=Known("CONSCRIPT", cites=(cite,)),
            since=Known(PartialDate.parse_edtf("2019-07"), cites=(cite,)),
            unit=Known(self.wording("Service.unit"), cites=(cite,)),
            post=self.known("Service.post", cite),
            personal_number=Known(
                self.keep("Service.personal_number", self.words.digits(9)), cites=(cite,)
            ),
            gc3_category=Known("4A1", cites=(cite,)),
        )

    def _family(self) -> tuple[Relative, ...]:
        people = (("MOTHER", "enquirer"), ("FATHER", "other"), ("SISTER", "other"))
        return tuple(
            Relative(
                relation,
                self.name(f"Relative.name of {whose}"),
                birth_family=self.keep(
                    f"Relative.birth_family of {whose}", self.words.name(self.lang, "family")
                ),
                contact=self.keep(f"Relative.contact of {whose}", self.words.telephone()),
                address=self.say(f"Relative.address of {whose}"),
                email=self.keep(
                    f"Relative.email of {whose}", f"{self.words.word('en')}@example.invalid"
                ),
                languages=self.say(f"Relative.languages of {whose}", 2),
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
                    f"s{self.seed}-{place}",
                    self.next_day(),
                    kind,
                    self.wording(f"Statement.title{whose}"),
                    code=self.keep("Statement.code", f"W-{self.words.digits(8)}") if whose else "",
                    reference=self.say(f"Statement.reference{whose}"),
                    confidential=kind == "FELLOW_SERVICEMAN",
                )
            )
        return tuple(made)

    def _exhibits(self) -> tuple[ExhibitNote, ...]:
        return tuple(
            ExhibitNote(
                f"e{self.seed}-{place}",
                self.keep("ExhibitNote.number", f"E-2020-{self.words.digits(5)}"),
                self.say("ExhibitNote.title"),
                self.next_day(),
                self.keep("ExhibitNote.sha256", self.words.hash()),
                self.words.of("VIDEO", "PHOTO", "DOCUMENT"),
                self.say("ExhibitNote.origin"),
                self.next_day(),
                "GREEN",
                (
                    CustodyLine(
                        datetime(2021, 1, 5, 12, 30, tzinfo=YEREVAN),
                        "RECEIVED",
                        self.name("CustodyLine.by"),
                        self.say("CustodyLine.reason"),
                    ),
                ),
                (self._translation(),),
            )
            for place in range(self.words.number(1, 2))
        )

    def _translation(self) -> TranslationNote:
        return TranslationNote(
            "ru",
            "hy",
            certified=True,
            paper=self.keep("TranslationNote.paper", f"E-2021-{self.words.digits(5)}"),
            certified_by=self.name("TranslationNote.certified_by"),
            certified_on=self.next_day(),
        )

    def _events(
        self, statements: tuple[Statement, ...], exhibits: tuple[ExhibitNote, ...]
    ) -> tuple[EventLine, ...]:
        chosen = self.words.some(list(CODES), 4, 6)
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
        said = self.words.of(*statements)
        withdrawn = self.words.chance(0.15)
        return EventLine(
            f"v{self.seed}-{place}",
            code,
            self.next_day(),
            (Cite(said.key, "C3", exhibits[0].key if code == "C12" else ""),),
            place=self.place("EventLine.place") if code in PLACED else None,
            place_to=self.place("EventLine.place_to") if code == "D25" else None,
            words=self.say("EventLine.words", 6),
            words_releasable=self.say("EventLine.words_releasable"),
            particulars={
                "CONDITION": self.say("EventLine.particulars"),
                "WITNESS": self.name("EventLine.particulars of witness"),
                "NUMBER": self.keep("EventLine.particulars", self.words.telephone()),
            },
            words_lang=self.lang,
            verbatim=self._verbatim(code),
            level="L2",
            disputed=self.words.chance(0.2),
            withdrawn=withdrawn,
            withdrawn_why=self.say("EventLine.withdrawn_why") if withdrawn else "",
        )

    def _verbatim(self, code: str) -> str:
        if code not in SPOKEN:
            return ""
        answer = code in ANSWERS
        return self.say("EventLine.verbatim of answer" if answer else "EventLine.verbatim")

    def _disagreement(self, statements: tuple[Statement, ...]) -> Disagreement:
        return Disagreement(
            about="E04",
            accounts=tuple(
                Account(
                    Cite(said.key, "C3"),
                    self.next_day(),
                    self.place("Account.place"),
                    condition=self.say("Account.condition"),
                    verbatim=self.say("Account.verbatim"),
                    value=self.say("Account.value"),
                )
                for said in statements[1:3]
            ),
            meanwhile_date=self.next_day(),
            meanwhile_place=self.place("Disagreement.meanwhile_place"),
            meanwhile_words=self.say("Disagreement.meanwhile_words"),
            decided=self.say("Disagreement.decided"),
            decided_on=date(2021, 2, 8),
            decided_by=self.name("Disagreement.decided_by"),
            review_by=date(2021, 3, 24),
            reviewer=self.name("Disagreement.reviewer"),
        )

    # --- what was done

    def _asked(self) -> tuple[AskedBody, ...]:
        bodies = (("COURT", "INTERIM_MEASURES", "APPLIED"), ("ICRC", "TRACING_REQUEST", ""))
        return tuple(
            AskedBody(
                self.keep("AskedBody.number", f"SUB-2021-{self.words.digits(5)}"),
                body,
                kind,
                self.next_day(),
                body_name=self.say("AskedBody.body_name"),
                subject=self.say("AskedBody.subject"),
                our_reference=self.keep("AskedBody.our_reference", f"HR/{self.words.digits(6)}"),
                their_reference=self.keep(
                    "AskedBody.their_reference", f"{self.words.digits(6)}/21"
                ),
                applicant=self.name("AskedBody.applicant"),
                due=date(2021, 3, 1),
                reply="NOT_IDENTIFIED",
                replied=self.next_day(),
                reply_words=self.say("AskedBody.reply_words"),
                measure=measure,
                measured=self.next_day() if measure else None,
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
                (self.name(f"ConsentLine.by of {scope_of(scope)}"),),
                self.next_day(),
            )
            for scope in SCOPES
        )

    def _disclosed(self) -> DisclosedNote:
        return DisclosedNote(
            self.keep("DisclosedNote.number", f"D-2021-{self.words.digits(5)}"),
            "icrc",
            self.name("DisclosedNote.recipient"),
            date(2021, 2, 1),
            sha256=self.keep("DisclosedNote.sha256", self.words.hash()),
            reprint_of=self.keep("DisclosedNote.reprint_of", f"D-2020-{self.words.digits(5)}"),
        )

    def _open_questions(self) -> tuple[OpenQuestion, ...]:
        return (
            OpenQuestion(
                self.say("OpenQuestion.what"),
                self.say("OpenQuestion.next_step"),
                self.name("OpenQuestion.who"),
                date(2021, 3, 24),
            ),
        )

    def _photo(self) -> GreyPicture:
        number = self.keep("GreyPicture.exhibit_number", f"E-2020-{self.words.digits(5)}")
        return GreyPicture(14, 18, bytes(range(252)), self.next_day(), number)


def _point(place: PlaceWords) -> Point:
    """Put a place where its coordinates say: "39.1234 N, 46.1234 E"."""
    lat, lon = (float(part.split()[0]) for part in place.coordinates.split(","))
    return Point(lat, lon, 2000)
