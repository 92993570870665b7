"""What no line end may part: numbers of telephones and documents, a figure and its unit."""

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
_UNIT: Final = r"(?<=\d) (?=(?:mm|cm|m|km|kg|мм|см|м|км|кг|մմ|սմ|մ|կմ|կգ)(?!\w))"
# A line of Russian does not end in a word of one letter; no line begins with է or with a dash.
_LEANS: Final = r"(?<![\w-])[АВИКОСУавикосу] (?=\w)|(?<=[ա-ֆ]) (?=է(?!\w))|(?<=\S) (?=[–—] )"

_HELD: Final = re.compile(f"{_TELEPHONE}|{_DOCUMENT}|{_COUNTED}|{_PLACE_IN_TEXT}|{_UNIT}|{_LEANS}")


def held_together(text: str) -> str:
    """Return `text` with no-break spaces where it must not part."""
    return _HELD.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
