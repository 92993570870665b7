"""A list comes out of the sandbox exactly as it was written, whatever it was written in."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from app.sandbox.armscii import decode_armscii8, encode_armscii8
from app.sandbox.calls import TableHints, read_table

ARMENIAN = "ազգանուն;անուն\nԼուսաձորյան;Արամ\nՔարաբերդյան;Տիգրան\nՆմուշյան;Գևորգ\n"
RUSSIAN = "фамилия;имя;отчество\nЛусадзорян;Арам;Тигранович\nКарабердян;Тигран;Арамович\n"
GERMAN = "Name,Vorname,Ort\nMüsterling,Jörg,Völkerhof\nGrünbächer,Käthe,Straßfeld\n"


def written(rows: str, delimiter: str = ";") -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split(delimiter)) for line in rows.splitlines())


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (ARMENIAN, "utf-8", "utf-8"),
        (ARMENIAN, "utf-8-sig", "utf-8-sig"),
        (ARMENIAN, "utf-16", "utf-16"),
        (ARMENIAN, "utf-32", "utf-32"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (GERMAN.replace(",", ";"), "cp1252", "cp1252"),
    ],
)
def test_common_encodings_are_found_out(text: str, encoding: str, said: str) -> None:
    table = read_table(text.encode(encoding), "list.csv")
    assert table.rows == written(text)
    assert table.encoding == said
    assert table.delimiter == ";"


def test_armenian_of_the_nineties_is_read() -> None:
    text = ARMENIAN.replace("և", "եւ")
    table = read_table(encode_armscii8(text), "list.csv")
    assert table.encoding == "armscii-8"
    assert table.rows == written(text)
    assert decode_armscii8(encode_armscii8("Ֆֆ և «Արամ»։")) == "Ֆֆ և «Արամ»։"


def test_latin_letters_in_one_byte_are_never_called_certain() -> None:
    assert not read_table(GERMAN.encode("latin-1"), "list.csv").certain
    assert read_table(GERMAN.encode(), "list.csv").certain


def test_a_hint_wins_over_guessing() -> None:
    table = read_table("ü|ö\n".encode("cp1250"), "x.txt", TableHints("cp1250", "|"))
    assert (table.encoding, table.rows) == ("cp1250", (("ü", "ö"),))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_out(delimiter: str) -> None:
    text = GERMAN.replace(",", delimiter)
    assert read_table(text.encode(), "list.csv").delimiter == delimiter


def test_line_breaks_inside_quotes_and_blank_lines_are_kept() -> None:
    table = read_table(b'a,b\n"one\ntwo",x\n\n"say ""yes""",y\n', "list.csv")
    assert table.rows == (("a", "b"), ("one\ntwo", "x"), (), ('say "yes"', "y"))


def test_quotes_can_be_plain_signs() -> None:
    table = read_table(b'a\t"b" c\n', "list.tsv", TableHints(quotes=False))
    assert table.rows == (("a", '"b" c'),)


def workbook(rows: list[list[object]], title: str = "Ցուցակ") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_workbook_is_read_as_text_and_formulas_are_not_computed() -> None:
    content = workbook([["Անուն", "Ծնված"], ["Արամ", 1999], ["=1+1", None], ["Տիգրան", 1.5]])
    table = read_table(content, "list.xlsx")
    assert table.rows[0] == ("Անուն", "Ծնված")
    assert table.rows[1] == ("Արամ", "1999")
    assert table.rows[3] == ("Տիգրան", "1.5")
    assert table.kind == "xlsx"
    assert table.sheets == ("Ցուցակ",)
    assert table.rows[2] == ("", "")


def open_document(rows: list[list[str]]) -> bytes:
    """Write the smallest ODS that an office program would open."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "manifest")
    )
    value = 'office:value-type="string"'
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell {value}><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Թերթ">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as zipped:
        zipped.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        zipped.writestr("content.xml", content)
        zipped.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
    return kept.getvalue()


def test_an_open_document_is_read_as_text() -> None:
    table = read_table(open_document([["Անուն", "Ծնված"], ["Արամ", "1999"]]), "list.ods")
    assert (table.kind, table.sheet) == ("ods", "Թերթ")
    assert table.rows == (("Անուն", "Ծնված"), ("Արամ", "1999"))


def test_cells_that_look_like_formulas_stay_as_they_are() -> None:
    cells = ["=cmd()", "+374 00", "-5", "@x", "＝1"]
    assert read_table((";".join(cells) + "\na;b;c;d;e\n").encode(), "x.csv").rows[0] == tuple(cells)


def test_direction_marks_and_mixed_scripts_are_kept() -> None:
    text = "a,b\n\u202eԱրամ\u2066,Арaм\u200b\n"
    assert read_table(text.encode(), "x.csv").rows[1] == ("\u202eԱրամ\u2066", "Арaм\u200b")
