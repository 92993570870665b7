"""Find words in the text of a PDF page and say where they stand, however the lines break."""

import ctypes
import unicodedata
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

#: What a printer puts where a word is broken; pdfium hands a soft hyphen over as one of these.
_SOFT = frozenset("\u00ad\ufffe\u0002\u200b\u2060\ufeff")
#: Letters that people type one for the other (`app.search.fold` holds the whole rule).
_ALIKE = {"ё": "е", "՚": "", "՞": "", "՜": "", "՛": "", "’": "'"}

type Box = tuple[float, float, float, float]
"""Left, top, right, bottom as parts of the page, 0 to 1 from its upper left corner."""


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """The text of a page in small letters, and for each letter which sign of the page it is."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> str:
    """Give text as it is compared: one case, no accents of our own making, single blanks."""
    return fold_signs(list(text)).text


def fold_signs(signs: list[str]) -> FoldedPage:
    """Fold the signs of a page one by one, so that each letter still knows where it stands."""
    letters: list[str] = []
    places: list[int] = []
    soft = False
    for at, sign in enumerate(signs):
        if sign in _SOFT:
            soft = True
            continue
        if sign.isspace():
            if letters and letters[-1] != " " and not soft:
                letters.append(" ")
                places.append(at)
            continue
        soft = False
        for letter in _folded_sign(sign):
            letters.append(letter)
            places.append(at)
    text = "".join(letters).replace("եվ", "եւ")
    return FoldedPage(text, tuple(places))


def _folded_sign(sign: str) -> str:
    flat = unicodedata.normalize("NFKC", sign).casefold()
    return "".join(_ALIKE.get(letter, letter) for letter in flat)


def folded_page(layer: pdfium.PdfTextPage) -> FoldedPage:
    """Read the signs of a page as its text layer has them."""
    count = layer.count_chars()
    codes = (pdfium_c.FPDFText_GetUnicode(layer.raw, at) for at in range(count))
    return fold_signs([chr(code) if code else "\u00ad" for code in codes])


def hits_of(page: FoldedPage, wanted: str, most: int) -> list[tuple[int, int]]:
    """Give first and last sign of each place where `wanted`, folded already, stands."""
    hits: list[tuple[int, int]] = []
    start = page.text.find(wanted)
    while start >= 0 and len(hits) < most:
        end = start + len(wanted)
        hits.append((page.places[start], page.places[end - 1]))
        start = page.text.find(wanted, end)
    return hits


def boxes_of(
    layer: pdfium.PdfTextPage, first: int, last: int, size: tuple[float, float]
) -> list[Box]:
    """Give one box for each line that the signs from `first` to `last` stand on."""
    lines: list[list[float]] = []
    for at in range(first, last + 1):
        box = _box(layer, at)
        if box is None:
            continue
        left, bottom, right, top = box
        line = lines[-1] if lines else None
        if line is not None and bottom < line[3] and top > line[1]:
            line[0], line[1] = min(line[0], left), min(line[1], bottom)
            line[2], line[3] = max(line[2], right), max(line[3], top)
        else:
            lines.append([left, bottom, right, top])
    wide, high = size
    return [
        (left / wide, 1 - top / high, right / wide, 1 - bottom / high)
        for left, bottom, right, top in lines
    ]


def _box(layer: pdfium.PdfTextPage, at: int) -> tuple[float, float, float, float] | None:
    rect = pdfium_c.FS_RECTF()
    found = pdfium_c.FPDFText_GetLooseCharBox(layer.raw, at, ctypes.byref(rect))
    if not found or rect.right <= rect.left:
        return None
    return rect.left, rect.bottom, rect.right, rect.top
