"""The months as people write them in Armenian, Russian, Azerbaijani, English and old German."""

import unicodedata

MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS_HY = (
    *("հունվար", "փետրվար", "մարտ", "ապրիլ", "մայիս", "հունիս"),
    *("հուլիս", "օգոստոս", "սեպտեմբեր", "հոկտեմբեր", "նոյեմբեր", "դեկտեմբեր"),
)
MONTHS_RU = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
MONTHS_RU_OF = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
MONTHS_RU_IN = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)
MONTHS_AZ = (
    *("yanvar", "fevral", "mart", "aprel", "may", "iyun"),
    *("iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"),
)
MONTHS_DE = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)

SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORT_HY = (
    *("հունվ.", "փետր.", "մարտ", "ապր.", "մայ.", "հունիս"),
    *("հուլիս", "օգոս.", "սեպտ.", "հոկտ.", "նոյ.", "դեկտ."),
)
SHORT_RU = (
    *("янв.", "февр.", "марта", "апр.", "мая", "июня"),
    *("июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
)
SHORT_RU_ALONE = (
    *("янв.", "февр.", "март", "апр.", "май", "июнь"),
    *("июль", "авг.", "сент.", "окт.", "нояб.", "дек."),
)
SHORT_AZ = (
    *("yan.", "fev.", "mart", "apr.", "may", "iyun"),
    *("iyul", "avq.", "sent.", "okt.", "noy.", "dek."),
)

_MORE_FORMS = {
    1: "jan jän jänner jaenner янв հունվ հնվ yan",
    2: "feb feber фев февр փետր փետ fev",
    3: "mar mär maerz мар մրտ",
    4: "apr апр ապր",
    5: "մյս մայ",
    6: "jun июн հնս",
    7: "jul июл հլս",
    8: "aug авг օգս օգոս օգոստ avq",
    9: "sep sept сен сент սեպ սեպտ sen sent",
    10: "oct okt окт հոկ հոկտ",
    11: "nov ноя нояб նոյ noy",
    12: "dec dez дек դեկ դեկտ dek",
}
_ROMAN_FIGURES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN_MONTHS = {figure: number for number, figure in enumerate(_ROMAN_FIGURES, start=1)}
"""Months of old lists, `13.XII.1914`; read between a day and a year only."""
_RU_ENDINGS = {"ь": ("я", "ю", "е", "ем"), "й": ("я", "ю", "е", "ем"), "т": ("а", "у", "е", "ом")}
_HY_ENDINGS = ("", "ի", "ին", "ը", "ն", "ում")
_AZ_ENDINGS = (
    *("", "a", "ə", "da", "də", "in", "un", "ün", "ın", "i", "u", "ı", "ü"),
    *("inda", "ında", "unda", "ünda"),
)


def folded(text: str) -> str:
    """Make letters comparable: composed, small, one kind of i, e for ё, և as one letter."""
    small = unicodedata.normalize("NFC", text).lower()
    return small.replace("i̇", "i").replace("ı", "i").replace("ё", "е").replace("եւ", "և")


def _forms() -> tuple[dict[str, int], dict[str, int]]:
    plain: dict[str, int] = {}
    ablative: dict[str, int] = {}
    for number in range(1, 13):
        index = number - 1
        for names in (MONTHS_EN, MONTHS_RU, MONTHS_RU_OF, MONTHS_RU_IN, MONTHS_DE):
            plain[folded(names[index])] = number
        ru = MONTHS_RU[index]
        stem = ru if ru.endswith("т") else ru[:-1]
        plain |= {folded(stem + end): number for end in _RU_ENDINGS[ru[-1]]}
        plain |= {folded(MONTHS_HY[index] + end): number for end in _HY_ENDINGS}
        plain |= {folded(MONTHS_AZ[index] + end): number for end in _AZ_ENDINGS}
        plain |= {folded(form): number for form in _MORE_FORMS[number].split()}
        ablative[MONTHS_HY[index] + "ից"] = number
        ablative |= {folded(MONTHS_AZ[index] + end): number for end in ("dan", "dən")}
    return plain, ablative


MONTH_OF, MONTH_OF_ABLATIVE = _forms()
"""Every written form, folded, with its number; the second table holds "from the month" forms."""
