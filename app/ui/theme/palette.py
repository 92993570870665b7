"""Name every colour of the look once, so that no widget ever writes a hex value of its own.

`load_palettes(path)` reads `resources/theme/palette.json` into one `Palette` a scheme;
`palette.hex(Role.TEXT2)` is the only way to a colour. `contrast(a, b)` is the WCAG figure.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Role(StrEnum):
    """What a colour is for; values are the keys of palette.json."""

    WINDOW = "window"
    CANVAS = "canvas"
    SURFACE = "surface"
    RAISED = "raised"
    HOVER = "hover"
    LINE = "line"
    LINE2 = "line2"
    FIELD = "field"
    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    ACCENT = "accent"
    ACCENTFILL = "accentfill"
    ACCENTHOVER = "accenthover"
    ONACCENT = "onaccent"
    SEL = "sel"
    SELTEXT = "selText"
    WARN = "warn"
    WARNBG = "warnbg"
    WARNLINE = "warnline"
    ERR = "err"
    ERRBG = "errbg"
    OK = "ok"
    OKBG = "okbg"
    SHADOW = "shadow"
    PAPER = "paper"
    DESK = "desk"
    MARK = "mark"
    PHOTO = "photo"


class Scheme(StrEnum):
    """The palettes there are to draw with."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold one scheme: a hex colour `#RRGGBB` for every role."""

    scheme: Scheme
    colours: Mapping[Role, str]

    def hex(self, role: Role | str) -> str:
        """Return `#RRGGBB` of a role; raises KeyError or ValueError for an unknown one."""
        return self.colours[Role(role)]


def load_palettes(path: Path) -> dict[Scheme, Palette]:
    """Read the light and dark palettes; raises KeyError if a role has no colour."""
    raw: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        scheme: Palette(scheme, {role: raw[scheme.value][role.value] for role in Role})
        for scheme in (Scheme.LIGHT, Scheme.DARK)
    }


@dataclass(frozen=True, slots=True)
class SystemColours:
    """Hold what the desk's own high contrast theme says, as `#RRGGBB`."""

    background: str
    text: str
    link: str
    highlight: str
    highlighted_text: str


def high_contrast(system: SystemColours) -> Palette:
    """Build a palette from the system's own colours: line = text, selection = outline.

    Where the system's pair stands closer than 7 : 1, plain black and white are used instead.
    """
    back, text = system.background, system.text
    if contrast(back, text) < 7:
        back, text = ("#000000", "#FFFFFF") if luminance(back) < 0.18 else ("#FFFFFF", "#000000")
    accent = system.link if contrast(system.link, back) >= 4.5 else text
    fill, on_fill = system.highlight, system.highlighted_text
    if contrast(fill, on_fill) < 4.5 or contrast(fill, back) < 3:
        fill, on_fill = text, back
    colours = dict.fromkeys(Role, text)
    grounds = (Role.WINDOW, Role.CANVAS, Role.SURFACE, Role.RAISED, Role.HOVER, Role.SEL)
    tints = (Role.WARNBG, Role.ERRBG, Role.OKBG, Role.DESK, Role.PHOTO)
    for role in grounds + tints:
        colours[role] = back
    colours[Role.ACCENT] = accent
    colours[Role.ACCENTFILL] = colours[Role.ACCENTHOVER] = fill
    colours[Role.ONACCENT] = on_fill
    colours[Role.SHADOW] = "#000000"
    colours[Role.PAPER] = "#FFFFFF"
    return Palette(Scheme.HIGH_CONTRAST, colours)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
