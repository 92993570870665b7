"""Sets what opens and closes a file: the title block, the four answers, the signatures."""

from __future__ import annotations

from app.reports.document import (
    AnswerRow,
    Certification,
    FourAnswers,
    SheetTitle,
    Signatory,
    TitleBlock,
    plain,
)
from app.reports.document import literal as literal_text
from app.reports.pdf import styles
from app.reports.pdf.geometry import CLASS_FRAME, HAIRLINE, MM, U
from app.reports.pdf.lines import ended
from app.reports.pdf.rows import Cell, RowSetter
from app.reports.pdf.strips import (
    Frame,
    Photo,
    Ring,
    Rule,
    Strip,
    Stroke,
    Words,
    keep_whole,
    set_lines,
)
from app.reports.pdf.structure import Part, head_of
from app.shapes.case_report import GreyPicture

PHOTO_WIDTH, PHOTO_HEIGHT = 35 * MM, 45 * MM
PHOTO_GAP = 6 * MM
QUESTION_WIDTH, REASON_WIDTH, ANSWER_WIDTH = 40 * MM, 106 * MM, 108 * MM
SEAL_RADIUS = 11 * MM
SIGNATURE_LINE, DATE_LINE, SIGNATURE_GAP = 40 * MM, 20 * MM, 4 * MM
PERSON_STEP, BESIDE_SEAL = 69 * MM, 4 * MM
TOTAL_GAP = 8 * MM
CHIP_PAD, CHIP_GAP = 1.25 * U, 1.25 * U


class FrontSetter:
    """Turns the title block, the answers and the certification into strips."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows

    # --- the title of a sheet, the title block

    def sheet_title(self, title: SheetTitle) -> list[Strip]:
        """Title, the line under it, small lines below; stays with what follows."""
        breaker, width = self._rows.breaker, self._rows.width
        strokes: list[Stroke] = []
        total: list[Stroke] = []  # drawn last: text is read back in the order of drawing
        if title.total:
            width -= self._total(total, title) + TOTAL_GAP
        y = set_lines(
            strokes,
            breaker.lines(plain(title.title), styles.DOCUMENT_TITLE, width),
            styles.DOCUMENT_TITLE,
            0,
            0.0,
            Part("H1"),
        )
        if title.under:
            under = breaker.lines(plain(title.under), styles.OTHER_SCRIPT, width)
            y = set_lines(strokes, under, styles.OTHER_SCRIPT, 0, y, Part("P"))
        y += U
        for text in title.lines:
            lines = breaker.lines(plain(text), styles.NOTE, width)
            y = set_lines(strokes, lines, styles.NOTE, 0, y, Part("P"))
        return [Strip(y + 2 * U, [*strokes, *total], keep_next=True)]

    def _total(self, strokes: list[Stroke], title: SheetTitle) -> float:
        """Set how many they are at the right of the title; return the width it takes."""
        breaker, full = self._rows.breaker, self._rows.width
        widest, y, part = 0.0, 0.0, Part("P")
        for text, style in ((title.total, styles.TOTAL), (title.total_note, styles.LABEL)):
            lines = breaker.lines(plain(text), style, full / 3)
            right = [self._rows.to_the_right(x, full) for x in lines]
            y = set_lines(strokes, right, style, 0, y, part)
            ends = [line[-1].x + line[-1].width for line in lines if line]
            widest = max([widest, *ends])
        return widest

    def title(self, title: TitleBlock) -> list[Strip]:
        """Name, other scripts, headline in words, chips; the photo at the right."""
        breaker, full = self._rows.breaker, self._rows.width
        width = full - PHOTO_WIDTH - PHOTO_GAP if title.photo else full
        strokes: list[Stroke] = []
        y = 0.0
        name = breaker.lines(literal_text(title.name), styles.NAME, width)
        y = set_lines(strokes, name, styles.NAME, 0, y, Part("H1"))
        for other in title.other_names:
            lines = breaker.lines(literal_text(other), styles.OTHER_SCRIPT, width)
            y = set_lines(strokes, lines, styles.OTHER_SCRIPT, 0, y, Part("P"))
        y += 3 * U
        headline = breaker.lines(plain(title.headline), styles.HEADLINE, width)
        y = set_lines(strokes, headline, styles.HEADLINE, 0, y, Part("P"))
        computed = breaker.lines(plain(title.computed_by), styles.NOTE, width)
        y = set_lines(strokes, computed, styles.NOTE, 0, y, Part("P"))
        if title.chips:
            y = self._chips(strokes, title.chips, y + U, width)
        y += U
        for text in title.lines:
            lines = breaker.lines(plain(text), styles.NOTE, width)
            y = set_lines(strokes, lines, styles.NOTE, 0, y, Part("P"))
        if title.photo:
            y = max(y, self._photo(strokes, title))
        return [Strip(y + U, strokes, keep_next=True)]

    def _chips(
        self, strokes: list[Stroke], chips: tuple[str, ...], y: float, width: float
    ) -> float:
        x = 0.0
        for chip in chips:
            line = self._rows.breaker.lines(plain(chip), styles.CHIP, width - 2 * CHIP_PAD)
            ends = [pieces[-1] for pieces in line if pieces]
            box = max((end.x + end.width for end in ends), default=0.0) + 2 * CHIP_PAD
            if x and x + box > width:
                x, y = 0.0, y + styles.CHIP.leading + U
            height = styles.CHIP.leading * len(line)
            strokes.append(Frame(x, y, box, height, CLASS_FRAME))
            set_lines(strokes, line, styles.CHIP, x + CHIP_PAD, y, Part("P"))
            x += box + CHIP_GAP
        return y + styles.CHIP.leading

    def _photo(self, strokes: list[Stroke], title: TitleBlock) -> float:
        assert title.photo is not None  # noqa: S101  # asked by the caller
        left = self._rows.width - PHOTO_WIDTH
        self.set_portrait(strokes, title.photo, title.photo_mark, left, title.photo_caption)
        lines = self._rows.breaker.lines(plain(title.photo_caption), styles.NOTE, PHOTO_WIDTH)
        return set_lines(strokes, lines, styles.NOTE, left, PHOTO_HEIGHT + 0.25 * U, Part("P"))

    def set_portrait(
        self, strokes: list[Stroke], picture: GreyPicture, mark: str, left: float, shows: str
    ) -> None:
        """Set a picture in its frame; an invented one carries its mark across the foot."""
        figure = Part("Figure", alt=shows or mark)
        strokes.append(Photo(left, 0, PHOTO_WIDTH, PHOTO_HEIGHT, picture, figure))
        if mark:
            size = styles.NOTE.size
            mark_width = self._rows.breaker.width(mark, size, bold=True)
            x = left + (PHOTO_WIDTH - mark_width) / 2
            band = PHOTO_HEIGHT - 4 * U
            strokes.append(Frame(x - U, band, mark_width + 2 * U, 3 * U, HAIRLINE, paper=True))
            strokes.append(
                Words(x, band + 2.35 * U, True, size, mark, figure)
            )  # `bold` of a stroke
        strokes.append(Frame(left, 0, PHOTO_WIDTH, PHOTO_HEIGHT, HAIRLINE))

    # --- the four answers

    def answers(self, answers: FourAnswers) -> list[Strip]:
        """Four rows, whole on one page."""
        strips: list[Strip] = []
        table = Part("Table")
        for row in answers.rows:
            strips.extend(self._answer(row, Part("TR", table)))
        return keep_whole(strips)

    def _answer(self, row: AnswerRow, tr: Part) -> list[Strip]:
        asked, told = head_of(tr), Part("TD", tr)
        breaker = self._rows.breaker
        question = breaker.lines(plain(row.question), styles.TEXT, QUESTION_WIDTH - 3 * MM)
        answer = breaker.lines(plain(row.answer), styles.ANSWER, ANSWER_WIDTH - 3 * MM)
        cells = [
            Cell(0, question, styles.TEXT, asked),
            Cell(QUESTION_WIDTH, ended(answer), styles.ANSWER, told),
        ]
        first = self._rows.rows(cells, row.marks, 0.6 * U, 0.4 * U, line=False, row=tr)[0]
        reason = breaker.lines(row.reason, styles.REASON, REASON_WIDTH)
        top = 0.6 * U + len(answer) * styles.ANSWER.leading
        bottom = set_lines(first.strokes, reason, styles.REASON, QUESTION_WIDTH, top, told)
        first.height = max(first.height, bottom + 0.8 * U)
        first.strokes.append(Rule(0, first.height, self._rows.width, first.height))
        return [first]

    # --- signatures

    def certification(self, block: Certification) -> list[Strip]:
        """Who prepared and who checked, lines to sign on, the ring for the seal."""
        strokes: list[Stroke] = []
        bottom = 0.0
        room = self._rows.width - 2 * SEAL_RADIUS - BESIDE_SEAL
        step = min(PERSON_STEP, (room + SIGNATURE_GAP) / max(len(block.signatories), 1))
        for index, signatory in enumerate(block.signatories):
            bottom = max(bottom, self._sign(strokes, block, signatory, index * step, step))
        if not block.seal_word:
            return [Strip(bottom, strokes)]
        right = self._rows.width - SEAL_RADIUS
        strokes.append(Ring(right, U + SEAL_RADIUS, SEAL_RADIUS))
        seal_width = self._rows.breaker.width(block.seal_word, styles.NOTE.size)
        strokes.append(
            Words(
                right - seal_width / 2, U + SEAL_RADIUS + 2.5, False, 8.0, block.seal_word
            )  # `bold` of a stroke
        )
        return [Strip(max(bottom, 2 * SEAL_RADIUS + 2 * U), strokes)]

    def _sign(
        self,
        strokes: list[Stroke],
        block: Certification,
        signatory: Signatory,
        left: float,
        step: float,
    ) -> float:
        breaker, signed = self._rows.breaker, Part("P")
        width = step - SIGNATURE_GAP
        signature = min(SIGNATURE_LINE, width - SIGNATURE_GAP - DATE_LINE)
        y = 0.0
        for text, style in (
            (plain(signatory.purpose), styles.NOTE),
            (literal_text(signatory.name), styles.ANSWER),
            (plain(signatory.function), styles.NOTE),
        ):
            y = set_lines(strokes, breaker.lines(text, style, width), style, left, y, signed)
        if not signatory.name:
            name_line = styles.NOTE.leading + styles.ANSWER.drop + 0.5 * U
            strokes.append(Rule(left, name_line, left + signature, name_line))
        y += 22
        date_left = left + signature + SIGNATURE_GAP
        strokes.append(Rule(left, y, left + signature, y))
        strokes.append(Rule(date_left, y, date_left + DATE_LINE, y))
        for word, x in ((block.signature_word, left), (block.date_word, date_left)):
            lines = breaker.lines(plain(word), styles.NOTE, signature)
            set_lines(strokes, lines, styles.NOTE, x, y, signed)
        return y + styles.NOTE.leading + U
