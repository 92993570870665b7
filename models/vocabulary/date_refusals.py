"""Why a text is no date, as a sentence for a person: what is wrong, and what to do."""

from collections.abc import Mapping

from models.vocabulary.date_terms import DateFault, DateSimplification, NotADate
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

Sentences = Mapping[str, str]

_REFUSALS: dict[DateFault, Sentences] = {
    DateFault.EMPTY: {
        "en": "There is no date here. Type one, or choose “unknown”.",
        "hy": "Ամսաթիվ չկա։ Գրեք ամսաթիվը կամ ընտրեք «անհայտ»։",
        "ru": "Даты нет. Введите её или выберите «неизвестно».",
    },
    DateFault.UNREADABLE: {
        "en": "“{text}” cannot be read as a date. Write it like 13 December 2020 or 13.12.2020.",
        "hy": "«{text}» գրառումը որպես ամսաթիվ չի կարդացվում։ Գրեք այսպես՝ 2020 թ. դեկտեմբերի 13 "
        "կամ 13.12.2020։",
        "ru": "«{text}» не читается как дата. Напишите так: 13 декабря 2020 или 13.12.2020.",
    },
    DateFault.TOO_LONG: {
        "en": "This is too long for a date. Put the date here and the rest into the note.",
        "hy": "Սա չափազանց երկար է ամսաթվի համար։ Այստեղ գրեք ամսաթիվը, մնացածը՝ նշումում։",
        "ru": "Для даты это слишком длинно. Здесь напишите дату, остальное — в примечании.",
    },
    DateFault.TWO_DIGIT_YEAR: {
        "en": "The year {year} has two digits and can be read in more than one way. "
        "Write the year with four digits.",
        "hy": "{year} տարեթիվը երկնիշ է և կարող է տարբեր կերպ կարդացվել։ Գրեք տարեթիվը չորս "
        "թվանշանով։",
        "ru": "Год {year} записан двумя цифрами, его можно понять по-разному. "
        "Напишите год четырьмя цифрами.",
    },
    DateFault.NO_YEAR: {
        "en": "“{text}” has no year. Add the year with four digits.",
        "hy": "«{text}» գրառման մեջ տարեթիվ չկա։ Ավելացրեք տարեթիվը չորս թվանշանով։",
        "ru": "В записи «{text}» нет года. Добавьте год четырьмя цифрами.",
    },
    DateFault.NO_MONTH: {
        "en": "“{text}” has a day but no month. Add the month, or leave the day out.",
        "hy": "«{text}» գրառման մեջ օր կա, բայց ամիս չկա։ Ավելացրեք ամիսը կամ հանեք օրը։",
        "ru": "В записи «{text}» есть день, но нет месяца. Добавьте месяц или уберите день.",
    },
    DateFault.YEAR_OUT_OF_RANGE: {
        "en": "The year {year} cannot be kept here. Check the year.",
        "hy": "{year} տարեթիվը չի կարող գրանցվել։ Ստուգեք տարեթիվը։",
        "ru": "Год {year} нельзя записать. Проверьте год.",
    },
    DateFault.NO_SUCH_MONTH: {
        "en": "There is no month {month}. Write the day first, then the month from 1 to 12.",
        "hy": "{month} համարով ամիս չկա։ Նախ գրեք օրը, ապա ամիսը՝ 1-ից 12։",
        "ru": "Месяца с номером {month} нет. Напишите сначала день, потом месяц от 1 до 12.",
    },
    DateFault.NO_SUCH_DAY: {
        "en": "There is no day {day} in {month}. Check the day and the month.",
        "hy": "«{month}» ամսում {day} օր չկա։ Ստուգեք օրը և ամիսը։",
        "ru": "В месяце «{month}» нет дня {day}. Проверьте день и месяц.",
    },
    DateFault.NO_SUCH_TIME: {
        "en": "“{text}” holds a time that no clock shows. Write the time from 00:00 to 23:59.",
        "hy": "«{text}» գրառման մեջ նշված ժամ չի լինում։ Գրեք ժամը 00:00-ից 23:59։",
        "ru": "В записи «{text}» указано время, которого не бывает. "
        "Напишите время от 00:00 до 23:59.",
    },
    DateFault.DAY_COMES_FIRST: {
        "en": "The day comes first here, and there is no month {month}. "
        "If {month} is the day, write {month}.{day}.{year}.",
        "hy": "Այստեղ նախ գրվում է օրը, իսկ {month} համարով ամիս չկա։ Եթե {month}-ը օրն է, գրեք "
        "{month}.{day}.{year}։",
        "ru": "Здесь сначала пишется день, а месяца с номером {month} нет. "
        "Если {month} — это день, напишите {month}.{day}.{year}.",
    },
    DateFault.END_BEFORE_START: {
        "en": "The end ({last}) comes before the beginning ({first}). Put them in order.",
        "hy": "Վերջը ({last}) սկզբից ({first}) առաջ է։ Գրեք դրանք ճիշտ հերթականությամբ։",
        "ru": "Конец ({last}) раньше начала ({first}). Поставьте их по порядку.",
    },
    DateFault.END_MAY_PRECEDE_START: {
        "en": "The end ({last}) may come before the beginning ({first}). "
        "Say the end as exactly as the beginning, or leave it open.",
        "hy": "Վերջը ({last}) կարող է սկզբից ({first}) առաջ լինել։ Նշեք վերջը նույն ճշտությամբ, "
        "ինչ սկիզբը, կամ թողեք բաց։",
        "ru": "Конец ({last}) может оказаться раньше начала ({first}). "
        "Укажите конец так же точно, как начало, или оставьте его открытым.",
    },
    DateFault.ONCE_OR_LASTED: {
        "en": "“{text}” does not say whether it happened once or lasted. "
        "Write “between … and …” or “from … to …”.",
        "hy": "«{text}» գրառումից պարզ չէ՝ մեկ անգա՞մ է եղել, թե՞ տևել է։ Գրեք «…-ի և …-ի միջև» "
        "կամ «…-ից մինչև …»։",
        "ru": "Из записи «{text}» не ясно, случилось это один раз или длилось. "
        "Напишите «между … и …» или «с … по …».",
    },
    DateFault.CONTRADICTS_ITSELF: {
        "en": "“{text}” says two different things about the day. Keep the one that was said.",
        "hy": "«{text}» գրառումը օրվա մասին երկու տարբեր բան է ասում։ Թողեք այն, ինչ ասվել է։",
        "ru": "Запись «{text}» говорит о дне две разные вещи. Оставьте то, что было сказано.",
    },
    DateFault.RELATIVE_DAY: {
        "en": "“{text}” depends on the day it was said. Write the day itself, with its year.",
        "hy": "«{text}» գրառումը կախված է ասելու օրվանից։ Գրեք հենց օրը՝ տարեթվով։",
        "ru": "«{text}» зависит от того, в какой день это сказано. Напишите сам день, с годом.",
    },
    DateFault.WEEKDAY_DIFFERS: {
        "en": "{day} was another day of the week. Check the date or leave the weekday out.",
        "hy": "{day} շաբաթվա այլ օր է եղել։ Ստուգեք ամսաթիվը կամ հանեք շաբաթվա օրը։",
        "ru": "{day} приходится на другой день недели. Проверьте дату или уберите день недели.",
    },
    DateFault.PART_OF_WHAT: {
        "en": "“{text}”: beginning, middle and end can be said of a month only. "
        "Name the month, or write “between … and …”.",
        "hy": "«{text}». սկիզբ, կես և վերջ կարելի է ասել միայն ամսվա մասին։ Նշեք ամիսը կամ գրեք "
        "«…-ի և …-ի միջև»։",
        "ru": "«{text}»: начало, середину и конец можно указать только для месяца. "
        "Назовите месяц или напишите «между … и …».",
    },
    DateFault.SEASON_NOT_TYPED: {
        "en": "“{text}” names a season, or can be read as one. "
        "Name the months, like “between March and May 2020”.",
        "hy": "«{text}» գրառումը տարվա եղանակ է կամ կարող է այդպես կարդացվել։ Նշեք ամիսները, "
        "օրինակ՝ «2020 թ. մարտի և մայիսի միջև»։",
        "ru": "«{text}» — время года или может читаться так. "
        "Назовите месяцы, например «между мартом и маем 2020».",
    },
    DateFault.X_MISPLACED: {
        "en": "In “{text}” XX may stand only for the whole day (2020-12-XX) "
        "or for month and day (2020-XX-XX).",
        "hy": "«{text}» գրառման մեջ XX կարող է լինել միայն ամբողջ օրվա (2020-12-XX) կամ ամսվա և "
        "օրվա (2020-XX-XX) փոխարեն։",
        "ru": "В записи «{text}» XX может стоять только вместо дня (2020-12-XX) "
        "или вместо месяца и дня (2020-XX-XX).",
    },
    DateFault.DECADE_ONLY_FOR_BIRTH: {
        "en": "“{text}” is a decade, which only a date of birth may be. Name the year or years.",
        "hy": "«{text}» տասնամյակ է, որը թույլատրվում է միայն ծննդյան համար։ Նշեք տարին կամ "
        "տարիները։",
        "ru": "«{text}» — десятилетие, оно допустимо только для даты рождения. "
        "Назовите год или годы.",
    },
    DateFault.QUALIFIER_MISPLACED: {
        "en": "“About” and “not certain” can be said of one date only, not of “{text}”. "
        "Leave them out here; the words as said are kept.",
        "hy": "«Մոտավորապես» և «ճշտման ենթակա» կարելի է ասել միայն մեկ ամսաթվի մասին, ոչ թե "
        "«{text}»։ Այստեղ դրանք հանեք. ասված խոսքերը պահվում են։",
        "ru": "«Около» и «не точно» можно сказать только об одной дате, а не о «{text}». "
        "Уберите их здесь: слова источника сохраняются.",
    },
    DateFault.TIME_MISPLACED: {
        "en": "In “{text}” the time stands without one exact day. "
        "Leave the time out, or name the one day.",
        "hy": "«{text}» գրառման մեջ ժամը նշված է առանց մեկ ճշգրիտ օրվա։ Հանեք ժամը կամ նշեք այդ "
        "մեկ օրը։",
        "ru": "В записи «{text}» время стоит без одного точного дня. "
        "Уберите время или назовите этот день.",
    },
    DateFault.NO_BOUND: {
        "en": "“{text}” names no day at all. Choose “unknown” instead.",
        "hy": "«{text}» գրառումը ոչ մի օր չի նշում։ Փոխարենը ընտրեք «անհայտ»։",
        "ru": "«{text}» не называет ни одного дня. Выберите вместо этого «неизвестно».",
    },
    DateFault.ALL_OF_SET: {
        "en": "“{text}” names several days together. Record one event for each day.",
        "hy": "«{text}» գրառումը միասին մի քանի օր է նշում։ Յուրաքանչյուր օրվա համար գրանցեք "
        "առանձին իրադարձություն։",
        "ru": "«{text}» называет сразу несколько дней. Запишите для каждого дня своё событие.",
    },
    DateFault.SET_MEMBER: {
        "en": "In “{text}” the choices must be plain days, months or years: "
        "a list, or one span. Write “… or …” or “between … and …”.",
        "hy": "«{text}» գրառման մեջ ընտրանքները պետք է լինեն պարզ օրեր, ամիսներ կամ տարիներ՝ "
        "ցանկ կամ մեկ միջակայք։ Գրեք «… կամ …» կամ «…-ի և …-ի միջև»։",
        "ru": "В записи «{text}» варианты должны быть простыми днями, месяцами или годами: "
        "список или один промежуток. Напишите «… или …» либо «между … и …».",
    },
}

_SIMPLIFICATIONS: dict[DateSimplification, Sentences] = {
    DateSimplification.SEASON: {
        "en": "A season came in: its days are not exact. Name the months if they are known.",
        "hy": "Ներմուծվել է տարվա եղանակ. օրերը ճշգրիտ չեն։ Նշեք ամիսները, եթե հայտնի են։",
        "ru": "Указано время года: дни не точны. Назовите месяцы, если они известны.",
    },
    DateSimplification.QUALIFIERS_JOINED: {
        "en": "The doubt about one part of the date now stands for the whole date.",
        "hy": "Ամսաթվի մի մասի մասին կասկածն այժմ վերաբերում է ամբողջ ամսաթվին։",
        "ru": "Сомнение в части даты теперь относится ко всей дате.",
    },
    DateSimplification.UNKNOWN_MONTH_WIDENED: {
        "en": "The month was not known: the date is kept as a day of that year.",
        "hy": "Ամիսը հայտնի չէր. ամսաթիվը պահվում է որպես այդ տարվա մի օր։",
        "ru": "Месяц был неизвестен: дата сохранена как один из дней этого года.",
    },
    DateSimplification.UNKNOWN_DAY_WIDENED: {
        "en": "The day of a beginning or an end was not known: the month or the year is kept.",
        "hy": "Սկզբի կամ վերջի օրը հայտնի չէր. պահվում է ամիսը կամ տարին։",
        "ru": "День начала или конца был неизвестен: сохранён месяц или год.",
    },
    DateSimplification.SET_WIDENED: {
        "en": "Several choices were joined into the one span that holds them all.",
        "hy": "Մի քանի տարբերակ միավորվել են մեկ միջակայքում, որն ընդգրկում է բոլորը։",
        "ru": "Несколько вариантов объединены в один промежуток, который вмещает все.",
    },
    DateSimplification.SECONDS_DROPPED: {
        "en": "The time is kept by the minute; the seconds are left out.",
        "hy": "Ժամը պահվում է րոպեի ճշտությամբ, վայրկյանները հանված են։",
        "ru": "Время хранится с точностью до минуты, секунды опущены.",
    },
    DateSimplification.DECADE: {
        "en": "A decade can be kept as a date of birth only.",
        "hy": "Տասնամյակը կարող է պահվել միայն որպես ծննդյան տարեթիվ։",
        "ru": "Десятилетие можно сохранить только как дату рождения.",
    },
}

_DATES_IN_DATA = {
    DateFault.END_BEFORE_START: frozenset({"first", "last"}),
    DateFault.END_MAY_PRECEDE_START: frozenset({"first", "last"}),
    DateFault.WEEKDAY_DIFFERS: frozenset({"day"}),
    DateFault.NO_SUCH_DAY: frozenset({"month"}),
}


def refusal_in_words(refused: NotADate, lang: str) -> str:
    """Say in `en`, `hy` or `ru` what is wrong with a date and what to do about it."""
    dates = _DATES_IN_DATA.get(refused.reason, frozenset())
    data = {
        name: _date_said(value, lang) if name in dates else value
        for name, value in refused.data.items()
    }
    return _REFUSALS[refused.reason][lang].format_map(data)


def simplification_in_words(loss: DateSimplification, lang: str) -> str:
    """Say in `en`, `hy` or `ru` what an imported date lost on its way in."""
    return _SIMPLIFICATIONS[loss][lang]


def _date_said(edtf: str, lang: str) -> str:
    return in_words(PartialDate.parse_edtf(edtf), lang)
