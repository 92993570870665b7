"""Makes the colour profile that says what black, white and grey on our pages mean: sRGB.

Archives want it in every file (PDF/A, "output intent"). It is made from the figures that IEC
61966-2-1 and ICC.1:2004-10 (profile version 4.2) publish, because a profile out of a library
carries the moment of its making.
"""

from __future__ import annotations

from functools import cache
from struct import pack

NAME = "sRGB IEC61966-2.1"
_FREE = "No copyright, use freely"

# The middle of the profile connection space, daylight D50, and the three lights as seen in it.
_D50 = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
# From daylight D65, in which sRGB is at home, to D50 (Bradford).
_TO_D50 = (
    1.04788, 0.02292, -0.05022,
    0.02959, 0.99048, -0.01707,
    -0.00925, 0.01508, 0.75168,
)  # fmt: skip
# How a value becomes light: a straight foot, then a power.
_POWER, _SCALE, _SHIFT, _FOOT, _FROM = 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045

_HEADER = 128
_VERSION_4_2 = 0x04200000
_MADE = (2021, 1, 1, 0, 0, 0)  # of the figures, not of a file: the same in all of them


@cache
def srgb_profile() -> bytes:
    """Return the profile, the same bytes every time."""
    curve = b"para" + pack(">IHH", 0, 3, 0) + _fixed(_POWER, _SCALE, _SHIFT, _FOOT, _FROM)
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text(_FREE),
        b"wtpt": _place(_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_TO_D50),
        b"rXYZ": _place(_RED),
        b"gXYZ": _place(_GREEN),
        b"bXYZ": _place(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    at = _HEADER + 4 + 12 * len(tags)
    table, parts = pack(">I", len(tags)), b""
    placed: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in placed:  # the three curves are one
            placed[content] = at + len(parts)
            parts += content + bytes(-len(content) % 4)
        table += name + pack(">II", placed[content], len(content))
    return _head(at + len(parts)) + table + parts


def _head(size: int) -> bytes:
    """Return what opens a profile: a display, three lights, measured from D50."""
    return (
        pack(">I4sI4s4s4s", size, bytes(4), _VERSION_4_2, b"mntr", b"RGB ", b"XYZ ")
        + pack(">6H4s4sI", *_MADE, b"acsp", bytes(4), 0)
        + bytes(16)  # maker, model, what it is for
        + pack(">I", 0)  # as the eye sees it
        + _fixed(*_D50)
        + bytes(48)  # maker of the profile, its hash (none), room to spare
    )


def _place(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*xyz)


def _fixed(*values: float) -> bytes:
    """Write numbers with sixteen bits behind the point."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _text(words: str) -> bytes:
    """Write words as English of the United States, the one language that all readers look for."""
    content = words.encode("utf-16-be")
    return b"mluc" + pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(content), 28) + content
