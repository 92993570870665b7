"""ARMSCII-8, the Armenian encoding of the nineties, which Python does not know."""

_PUNCTUATION = "\u00a0\u0000և։)(»«—.՝,-֊…՜՛՞"
_UPPER = "".join(chr(code) for code in range(0x531, 0x557))
_LOWER = "".join(chr(code) for code in range(0x561, 0x587))
_LETTERS = "".join(pair for both in zip(_UPPER, _LOWER, strict=True) for pair in both)

_TABLE: dict[int, str] = {code: chr(code) for code in range(0x80)}
_TABLE |= {0xA0 + place: sign for place, sign in enumerate(_PUNCTUATION) if sign != "\u0000"}
_TABLE |= {0xB2 + place: letter for place, letter in enumerate(_LETTERS)}
_TABLE[0xFE] = "՚"


def decode_armscii8(content: bytes) -> str:
    """Read ARMSCII-8. Raises `UnicodeDecodeError` at the first byte it does not define."""
    try:
        return "".join([_TABLE[code] for code in content])
    except KeyError as missing:
        at = content.index(bytes([missing.args[0]]))
        raise UnicodeDecodeError("armscii-8", content, at, at + 1, "undefined") from None


def encode_armscii8(text: str) -> bytes:
    """Write ARMSCII-8. Raises `KeyError` for a character it does not have."""
    codes = {sign: code for code, sign in _TABLE.items()}
    return bytes(codes[sign] for sign in text)
