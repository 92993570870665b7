"""Reads profiles from TOML and writes them; a mistake is named by the key it stands in."""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.errors import BadInput
from app.importing.profile import (
    EventRule,
    EventWords,
    IdentifierWords,
    Layout,
    ListForm,
    NameWords,
    PersonWords,
    Profile,
    ServiceWords,
    SourceWords,
)
from app.importing.profile_section import ProfileSection
from app.importing.wording_of_cells import When, Words
from app.paths import resources
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import Credibility, EventTrait, Reliability
from models.vocabulary.people import IdentifierKind, NameKind, NameOrder, ServiceType


def shipped_profiles() -> tuple[str, ...]:
    """Name the profiles that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def shipped_profile_text(name: str) -> str:
    """Return the text of a profile that comes with the program; raises BadInput."""
    if name not in shipped_profiles():
        raise BadInput("profile", "profile_unknown", value=name, known=shipped_profiles())
    return (_folder() / f"{name}.toml").read_text(encoding="utf-8")


def shipped_profile(name: str) -> Profile:
    """Return a profile that comes with the program; raises BadInput."""
    return read_profile(shipped_profile_text(name))


def load_profile(name_or_path: str) -> Profile:
    """Return a profile that ships, by its name, or the one in a TOML file; raises BadInput."""
    if name_or_path in shipped_profiles():
        return shipped_profile(name_or_path)
    path = Path(name_or_path)
    if path.suffix.lower() != ".toml" or not path.is_file():
        raise BadInput("profile", "profile_unknown", value=name_or_path, known=shipped_profiles())
    try:
        return read_profile(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput("profile", "profile_not_toml", detail="utf-8") from error


def _folder() -> Path:
    return resources() / "profiles"


def read_profile(text: str) -> Profile:
    """Read a profile. Raises BadInput with the `key` that cannot be understood."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput("profile", "profile_not_toml", detail=str(error)) from error
    top = ProfileSection(whole, "")
    layout = _layout(top.section("file"))
    profile = Profile(
        name=top.text("name"),
        title=top.text("title"),
        title_hy=top.text("title_hy"),
        title_ru=top.text("title_ru"),
        layout=layout,
        names=_names(top.section("name_words"), layout.form),
        person=_person(top.section("person")),
        service=_service(top.section("service")),
        identifiers=tuple(_identifier(one) for one in top.sections("identifiers")),
        source=_source(top.section("source")),
        events=tuple(_events(one) for one in top.sections("events")),
    )
    top.done()
    if not profile.name:
        raise BadInput("profile", "profile_key", key="name")
    return profile


def _layout(part: ProfileSection) -> Layout:
    layout = Layout(
        form=part.code("form", ListForm, ListForm.OWN),
        encoding=part.text("encoding"),
        delimiter=part.text("delimiter"),
        quotes=part.yes("quotes", otherwise=True),
        sheet=part.text("sheet"),
        header=part.yes("header", otherwise=True),
        columns=part.texts("columns"),
        nothing=part.texts("nothing"),
    )
    part.done()
    if len(layout.delimiter) > 1:
        raise part.wrong("delimiter")
    return layout


def _names(part: ProfileSection, form: ListForm) -> NameWords:
    names = NameWords(
        family=part.words("family", " "),
        given=part.words("given", " "),
        patronymic=part.words("patronymic", " "),
        full=part.words("full", " "),
        order=part.code("order", NameOrder, NameOrder.FGP),
        alias_after=part.text("alias_after"),
        lang=part.text("lang"),
        kind=part.code("kind", NameKind, NameKind.ON_LIST),
    )
    part.done()
    if form is ListForm.OWN and not (names.family or names.given or names.full):
        raise part.wrong("family")
    return names


def _person(part: ProfileSection) -> PersonWords:
    person = PersonWords(
        birth=part.words("birth"),
        birth_place=part.words("birth_place"),
        home_address=part.words("home_address"),
        occupation=part.words("occupation"),
        remark=part.words("remark", "\n"),
    )
    part.done()
    return person


def _service(part: ProfileSection) -> ServiceWords:
    ranks = part.section("ranks")
    service = ServiceWords(
        rank=part.words("rank"),
        unit=part.words("unit"),
        duty=part.words("duty"),
        power=part.words("power"),
        service_type=part.code("service_type", ServiceType, ServiceType.UNKNOWN),
        ranks=ranks.mapped(lambda section, key: section.text(key)),
    )
    part.done()
    return service


def _identifier(part: ProfileSection) -> IdentifierWords:
    number = IdentifierWords(
        kind=part.code("kind", IdentifierKind, IdentifierKind.OTHER),
        value=part.words("value"),
        scope=part.words("scope"),
        issuer=part.words("issuer"),
    )
    part.done()
    if not number.value:
        raise part.wrong("value")
    return number


def _source(part: ProfileSection) -> SourceWords:
    source = SourceWords(
        kind=part.code("kind", SourceKind, SourceKind.OTHER),
        title=part.words("title"),
        url=part.words("url"),
        group=part.words("group"),
        remark=part.words("remark", "\n"),
        locator=part.words("locator"),
        said=part.words("said"),
        reliability=part.code("reliability", Reliability, Reliability.F),
        credibility=part.code("credibility", Credibility, Credibility.SIX),
        words_lang=part.text("words_lang"),
    )
    part.done()
    return source


def _events(part: ProfileSection) -> EventWords:
    block = EventWords(
        rules=tuple(_rule(one) for one in part.sections("rules")),
        each=part.text("each"),
        unless_empty=part.texts("unless_empty"),
        date=part.words("date"),
        not_before=_one_by_one(part, "not_before"),
        not_after=_one_by_one(part, "not_after"),
        lasted=part.yes("lasted", otherwise=False),
        place=part.words("place"),
        words=part.words("words", " "),
        narrative=part.words("narrative", "\n"),
        particulars=_particulars(part),
    )
    part.done()
    if not block.rules:
        raise part.wrong("rules")
    return block


def _one_by_one(part: ProfileSection, key: str) -> tuple[Words, ...]:
    return tuple(Words((text,)) for text in part.texts(key))


def _particulars(part: ProfileSection) -> dict[str, Words]:
    section = part.section("particulars")
    found = section.mapped(lambda table, key: table.words(key))
    for key in found:
        if key not in Extra.__members__:
            raise section.wrong(key)
    return found


def _rule(part: ProfileSection) -> EventRule:
    when = part.section("when")
    conditions = when.mapped(lambda table, key: table.texts(key))
    rule = EventRule(
        when=When(tuple(conditions.items())),
        code=part.code_or_none("code", EventCode),
        says=part.text("says"),
        traits=part.codes("traits", EventTrait),
        reliability=part.code_or_none("reliability", Reliability),
        credibility=part.code_or_none("credibility", Credibility),
        place=part.words("place") if part.texts("place") else None,
        particulars=_particulars(part),
    )
    part.done()
    return rule
