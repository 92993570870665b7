"""A text for outside is held against the register before it leaves."""

from app.queries.papers.private_text import private_in_text
from app.services.cases.people import save_relative
from app.shapes.private_text import PrivateKind
from app.shapes.requests.cases import NameForm, RelativeDetails, SaveRelative
from app.workspace import Workspace
from models.vocabulary.people import Relation
from models.vocabulary.roles import Role
from tests.factories.men import missing_man
from tests.services.test_bin import put
from tests.services.test_who_sees_what import at_work_as, limit

TEXT = "Аram был с Тиграном Кайцакуни; Արամ Նմուշյանը ողջ էր, ասել է մայրը՝ Անահիտ Ծաղկունին։"


def test_other_men_and_his_family_are_pointed_at_but_not_himself(register: Workspace) -> None:
    him = missing_man(register, (NameForm("Նմուշյան", "Արամ", "Սուրենի"),))
    mother = RelativeDetails(Relation.MOTHER, "Ծաղկունի Անահիտ")
    register.write(lambda uow: save_relative(uow, SaveRelative(him, mother, None, 0, "")))
    other = missing_man(register, (NameForm("Կայծակունի", "Տիգրան"),))
    assert _people(register, him) == ["Тиграном Кайцакуни", "Անահիտ Ծաղկունին"]
    put(register, other)
    assert _people(register, him) == ["Անահիտ Ծաղկունին"]


def test_a_limited_man_s_name_is_told_to_nobody_who_may_not_see_him(register: Workspace) -> None:
    him = missing_man(register, (NameForm("Նմուշյան", "Արամ", "Սուրենի"),))
    limit(register, missing_man(register, (NameForm("Կայծակունի", "Տիգրան"),)))
    assert _people(register, him) == ["Тиграном Кайцакуни"]
    at_work_as(register, Role.INTAKE)
    assert _people(register, him) == []


def _people(register: Workspace, him: object) -> list[str]:
    found = register.read(lambda reader: private_in_text(reader, him, TEXT))  # type: ignore[arg-type]  # an id
    return [one.text for one in found if one.kind is PrivateKind.PERSON]
