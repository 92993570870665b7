"""Hold a date while it is being entered: one plain word, two sets of boxes, the words as said.

No Qt here. `DateDraft.date()` gives the PartialDate or raises NotADate; `DateDraft.of(date)` opens
a stored one for change. Whatever the boxes cannot hold (a set of days, a time of day) stays in
`typed` and is shown there.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from models.vocabulary.date_terms import DateFault, DateQualifier, NotADate
from models.vocabulary.edtf_grammar import Form, Gap, Kind, Point
from models.vocabulary.partial_date import PartialDate


class DateWord(StrEnum):
    """The plain words a date is entered with (domain.md 5.1)."""

    ON = "on"
    ABOUT = "about"
    NOT_SURE = "not_sure"
    A_DAY_IN = "a_day_in"
    BETWEEN = "between"
    FROM_TO = "from_to"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class LastingEnd(StrEnum):
    """How the end of what lasted is known when its boxes are empty."""

    STILL_LASTS = "still_lasts"
    NOT_KNOWN = "not_known"


TWO_DATES: Final = frozenset({DateWord.BETWEEN, DateWord.FROM_TO})
_SIGN: Final = {DateWord.ABOUT: "~", DateWord.NOT_SURE: "?"}


@dataclass(frozen=True, slots=True)
class Boxes:
    """Day, month and year as typed; empty where nothing was."""

    day: str = ""
    month: int = 0
    year: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not (self.day.strip() or self.month or self.year.strip())

    def edtf(self) -> str:
        """Write `2020-12-13`, `2020-12` or `2020`; raises NotADate for what is missing."""
        day, year = self.day.strip(), self.year.strip()
        if not year:
            raise NotADate(DateFault.NO_YEAR if not self.empty else DateFault.EMPTY)
        if not year.isdecimal() or (day and not day.isdecimal()):
            raise NotADate(DateFault.UNREADABLE, text=f"{day} {year}".strip())
        if len(year) != 4:
            fault = DateFault.TWO_DIGIT_YEAR if len(year) == 2 else DateFault.YEAR_OUT_OF_RANGE
            raise NotADate(fault, text=year, year=year)
        if day and not self.month:
            raise NotADate(DateFault.NO_MONTH, text=day)
        parts = [f"{int(year):04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if day:
            parts.append(f"{int(day):02d}")
        return "-".join(parts)

    @classmethod
    def of(cls, point: Point) -> "Boxes":
        """Fill boxes from one point of a date."""
        return cls(str(point.day) if point.day else "", point.month or 0, f"{point.year:04d}")


@dataclass(frozen=True, slots=True)
class DateDraft:
    """What stands in the date editor. `typed` wins over the boxes while it is not empty."""

    word: DateWord = DateWord.ON
    first: Boxes = Boxes()
    second: Boxes = Boxes()
    said: str = ""
    typed: str = ""
    end: LastingEnd = LastingEnd.STILL_LASTS
    both_signs: bool = False
    dob: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing was entered at all."""
        known = self.first.empty and self.second.empty and not self.typed.strip()
        return known and self.word is not DateWord.UNKNOWN and not self.said.strip()

    @property
    def takes_two(self) -> bool:
        """Tell whether the word needs a second date."""
        return self.word in TWO_DATES

    def date(self, *, not_after: date | None = None) -> PartialDate:
        """Return the date; raises NotADate, also for one that lies wholly after `not_after`.

        The words as said are kept; where none were given, those that were typed.
        """
        typed = self.typed.strip()
        if typed:
            read = PartialDate.read(typed, dob=self.dob)
            made = replace(read, text=self.said.strip() or read.text)
        elif self.word is DateWord.UNKNOWN:
            made = PartialDate.unknown(self.said.strip())
        else:
            made = PartialDate.parse_edtf(self.edtf(), self.said.strip(), dob=self.dob)
        if not_after is not None and made.earliest is not None and made.earliest > not_after:
            raise LiesAhead(made.earliest)
        return made

    def edtf(self) -> str:
        """Write what the boxes say; raises NotADate for what is missing in them."""
        if self.word is DateWord.A_DAY_IN:
            return self._a_day_in()
        if self.word is DateWord.BETWEEN:
            return f"[{self.first.edtf()}..{self.second.edtf()}]"
        if self.word is DateWord.FROM_TO:
            return self._lasted()
        point = self.first.edtf()
        if self.word is DateWord.BEFORE:
            return f"[..{point}]"
        if self.word is DateWord.AFTER:
            return f"[{point}..]"
        return point + ("%" if self.both_signs else _SIGN.get(self.word, ""))

    def _a_day_in(self) -> str:
        whole = replace(self.first, day="").edtf()
        return f"{whole}-XX" if self.first.month else f"{whole}-XX-XX"

    def _lasted(self) -> str:
        if self.first.empty and self.second.empty:
            raise NotADate(DateFault.EMPTY)
        start = "" if self.first.empty else self.first.edtf()
        if self.second.empty:
            return f"{start}/{'..' if self.end is LastingEnd.STILL_LASTS else ''}"
        return f"{start}/{self.second.edtf()}"

    def spread(self) -> "DateDraft":
        """Move typed text into word and boxes where they can hold it; raises NotADate."""
        typed = self.typed.strip()
        if not typed:
            return self
        read = PartialDate.read(typed, dob=self.dob)
        draft = DateDraft.of(replace(read, text=""), dob=self.dob)
        if draft.typed:
            return self
        plain = typed == draft.typed or typed.replace(".", "").replace("-", "").isdecimal()
        return replace(draft, said=self.said or ("" if plain else typed))

    @classmethod
    def of(cls, known: PartialDate, *, dob: bool = False) -> "DateDraft":
        """Open a date for change."""
        base = cls(said=known.text, dob=dob)
        form = known.form
        if form is None:
            return replace(base, word=DateWord.UNKNOWN)
        opened = _opened(base, form)
        if opened is None or opened.edtf() != known.edtf:
            return replace(base, typed=known.edtf or "")
        return opened


class LiesAhead(NotADate):
    """The date lies in the future, and what is recorded has happened."""

    code = "lies_ahead"

    def __init__(self, day: date) -> None:
        super().__init__(DateFault.CONTRADICTS_ITSELF, day=day.isoformat())


def _opened(base: DateDraft, form: Form) -> DateDraft | None:
    first = form.first if isinstance(form.first, Point) else None
    last = form.last if isinstance(form.last, Point) else None
    if any(point.season for point in form.points):
        return None
    match form.kind:
        case Kind.POINT:
            return _point_opened(base, first)
        case Kind.ONCE_BETWEEN:
            return _once_opened(base, first, last)
        case Kind.LASTED:
            end = LastingEnd.NOT_KNOWN if form.last is Gap.UNKNOWN else LastingEnd.STILL_LASTS
            boxes = (Boxes.of(first) if first else Boxes(), Boxes.of(last) if last else Boxes())
            return replace(base, word=DateWord.FROM_TO, first=boxes[0], second=boxes[1], end=end)
        case _:
            return None


def _once_opened(base: DateDraft, first: Point | None, last: Point | None) -> DateDraft | None:
    if first is not None and last is not None:
        return replace(base, word=DateWord.BETWEEN, first=Boxes.of(first), second=Boxes.of(last))
    if last is not None:
        return replace(base, word=DateWord.BEFORE, first=Boxes.of(last))
    return replace(base, word=DateWord.AFTER, first=Boxes.of(first)) if first else None


def _point_opened(base: DateDraft, point: Point | None) -> DateDraft | None:
    if point is None:
        return None
    boxes = Boxes.of(point)
    if point.unspecified:
        return replace(base, word=DateWord.A_DAY_IN, first=boxes)
    sign = point.qualifier
    word = {DateQualifier.APPROX: DateWord.ABOUT, DateQualifier.BOTH: DateWord.ABOUT}.get(
        sign, DateWord.NOT_SURE if sign is DateQualifier.UNCERTAIN else DateWord.ON
    )
    return replace(base, word=word, first=boxes, both_signs=sign is DateQualifier.BOTH)
