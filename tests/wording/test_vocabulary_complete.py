"""Every code of every closed list has its words in English, Armenian and Russian."""

import re
import tomllib
from enum import StrEnum

import pytest

from app.i18n import LANGUAGES
from app.shapes import filter_query
from app.shapes.accounting_paper import Answered
from app.wording.vocabulary import TABLES, Form, codes, label, lists
from models.codebook.guard import ClosureBlock, UnusualChange
from models.codebook.overrides import OverrideFault
from models.vocabulary import (
    accounts,
    evidence,
    exhibits,
    families,
    forms,
    handovers,
    papers,
    people,
    places,
    status,
    submissions,
    tasks,
)
from models.vocabulary import lists as lists_of_names
from models.vocabulary.event_codes import EventCode, EventGroup, Extra
from models.vocabulary.roles import Role

CLOSED: dict[str, type[StrEnum]] = {
    "headline": status.Headline,
    "facet": status.Facet,
    **{facet.lower(): kind for facet, kind in status.FACET_VALUES.items()},
    "chip": status.Chip,
    "accounting": status.AccountingLine,
    "answered": Answered,
    "event": EventCode,
    "event_group": EventGroup,
    "extra": Extra,
    "event_trait": evidence.EventTrait,
    "identity_basis": evidence.IdentityBasis,
    "reliability": evidence.Reliability,
    "credibility": evidence.Credibility,
    "evidence_class": evidence.EvidenceClass,
    "authenticity": evidence.Authenticity,
    "source_kind": accounts.SourceKind,
    "claim_category": accounts.ClaimCategory,
    "claim_form": accounts.ClaimForm,
    "channel": accounts.Channel,
    "closure_reason": accounts.ClosureReason,
    "row_outcome": accounts.RowOutcome,
    "list_type": lists_of_names.ListType,
    "list_direction": lists_of_names.ListDirection,
    "list_origin": lists_of_names.ListOrigin,
    "list_reply": lists_of_names.Reply,
    "list_basis": lists_of_names.ListBasis,
    "row_state": lists_of_names.RowState,
    "name_kind": people.NameKind,
    "script": people.Script,
    "name_order": people.NameOrder,
    "sex": people.Sex,
    "gc3_category": people.Gc3Category,
    "service_type": people.ServiceType,
    "identifier_kind": people.IdentifierKind,
    "relation": people.Relation,
    "consent_scope": families.ConsentScope,
    "consent_answer": families.ConsentAnswer,
    "consent_state": families.ConsentState,
    "consent_form": families.ConsentForm,
    "audience": papers.Audience,
    "paper_section": papers.PaperSection,
    "why_left_out": papers.WhyLeftOut,
    "left_thing": papers.LeftThing,
    "access_ground": papers.AccessGround,
    "legal_basis": papers.LegalBasis,
    "disclosure_state": papers.DisclosureState,
    "data_subject": families.DataSubject,
    "contact_how": families.ContactHow,
    "contact_outcome": families.ContactOutcome,
    "may_be_told": families.MayBeTold,
    "place_kind": places.PlaceKind,
    "place_precision": places.PlacePrecision,
    "place_name_kind": places.PlaceNameKind,
    "place_language": places.PlaceLanguage,
    "coordinate_confidence": places.CoordinateConfidence,
    "exhibit_kind": exhibits.ExhibitKind,
    "received_by": exhibits.ReceivedBy,
    "shown": exhibits.Shown,
    "custody_action": exhibits.CustodyAction,
    "exhibit_attribute": exhibits.Attribute,
    "attribute_state": exhibits.AttributeState,
    "exhibit_minimum": exhibits.MinimumState,
    "task_state": tasks.TaskState,
    "today_kind": tasks.TodayKind,
    "query_key": filter_query.QueryKey,
    "query_is": filter_query.WhatIs,
    "body": submissions.Body,
    "submission_kind": submissions.SubmissionKind,
    "step_kind": submissions.StepKind,
    "submission_state": submissions.SubmissionState,
    "role": Role,
    "unusual_change": UnusualChange,
    "closure_block": ClosureBlock,
    "arrival_step": handovers.ArrivalStep,
    "verification_method": handovers.VerificationMethod,
    "family_word": handovers.FamilyWord,
    "override_fault": OverrideFault,
    "blank_form": forms.BlankForm,
}
QUESTIONS = ("fate", "custody", "ack", "repat", "remains")
FORMS: tuple[Form, ...] = ("full", "short")
SPEAKS_OF_DEATH = re.compile(
    r"\b(dead|died|killed|мёртв\w*|погиб|умер)\b|մահացել|զոհված", re.IGNORECASE
)
ARMENIAN = re.compile(r"[\u0531-\u0587]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@pytest.mark.parametrize("name", CLOSED)
def test_every_code_of_a_list_has_words_in_three_languages(name: str) -> None:
    assert set(codes(name)) == set(CLOSED[name])
    for lang in LANGUAGES:
        assert _named(name, lang) == set(CLOSED[name])


def _named(name: str, lang: str) -> set[str]:
    """Give the codes of a list that are named in this language itself, without a fallback."""
    read = tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))
    return {code for code, words in read.items() if words.get(lang)}


def test_evidence_levels_have_words() -> None:
    assert codes("evidence_level") == tuple(level.name for level in evidence.EvidenceLevel)


@pytest.mark.parametrize("name", lists())
def test_words_are_written_in_the_script_of_their_language(name: str) -> None:
    for code in codes(name):
        for form in FORMS:
            assert ARMENIAN.search(label(name, code, "hy", form)), (name, code)
            assert not ARMENIAN.search(label(name, code, "ru", form)), (name, code)
            assert not CYRILLIC.search(label(name, code, "en", form)), (name, code)
            assert not CYRILLIC.search(label(name, code, "hy", form)), (name, code)


@pytest.mark.parametrize("name", lists())
def test_a_form_stands_in_every_language_or_in_none(name: str) -> None:
    text = (TABLES / f"{name}.toml").read_text("utf-8")
    for form in ("short", "help", "answer"):
        counts = {text.count(f"\n{lang}_{form} =") for lang in LANGUAGES}
        assert len(counts) == 1, (name, form)


def test_every_event_is_explained_in_one_sentence() -> None:
    for code in EventCode:
        for lang, stop in (("en", "."), ("hy", "։"), ("ru", ".")):
            help_ = label("event", code, lang, "help")
            assert help_.endswith(stop), code
            assert help_ != label("event", code, lang), code


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_four_questions_have_a_short_bold_answer_without_a_date(name: str) -> None:
    for code in codes(name):
        for lang in LANGUAGES:
            answer = label(name, code, lang, "answer")
            assert answer
            assert not re.search(r"\d", answer)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_called_dead_where_the_codebook_says_reported(lang: str) -> None:
    reported = [
        label("headline", "S50", lang),
        label("headline", "S50", lang, "short"),
        *(label("fate", "DEAD_INDICATED", lang, form) for form in ("full", "short", "answer")),
        label("accounting", "death_reported", lang),
    ]
    assert [words for words in reported if SPEAKS_OF_DEATH.search(words)] == []


def test_no_word_of_abuse_stands_in_the_vocabulary() -> None:
    abuse = re.compile(r"terrorist|saboteur|террорист|диверсант|ահաբեկիչ|դիվերսանտ", re.IGNORECASE)
    for path in TABLES.glob("*.toml"):
        assert not abuse.search(path.read_text("utf-8")), path.name


def test_russian_writes_yo_and_armenian_its_own_full_stop() -> None:
    for path in TABLES.glob("*.toml"):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("ru"):
                assert not re.search(r"подтвержден\b|пленен\b|переведен|еще\b", line), line
            if line.startswith("hy"):
                assert not re.search(r"[ա-ֆ]:|\?", line), line
