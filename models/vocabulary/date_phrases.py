"""The words around a date, in five languages, each turned into the mark it stands for."""

import re
from enum import StrEnum
from functools import lru_cache

from models.vocabulary.month_names import folded


class Mark(StrEnum):
    """What a word or phrase does to a date; one capital letter, as typed text is made small."""

    ABOUT = "A"
    NOT_CERTAIN = "Q"
    NOT_AFTER = "B"
    NOT_BEFORE = "P"
    UP_TO = "Y"
    TO = "U"
    SINCE = "S"
    FROM_ENDING = "J"
    BETWEEN = "W"
    AND = "N"
    OR = "R"
    ONE_OF_THE_DAYS = "O"
    SOME_DAY_IN = "D"
    EARLY = "E"
    MIDDLE = "M"
    LATE = "L"
    END_UNKNOWN = "X"
    START_UNKNOWN = "V"
    UNKNOWN = "K"
    AT_UTC = "G"


# Longer phrases stand before the shorter ones they hold; the languages do not clash.
_PHRASES: tuple[tuple[Mark, str], ...] = (
    (Mark.END_UNKNOWN, r"end (?:is )?(?:not known|unknown)|окончание неизвестно|конец неизвестен"),
    (Mark.END_UNKNOWN, r"ավարտը հայտնի չէ|sonu məlum deyil"),
    (Mark.START_UNKNOWN, r"beginning (?:is )?(?:not known|unknown)|начало неизвестно"),
    (Mark.START_UNKNOWN, r"սկիզբը հայտնի չէ|başlanğici məlum deyil"),
    (Mark.BETWEEN, r"ընկած (?:օրերից մեկ(?:ում|ը)|ժամանակում)"),
    (Mark.SOME_DAY_IN, r"(?:the )?day (?:is )?(?:not known|unknown)|день неизвест(?:ен|ный)"),
    (Mark.SOME_DAY_IN, r"день неизв\.?|օրը հայտնի չէ|օրն անհայտ է|günü məlum deyil"),
    (Mark.SOME_DAY_IN, r"(?:on )?(?:a|one|some) day (?:in|of)|some ?time in|օրերից մեկ(?:ում|ը)"),
    (Mark.SOME_DAY_IN, r"(?:в )?какой-то день(?: в)?|ամսվա մի օր"),
    (Mark.UNKNOWN, r"(?:the )?date (?:is )?(?:not known|unknown)|not known|unknown"),
    (Mark.UNKNOWN, r"дата неизвестна|неизвестн[оа]|ամսաթիվը հայտնի չէ|հայտնի չէ|անհայտ(?: է)?"),
    (Mark.UNKNOWN, r"tarixi məlum deyil|məlum deyil|naməlum"),
    (Mark.NOT_CERTAIN, r"not (?:certain|sure)|uncertain|не точно|неточно"),
    (Mark.NOT_CERTAIN, r"ճշտ(?:ման ենթակա(?: է)?|վում է)|dəqiq deyil|ստույգ չէ"),
    (Mark.NOT_CERTAIN, r"probably|perhaps|possibly|maybe|возможно|вероятно|предположительно"),
    (Mark.NOT_CERTAIN, r"наверное|երևի|հավանաբար|ehtimal ki|güman ki"),
    (Mark.ABOUT, r"on or about|about|around|approximately|approx\.?|circa|ca\.?|c\.(?= ?\d)|etwa"),
    (Mark.ABOUT, r"около|примерно|приблизительно|ориентировочно|ок\.|մոտավորապես|մոտ|շուրջ"),
    (Mark.ABOUT, r"təxminən|təqribən|təxmini"),
    (Mark.NOT_AFTER, r"(?:not|no) later than|on or before|before|не позднее|не позже"),
    (Mark.NOT_AFTER, r"ոչ ուշ,? քան|(?:ից )?ոչ ուշ|առաջ|gec olmayaraq|əvvəl|vor"),
    (Mark.NOT_BEFORE, r"(?:not|no) (?:earlier than|before)|on or after|after|не (?:ранее|раньше)"),
    (Mark.NOT_BEFORE, r"после|ոչ (?:շուտ|վաղ),? քան|հետո|անց|tez olmayaraq|sonra|nach"),
    (Mark.BETWEEN, r"between|между|միջև|arasinda|arasi|zwischen|ընկած"),
    (Mark.ONE_OF_THE_DAYS, r"(?:on )?one of the days|(?:в )?один из дней"),
    (
        Mark.SINCE,
        r"since|from|начиная (?:с|со)|со?|սկսած|ի վեր|bəri|etibarən|başlayaraq|seit|vo[nm]",
    ),
    (Mark.UP_TO, r"до|մինչև|qədər|dək"),
    (Mark.TO, r"until|till|to|по|bis(?: zum)?"),
    (Mark.OR, r"or|или|либо|կամ|və ya(?:xud)?|ya(?:xud)?|oder"),
    (Mark.AND, r"and|и|և|ու|və|und"),
    (
        Mark.EARLY,
        r"(?:at the )?(?:beginning|start) of|early(?: in)?|в начале|начал[оа]|սկզբ(?:ներին|ին|ի)",
    ),
    (Mark.EARLY, r"əvvəl(?:i|ində|ləri|lərində)|anfang|սկիզբ"),
    (Mark.MIDDLE, r"(?:in the )?middle of|mid(?:dle)?(?: in)?|в середине|середин[аы]"),
    (Mark.MIDDLE, r"կես(?:երին|երի|ին|եր)|orta(?:si|sinda|lari|larinda)|mitte"),
    (Mark.LATE, r"(?:at the )?end of|late(?: in)?|в конце|кон(?:ец|ца)|վերջ(?:ին|երին|ի)?"),
    (Mark.LATE, r"son(?:u|unda|larinda)|axiri(?:nda)?|ende"),
    (Mark.AT_UTC, r"utc|gmt"),
)

_NOISE = (
    r"the|of|on|in|at|dated|год[аеу]?|гг|г|в|во|числа|месяц[ае]?|дня"
    r"|թվական(?:ի|ին|ը|ն)?|թ\.?-?(?:ին|ի)|թթ|թ|ամս(?:ի|ին|վա)|ժամը|օրը|օր"
    r"|il(?:in|də|i)?|ayi(?:nin|nda|n)?|saat|günü|am|im|den|der|des|uhr"
    r"|born|р|рожд|рождения|ծնվ|ծնված|ծննդյան|doğum|geb"
    r"|morning|afternoon|evening|noon|утром|утра|днем|вечером|вечера|вечер"
    r"|առավոտյան|առավոտը|երեկոյան|երեկոն|կեսօրին|səhər|axşam|günorta"
)

_RELATIVE = (
    r"today|yesterday|tomorrow|ago|last|next|this|сегодня|вчера|позавчера|завтра|назад"
    r"|прошл\w+|այսօր|երեկ|նախօրեին|վաղը|անցյալ|bu gün|dünən|sabah|heute|gestern"
)

_SEASON = (
    r"spring|summer|autumn|fall|winter|весн[аыой]+|лет[оа]м?|осен[ьию]+|зим[аыой]+"
    r"|գարն?ան\w*|գարուն\w*|ամ[առ]+\w*|աշ[ու]*ն\w*|ձմ[եռ]+\w*|yaz|yay|payiz|qiş"
)

_WEEKDAYS: tuple[str, ...] = (
    r"monday|mon|понедельника?|пн|երկուշաբթի|bazar ertəsi",
    r"tuesday|tue|вторника?|вт|երեքշաբթի|çərşənbə axşami",
    r"wednesday|wed|сред[ауы]|ср|չորեքշաբթի|çərşənbə",
    r"thursday|thu|четверга?|чт|հինգշաբթի|cümə axşami",
    r"friday|fri|пятниц[ауы]|пт|ուրբաթ|cümə",
    r"saturday|sat|суббот[ауы]|сб|շաբաթ|şənbə",
    r"sunday|sun|воскресень[ея]|вс|կիրակի|bazar(?: günü)?",
)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_])(?:{folded(pattern)})(?![^\W\d_])")

    rules = [(whole(pattern), f" {mark.value} ") for mark, pattern in _PHRASES]
    # "çərşənbə axşamı" is Tuesday and "çərşənbə" Wednesday: the longer ones go first.
    days = sorted(enumerate(_WEEKDAYS), key=lambda day: day[0] in {2, 4, 6})
    weekdays = [(whole(pattern), f" T{number} ") for number, pattern in days]
    other = [(whole(_RELATIVE), " Z "), (whole(_SEASON), " F "), (whole(_NOISE), " ")]
    return (*weekdays, *rules, *other)


_SIGNS = {
    "?": f" {Mark.NOT_CERTAIN.value} ",
    "~": f" {Mark.ABOUT.value} ",
    "&": f" {Mark.AND.value} ",
    "mid-": "mid ",
}
_DASHES = re.compile("[\u2010-\u2015\u2212\u058a]")
_STRIPPED = re.compile('[«»„“”"՝՛՜()]')
_BEFORE_LETTERS = re.compile(r"(?<=\d)(?=[^\W\d_])")
_FROM_ENDING = re.compile(r"(?<=\d) ?-? ?(?:ից|dən|dan)(?![^\W\d_])")
_UP_TO_ENDING = re.compile(r"(?<=\d) ?-? ?(?:dək|dak)(?![^\W\d_])")
_YEAR_FROM = re.compile(r"(?<![^\W\d_])(?:թվականից|թ\.?-?ից|ildən)(?![^\W\d_])")
_ENDING = re.compile(
    r"(?<=\d) ?-? ?(?:ին|ի|ը|ն|ական|-го|го|ого|е|м|му|х|st|nd|rd|th"
    r"|ci|cu|cü|i|u|ü|si|də|da|nin|nun|nün|in|un|ün|yə|ya|ə|a)(?![^\W\d_])"
)
_DECADE = re.compile(
    r"(?<!\d)(\d{3})0 ?-? ?(?:(?:е|х)(?: год\w+| гг)?|s|ական(?:ներ\w*)?(?: թվական\w*| թթ)?"
    r"|c[iuü] illər\w*|er(?: jahre)?)(?![^\W\d_])"
)
_SPACES = re.compile(r"\s+")


def marked(text: str) -> str:
    """Write typed text with marks for its words: digits, marks, months and what was not read."""
    line = _STRIPPED.sub("", _DASHES.sub("-", folded(text)))
    line = _SPACES.sub(" ", line.replace("՞", "?").replace("։", ".").replace("\u2024", ".")).strip(
        " .,;:!"
    )
    for sign, mark in _SIGNS.items():
        line = line.replace(sign, mark)
    line = _DECADE.sub(r" C\1 ", line)
    line = _YEAR_FROM.sub(f" {Mark.FROM_ENDING.value} ", line)
    line = _FROM_ENDING.sub(f" {Mark.FROM_ENDING.value} ", line)
    line = _UP_TO_ENDING.sub(f" {Mark.UP_TO.value} ", line)
    line = _ENDING.sub(" ", line)
    line = _BEFORE_LETTERS.sub(" ", line)
    for pattern, mark in _rules():
        line = pattern.sub(mark, line)
    return _SPACES.sub(" ", line).strip()
