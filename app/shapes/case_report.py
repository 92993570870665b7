"""What a printed paper knows of one case: codes, partial dates and words as they were said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from models.vocabulary.partial_date import PartialDate

if TYPE_CHECKING:
    from models.codebook.facts import Status
    from models.vocabulary.coordinates import Point

_NOTHING_MORE: Mapping[str, str] = MappingProxyType({})

# Nothing here is formatted and nothing depends on the language of the paper: one `CaseReport`
# prints in all of them. Codes are the values of the vocabularies in `resources/vocab`; an empty
# string means "no code". Scripts are ISO 15924 (`Armn`, `Cyrl`, `Latn`), languages `hy ru en az`.


@dataclass(frozen=True, slots=True)
class Wording:
    """The same name or title in the languages in which it is recorded; empty where it is not."""

    en: str = ""
    hy: str = ""
    ru: str = ""
    az: str = ""

    def best(self, lang: str) -> str:
        """Return the wording of `lang`, else the first recorded of en, hy, ru, az."""
        wanted: str = getattr(self, lang, "")
        return wanted or self.en or self.hy or self.ru or self.az


@dataclass(frozen=True, slots=True)
class Cite:
    """One mark beside a fact: which statement or exhibit carries it, and its grade pair."""

    statement: str = ""  # `Statement.key`; empty when only an exhibit is cited
    grade: str = ""  # "B2"; empty when ungraded
    exhibit: str = ""  # `ExhibitNote.key`


@dataclass(frozen=True, slots=True)
class Known[T]:
    """A fact with who says so; `value` None means not known (asked) or not recorded (not asked)."""

    value: T | None = None
    asked: bool = False
    asked_note: str = ""  # "asked of the unit on 2 February 2021, no reply": as the register has it
    cites: tuple[Cite, ...] = ()
    also_said: tuple[Known[T], ...] = ()  # other values that citations state, side by side


@dataclass(frozen=True, slots=True)
class Statement:
    """One source speaking on one day in one way: a line in the notes of a page."""

    key: str
    said_on: PartialDate
    kind: str = ""  # a `SourceKind`: FAMILY, FELLOW_SERVICEMAN …
    title: Wording = Wording()  # as registered: "Mother, by telephone"; empty when confidential
    code: str = ""  # "W-01" for sources known by their code only
    reference: str = ""  # document number, page or minute
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class ExhibitNote:
    """A video, picture or paper that is cited; printed as `E12` with its full number in a note."""

    key: str
    number: str  # "E-2020-00012"
    title: str = ""
    dated: PartialDate | None = None
    sha256: str = ""
    kind: str = ""
    origin: str = ""  # empty: said to be unknown
    received: PartialDate | None = None
    minimum: str = ""  # GREEN, AMBER or RED of what a court asks (`domain.md` 2.6)
    custody: tuple[CustodyLine, ...] = ()  # every step since it came in, for a court
    translations: tuple[TranslationNote, ...] = ()  # certified ones first


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """That an exhibit was translated, and whether anybody answers for it; not by whom it was."""

    lang: str  # into which language; empty where nobody noted it
    from_lang: str = ""
    certified: bool = False
    paper: str = ""  # the number of the exhibit that it is, where it is a paper too
    certified_by: str = ""
    certified_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One step of the custody of an exhibit: who did what with it, when."""

    at: datetime
    action: str  # a `CustodyAction`
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name in one script, parted; `kind` is empty for the accepted form of that script."""

    script: str
    family: str = ""
    given: str = ""
    patronymic: str = ""  # as written in that script: Սուրենի, Суренович
    father: str = ""  # father's given name, for "son of Suren" where a script has no patronymic
    written: str = ""  # the whole name as written, where nobody has parted it
    kind: str = ""  # a `NameKind`: ALIAS, ON_LIST, BIRTH …
    where: str = ""  # "list L-004, row 12"
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place with its recorded names, what was said of it verbatim, and how precise it is."""

    names: Wording = Wording()
    region: Wording = Wording()
    as_reported: str = ""
    precision: str = ""  # a `PlacePrecision`: EXACT, SETTLEMENT, DISTRICT …
    also_called: tuple[str, ...] = ()  # names of other languages or years
    coordinates: str = ""  # "39.47 N, 46.93 E", empty when none
    kind: str = ""  # a `PlaceKind`: SETTLEMENT, POSITION, DETENTION …; empty where not known


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A passport, card or other paper of his."""

    kind: str  # an `IdentifierKind`: PASSPORT, MILITARY_ID …
    number: str
    issued: PartialDate | None = None
    issuer: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """One line of his description: which feature, and the words."""

    feature: str  # HEIGHT, BUILD, HAIR, EYES, MARKS, BLOOD_GROUP
    words: Known[str]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who he is."""

    names: tuple[PrintedName, ...]  # the accepted form of each script first, own script leading
    own_script: str = "Armn"
    sex: str = ""  # a `Sex`
    born: Known[PartialDate] = Known()
    born_place: Known[PlaceWords] = Known()
    residence: Known[PlaceWords] = Known()
    address: Known[str] = Known()
    nationality: Known[str] = Known()
    occupation: Known[str] = Known()
    documents: tuple[IdentityDocument, ...] = ()
    description: tuple[Described, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """How he served."""

    rank: Known[str] = Known()  # code of vocabulary `rank`, or the rank as written
    service_type: Known[str] = Known()  # a `ServiceType`
    since: Known[PartialDate] = Known()
    unit: Known[Wording] = Known()
    post: Known[str] = Known()
    personal_number: Known[str] = Known()
    gc3_category: Known[str] = Known()  # a `Gc3Category`


@dataclass(frozen=True, slots=True)
class Relative:
    """One of his people."""

    relation: str  # a `Relation`
    name: str
    birth_family: str = ""  # maiden name
    contact: str = ""
    address: str = ""
    email: str = ""
    languages: str = ""
    may_be_told: str = ""  # a `MayBeTold`: what they may be told by telephone or letter
    notify: bool = False  # to be informed first
    notification_address: bool = False  # letters go there (GC III art. 122)
    reporter: bool = False  # reported him missing
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something that happened or is said to have happened to him, with its sources."""

    key: str
    code: str  # event code: C12
    date: PartialDate
    cites: tuple[Cite, ...]
    place: PlaceWords | None = None
    place_to: PlaceWords | None = None  # for a transfer
    words: str = ""  # neutral narrative of the register, as typed: internal
    words_releasable: str = ""  # the same as it may leave the office (`domain.md` 6.2 rule 2)
    particulars: Mapping[str, str] = field(default_factory=lambda: _NOTHING_MORE)  # by `Extra`
    words_lang: str = ""
    verbatim: str = ""  # what the source said, word for word
    level: str = ""  # L0 … L4
    disputed: bool = False
    withdrawn: bool = False
    withdrawn_why: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says about a thing on which sources differ."""

    cite: Cite
    date: PartialDate | None = None
    place: PlaceWords | None = None
    condition: str = ""
    verbatim: str = ""
    value: str = ""  # for differing facts that are neither a day nor a place
    taken: bool = False  # the office goes by this account


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Accounts of one thing that cannot all be true, by date said, and what stands meanwhile."""

    about: str  # an event code, or a field of `Identity`/`Service`
    accounts: tuple[Account, ...]
    meanwhile_date: PartialDate | None = None  # hull of the strongest accounts
    meanwhile_place: PlaceWords | None = None
    meanwhile_words: str = ""
    decided: str = ""  # the decision and its reason; empty: none yet
    decided_on: date | None = None
    decided_by: str = ""
    review_by: date | None = None
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in his story and what happened there."""

    place: PlaceWords
    code: str  # code of the event that puts him there
    when: PartialDate
    cites: tuple[Cite, ...] = ()
    point: Point | None = None  # where it lies, and within how many metres


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something not known, what is done about it, by whom and until when."""

    what: str
    next_step: str = ""
    who: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Narrative:
    """A passage of free text of the register, in its own language."""

    text: str
    lang: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """Eight-bit grey pixels, row by row from the top; the sandbox made them, never a file."""

    width: int
    height: int
    pixels: bytes
    taken: PartialDate | None = None
    exhibit_number: str = ""


@dataclass(frozen=True, slots=True)
class AskedBody:
    """Something that was sent about him to a body, and what came back."""

    number: str  # SUB-2021-007
    body: str  # a `Body`
    kind: str  # a `SubmissionKind`
    sent: PartialDate
    body_name: str = ""
    subject: str = ""
    our_reference: str = ""
    their_reference: str = ""
    applicant: str = ""
    due: date | None = None
    reply: str = ""  # a `Reply`; empty: none yet
    replied: PartialDate | None = None
    reply_words: str = ""  # verbatim
    measure: str = ""  # a `Rule39`
    measured: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What holds of one thing a family may agree to: the answer, by whose word, since when."""

    scope: str  # a `ConsentScope`
    state: str  # a `ConsentState`
    by: tuple[str, ...] = ()
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class DisclosedNote:
    """A paper on him that was issued before, all its copies in one line; a reprint by itself."""

    number: str  # D-2021-0042: of the first copy
    audience: str  # an `Audience`
    recipient: str  # empty: a relative, whom this reader does not read of
    issued: date
    copies: int = 1
    sha256: str = ""
    reprint_of: str = ""  # the number of the copy that was printed once more


@dataclass(frozen=True, slots=True)
class CaseReport:
    """All of one case that any paper may print; the audience decides what does."""

    number: str
    identity: Identity
    status: Status
    status_as_of: date
    statements: tuple[Statement, ...]  # their order gives S1, S2 …: by date said, then by key
    exhibits: tuple[ExhibitNote, ...] = ()
    events: tuple[EventLine, ...] = ()  # in order of occurrence (`domain.md` 5.5)
    service: Service = Service()
    family: tuple[Relative, ...] = ()
    circumstances: tuple[Narrative, ...] = ()  # internal wording
    circumstances_releasable: tuple[Narrative, ...] = ()
    believed_responsible: str = ""
    steps_taken: str = ""
    remark: str = ""  # of the staff: never leaves
    asked: tuple[AskedBody, ...] = ()  # what was sent about him, the oldest first
    consents: tuple[ConsentLine, ...] = ()  # every scope, asked or not
    disclosed: tuple[DisclosedNote, ...] = ()
    do_not_transmit: str = ""  # why nothing on him is passed on (GC III art. 123); empty: it may be
    told_in_person: bool = False  # two of the staff told the family sensitive news face to face
    next_call: date | None = None  # the next day on which the family was promised a call
    disagreements: tuple[Disagreement, ...] = ()
    places: tuple[PlaceLine, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    minimum_missing: tuple[str, ...] = ()  # codes of `domain.md` 2.1: MIN.IDNO …
    minimum_points: int = 16
    incident_number: str = ""
    incident_title: Wording = Wording()
    incident_date: PartialDate | None = None
    case_officer: str = ""
    photo: GreyPicture | None = None
    sample: bool = False

    def event(self, key: str) -> EventLine | None:
        """Return the event with this key, or None when it is not on this paper."""
        return next((event for event in self.events if event.key == key), None)

    def events_of(self, *codes: str) -> Iterator[EventLine]:
        """Yield the events of these codes that stand, in order of occurrence."""
        return (e for e in self.events if e.code in codes and not e.withdrawn)
