"""Writes strokes to a PDF: the last step, which decides nothing."""

from __future__ import annotations

from app.reports.document import Properties
from app.reports.pdf.file_facts import FileFacts
from app.reports.pdf.fonts import Family
from app.reports.pdf.furniture import Modules, Upright
from app.reports.pdf.geometry import PageFormat
from app.reports.pdf.pdf_builder import PdfBuilder
from app.reports.pdf.strips import (
    Corners,
    Cross,
    Disc,
    Frame,
    Photo,
    Ring,
    Rule,
    Stroke,
    Words,
)
from app.reports.pdf.structure import Part, Structure
from app.reports.pdf.tongues import other_language

DASHED, WHOLE = "[2.5 2] 0 d", "[] 0 d"
FURNITURE = "/Artifact BMC"
CURVE = 0.5522847498  # how far the handles of four Bézier curves stand to make a circle


class PageWriter:
    """Collects the drawing operators of one sheet; y runs down here and up in the file."""

    def __init__(
        self,
        file: PdfBuilder,
        faces: Family,
        page: PageFormat,
        structure: Structure | None = None,
    ) -> None:
        self._file = file
        self._faces = faces
        self._page = page
        self._texts: list[str] = []
        self._shapes: list[str] = []
        self._weight = -1.0
        self._structure = structure
        self._part: Part | None = None  # in which the words are now; None: in furniture

    def add(self, strokes: list[Stroke], left: float, top: float, part: Part | None = None) -> None:
        """Draw strokes that are measured from (`left`, `top`).

        Words that name no part of the text are of `part`; None makes them furniture.
        """
        for stroke in strokes:
            match stroke:
                case Words():
                    self._words(stroke, left, top, part)
                case Rule():
                    self._rule(stroke, left, top)
                case Frame():
                    self._frame(stroke, left, top)
                case Ring():
                    self._ring(stroke, left, top)
                case Photo():
                    self._photo(stroke, left, top)
                case Cross():
                    self._cross(stroke, left, top)
                case Disc():
                    self._disc(stroke, left, top)
                case Corners():
                    self._corners(stroke, left, top)

    def add_modules(self, modules: Modules) -> None:
        """Draw a QR code as one filled path."""
        height = modules.height
        path = [
            f"{x:.3f} {self._page.height - y - height:.3f} {width:.3f} {height:.3f} re"
            for x, y, width in modules.runs
        ]
        self._shapes.append("\n".join([*path, "f"]))

    def add_upright(self, mark: Upright, size: float) -> None:
        """Draw words turned by a right angle."""
        turn = "0 -1 1 0" if mark.downwards else "0 1 -1 0"
        y = self._page.height - mark.y
        self._enter(None)
        self._show(mark.text, size, f"{turn} {mark.x:.2f} {y:.2f} Tm", bold=mark.bold)

    def operators(self) -> list[str]:
        """Return the page's content: shapes first, so that words lie on top of white bands."""
        return [FURNITURE, *self._shapes, "EMC", "BT", FURNITURE, *self._texts, "EMC", "ET"]

    def _enter(self, part: Part | None) -> None:
        """Let the words that follow be of a part of the text, or of the furniture."""
        if part is not self._part:
            self._part = part
            self._texts.append(f"EMC\n{self._mark(part)}")

    def _mark(self, part: Part | None) -> str:
        if part is None or self._structure is None:
            return FURNITURE
        return f"/{part.role}<</MCID {self._structure.mark(part)}>>BDC"

    def _words(self, words: Words, left: float, top: float, part: Part | None) -> None:
        if not words.text:
            return
        part = words.part or part
        if part is not self._part:
            self._enter(part)
        x, y = left + words.x, self._page.height - top - words.y
        text = words.text + words.then
        self._show(text, words.size, f"1 0 0 1 {x:.2f} {y:.2f} Tm", bold=words.bold)

    def _show(self, text: str, size: float, place: str, *, bold: bool) -> None:
        face = self._faces.bold if bold else self._faces.regular
        self._texts.append(place)
        other = other_language(text, self._file.lang) if self._part is not None else ""
        if other:
            self._texts.append(f"/Span<</Lang({other})>>BDC")
        for font_name, codes in self._file.encode(face, text):
            self._texts.append(f"{font_name} {size:g} Tf <{codes}> Tj")
        if other:
            self._texts.append("EMC")

    def _line_width(self, weight: float) -> str:
        if weight == self._weight:
            return ""
        self._weight = weight
        return f"{weight:g} w "

    def _rule(self, rule: Rule, left: float, top: float) -> None:
        height = self._page.height - top
        line = (
            f"{left + rule.x1:.2f} {height - rule.y1:.2f} m "
            f"{left + rule.x2:.2f} {height - rule.y2:.2f} l S"
        )
        weight = self._line_width(rule.weight)
        self._shapes.append(f"{weight}{DASHED} {line} {WHOLE}" if rule.dashed else weight + line)

    def _frame(self, frame: Frame, left: float, top: float) -> None:
        y = self._page.height - top - frame.y - frame.height
        paint = "1 g 0 G b 0 g" if frame.paper else "S"
        self._shapes.append(
            f"{self._line_width(frame.weight)}{left + frame.x:.2f} {y:.2f} "
            f"{frame.width:.2f} {frame.height:.2f} re {paint}"
        )

    def _ring(self, ring: Ring, left: float, top: float) -> None:
        x, y = left + ring.x, self._page.height - top - ring.y
        circle = _circle(x, y, ring.radius)
        self._shapes.append(f"{self._line_width(0.6)}{DASHED} {circle} S {WHOLE}")

    def _disc(self, disc: Disc, left: float, top: float) -> None:
        circle = _circle(left + disc.x, self._page.height - top - disc.y, disc.radius)
        weight = self._line_width(disc.weight)
        if disc.dashed:
            self._shapes.append(f"{weight}{DASHED} {circle} S {WHOLE}")
        else:
            self._shapes.append(
                f"{weight}{circle} f" if disc.filled else f"{weight}{_on_white(circle)}"
            )

    def _corners(self, corners: Corners, left: float, top: float) -> None:
        height = self._page.height - top
        points = [f"{left + x:.2f} {height - y:.2f}" for x, y in corners.points]
        path = f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} h"
        weight = self._line_width(corners.weight)
        self._shapes.append(weight + (f"{path} f" if corners.filled else _on_white(path)))

    def _cross(self, cross: Cross, left: float, top: float) -> None:
        """Draw two black bars, as thick as a third of their length: a fax keeps them."""
        x, y, arm = left + cross.x, self._page.height - top - cross.y, cross.arm
        half = arm / 3
        bar, post = (x - arm, y - half, 2 * arm, 2 * half), (x - half, y - arm, 2 * half, 2 * arm)
        path = "\n".join(" ".join(f"{side:.2f}" for side in box) + " re" for box in (bar, post))
        self._shapes.append(f"0 g\n{path}\nf")

    def _photo(self, photo: Photo, left: float, top: float) -> None:
        """Fill the box with the middle of the picture: cropped, never stretched."""
        picture = photo.picture
        name = self._file.grey_picture(picture)
        scale = max(photo.width / picture.width, photo.height / picture.height)
        width, height = picture.width * scale, picture.height * scale
        x = left + photo.x
        y = self._page.height - top - photo.y - photo.height
        dx, dy = (width - photo.width) / 2, (height - photo.height) / 2
        self._shapes.append(
            f"EMC {self._mark(photo.part)} "
            f"q {x:.2f} {y:.2f} {photo.width:.2f} {photo.height:.2f} re W n "
            f"{width:.2f} 0 0 {height:.2f} {x - dx:.2f} {y - dy:.2f} cm /{name} Do Q "
            f"EMC {FURNITURE}"
        )


def _circle(x: float, y: float, r: float) -> str:
    k = r * CURVE
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )


def _on_white(path: str) -> str:
    """Draw the line of a closed path over white paper, so that what lies below ends at it."""
    return f"1 g 0 G {path} b 0 g"


def open_file(properties: Properties, faces: Family, page: PageFormat) -> PdfBuilder:
    """Begin a PDF that lists only our two faces and says its title and language."""
    return PdfBuilder(
        size=(page.width, page.height),
        font_name=faces.regular.name,
        facts=FileFacts(properties.title, properties.subject, properties.lang, properties.made_at),
    )
