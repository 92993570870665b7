"""Fills the items of a tracing request from what of a case the ICRC may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.form_blocks import Passage, Written
from app.reports.forms.layout import Answer
from app.reports.forms.tracing_news import News
from app.reports.paper_words import NBSP, SCRIPT_OF, PaperWords
from app.reports.reductions.icrc import enquirer_of
from app.reports.sections.dealings import answer_words, body_words, sent_when
from app.reports.sections.identity import FEATURES
from app.shapes.case_report import AskedBody, CaseReport, Known, PrintedName, Relative
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.papers import PaperSection
from models.vocabulary.people import Relation, Sex
from models.vocabulary.submissions import Body

_S = PaperSection
LINES: Final = 4
"""A value may run over one line, for whoever reads it should not have to turn the page; a longer
one goes to the end of the form."""
_ANSWERED: Final[Mapping[str, str]] = {
    ConsentState.YES: "YES",
    ConsentState.NO: "NO",
    ConsentState.WITHDRAWN: "NO",
}
_RED_CROSS: Final = frozenset({Body.ICRC, Body.NATIONAL_SOCIETY})
#: "Brown" alone may be hair or eyes.
_TO_BE_NAMED: Final = frozenset({"HAIR", "EYES", "BLOOD_GROUP"})
_NOBODY: Final = Relative("", "")
_NOT_ASKED: Final[frozenset[str]] = frozenset()


class TracingAnswers:
    """Says what stands in each item; what the register does not hold is "not recorded"."""

    def __init__(
        self, case: CaseReport, words: PaperWords, context: PaperContext, paper: Paper
    ) -> None:
        self._case = case
        self._words = words
        self._context = context
        self._sections = frozenset(paper.sections)
        self._asks = enquirer_of(case.family) or _NOBODY
        self._asked = [one for one in case.asked if one.body in _RED_CROSS]
        self._news = News(case, words)

    def all(self) -> dict[str, Answer]:
        """Return the answers by number."""
        return {
            **self._enquirer(),
            **self._man(),
            **self._known_of_him(),
            **self._last_news(),
            **self._steps(),
            **self._enclosed(),
            **self._taken(),
        }

    @property
    def enquirer(self) -> str:
        """Name who asks for him, or nobody."""
        return self._asks.name

    @property
    def reference(self) -> str:
        """Give our number of the request: of its disclosure, or of the case while it is a draft."""
        return self._context.disclosure or self._case.number

    @property
    def icrc_reference(self) -> str:
        """Give the number that the ICRC gave it, if it did."""
        known = (one.their_reference for one in self._asked if one.body == Body.ICRC)
        return ", ".join(dict.fromkeys(filter(None, known)))

    # --- A

    def _enquirer(self) -> dict[str, Answer]:
        asks, words = self._asks, self._words
        relation = words.label("relation", asks.relation) if asks.relation else ""
        nothing = self._said("", _S.FAMILY)
        return {
            "A1": self._said(asks.name, _S.FAMILY),
            "A2": nothing,
            "A3": nothing,
            "A4": nothing,
            "A5": self._said(relation, _S.FAMILY),
            "A6": self._said(asks.address, _S.FAMILY),
            "A7": self._said(_listed(asks.contact, asks.email), _S.FAMILY),
            "A8": nothing,
            "A9": self._said(self._words.languages(asks.languages), _S.FAMILY),
            "A10": _NOT_ASKED,
            "A11": self._agreed(ConsentScope.SHARE_ICRC),
            "A12": self._agreed(ConsentScope.PUBLISH_NAME),
            "A13": self._agreed(ConsentScope.PUBLISH_PHOTO),
        }

    def _agreed(self, scope: ConsentScope) -> frozenset[str]:
        states = {one.state for one in self._case.consents if one.scope == scope}
        return frozenset(_ANSWERED[state] for state in states if state in _ANSWERED)

    # --- B

    def _man(self) -> dict[str, Answer]:
        identity, words = self._case.identity, self._words
        name = self._name()
        own = words.name_in(identity, identity.own_script) if name.family or name.given else ""
        return {
            "B1": self._said(name.family or name.written, _S.IDENTITY),
            "B2": self._said(name.given, _S.IDENTITY),
            "B3": self._said(name.father or self._father(), _S.IDENTITY),
            "B4": self._said(own, _S.IDENTITY),
            "B5": self._fact(identity.born, words.when, _S.IDENTITY),
            "B6": self._fact(identity.born_place, words.place, _S.IDENTITY),
            "B7": self._said(self._mother(), _S.FAMILY),
            "B8": frozenset({identity.sex} & {Sex.MALE.value, Sex.FEMALE.value}),
            "B9": self._said(self._other_names(), _S.IDENTITY),
        }

    def _known_of_him(self) -> dict[str, Answer]:
        identity, service, words = self._case.identity, self._case.service, self._words
        rank = words.label("rank", service.rank.value) if service.rank.value else ""
        unit = service.unit.value.best(words.lang) if service.unit.value else ""
        papers = [
            f"{words.label('identifier_kind', d.kind)} {d.number}" for d in identity.documents
        ]
        numbers = [service.personal_number.value or "", *papers]
        home = words.place(identity.residence.value) if identity.residence.value else ""
        return {
            "B10": self._fact(identity.occupation, str, _S.IDENTITY),
            "B11": self._said(_listed(rank, unit), _S.SERVICE),
            "B12": self._said(_listed(*numbers), _S.IDENTITY),
            "B13": self._said(", ".join(filter(None, (home, identity.address.value))), _S.IDENTITY),
            "B14": self._said("; ".join(self._description()), _S.IDENTITY),
            "B15": self._fact(identity.nationality, words.country, _S.IDENTITY),
            "B16": self._said("", _S.IDENTITY),
        }

    def _description(self) -> Iterator[str]:
        """Tell how he looks; what does not say of itself what it is gets its name."""
        words = self._words
        for one in self._case.identity.description:
            value = (one.words.value or "").rstrip(".։")
            if one.feature == "BLOOD_GROUP":  # never torn
                value = value.replace(" ", NBSP)
            if value and one.feature in _TO_BE_NAMED:
                feature = words.inside(words.say(FEATURES[one.feature]))
                value = words.say("{feature}: {value}", feature=feature, value=value)
            if value:
                yield value

    def _name(self) -> PrintedName:
        """Choose the form of his name in the script of the paper, else in his own."""
        wanted = (SCRIPT_OF[self._words.lang], self._case.identity.own_script)
        accepted = [name for name in self._case.identity.names if not name.kind]
        for script in wanted:
            for name in accepted:
                if name.script == script:
                    return name
        return accepted[0] if accepted else PrintedName("")

    def _father(self) -> str:
        return next((one.name for one in self._case.family if one.relation == Relation.FATHER), "")

    def _mother(self) -> str:
        for one in self._case.family:
            if one.relation == Relation.MOTHER:
                return f"{one.name} ({one.birth_family})" if one.birth_family else one.name
        return ""

    def _other_names(self) -> str:
        identity = self._case.identity
        shown = (self._name(), identity.own_script)
        forms = [
            self._words.full_name(name, identity.sex)
            for name in identity.names
            if name is not shown[0] and not (not name.kind and name.script == shown[1])
        ]
        return "; ".join(dict.fromkeys(form for form in forms if form))

    # --- C, D

    def _last_news(self) -> dict[str, Answer]:
        news, section = self._news, _S.CIRCUMSTANCES
        return {
            "C1": self._said(news.last_date, section),
            "C2": self._said(news.last_kind, section),
            "C3": self._said(news.last_place, section),
            "C4": self._passage(news.how_lost(), section),
            "C5": self._passage(news.reports(), _S.CAPTURE),
            "C6": self._said(news.held_at, _S.DETENTION),
            "C7": self._said(news.last_seen_by, section),
            "C8": self._passage(news.other_side(), _S.REPLIES),
            "D1": self._passage(self._others(), _S.STATUS),
        }

    def _others(self) -> str:
        title = self._case.incident_title.best(self._words.lang)
        if not title:
            return ""
        return self._words.say(
            "Incident: {incident}. Others are named in the requests of their own families.",
            incident=title,
        )

    # --- E, F, G, H

    def _steps(self) -> dict[str, Answer]:
        references = [one.their_reference for one in self._asked if one.their_reference]
        others = [one for one in self._case.asked if one not in self._asked]
        told = "\n".join(map(self._step, others)) or self._news.asked_of_others()
        return {
            "E1": frozenset({"YES"}) if self._asked else _NOT_ASKED,
            "E2": self._said(", ".join(references), _S.STEPS),
            "E3": self._passage(told, _S.STEPS),
        }

    def _step(self, asked: AskedBody) -> str:
        words = self._words
        step = words.say(
            "{date}: {body} – {what}, {reference}",
            date=sent_when(words, asked),
            body=body_words(words, asked),
            what=words.label("submission_kind", asked.kind),
            reference=asked.their_reference or asked.our_reference or asked.number,
        )
        answer = answer_words(words, asked, self._case.status_as_of)
        if asked.reply or asked.measure:
            answer = words.say("Reply: {reply}", reply=words.inside(answer))
        return f"{words.sentence(step)} {words.sentence(answer)}"

    def _enclosed(self) -> dict[str, Answer]:
        crossed = {"photograph"} if self._case.photo else set()
        return {
            "F1": frozenset(crossed),
            "F2": self._passage(self._held(), _S.EXHIBITS),
            "G1": _NOT_ASKED,
            "G2": self._said("", _S.FAMILY),
        }

    def _held(self) -> str:
        held = "; ".join(self._exhibits())
        if not held:
            return ""
        return self._words.say("Held by the office, copied on request: {exhibits}", exhibits=held)

    def _exhibits(self) -> Iterator[str]:
        """Name what the office holds and may copy: kind, date and number, no title."""
        words = self._words
        for one in self._case.exhibits:
            kind = words.label("exhibit_kind", one.kind) if one.kind else words.say("exhibit")
            kind = words.inside(kind)
            when = words.date_in_note(one.dated) if one.dated else ""
            yield ", ".join(part for part in (kind, when, one.number) if part)

    def _taken(self) -> dict[str, Answer]:
        context, words = self._context, self._words
        return {
            "H1": self._said(context.prepared_by.name, None),
            "H2": self._said(context.office.best(words.lang), None),
            "H3": Written(words.day(context.printed_at.date())),
            "H4": self._said("", None),
            "H5": Written(_listed(self.reference, self.icrc_reference), LINES),
        }

    # --- how an answer is said

    def _said(self, text: str, section: PaperSection | None) -> Written:
        return Written(text or self._absent(section), LINES)

    def _passage(self, text: str, section: PaperSection) -> Passage:
        return Passage(text or self._absent(section))

    def _fact[T](self, fact: Known[T], say: Callable[[T], str], section: PaperSection) -> Written:
        if fact.value is not None:
            return Written(say(fact.value), LINES)
        return Written(self._words.say("not known") if fact.asked else self._absent(section))

    def _absent(self, section: PaperSection | None) -> str:
        """Say that a thing was not asked, or that this copy goes without that section."""
        if section is None or section in self._sections:
            return self._words.say("not recorded")
        return self._words.say("not given in this copy")


def _listed(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
