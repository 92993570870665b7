"""The pairs of names that the domain gives as tests (domain.md 4.6); invented or common names."""

MATCHING = tuple(
    tuple(line.split("|"))
    for line in """
T01|Հակոբյան|Hakobyan
T02|Հակոբյան|Акопян
T03|Հակոբյան|Akopjan
T04|Հակոբյան|Hagopian
T05|Հովհաննիսյան|Оганесян
T06|Հովհաննիսյան|Oganesyan
T07|Հովհաննիսյան|Hovanessian
T08|Հարությունյան|Арутюнян
T09|Հարությունյան|Haroutunian
T10|Խաչատրյան|Xaçatryan
T11|Խաչատրյան|Xačatryan
T12|Խաչատրյան|Khachaturian
T13|Ղազարյան|Казарян
T14|Ղազարյան|Qazaryan
T15|Գևորգյան|Գեւորգյան
T16|Գևորգյան|Геворкян
T17|Գևորգյան|Kevorkian
T18|Մկրտչյան|Mgrdichian
T19|Մկրտչյան|Mkrtçyan
T20|Եղիազարյան|Егиазарян
T21|Եղիազարյան|Eghiazarian
T22|Ոսկանյան|Oskanian
T23|Սարգսյան|Саркисян
T24|Պետրոսյան|Bedrossian
T25|Կարապետյան|Garabedian
T26|Ջանփոլադյան|Джанполадян
T27|Ջանփոլադյան|Canpoladyan
T28|Ծատուրյան|Цатурян
T29|Ծատուրյան|Dzadourian
T30|Չոբանյան|Çobanyan
T31|Ժամհարյան|Жамгарян
T32|Շահբազյան|Şahbazyan
T33|Գրիգորյան|Qriqoryan
T34|Բաղդասարյան|Bağdasaryan
T35|Հայկ|Гайк
T36|Հայկ|Айк
T37|Հրանտ|Грант
T38|Գոռ|Qor
T39|Արթուր|Arthur
T40|Սերգեյ|Sergei
T41|Խծաբերդ|Хцаберд
T42|Խծաբերդ|Xcaberd
T43|Հին Թաղեր|Хин Тагер
T44|Հադրութ|Гадрут
T45|Xocavənd|Ходжавенд
T46|Xocavənd|Хоҹавәнд
T47|Şuşa|Шуша
""".strip().splitlines()
)

APART = tuple(
    tuple(line.split("|"))
    for line in """
N01|Հակոբյան|Հովակիմյան
N02|Սարգսյան|Սիմոնյան
N03|Գրիգորյան|Գևորգյան
N04|Petrosyan|Poghosyan
N05|Martirosyan|Margaryan
N06|Aram|Armen
N07|Armen|Arman
N08|Karen|Karine
N09|Gor|Gagik
N10|Melikyan|Melkonyan
N11|Mkhitaryan|Mkrtchyan
N12|Khachatryan|Khachikyan
N13|Taghaser|Taghavard
N14|Mets Tagher|Hin Tagher
N15|Babayan|Papyan
N16|Shushi|Shosh
N17|Margaryan|Makaryan
N18|Vardan|Varazdat
""".strip().splitlines()
)

#: id, a, b, dob_a, dob_b, sex_a, sex_b, and the verdict expected.
WHOLE = tuple(
    tuple(line.split("|"))
    for line in """
W01|Հակոբյան Տիգրան Արամի|Tigran Hakobyan|||||same
W02|Հակոբյան Տիգրան Արամի|Акопян Тигран Арамович|||||same
W03|Հակոբյան Տիգրան Արամի|Akopyan Tiqran Aram oğlu|||||same
W04|Հակոբյան Տիգրան Արամի|Tigran A. Hakobyan|||||same
W05|Հակոբյան Տիգրան Արամի|Dikran Hagopian|||||candidate
W06|Հովհաննիսյան Գոռ Սերգեյի|Оганесян Гор Сергеевич|||||same
W07|Հովհաննիսյան Գոռ Սերգեյի|Oqanesyan Qor Sergey oğlu|||||same
W08|Մկրտչյան Հայկ Մկրտչի|Мкртчян Гайк Мкртичевич|||||same
W09|Տեր-Պետրոսյան Դավիթ|Petrosyan Davit|||||candidate
W10|Գեւորգյան Գեւորգ|Геворкян Геворк|||||same
W11|Խաչատրյան Ջոն|Xaçatryan Con|||||same
W12|Ղազարյան Եղիշե|Казарян Егише|||||same
W13|Գրիգորյան Ժորա|Qriqoryan Jora|||||same
W14|Հակոբյան Արամ Տիգրանի|Հակոբյան Տիգրան Արամի|||||different
W15|Հակոբյան Տիգրան Արամի|Հակոբյան Տիգրան Արմենի|||||different
W15b|Հակոբյան Տիգրան Արամի|Հակոբյան Տիգրան Արմենի|2000-05-03|2000-05-03|||conflict
W16|Սարգսյան Արմեն|Սարգսյան Արման|2001|2001|||candidate
W17|Հակոբյան Տիգրան Արամի|Հակոբյան Տիգրան Արամի|1999-03-02|2001-07-14|||different
W18|HAKOBYAN TIGRAN|Հակոբյան Տիգրան|||||same
W19|Հakoբյան|Հակոբյան|||||same
W20|Davtyan Karen|Davtyan Karine|||m|f|different
""".strip().splitlines()
)
