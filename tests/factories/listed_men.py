"""Invented men of negotiation lists, two versions of one list."""

from __future__ import annotations

from dataclasses import replace

from app.shapes.case_report import Wording
from app.shapes.negotiation import ListedMan, ListedName, ListedVersion, NegotiationList
from models.vocabulary.lists import ListBasis
from models.vocabulary.partial_date import PartialDate

KHTSABERD = Wording("Khtsaberd", "Խծաբերդ", "Хцаберд")
HIN_TAGHER = Wording("Hin Tagher", "Հին Թաղեր", "Хин Тагер")
BETWEEN, FIFTEENTH = "[2020-12-13..2020-12-16]", "2020-12-15"

_NAMES = (
    ("Ամպրոպյան Նարեկ Վահեի", "Ампропян Нарек Ваевич", "Ampropyan Narek Vahe"),
    ("Գծիկյան Լևոն Արայի", "Гцикян Левон Араевич", "Gtsikyan Levon Ara"),
    ("Էջյան Տիգրան Մհերի", "Эджян Тигран Мгерович", "Ejyan Tigran Mher"),
    ("Թղթյան Սամվել Հրանտի", "Тхтян Самвел Грантович", "Tghtyan Samvel Hrant"),
    ("Լուսանցյան Գևորգ Ռուբենի", "Лусанцян Геворг Рубенович", "Lusantsyan Gevorg Ruben"),
    ("Ծանոթյան Կարեն Ստեփանի", "Цанотян Карен Степанович", "Tsanotyan Karen Stepan"),
    ("Նմուշյան Արամ Սուրենի", "Нмушян Арам Суренович", "Nmushyan Aram Suren"),
    ("Նմուշյան Հայկ Սուրենի", "Нмушян Айк Суренович", "Nmushyan Hayk Suren"),
    (
        "Ստորակետյան Հովհաննես Հարությունի",
        "Сторакетян Ованес Арутюнович",
        "Storaketyan Hovhannes Harutyun",
    ),
    ("Վերնագրյան Արտակ Բագրատի", "Вернагрян Артак Багратович", "Vernagryan Artak Bagrat"),
)
# born, rank, last seen, where, basis
_FACTS = (
    ("2000-02-11", "PRIVATE", "2020-12-13", KHTSABERD, "VW"),
    ("1999-07-30", "JUNIOR_SERGEANT", BETWEEN, HIN_TAGHER, "V"),
    ("2001", "PRIVATE", FIFTEENTH, HIN_TAGHER, "VA"),
    ("1988-09-03", "PRIVATE", BETWEEN, KHTSABERD, "W"),
    ("1981-12-19", "SERGEANT", FIFTEENTH, KHTSABERD, "VM"),
    ("2000-05-08", "PRIVATE", "2020-12-13~", KHTSABERD, "VAL"),
    ("2001-04-24", "PRIVATE", BETWEEN, KHTSABERD, "V"),
    ("1998-10-02", "SERGEANT", "[..2020-12-16]", HIN_TAGHER, "W"),
    ("1979-03-22", "WARRANT_OFFICER", BETWEEN, KHTSABERD, "VW"),
    ("1996-11-05", "LIEUTENANT", "2020-12-XX", HIN_TAGHER, "L"),
)


def listed_man(at: int) -> ListedMan:
    """Give one of the invented men; beyond the last they begin anew under other numbers."""
    hy, ru, en = _NAMES[at % len(_NAMES)]
    born, rank, seen, place, basis = _FACTS[at % len(_FACTS)]
    return ListedMan(
        number=f"HRD-2020-{at + 1:05d}",
        hy=_name(hy),
        ru=_name(ru),
        en=_name(en),
        born=PartialDate.parse_edtf(born),
        rank=rank,
        seen=PartialDate.parse_edtf(seen),
        place=place,
        basis=tuple(map(ListBasis, basis)),
        urgent=at == 1,
        remark="brother of no. 8" if at == 6 else "",
    )


def version(no: int, dated: str, *men: ListedMan) -> ListedVersion:
    """Give a version of these men."""
    return ListedVersion(no, PartialDate.parse_edtf(dated), men)


def two_versions() -> NegotiationList:
    """Give a list in its third version: two came, one went, of two something is told otherwise."""
    men = [listed_man(at) for at in range(10)]
    then = [
        replace(men[6], basis=(), remark=""),
        replace(men[1], urgent=False, en=ListedName("Gcikyan", "Levon", "Ara")),
    ]
    gone = replace(listed_man(13), number="HRD-2020-00099")
    before = version(2, "2021-01-18", men[0], then[1], *men[2:5], gone, then[0], *men[7:9])
    return NegotiationList("L-014", version(3, "2021-03-10", *men), before, sample=True)


def long_list(men: int) -> NegotiationList:
    """Give a first version of many men."""
    return NegotiationList("L-020", version(1, "2021-03-10", *map(listed_man, range(men))))


def _name(whole: str) -> ListedName:
    return ListedName(*whole.split())
