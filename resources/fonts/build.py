"""Build "Homeward Sans": one family for Armenian, Cyrillic and Latin, on screen and on paper.

Noto Sans has no Armenian and Noto Sans Armenian has nothing else, so a line of two scripts would
change its font in the middle. This merges the static faces of the two, keeps the scripts an office
writes, and draws the few signs that neither has. The result has its own family name, so that nobody
takes it for the original; the licence is beside it (OFL.txt).

    npm pack @expo-google-fonts/noto-sans @expo-google-fonts/noto-sans-armenian
    (unpack both into one folder)
    python resources/fonts/build.py FOLDER

The same sources give the same bytes: no times are written.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Homeward Sans"
VERSION = "1.000"
HERE = Path(__file__).parent

LATIN_AND_CYRILLIC = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin of Europe, and ə ğ ı İ ş of Azerbaijani
    (0x0259, 0x0259),
    (0x02B0, 0x02FF),  # ʻ ʼ ʹ of transliterations
    (0x0300, 0x036F),
    (0x0400, 0x052F),  # Russian, and ә ғ ҝ ҹ һ ө ү of Azerbaijani in Cyrillic
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),  # ₼ ₽
    (0x2100, 0x214F),  # №
    (0x2212, 0x2212),
    (0x25CC, 0x25CC),
)
ARMENIAN = ((0x0530, 0x058F), (0xFB13, 0xFB17))
FEATURES = ["kern", "mark", "mkmk", "ccmp", "liga", "locl"]


@dataclass(frozen=True, slots=True)
class Face:
    """One weight or slope of the family and the faces it is merged from."""

    style: str
    weight: int
    latin: str
    armenian: str


FACES = (
    Face("Regular", 400, "400Regular", "400Regular"),
    Face("SemiBold", 600, "600SemiBold", "600SemiBold"),
    Face("Bold", 700, "700Bold", "700Bold"),
    # Armenian is never slanted: the italic face carries it upright, so that no letter is missing.
    Face("Italic", 400, "400Regular_Italic", "400Regular"),
)

type Point = tuple[float, float]


def _polygon(pen: TTGlyphPen, points: list[Point]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _box(pen: TTGlyphPen, left: float, bottom: float, right: float, top: float, t: float) -> None:
    _polygon(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    _polygon(
        pen,
        [
            (left + t, bottom + t),
            (right - t, bottom + t),
            (right - t, top - t),
            (left + t, top - t),
        ],
    )


def _tick(pen: TTGlyphPen, x: float, y: float, size: float, t: float) -> None:
    _polygon(
        pen,
        [
            (x, y + 0.42 * size),
            (x + 0.7 * t, y + 0.42 * size + 0.7 * t),
            (x + 0.34 * size, y + 1.41 * t),
            (x + size - 0.7 * t, y + 0.66 * size + 1.41 * t),
            (x + size, y + 0.66 * size + 0.7 * t),
            (x + 0.34 * size, y),
        ],
    )


def _arrow(pen: TTGlyphPen, t: float) -> None:
    middle, h, slant = 353.0, t / 2, t * 0.707
    _polygon(pen, [(60, middle - h), (60, middle + h), (820, middle + h), (820, middle - h)])
    _polygon(
        pen,
        [
            (860, middle),
            (640, middle - 220),
            (640 - slant, middle - 220 + slant),
            (860 - 2 * slant, middle),
            (640 - slant, middle + 220 - slant),
            (640, middle + 220),
        ],
    )


def _drawn(font: TTFont) -> dict[int, tuple[str, int, Callable[[TTGlyphPen], None]]]:
    """Name, width and drawing of each sign that neither source has; strokes as thick as minus."""
    glyphs = font.getGlyphSet()
    plus, minus = font["glyf"]["plus"], font["glyf"]["minus"]
    t = float(minus.yMax - minus.yMin)
    width = font["hmtx"]["plus"][0]

    def copy(name: str, shift: Transform) -> Callable[[TTGlyphPen], None]:
        return lambda pen: glyphs[name].draw(TransformPen(pen, shift))

    def both(*parts: Callable[[TTGlyphPen], None]) -> Callable[[TTGlyphPen], None]:
        def draw(pen: TTGlyphPen) -> None:
            for part in parts:
                part(pen)

        return draw

    def bar(y: float) -> Callable[[TTGlyphPen], None]:
        left, right = plus.xMin, plus.xMax
        return lambda pen: _polygon(pen, [(left, y), (left, y + t), (right, y + t), (right, y)])

    up = Identity.translate(0, 75)
    return {
        0x2212: ("minus", width, bar(minus.yMin)),  # the italic source has a hyphen in its place
        0x2192: ("arrowright", 920, lambda pen: _arrow(pen, t)),
        0x2190: (
            "arrowleft",
            920,
            lambda pen: _arrow(TransformPen(pen, Transform(-1, 0, 0, 1, 920, 0)), t),
        ),
        0x2191: (
            "arrowup",
            560,
            lambda pen: _arrow(TransformPen(pen, Transform(0, 1, -1, 0, 633, -107)), t),
        ),
        0x2193: (
            "arrowdown",
            560,
            lambda pen: _arrow(TransformPen(pen, Transform(0, -1, 1, 0, -73, 813)), t),
        ),
        0x2248: (
            "approxequal",
            width,
            both(
                copy("asciitilde", Identity.translate(0, 95)),
                copy("asciitilde", Identity.translate(0, -105)),
            ),
        ),
        0x2265: ("greaterequal", width, both(copy("greater", up), bar(0))),
        0x2264: ("lessequal", width, both(copy("less", up), bar(0))),
        0x2713: ("checkmark", 800, lambda pen: _tick(pen, 70, 40, 660, t * 1.1)),
        0x2610: ("ballotbox", 860, lambda pen: _box(pen, 80, 0, 780, 700, t * 0.85)),
        0x2611: (
            "ballotboxcheck",
            860,
            both(
                lambda pen: _box(pen, 80, 0, 780, 700, t * 0.85),
                lambda pen: _tick(pen, 215, 165, 430, t),
            ),
        ),
    }


def _add_drawn(font: TTFont) -> None:
    drawn = _drawn(font)
    order = font.getGlyphOrder()
    for name, width, draw in drawn.values():
        pen = TTGlyphPen(font.getGlyphSet())
        draw(pen)
        glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["glyf"].glyphs[name] = glyph
        font["hmtx"].metrics[name] = (width, glyph.xMin)
        order = order if name in order else [*order, name]
    font.setGlyphOrder(order)
    font["glyf"].setGlyphOrder(order)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, (name, _, _) in drawn.items()})


def _cut(source: Path, target: Path, ranges: tuple[tuple[int, int], ...]) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "gasp"]
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)


def _rename(font: TTFont, face: Face) -> None:
    legacy = face.style not in {"Regular", "Bold", "Italic"}
    names = {
        0: "Copyright 2022 The Noto Project Authors (https://github.com/notofonts); "
        "merged for Homeward",
        1: f"{FAMILY} {face.style}" if legacy else FAMILY,
        2: "Regular" if legacy else face.style,
        3: f"{VERSION};HomewardSans-{face.style}",
        4: f"{FAMILY} {face.style}",
        5: f"Version {VERSION}",
        6: f"HomewardSans-{face.style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://scripts.sil.org/OFL",
    }
    if legacy:
        names |= {16: FAMILY, 17: face.style}
    table = font["name"]
    table.names = []
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    selection = {"Regular": 0x40, "Bold": 0x20, "Italic": 0x01}.get(face.style, 0x40)
    font["OS/2"].fsSelection = selection | 0x80  # 0x80: the typographic metrics are the true ones
    font["head"].macStyle = {"Bold": 1, "Italic": 2}.get(face.style, 0)


def build(face: Face, sources: Path) -> Path:
    """Merge, draw, name and save one face; returns its path."""
    with TemporaryDirectory() as folder:
        parts = []
        for family, style, ranges in (
            ("NotoSans", face.latin, LATIN_AND_CYRILLIC),
            ("NotoSansArmenian", face.armenian, ARMENIAN),
        ):
            (source,) = sources.rglob(f"{family}_{style}.ttf")
            parts.append(Path(folder) / source.name)
            _cut(source, parts[-1], ranges)
        font = Merger().merge([str(part) for part in parts])
    _add_drawn(font)
    _rename(font, face)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    font["head"].fontRevision = float(VERSION)
    target = HERE / f"HomewardSans-{face.style}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    for each in FACES:
        path = build(each, Path(sys.argv[1]))
        print(f"{path.name}: {path.stat().st_size // 1024} KiB")
