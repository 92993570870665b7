"""Invented lists in the layouts that offices receive, for the tests of importing."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook

from app.importing.profile import Profile
from app.importing.profile_file import read_profile

PROFILE = """
name = "invented-list"
title = "A list of the tests"

[file]
nothing = ["-", "n/a"]

[name_words]
family = "{family}"
given = "{given}"
patronymic = "{father}"

[person]
birth = "{born}"
birth_place = "{birthplace}"
remark = "{note}"

[service]
rank = "{rank}"
unit = "{unit}"

[service.ranks]
"շարքային" = "PRIVATE"

[[identifiers]]
kind = "LIST_ROW"
value = "{no}"
scope = "invented-list"

[[identifiers]]
kind = "SERVICE_NUMBER"
value = "{number}"
scope = "tests"

[source]
kind = "NGO"
title = "Invented list of {listed}"
said = "{listed}"
locator = "row {no}"
group = "invented"

[[events]]
date = "{when}"
not_after = "{listed}"
place = "{where}"
words = "{what}"

[[events.rules]]
when = { what = ["*captured*", "*գերի*", "*плен*"] }
code = "C10"
particulars = { BY_WHOM = "invented list" }

[[events.rules]]
when = { what = "*wounded*" }
code = "E09"
says = "LIGHT_INJURY"

[[events.rules]]
when = { what = "?*" }
code = "E08"
particulars = { TEXT = "{what}" }
"""

HEADER = "no,family,given,father,born,birthplace,rank,unit,number,when,where,what,listed,note"
ROWS = (
    (
        "1,Լուսաձորյան,Արամ,Տիգրանի,1999-05-03,Լուսաձոր,շարքային,ՆՄ-1,N-1,13.12.2020,Խծաբերդ,"
        "գերի,2020-12-20,"
    ),
    (
        "2,Карабердян,Тигран,Арамович,1998,Нижний Пример,рядовой,ВЧ 2,N-2,2020-12,Хцаберд,"
        "взят в плен,2020-12-20,"
    ),
    "3,Nmushyan,Gevorg,,12 May 1997,Sample,private,Unit 3,N-3,,,wounded,2020-12-20,see row 1",
    "4,Քարաբերդյան,Վահե,Արամի,չգիտեմ,Քարաբերդ,-,,,32.13.2020,,captured,2020-12-20,",
)


def profile() -> Profile:
    """Give the profile of the invented list."""
    return read_profile(PROFILE)


def text(*rows: str, header: str = HEADER) -> str:
    """Write a list of these rows, or of the usual four."""
    return "\n".join((header, *(rows or ROWS))) + "\n"


def written(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """Write a file and give its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def workbook(rows: str) -> bytes:
    """Write rows of text as a workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in rows.splitlines():
        sheet.append([cell or None for cell in line.split(",")])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
