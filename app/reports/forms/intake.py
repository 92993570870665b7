"""The intake form: what is asked when a man is reported missing, in the order of the screen."""

from __future__ import annotations

from typing import Final

from app.i18n import mark
from app.reports.form_blocks import FreeLines
from app.reports.forms.layout import DATE, FULL, SEX, YES_NO, Boxes, Item, Layout, Part

# Sections stand as on the page "New case", so that typing a paper in goes from top to bottom; what
# the minimum data ask besides (`domain.md` 2.1) follows at the end.

TEMPLATE: Final = "intake"
VERSION: Final = "1.0"
TITLE: Final = mark("Intake: somebody is reported missing")
HALF, WIDE = 3, 4

LAYOUT: Final[Layout] = (
    Part(
        "A",
        mark("Name of the missing person"),
        (
            (
                Item("A1", mark("Family name")),
                Item("A2", mark("Given name")),
                Item("A3", mark("Father’s given name")),
            ),
            (
                Item("A4", mark("In Latin letters (passport)"), HALF),
                Item("A5", mark("Other names or spellings"), HALF),
            ),
        ),
    ),
    Part(
        "B",
        mark("Birth and home"),
        (
            (
                Item("B1", mark("Date of birth"), hand=DATE),
                Item("B2", mark("Place of birth")),
                Item("B3", mark("Sex"), hand=SEX),
            ),
            (Item("B4", mark("Home address"), FULL),),
            (
                Item("B5", mark("Marital status, occupation"), HALF),
                Item("B6", mark("Build, hair, marks"), HALF),
            ),
        ),
    ),
    Part(
        "C",
        mark("Service"),
        (
            (
                Item("C1", mark("Unit")),
                Item("C2", mark("Rank")),
                Item("C3", mark("Military document")),
            ),
            (
                Item("C4", mark("Passport")),
                Item(
                    "C5",
                    mark("Kind of service"),
                    WIDE,
                    Boxes(("CONSCRIPT", "CONTRACT", "RESERVIST", "VOLUNTEER"), "service_type"),
                ),
            ),
        ),
    ),
    Part(
        "D",
        mark("Who reports"),
        (
            (
                Item("D1", mark("Family name, given name"), WIDE),
                Item("D2", mark("Relationship")),
            ),
            (
                Item("D3", mark("Telephone")),
                Item("D4", mark("Address"), WIDE),
            ),
            (
                Item("D5", mark("Reported on"), hand=DATE),
                Item("D6", mark("When to ring")),
                Item("D7", mark("Languages")),
            ),
            (Item("D8", mark("Exact words, in the language spoken"), FULL, FreeLines(2)),),
        ),
    ),
    Part(
        "E",
        mark("Last news and circumstances"),
        (
            (
                Item("E1", mark("Date of last news"), hand=DATE),
                Item("E2", mark("Kind, with whom")),
                Item("E3", mark("Place")),
            ),
            (Item("E4", mark("Circumstances: what happened, who saw it"), FULL, FreeLines(5)),),
            (
                Item("E5", mark("Believed responsible"), HALF),
                Item("E6", mark("Others missing from the same group"), HALF),
            ),
            (Item("E7", mark("Steps the family has taken, and the replies"), FULL, FreeLines(2)),),
        ),
    ),
    Part(
        "F",
        mark("Whom to inform"),
        (
            (
                Item("F1", mark("Family name, given name"), WIDE),
                Item("F2", mark("Relationship")),
            ),
            (
                Item("F3", mark("Address for letters"), WIDE),
                Item("F4", mark("Telephone")),
            ),
            (
                Item("F5", mark("Photograph left here"), hand=YES_NO),
                Item("F6", mark("Consent signed"), hand=YES_NO),
                Item("F7", mark("Papers left here")),
            ),
        ),
    ),
    Part(
        "G",
        mark("Taken by"),
        (
            (
                Item("G1", mark("Interviewer"), HALF),
                Item("G2", mark("Interpreter"), HALF),
            ),
            (
                Item("G3", mark("Date"), hand=DATE),
                Item("G4", mark("Entered in the register by")),
                Item("G5", mark("Entered on"), hand=DATE),
            ),
        ),
    ),
)
