"""Sort keys by the alphabet of the script, compared byte by byte on every database."""

from functools import lru_cache

from app.search.fold import fold

_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
_CYRILLIC = "абвгғдеәжҗзиійјкқҝлмнңоөпрстуүфхҳһцчҹшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = (_ARMENIAN, _CYRILLIC, _LATIN)
# Armenian first, then Cyrillic, then Latin: the order in which the office reads its lists.
_ORDER = {
    letter: f"{block}{index:02x}"
    for block, alphabet in (("a", _ARMENIAN), ("c", _CYRILLIC), ("l", _LATIN))
    for index, letter in enumerate(alphabet)
}
_ORDER[" "] = "0"


@lru_cache(maxsize=65_536)
def sort_key(text: str) -> str:
    """Give a key by which names sort in the order of their own alphabet.

    The digraph ու sorts as ո then ւ, as Armenian dictionaries do; ё sorts as е.
    """
    return "".join(_ORDER.get(letter, f"z{ord(letter):05x}") for letter in fold(text))
