"""Folds text so that the same word typed differently meets itself (domain.md 4.4, U-19)."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^\w]+", re.UNICODE)
#: Apostrophes of aspirates and the marks that Armenian sets inside a word: dropped, not parted.
_INSIDE = dict.fromkeys(map(ord, "’ʼʻ‘`՚'՞՜՛\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LETTERS = str.maketrans({"ё": "е", "ı": "i", "ə": "e", "ә": "е"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Give text in one case, one form and without marks: «Երևան» and «ԵՐԵՒԱՆ» become equal.

    Words are parted by single blanks; the script is kept.
    """
    flat = unicodedata.normalize("NFKC", text).translate(_INSIDE).casefold()
    flat = flat.replace("եվ", "եւ")
    marked = unicodedata.normalize("NFD", flat)
    bare = "".join(c for c in marked if not unicodedata.combining(c) or c == "\u0306")
    flat = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    return _NOT_A_WORD.sub(" ", flat).strip()


def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of text, folded."""
    return tuple(fold(text).split())
