"""The forms of what must not leave the office in running words: numbers, addresses, places.

Every pattern is bounded: a text of forty pages without a blank is read in one go. What a group
`it` holds is what is pointed at; without one, the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.shapes.private_text import Finding, PrivateKind

_I = re.IGNORECASE
_GAP = r"[\s\u00a0.()/–—-]"
_NUMBER_WORD = (
    r"(?:\s{0,2}(?:number|num|no|series|nr|համար(?:ը|ի|ով)?|սերիա(?:ն|յի)?|номер(?:а|ом)?|"
    r"сери(?:я|и|ей)|N|№|#|№№)(?!\w))"
)
_LABEL_END = rf"{_NUMBER_WORD}{{0,3}}[\s\u00a0.:՝`№#=–—-]{{0,4}}"

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|[\[(]\s?at\s?[\])])\s?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}", _I
)
_LINKS = (
    re.compile(r"(?<!\w)(?:https?|ftp|tg|viber|whatsapp|file)://[^\s<>«»\"“”]{2,500}", _I),
    re.compile(r"(?<!\w)www\.[^\s<>«»\"“”]{3,500}", _I),
    re.compile(
        r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}"
        r"(?:com|org|net|info|int|me|io|tv|gov|edu|app|am|ru|az|ge|tr|eu|uk|de|fr|us|рф|հայ)"
        r"(?![\w-])(?:[:/?][^\s<>«»\"“”]{0,500})?",
        _I,
    ),
)
_HANDLES = (
    re.compile(r"(?<![\w@/])@[a-z0-9_][\w.]{2,63}", _I),
    re.compile(
        r"(?<!\w)(?:telegram|instagram|facebook|vkontakte|skype|tiktok|twitter|odnoklassniki"
        r"|телеграм\w{0,3}|инстаграм\w{0,3}|фейсбук\w{0,3}|вконтакте|скайп\w{0,2}"
        r"|տելեգրամ\w{0,4}|ինստագրամ\w{0,4}|ֆեյսբուք\w{0,4}|սքայփ\w{0,4})"
        r"\s{0,2}[:՝=]\s{0,2}(?P<it>[a-z0-9_.]{4,64})",
        _I,
    ),
)

_SIDE = (
    r"(?:[NSEW](?!\w)|[сюзв]\.\s?[шд]\.?|(?:հս|հվ|արլ|արմ)\.?\s?(?:լայն|երկ)\w{0,10}\.?"
    r"|(?:հյուսիսային|արևելյան)\s(?:լայնությ|երկայնությ)\w{0,8}"
    r"|(?:северной|восточной)\s(?:широты|долготы))"
)
_DEGREES = (
    r"\d{1,3}(?:[.,]\d{1,8})?\s?[°º˚]\s?(?:\d{1,2}(?:[.,]\d{1,6})?\s?['’′՛]\s?)?"
    r"(?:\d{1,2}(?:[.,]\d{1,6})?\s?(?:[\"”″]|''|’’)\s?)?"
)
_COORDINATES = (
    re.compile(rf"[NSEW]\s?{_DEGREES}[\s,;/]{{0,3}}[NSEW]\s?{_DEGREES}"),
    re.compile(rf"{_DEGREES}{_SIDE}[\s,;/]{{0,3}}(?:{_DEGREES}{_SIDE})?", _I),
    re.compile(
        rf"\d{{1,3}}[.,]\d{{1,8}}\s?°?\s?{_SIDE}[\s,;/]{{1,3}}\d{{1,3}}[.,]\d{{1,8}}\s?°?\s?{_SIDE}"
    ),
    re.compile(r"[NS]\s?\d{1,2}[.,]\d{1,8}[\s,;/]{0,3}[EW]\s?\d{1,3}[.,]\d{1,8}"),
    re.compile(r"(?<![\d.,])-?\d{1,3}\.\d{3,8}\s?[,;/\s]\s?-?\d{1,3}\.\d{3,8}(?!\d|\.\d)"),
    re.compile(r"(?<![\d.,])-?\d{1,3},\d{4,8}\s?[;/\s,]\s?-?\d{1,3},\d{4,8}(?!\d|,\d)"),
    re.compile(r"(?<!\w)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}(?!\d)"),
    re.compile(r"(?<!\w)[XХ]\s?[=:]?\s?\d{5,8}[\s,;]{1,3}[YУ]\s?[=:]?\s?\d{5,8}(?!\d)", _I),
    re.compile(
        r"(?<!\w)(?:coordinates?|grid\s(?:square|reference)|координат\w{0,3}|квадрат\w{0,3}"
        r"|կոորդինատ\w{0,8})[\s:՝=№–-]{0,4}(?P<it>\d[\d\s.,°'’\"-]{3,30}\d)",
        _I,
    ),
)

_PHONE_WORD = (
    r"(?<!\w)(?:tel|ph|phone|telephone|mobile|mob|cell|viber|whatsapp|signal"
    r"|հեռ|հեռախոս\w{0,8}|բջջ|բջջային\w{0,4}|զանգ\w{0,8}"
    r"|тел|телефон\w{0,4}|моб|мобильн\w{0,4}|вайбер\w{0,2}|ватсап\w{0,2}|звон\w{0,6})"
)
_TELEPHONES = (
    re.compile(rf"(?<![\d+])\+\s?\(?\d{{1,3}}\)?(?:{_GAP}{{0,3}}\d){{6,12}}(?!\d)"),
    re.compile(rf"(?<![\d.,])00\s?[1-9]\d{{0,2}}(?:{_GAP}{{0,3}}\d){{7,11}}(?!\d)"),
    re.compile(r"(?<![\d.,/-])\(?0\s?\(?[1-9]\d\)?(?:[\s\u00a0.()–-]{0,2}\d){6}(?![\d])(?!\.\d)"),
    re.compile(r"(?<![\d.,/-])[78][\s\u00a0–-]?\(?\d{3}\)?(?:[\s\u00a0–-]{0,2}\d){7}(?!\d)"),
    re.compile(
        r"(?<![\d.,/-])(?:10|11|33|4[1-9]|50|55|60|77|88|9[1-9])"
        r"(?:([\s\u00a0-])\d{2}\1\d{2}\1\d{2}|([\s\u00a0-])\d{3}\2\d{3})(?![\d.-])"
    ),
    re.compile(
        rf"{_PHONE_WORD}{_LABEL_END}(?P<it>\(?\d(?:{_GAP}{{0,2}}\d){{4,14}})(?!\d)",
        _I,
    ),
)

_LETTERS = "A-ZА-ЯЁԱ-Ֆ"
_DOCUMENTS = (
    re.compile(
        r"(?<!\w)(?:passports?|identity\scards?|id\scards?|military\s(?:id|card|ticket)s?"
        r"|service\snumber|personal\snumber|identification\snumber|social\s(?:card|security)"
        r"|driving\slicen[cs]e|dog\stag"
        r"|անձնագ\w{1,6}|նույնականացման\sքարտ\w{0,5}|զինվորական\sգրքույկ\w{0,5}|զինգրքույկ\w{0,5}"
        r"|զինվորական\sտոմս\w{0,5}|անձնական\sհամար\w{0,5}|հանրային\sծառայությ\w{1,8}(?:\sհամար\w{0,5})?"
        r"|ՀԾՀ|ՀԾՀՀ|սոցիալական\sքարտ\w{0,5}|ժետոն\w{0,5}"
        r"|паспорт\w{0,3}|удостоверени\w{0,3}(?:\sличности)?|военн\w{2,3}\sбилет\w{0,3}"
        r"|личн\w{2,3}\sномер\w{0,3}|жетон\w{0,3}|СНИЛС|ИНН)"
        rf"{_LABEL_END}(?P<it>[{_LETTERS}]{{0,4}}[\s\u00a0-]?\d(?:[\s\u00a0/-]?\d){{3,13}}"
        rf"(?:[\s-]?[{_LETTERS}](?!\w))?)",
        _I,
    ),
    re.compile(rf"(?<![\w-])[{_LETTERS}]{{1,3}}[\s\u00a0]?[№N]?[\s\u00a0]?\d{{6,9}}(?![\w-])"),
    re.compile(r"(?<![\w-])AZE\s?\d{6,8}(?!\w)", _I),
    re.compile(r"(?<![\d-])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)"),
    re.compile(r"(?<![\d.,/-])\d{2}\s?\d{2}[\s\u00a0]\d{6}(?![\d-])"),
    re.compile(r"(?<![\d.,/+-])(?!(?:19|20)\d{6}(?!\d))\d{7,14}(?![\d-]|[.,]\d)"),
)

_HOUSE = r"\d{1,4}(?:[/-]\d{1,4})?\s?[a-zа-яա-ֆ]?(?!\w)"
_CAPITAL = r"[A-ZА-ЯЁԱ-Ֆ]"
_WORD = rf"(?:{_CAPITAL}[\w’'-]{{1,30}}|\d{{1,3}}-(?:րդ|ին|я|ая|й|ый|st|nd|rd|th))"
_HY_STREET = (
    r"(?:փողոց(?:ի|ը|ում|ից|ն)?|փող?\.|պողոտա(?:յի|ն|յում)?|պող\.|նրբանցք(?:ի|ը|ում)?|նրբ\."
    r"|խճուղ(?:ի|ու|ում|ին)|մայրուղ(?:ի|ու|ում|ին)|թաղամաս(?:ի|ը|ում)?|թաղ\.)"
)
_RU_STREET = (
    r"(?:улиц(?:а|ы|е|у|ей)|ул\.|проспект(?:а|е|у|ом)?|просп\.|пр-т|пр\.|переул(?:ок|ка|ке)|пер\."
    r"|шоссе|бульвар(?:а|е|у)?|б-р|площад(?:ь|и|ью)|пл\.|микрорайон(?:а|е)?|мкр\.?|набережн\w{2}"
    r"|проезд(?:а|е)?|туп(?:ик|\.))"
)
_EN_STREET = (
    r"(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|ln\.?|boulevard|blvd\.?|square|sq\.?"
    r"|highway|alley)"
)
_DOOR = (
    r"(?:apartment|apt|flat|house|building|bldg|entrance"
    r"|բնակարան(?:ը|ի|ում)?|բն|տուն|տան|շենք(?:ը|ի|ում)?|շ|մուտք"
    r"|дом(?:а|е)?|кв|квартир(?:а|ы|е|у)|подъезд|корп|корпус|строение)"
)
_NO = r"\.?\s?(?:no\.?|number|N|№|համար|номер)?\s?"
#: "In the house 12 men": no number of a house.
_COUNTED = (
    r"\s(?:men|people|persons|soldiers|wounded|բնակիչ|հոգի|մարդ|զինծառայող|զինվոր|վիրավոր"
    r"|человек|чел\.|люд|бойц|солдат|военнослужащ|ранен)"
)
_TAIL = rf"(?:[\s,]{{1,3}}(?:д\.|{_DOOR}){_NO}{_HOUSE}){{0,3}}"
_ADDRESSES = (
    re.compile(
        rf"(?:{_WORD}\s){{1,3}}(?i:{_HY_STREET}|{_RU_STREET})[\s,]{{0,3}}"
        rf"(?i:(?:д\.|{_DOOR}){_NO})?(?i:{_HOUSE}{_TAIL})"
    ),
    re.compile(
        rf"(?<!\w)(?i:{_RU_STREET})\s?(?:(?:имени|им\.)\s)?{_WORD}(?:\s{_WORD}){{0,2}}[\s,]{{0,3}}"
        rf"(?i:(?:д\.|{_DOOR}){_NO})?(?i:{_HOUSE}{_TAIL})"
    ),
    re.compile(
        rf"(?<!\w)\d{{1,4}}[a-z]?,?\s(?:{_CAPITAL}[\w’'-]{{1,30}}\s){{1,3}}(?i:{_EN_STREET})(?!\w)"
        rf"(?i:{_TAIL})"
    ),
    re.compile(rf"(?:{_WORD}\s){{1,3}}(?i:{_EN_STREET})[\s,]{{1,3}}(?i:{_HOUSE}{_TAIL})"),
    re.compile(rf"(?<!\w){_DOOR}{_NO}(?<=[\s.№]){_HOUSE}(?!{_COUNTED}){_TAIL}", _I),
    re.compile(rf"{_WORD}\s{{1,2}}\d{{1,3}}/\d{{1,3}}\s?(?:հասց|շենք|բն)\w{{0,6}}", _I),
)

# The surer first: what one has taken is not taken again by another.
_PATTERNS: tuple[tuple[PrivateKind, tuple[re.Pattern[str], ...]], ...] = (
    (PrivateKind.EMAIL, (_EMAIL,)),
    (PrivateKind.LINK, _LINKS),
    (PrivateKind.HANDLE, _HANDLES),
    (PrivateKind.COORDINATES, _COORDINATES),
    (PrivateKind.DOCUMENT, _DOCUMENTS[:1]),
    (PrivateKind.TELEPHONE, _TELEPHONES),
    (PrivateKind.ADDRESS, _ADDRESSES),
    (PrivateKind.DOCUMENT, _DOCUMENTS[1:]),
)
_AT_THE_END = ".,;:!?)»”’\"'։՝՜՞"


def forms_found(text: str) -> Iterator[Finding]:
    """Yield what has the form of a thing that must not leave the office; passages may overlap."""
    for kind, patterns in _PATTERNS:
        for pattern in patterns:
            for match in pattern.finditer(text):
                start, end = match.span("it") if "it" in pattern.groupindex else match.span()
                passage = text[start:end]
                end -= len(passage) - len(passage.rstrip(_AT_THE_END + " \u00a0\n\t-("))
                start += len(passage) - len(passage.lstrip(" \u00a0\n\t"))
                if start < end:
                    yield Finding(kind, start, end, text[start:end])
