"""Draws the pictures of the sample: heads of nobody and a page of lines; run it to draw them anew.

    python resources/sample/draw_portraits.py

Needs Pillow, which the program itself loads in its sandbox only. The same every time.
"""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent / "exhibits"
SIZE = (420, 540)
PAPER, SHADE, INK = 236, 120, 40
HEADS = {"portrait-1": (0, 60), "portrait-2": (14, 44), "portrait-3": (-12, 76)}


def head(lean: int, hair: int) -> Image.Image:
    """Draw head, hair, neck and shoulders in three greys."""
    picture = Image.new("L", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    middle = SIZE[0] // 2 + lean
    draw.ellipse((40, 380, 380, 760), fill=INK)
    draw.rectangle((middle - 38, 300, middle + 38, 420), fill=SHADE)
    draw.ellipse((middle - 92, 120, middle + 92, 350), fill=SHADE)
    draw.chord((middle - 96, 104, middle + 96, 300), 180 + 10, 360 - 10, fill=hair)
    draw.text((SIZE[0] // 2, 505), "SAMPLE", fill=PAPER, font_size=44, anchor="mm")
    return picture


def letter() -> Image.Image:
    """Draw a page whose lines nobody can read."""
    picture = Image.new("L", (560, 760), 250)
    draw = ImageDraw.Draw(picture)
    for at in range(14):
        y = 110 + 42 * at
        end = 500 - (at * 37) % 120
        for x in range(60, end, 26):
            draw.line((x, y, x + 16, y - (x * 7 + at) % 9), fill=70, width=3)
    draw.text((280, 50), "SAMPLE", fill=120, font_size=40, anchor="mm")
    return picture


def main() -> None:
    """Write the pictures beside this file."""
    HERE.mkdir(exist_ok=True)
    for name, (lean, hair) in HEADS.items():
        head(lean, hair).save(HERE / f"{name}.png", optimize=True)
    letter().save(HERE / "letter-1.png", optimize=True)


if __name__ == "__main__":
    main()
