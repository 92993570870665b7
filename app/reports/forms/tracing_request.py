"""The tracing request to the ICRC: items A1 to H5, the same by hand and from the register."""

from __future__ import annotations

from typing import Final

from app.i18n import mark
from app.reports.form_blocks import FreeLines
from app.reports.forms.layout import DATE, FULL, SEX, TWO_LINES, YES_NO, Boxes, Item, Layout, Part

# Order and content after `domain.md` 2.2; the numbers are those of the model page. A number never
# changes its meaning: filled requests lie in other people's cabinets.

TEMPLATE: Final = "icrc-tracing"
VERSION: Final = "1.0"
TITLE: Final = mark("Tracing request")
HALF, WIDE = 3, 4

CONTACT_BY: Final = Boxes((mark("telephone"), mark("SMS"), mark("e-mail")))

LAYOUT: Final[Layout] = (
    Part(
        "A",
        mark("Enquirer"),
        (
            (
                Item("A1", mark("Family name, given name"), HALF),
                Item("A2", mark("Names of father and mother"), HALF),
            ),
            (
                Item("A3", mark("Date of birth"), hand=DATE),
                Item("A4", mark("Place of birth")),
                Item(
                    "A5",
                    mark("Relationship"),
                    by_hand=mark("Relationship to him; your sex"),
                ),
            ),
            (
                Item("A6", mark("Address"), HALF, TWO_LINES),
                Item("A7", mark("Telephone, e-mail"), HALF, TWO_LINES),
            ),
            (
                Item("A8", mark("Nationality, document"), hand=TWO_LINES),
                Item("A9", mark("Languages")),
                Item("A10", mark("May be contacted by"), hand=CONTACT_BY),
            ),
            (
                Item("A11", mark("Agrees: pass on to the ICRC"), hand=YES_NO),
                Item("A12", mark("Agrees: publish the name"), hand=YES_NO),
                Item("A13", mark("Agrees: publish the photo"), hand=YES_NO),
            ),
        ),
    ),
    Part(
        "B",
        mark("Person sought"),
        (
            (
                Item("B1", mark("Family name"), HALF),
                Item("B2", mark("Given name"), HALF),
            ),
            (
                Item("B3", mark("Names of his father and father’s father"), HALF),
                Item(
                    "B4",
                    mark("In his own script"),
                    HALF,
                    by_hand=mark("Full name as written in his own language"),
                ),
            ),
            (
                Item("B5", mark("Date of birth"), HALF, DATE, mark("Date of birth, or his age")),
                Item("B6", mark("Place of birth"), HALF),
            ),
            (
                Item("B7", mark("Mother, with maiden name"), HALF),
                Item("B8", mark("Sex"), HALF, SEX),
            ),
            (
                Item("B9", mark("Other names or spellings"), HALF),
                Item("B10", mark("Marital status, occupation"), HALF),
            ),
            (
                Item("B11", mark("Rank, unit"), HALF, by_hand=mark("Army, rank, unit")),
                Item("B12", mark("Service number, documents"), HALF),
            ),
            (
                Item("B13", mark("Last address, telephone, accounts"), HALF, TWO_LINES),
                Item("B14", mark("Build, hair, marks"), HALF, TWO_LINES),
            ),
            (
                Item("B15", mark("Nationality"), HALF),
                Item("B16", mark("Ethnic origin, religion: only if offered"), HALF),
            ),
        ),
    ),
    Part(
        "C",
        mark("Last news and circumstances"),
        (
            (
                Item("C1", mark("Date of last news"), hand=DATE),
                Item(
                    "C2",
                    mark("Kind, with whom"),
                    by_hand=mark("Call, letter or meeting; with whom"),
                ),
                Item("C3", mark("Place")),
            ),
            (Item("C4", mark("How contact was lost"), FULL, FreeLines(5)),),
            (
                Item(
                    "C5",
                    mark("Capture, wound, illness or death alleged, and by whom"),
                    FULL,
                    FreeLines(3),
                ),
            ),
            (
                Item("C6", mark("Where he may be held"), HALF),
                Item("C7", mark("Who saw him last"), HALF),
            ),
            (Item("C8", mark("What the other side says, and when"), FULL, FreeLines(2)),),
        ),
    ),
    Part(
        "D",
        mark("Others missing with him"),
        (
            (
                Item(
                    "D1",
                    mark("Names and what joins them to him"),
                    FULL,
                    FreeLines(2),
                    mark("Names and what joins them to him: only with their families’ consent"),
                ),
            ),
        ),
    ),
    Part(
        "E",
        mark("Steps taken before"),
        (
            (
                Item("E1", mark("Asked the Red Cross or Red Crescent before"), HALF, YES_NO),
                Item("E2", mark("Its reference"), HALF),
            ),
            (
                Item(
                    "E3",
                    mark("Other bodies asked: when, reference, reply"),
                    FULL,
                    FreeLines(3),
                ),
            ),
        ),
    ),
    Part(
        "F",
        mark("Documents enclosed"),
        (
            (
                Item(
                    "F1",
                    mark("Copies enclosed, never originals"),
                    FULL,
                    Boxes(
                        (
                            mark("photograph"),
                            mark("identity document"),
                            mark("letter"),
                            mark("video or picture"),
                            mark("other"),
                        )
                    ),
                ),
            ),
            (Item("F2", mark("List of what is enclosed"), FULL, FreeLines(2)),),
        ),
    ),
    Part(
        "G",
        mark("Message to him"),
        (
            (
                Item("G1", mark("Red Cross message enclosed"), HALF, YES_NO),
                Item("G2", mark("Wishes of the family for its delivery"), HALF),
            ),
        ),
    ),
    Part(
        "H",
        mark("Taken by"),
        (
            (
                Item("H1", mark("Interviewer")),
                Item("H2", mark("Office"), WIDE),
            ),
            (
                Item("H3", mark("Date"), hand=DATE),
                Item("H4", mark("Interpreter")),
                Item("H5", mark("References: ours, of the ICRC")),
            ),
        ),
    ),
)
