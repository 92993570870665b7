"""Every letter the program can show has a glyph in the family it ships."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FACES = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ALPHABETS = {
    "Armenian": "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ"
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՚՛՜՝՞։֊֏ﬓﬔﬕﬖﬗ",
    "Russian": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№₽",
    "Azerbaijani": "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz₼",
    "Azerbaijani in Cyrillic": "АаБбВвГгҒғДдЕеӘәЖжЗзИиЫыЈјКкҜҝЛлМмНнОоӨөПпРрСсТтУуҮүФфХхҺһЧчҸҹШш",
    "signs": "«»“”‘’„–—…·•×−+=≥≤≈→←✓☐☑§†°%€\u00a0\u00ad\u2009\u202f\u2011",
}


def _letters_shown() -> dict[str, str]:
    files = [
        *(ROOT / "resources" / "i18n").rglob("*.po"),
        *(ROOT / "resources" / "vocab").rglob("*.toml"),
        *(ROOT / "resources" / "places").rglob("*.toml"),
        *(ROOT / "resources" / "translit").rglob("*.toml"),
        *(ROOT / "resources" / "sample").rglob("*.toml"),
        *(ROOT / "resources" / "help").rglob("*.md"),
    ]
    return {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files}


def test_the_family_has_its_faces() -> None:
    assert [face.stem for face in FACES] == [
        f"HomewardSans-{style}" for style in ("Bold", "Italic", "Regular", "SemiBold")
    ]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_every_letter_shown_has_a_glyph(face: Path) -> None:
    has = set(TTFont(face).getBestCmap())
    missing = {
        where: "".join(sorted(letters))
        for where, text in (ALPHABETS | _letters_shown()).items()
        if (letters := {c for c in text if c.isprintable() and ord(c) not in has})
    }
    assert missing == {}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_digits_have_one_width(face: Path) -> None:
    font = TTFont(face)
    cmap, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_the_typeface_goes_under_its_own_name_and_licence(face: Path) -> None:
    names = TTFont(face)["name"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == "Homeward Sans"
    assert "Open Font License" in names.getDebugName(13)
    assert (face.parent / "OFL.txt").read_text("utf-8").startswith("Copyright")
