"""The secret of a recovery sheet as letters a person can type, or as three shares of which two do.

160 random bits. As letters: four lines of eight characters of Crockford's base32, each line with
two check characters, so that a slip is found in its line. As shares: SLIP-39 by its own library.
"""

import secrets
import unicodedata
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from app.errors import BadSheet

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no I, L, O, U
SECRET_BYTES = 20
LINES, BODY, CHECK = 4, 8, 2
LINE = BODY + CHECK
NEEDED, SHARES, SHARE_WORDS = 2, 3, 23
_MODULUS = 1021  # a prime just below 32²: finds every slip of one character and every swap of two
_APART = 257  # keeps the check characters of equal lines apart, so that swapped lines are found
# What a hurried hand or another keyboard takes for one of ours: in Cyrillic too.
_READ_AS = str.maketrans("ILOАВЕКМНОРСТХ", "110ABEKMH0PCTX")
_IGNORED = frozenset(" -–—\u00a0.,·")
_PREFIX = 4  # letters by which SLIP-39 words are told apart


def fresh_secret() -> bytes:
    """Draw the secret of a new sheet."""
    return secrets.token_bytes(SECRET_BYTES)


def as_passphrase(secret: bytes) -> str:
    """Return what the slot of a sheet is opened with."""
    return _letters(secret)


def as_lines(secret: bytes) -> tuple[str, ...]:
    """Write a secret as four lines: `7K4Q 9MXT 2R`."""
    letters = _letters(secret)
    bodies = [letters[start : start + BODY] for start in range(0, LINES * BODY, BODY)]
    return tuple(
        f"{body[:4]} {body[4:]} {_check(body, number)}" for number, body in enumerate(bodies)
    )


def as_shares(secret: bytes) -> tuple[tuple[str, ...], ...]:
    """Write a secret as three lists of words; any two give it back, one alone tells nothing."""
    (shares,) = generate_mnemonics(1, [(NEEDED, SHARES)], secret, iteration_exponent=0)
    return tuple(tuple(share.split()) for share in shares)


def read_sheet(typed: str) -> bytes:
    """Return the secret of what was typed from a sheet or from two shares.

    Case, spaces, hyphens, O for 0, I and L for 1 and letters that only look alike do not matter.
    Raises BadSheet, which says in which line or word the slip is.
    """
    tokens = unicodedata.normalize("NFKC", typed).split()
    if any(len(token) > LINE for token in tokens) or len(tokens) > LINES * 3:
        words = [token.strip(",.;:").lower() for token in tokens]
        words = [word for word in words if not word.rstrip(".)").isdigit()]
        if all(word.isalpha() for word in words):
            return _from_shares(words)
    return _from_letters(typed)


def plain_letters(typed: str) -> str:
    """Return what was typed in letters of our alphabet, as far as a reader can tell them."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_READ_AS)
    return "".join(char for char in plain if char not in _IGNORED)


def _letters(secret: bytes) -> str:
    number = int.from_bytes(secret)
    places = range(LINES * BODY - 1, -1, -1)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in places)


def _check(body: str, line: int) -> str:
    value = 0
    for char in body:
        value = (value * 32 + ALPHABET.index(char)) % _MODULUS
    high, low = divmod((value * 32 + _APART * line) % _MODULUS, 32)
    return ALPHABET[high] + ALPHABET[low]


def _from_letters(typed: str) -> bytes:
    lines = _lines_of(typed)
    for number, line in enumerate(lines):
        strange = next((char for char in line if char not in ALPHABET), None)
        if strange is not None:
            raise BadSheet("letter", line=number + 1, found=strange)
        if len(line) != LINE:
            raise BadSheet("length", line=number + 1, found=len(line), wanted=LINE)
        if _check(line[:BODY], number) != line[BODY:]:
            raise BadSheet("line", line=number + 1)
    value = 0
    for char in "".join(line[:BODY] for line in lines):
        value = value * 32 + ALPHABET.index(char)
    return value.to_bytes(SECRET_BYTES)


def _lines_of(typed: str) -> list[str]:
    """Part what was typed into its four lines, by line ends where there are four, else by count."""
    rows = [row for row in map(plain_letters, typed.splitlines()) if row]
    if len(rows) == LINES:
        return rows
    whole = "".join(rows)
    if len(whole) > LINES * LINE:
        raise BadSheet("too_long", found=len(whole), wanted=LINES * LINE)
    if not whole:
        raise BadSheet("empty")
    lines = [whole[start : start + LINE] for start in range(0, len(whole), LINE)]
    return lines if len(lines) == LINES else [*lines, ""]


def _from_shares(words: Sequence[str]) -> bytes:
    whole = [_whole_word(word, place) for place, word in enumerate(words)]
    if len(whole) % SHARE_WORDS:
        raise BadSheet("words", found=len(whole), wanted=NEEDED * SHARE_WORDS)
    shares = [
        " ".join(whole[start : start + SHARE_WORDS]) for start in range(0, len(whole), SHARE_WORDS)
    ]
    if len(set(shares)) < NEEDED:
        raise BadSheet("one_share")
    try:
        secret: bytes = combine_mnemonics(shares[:NEEDED])
    except MnemonicError:
        raise BadSheet("share") from None
    return secret


def _whole_word(word: str, place: int) -> str:
    if word in _WORDS:
        return word
    found: list[str] = []
    if len(word) >= _PREFIX:
        found = [one for one in WORDLIST if one.startswith(word)]
    if len(found) != 1:
        raise BadSheet("word", share=place // SHARE_WORDS + 1, line=place % SHARE_WORDS + 1)
    return found[0]


_WORDS = frozenset(WORDLIST)
