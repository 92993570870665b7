"""Says what he is to whoever reads the letter, and how she or he is addressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.i18n import mark
from app.reports.paper_words import SCRIPT_OF, PaperWords
from app.search.parts import read_name
from app.search.scripts import script_of
from app.shapes.case_report import Identity, Relative
from models.vocabulary.people import Relation, Sex

_MALE, _FEMALE = Sex.MALE.value, Sex.FEMALE.value

#: By the relation of the reader to him and by his sex: the letter begins with one of these.
_ABOUT: Mapping[str, tuple[str, str]] = {
    "child": (mark("We write to you about your son {name}."),
              mark("We write to you about your daughter {name}.")),
    "spouse": (mark("We write to you about your husband {name}."),
               mark("We write to you about your wife {name}.")),
    "sibling": (mark("We write to you about your brother {name}."),
                mark("We write to you about your sister {name}.")),
    "parent": (mark("We write to you about your father {name}."),
               mark("We write to you about your mother {name}.")),
    "grandchild": (mark("We write to you about your grandson {name}."),
                   mark("We write to you about your granddaughter {name}.")),
    "": (mark("We write to you about {name}."), mark("We write to you about {name}.")),
}  # fmt: skip
_HE_IS: Mapping[Relation, str] = {
    Relation.MOTHER: "child",
    Relation.FATHER: "child",
    Relation.WIFE: "spouse",
    Relation.BROTHER: "sibling",
    Relation.SISTER: "sibling",
    Relation.SON: "parent",
    Relation.DAUGHTER: "parent",
    Relation.GRANDPARENT: "grandchild",
}
_WOMEN = frozenset({Relation.MOTHER, Relation.WIFE, Relation.SISTER, Relation.DAUGHTER})
_MEN = frozenset({Relation.FATHER, Relation.BROTHER, Relation.SON})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """He or she, as sentences need it; their forms are those of the language of the letter."""

    he: str
    him: str
    his: str
    He: str
    His: str

    def all(self) -> dict[str, str]:
        """Return the values for the placeholders of a sentence."""
        return {"he": self.he, "him": self.him, "his": self.his, "He": self.He, "His": self.His}


_HE: Mapping[str, tuple[Pronouns, Pronouns]] = {
    "en": (Pronouns("he", "him", "his", "He", "His"), Pronouns("she", "her", "her", "She", "Her")),
    "ru": (Pronouns("он", "его", "его", "Он", "Его"), Pronouns("она", "её", "её", "Она", "Её")),
    "hy": (Pronouns("նա", "նրան", "նրա", "Նա", "Նրա"),) * 2,
}


def pronouns(words: PaperWords, identity: Identity) -> Pronouns:
    """Give the pronouns of a man or a woman in the language of the letter."""
    return _HE.get(words.lang, _HE["en"])[identity.sex == _FEMALE]


def about_whom(words: PaperWords, identity: Identity, reader: Relative | None) -> str:
    """Say in the first words of a letter of whom it speaks, and what he is to its reader."""
    known = reader is not None and reader.relation in Relation
    tie = _HE_IS.get(Relation(reader.relation), "") if reader is not None and known else ""
    sentence = _ABOUT[tie if identity.sex in {_MALE, _FEMALE} else ""][identity.sex == _FEMALE]
    return words.say(sentence, name=_name_about(words, identity, whole=not tie))


def _name_about(words: PaperWords, identity: Identity, *, whole: bool) -> str:
    """Give his given name as it stands behind "about": Արամի, Араме; whole where no tie tells."""
    own = SCRIPT_OF[words.lang]
    name = next((one for one in identity.names if one.script == own and not one.kind), None)
    if name is None or not name.given or whole:
        return words.title_names(identity)[0]
    match words.lang:
        case "hy":
            return armenian_genitive(name.given)
        case "ru":
            return russian_prepositional(name.given, woman=identity.sex == _FEMALE)
        case _:
            return name.given


def armenian_genitive(name: str) -> str:
    """Give the genitive of a given name: Արամի, Աննայի, Վահեի, Կարոյի."""
    return f"{name}յի" if name.endswith(("ա", "ո")) else f"{name}ի"


def russian_prepositional(name: str, *, woman: bool) -> str:
    """Give a given name after «о»: Араме, Сергее, Игоре, Анне, Марии; Ваге and Маргарит stay."""
    if name.endswith(("ия", "ий")):
        return f"{name[:-1]}и"
    if name.endswith(("а", "я")):
        return f"{name[:-1]}е"
    if name.endswith("ь"):
        return f"{name[:-1]}{'и' if woman else 'е'}"
    if woman:
        return name
    if name.endswith("й"):
        return f"{name[:-1]}е"
    return name if name[-1:].lower() in "еёиоуыэю" else f"{name}е"


# --- whoever reads it --------------------------------------------------------------------------


def greeting(words: PaperWords, reader: Relative | None) -> str:
    """Greet the reader by family name where it stands in the script of the letter."""
    if reader is None:
        return words.say("Dear family,")
    family = _family_name(words, reader)
    match _is_woman(reader), bool(family):
        case True, True:
            return words.say("Dear Mrs {family},", family=family)
        case False, True:
            return words.say("Dear Mr {family},", family=family)
        case True, False:
            return words.say("Dear Madam,")
        case False, False:
            return words.say("Dear Sir,")
        case _:
            return words.say("Good day,")


def titled(words: PaperWords, reader: Relative) -> str:
    """Name the reader as on an envelope."""
    match _is_woman(reader):
        case True:
            return words.say("Mrs {name}", name=reader.name)
        case False:
            return words.say("Mr {name}", name=reader.name)
        case _:
            return reader.name


def _is_woman(reader: Relative) -> bool | None:
    if reader.relation in _WOMEN:
        return True
    if reader.relation in _MEN:
        return False
    sex = read_name(reader.name).sex
    return None if sex is Sex.UNKNOWN else sex is Sex.FEMALE


def _family_name(words: PaperWords, reader: Relative) -> str:
    if script_of(reader.name).value != SCRIPT_OF[words.lang]:
        return ""
    if " " in reader.name.partition(",")[0] and "," in reader.name:
        return ""  # "Nmushyan Anahit, daughter of Varazdat" is not in the order of a card
    return read_name(reader.name).family
