"""What deceives the eye in a name or a file name is shown; what is honest stays as it is (R-37)."""

import unicodedata

import pytest

from app.sandbox.exhibit_calls import FileDesk
from app.shapes.files import FileWarning
from app.wording.visible_text import visible
from tests.metrics import record
from tests.sandbox.odd_files import picture

HIDDEN = (
    "\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069",
    "\u200e", "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad",
    "\u180e", "\u2028", "\u0007", "\u007f", "\u3164", "\u115f", "\u2800", "\u034f",
)  # fmt: skip
LOOK_ALIKE = (
    "Аrаm", "Лусaдзорян", "Kарабердян", "Tигран", "Bаге", "Геворг Hмушян", "Аpам", "Сурeн",
    "Aрман", "Mикаел", "Xачатур", "Оhан", "Նմուշуան", "Արaմ", "Տիգրaն", "Վահe", "Οlga", "Αram",
    "Սuրեն", "Գevորգ", "ｐhoto", "scаn", "lettеr", "рassport",
)  # fmt: skip
HONEST = (
    "Արամ Լուսաձորյան",
    "Карабердян Тигран Арамович",
    "Nmushyan Gevorg",
    "Արամ / Арам / Aram",
    "Ջոն Smith-Սմիթ",
    "Müsterling, Jörg",
    "ԵՎ և Ёлкин",
    "IMG_2020-12-13 (2).jpg",
    "Սկան 13.12.2020.pdf",
    "O’Brien",
    "გიორგი",
)


def test_fifty_spoofed_names_are_seen() -> None:
    names = [f"Nmush{sign}yan Aram" for sign in HIDDEN] + list(LOOK_ALIKE)
    unseen = [name for name in names if not _is_shown(name, visible(name))]
    record(
        "R-37",
        "names with direction marks, hidden signs or look-alike letters shown with visible marks",
        f"{len(names) - len(unseen)} of {len(names)}",
        target="50 of 50",
        holds=not unseen and len(names) >= 50,
    )
    assert unseen == []
    assert len(names) >= 50


def _is_shown(name: str, shown: str) -> bool:
    silent = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    if any(unicodedata.category(letter) in silent for letter in shown):
        return False
    return "[U+" in shown or "‹" in shown


def test_fifty_spoofed_file_names_are_known_by_content() -> None:
    ends = [f"photo{sign}gpj.exe" for sign in HIDDEN] + [f"{word}.pdf" for word in LOOK_ALIKE]
    content = picture("JPEG")
    deceived: list[str] = []
    with FileDesk() as desk:
        for name in ends:
            head = desk._ask({"do": "look", "name": name}, content).head
            told = head["warnings"]
            by_content = head["media_type"] == "image/jpeg"
            wrong = isinstance(told, list) and FileWarning.WRONG_EXTENSION.value in told
            if not (by_content and wrong and _is_shown(name, visible(name))):
                deceived.append(name)
    record(
        "R-37",
        "spoofed file names: type by content, marks visible",
        f"{len(ends) - len(deceived)} of {len(ends)}",
        target="50 of 50",
        holds=not deceived and len(ends) >= 50,
    )
    assert deceived == []


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert visible(name) == name


def test_it_is_told_which_letter_slipped_in() -> None:
    assert visible("Лусaдзорян") == "Лус‹a›дзорян"
    assert visible("photo\u202egpj.exe") == "photo[U+202E]gpj.exe"


def test_text_from_the_right_is_set_apart() -> None:
    assert visible("آرام") == "\u2068آرام\u2069"
