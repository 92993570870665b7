"""What leaves the sandbox as a picture shows pixels and says nothing else (R-50)."""

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from app.sandbox.exhibit_calls import FileDesk
from app.shapes.files import Crop, Picture
from tests.metrics import record
from tests.sandbox import planted_pictures as plants


@pytest.fixture(scope="module")
def desk() -> Iterator[FileDesk]:
    with FileDesk() as open_desk:
        yield open_desk


WAYS: dict[str, Callable[[FileDesk, bytes], Picture]] = {
    "thumbnail": lambda desk, content: desk.make_thumbnail(content),
    "preview": lambda desk, content: desk.make_preview(content),
    "portrait": lambda desk, content: desk.make_portrait(content),
    "part of a portrait": lambda desk, content: desk.make_portrait(content, Crop(0, 0, 0.5, 1)),
    "turned": lambda desk, content: desk.turn_picture(content, 1),
    "cut": lambda desk, content: desk.crop_picture(content, Crop(0.1, 0.1, 0.9, 0.9)),
}


def pixels_of(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGB")


def is_upright(picture: Image.Image) -> bool:
    """Look into the middle of each quarter for its colour."""
    width, height = picture.size
    for at, colour in enumerate(plants.QUARTERS):
        place = (width // 4 + at % 2 * width // 2, height // 4 + at // 2 * height // 2)
        seen = picture.getpixel(place)
        assert isinstance(seen, tuple)
        if max(abs(a - b) for a, b in zip(seen, colour, strict=True)) > 12:
            return False
    return True


def test_the_eye_finds_what_was_planted() -> None:
    least = {"JPEG": 8, "PNG": 6, "WEBP": 4, "TIFF": 8}
    for kind in plants.FORMATS:
        content = plants.planted(kind)
        assert len(plants.tags_in(content)) >= least[kind], kind
        assert content.count(plants.MARK) >= 4
    assert plants.HEIC.read_bytes().count(plants.MARK) == 4


def test_no_tag_of_a_picture_survives(desk: FileDesk) -> None:
    files = [plants.planted(kind) for kind in plants.FORMATS] + [plants.HEIC.read_bytes()]
    left: list[str] = []
    for content in files:
        for way, make in WAYS.items():
            made = make(desk, content).content
            left += [f"{way}: {tag}" for tag in plants.tags_in(made)]
            left += [f"{way}: bytes"] * (plants.MARK in made)
    record(
        "R-50",
        "tags left in pictures made anew (JPEG, PNG, WebP, TIFF, HEIC)",
        f"{len(left)} in {len(files) * len(WAYS)} pictures",
        target="0",
        holds=not left,
    )
    assert left == []


def test_every_orientation_comes_out_upright(desk: FileDesk) -> None:
    wrong: list[str] = []
    tried = 0
    for kind in plants.FORMATS:
        for orientation in range(1, 9):
            content = plants.planted(kind, orientation)
            for way in ("thumbnail", "preview", "portrait"):
                tried += 1
                made = WAYS[way](desk, content)
                seen = pixels_of(made.content)
                if seen.size != (64, 48) or not is_upright(seen):
                    wrong.append(f"{kind} {orientation} {way}")
    lying = desk.make_preview(plants.HEIC.read_bytes())
    assert (lying.width, lying.height) == (48, 64)
    record(
        "R-50",
        "pictures upright, eight orientations",
        f"{tried - len(wrong)} of {tried}",
        target="all",
        holds=not wrong,
    )
    assert wrong == []


def test_the_look_at_a_picture_gives_its_size_as_it_is_seen(desk: FileDesk) -> None:
    for orientation in range(1, 9):
        look = desk.look_at(plants.planted("JPEG", orientation), "x.jpg")
        assert (look.width, look.height) == (64, 48)


def test_pixels_are_kept_where_nothing_is_shrunk(desk: FileDesk) -> None:
    kept = io.BytesIO()
    noise = Image.effect_noise((80, 60), 90).convert("RGB")
    noise.save(kept, "PNG")
    cut = desk.crop_picture(kept.getvalue(), Crop(0.25, 0.0, 1.0, 1.0))
    assert pixels_of(cut.content).tobytes() == noise.crop((20, 0, 80, 60)).tobytes()


def test_colours_of_a_profile_become_plain_ones(desk: FileDesk) -> None:
    kept = io.BytesIO()
    profile = plants.swapped_profile(swap=True)
    Image.new("RGB", (20, 20), (250, 0, 0)).save(kept, "PNG", icc_profile=profile)
    seen = pixels_of(desk.make_portrait(kept.getvalue()).content).getpixel((10, 10))
    assert isinstance(seen, tuple)
    assert seen[1] > 230
    assert max(seen[0], seen[2]) < 40


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_pixels_becomes_a_picture(desk: FileDesk, mode: str) -> None:
    kept = io.BytesIO()
    kind = "TIFF" if mode == "CMYK" else "PNG"
    grey = Image.linear_gradient("L")
    if mode == "I;16":
        deep = Image.new("I;16", grey.size)
        deep.frombytes(b"".join(bytes((0, value)) for value in grey.tobytes()))
        deep.save(kept, kind)
    else:
        grey.convert(mode).save(kept, kind)
    seen = pixels_of(desk.make_preview(kept.getvalue()).content)
    shades = seen.convert("L").histogram()
    assert sum(shades[:20]) > 0
    assert sum(shades[236:]) > 0
    first, last = seen.getpixel((128, 4)), seen.getpixel((128, 250))
    assert isinstance(first, tuple)
    assert isinstance(last, tuple)
    assert first[0] < last[0]
