"""Folds text so that the same word typed differently meets itself (domain.md 4.4, U-19)."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^\w]+", re.UNICODE)
#: Apostrophes of aspirates and the marks that Armenian sets inside a word: dropped, not parted.
_INSIDE = re.compile("[’ʼʻ‘`՚'՞՜՛\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LETTERS = (("ё", "е"), ("ı", "i"), ("ə", "e"), ("ә", "е"))
_BREVE = "\u0306"


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Give text in one case, one form and without marks: «Երևան» and «ԵՐԵՒԱՆ» become equal.

    Words are parted by single blanks; the script is kept.
    """
    flat = _INSIDE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    if not flat.isascii():
        flat = _without_marks(flat.replace("եվ", "եւ"))
    return _NOT_A_WORD.sub(" ", flat).strip()


def _without_marks(flat: str) -> str:
    marked = unicodedata.normalize("NFD", flat)
    if any(map(unicodedata.combining, marked)):
        marked = "".join([c for c in marked if c == _BREVE or not unicodedata.combining(c)])
    bare = unicodedata.normalize("NFC", marked)
    for letter, plain in _LETTERS:
        bare = bare.replace(letter, plain)
    return bare


@lru_cache(maxsize=65_536)
def spoken_words(text: str) -> tuple[str, ...]:
    """Give the words of text in small letters, parted as `folded_words` parts them.

    They keep the marks that tell how a letter sounds: ş is no s, ç no c. Keys are made of these.
    """
    if text.isascii():
        return folded_words(text)
    flat = _INSIDE.sub("", unicodedata.normalize("NFKC", text.replace("İ", "i"))).lower()
    return tuple(_NOT_A_WORD.sub(" ", unicodedata.normalize("NFC", flat)).split())


def fold_number(text: str) -> str:
    """Give the number of a paper as it is compared: AN-123 456 and an123456 are one."""
    return fold(text).replace(" ", "")


def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of text, folded."""
    return tuple(fold(text).split())
