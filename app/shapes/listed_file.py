"""The file in which the men of a list that went out are kept, as they were sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any  # Any: JSON values

from app.shapes.case_report import Wording
from app.shapes.negotiation import ListedMan, ListedName, SentMen
from models.vocabulary.lists import ListBasis
from models.vocabulary.partial_date import PartialDate

MEDIA_TYPE = "application/json"
_FORMAT = "homeward-sent-men"
_VERSION = 1


def written(sent: SentMen) -> bytes:
    """Write men as a file; the same men give the same bytes."""
    told = {
        "format": _FORMAT,
        "version": _VERSION,
        "men": [_told(man) for man in sent.men],
        "left_out": list(sent.left_out),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_back(content: bytes) -> SentMen:
    """Read the file that was written."""
    told = json.loads(content)
    return SentMen(tuple(_man(one) for one in told["men"]), tuple(told["left_out"]))


def _told(man: ListedMan) -> dict[str, object]:
    return {
        "number": man.number,
        "names": {"hy": _name(man.hy), "ru": _name(man.ru), "en": _name(man.en)},
        "passport": man.passport,
        "born": [man.born.edtf, man.born.text],
        "rank": man.rank,
        "unit": _words(man.unit),
        "seen": [man.seen.edtf, man.seen.text],
        "place": _words(man.place),
        "basis": [basis.value for basis in man.basis],
        "urgent": man.urgent,
        "remark": man.remark,
    }


def _name(name: ListedName) -> list[str]:
    return [name.family, name.given, name.father, name.whole]


def _words(words: Wording) -> dict[str, str]:
    told = {"en": words.en, "hy": words.hy, "ru": words.ru}
    return {lang: text for lang, text in told.items() if text}


def _man(told: Mapping[str, Any]) -> ListedMan:
    names = told["names"]
    return ListedMan(
        number=told["number"],
        hy=ListedName(*names["hy"]),
        ru=ListedName(*names["ru"]),
        en=ListedName(*names["en"]),
        passport=told["passport"],
        born=PartialDate.restore(*told["born"]),
        rank=told["rank"],
        unit=Wording(**told["unit"]),
        seen=PartialDate.restore(*told["seen"]),
        place=Wording(**told["place"]),
        basis=tuple(map(ListBasis, told["basis"])),
        urgent=told["urgent"],
        remark=told["remark"],
    )
