"""What no line end may part: numbers of telephones and documents, a day and its month, a unit."""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\u00a0"

_TELEPHONE: Final = r"(?<![\w+])\+?\d{1,4}(?:[ -]\(?\d{1,4}\)?){2,6}(?!\w)"
_DOCUMENT: Final = r"(?<!\w)[A-ZԱ-ՖА-Я]{2,3} (?=\d{3})"
_COUNTED: Final = r"(?<!\w)(?:pp?\.|No\.|№|§|стр\.|էջ) (?=\d)"
_PLACE_IN_TEXT: Final = (
    r"(?<!\w)(?:[Pp]aragraphs?|[Cc]hapter|Rule|Articles?|[Пп]ункт(?:ы|а|е|ах)?|[Гг]лав[аеу]|"
    r"[Пп]равил[оау]) (?=[\dIVX])|(?<=\d-րդ) (?=կետ|հոդված|կանոն)"
)
_UNIT: Final = (
    r"(?<=\d) (?=(?:mm|cm|m|km|kg|мм|см|м|км|кг|մմ|սմ|մ|կմ|կգ"
    r"|days?|дней|дня|день|օր)(?!\w))"
)
# "13 December", «13 декабря», «դեկտեմբերի 13», «декабря 2020 г.», «2020 թ.» (paper.md 10).
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_DAY: Final = (
    rf"(?<=\d) (?=(?:{_MONTHS}|[гթ]\.)(?!\w))"
    r"|(?<=[а-я]) (?=\d{4}[ \u00a0]г\.)|(?<=[րտլս]ի) (?=\d{1,2}(?!\d))"
)
_CHILD: Final = r"(?<=, )(?:son|daughter|child) of (?=\w)"
# A line of Russian does not end in a word of one letter; no line begins with է or with a dash.
_LEANS: Final = r"(?<![\w-])[АВИКОСУавикосу] (?=\w)|(?<=[ա-ֆ]) (?=չ?է(?!\w))|(?<=\S) (?=[–—] )"

_HELD: Final = re.compile(
    f"{_TELEPHONE}|{_DOCUMENT}|{_COUNTED}|{_PLACE_IN_TEXT}|{_UNIT}|{_DAY}|{_CHILD}|{_LEANS}"
)


def held_together(text: str) -> str:
    """Return `text` with no-break spaces where it must not part."""
    return _HELD.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
