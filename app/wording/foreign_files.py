"""Says why a foreign file was refused, and what to do: one sentence a fault."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Translator


def file_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a refused file from the data of a `BadInput` of `file`."""
    facts = {key: str(value) for key, value in data.items()}
    row, column = facts.get("row", "?"), facts.get("column", "?")
    limit, found = facts.get("limit", "?"), facts.get("found", "?")
    kept = t.say("Nothing was changed.")
    said = {
        "file_empty": t.say("The file is empty."),
        "file_not_there": t.say("The file is not there, or may not be read."),
        "file_too_big": t.say("The file is too big. Part it and bring it in piece by piece."),
        "file_changed_meanwhile": t.say(
            "The file changed while it was read. Wait until whoever writes it has finished."
        ),
        "file_not_a_list": t.say(
            "The file is not a list. Choose a table: CSV, XLSX or ODS, or a PFIF file."
        ),
        "file_not_a_gazetteer": t.say(
            "The file is not a country file of GeoNames. Take AM.zip or AZ.zip from its page of "
            "downloads as it is: one list with 19 columns parted by tabs."
        ),
        "file_not_what_name_says": t.say(
            "The file is not what its name says ({found}). Ask the sender for the right one.",
            found=found,
        ),
        "file_old_or_locked_spreadsheet": t.say(
            "The spreadsheet is locked or of an old kind. Save it as XLSX or ODS without a "
            "password."
        ),
        "file_unknown_encoding": t.say(
            "The letters of the file cannot be read with certainty. Save it as UTF-8."
        ),
        "file_not_text": t.say("The file does not hold text."),
        "file_bad_quotes": t.say("Row {row}: a quotation mark is not closed.", row=row),
        "file_cell_too_long": t.say(
            "Row {row}, column {column}: the cell is longer than {limit} characters.",
            row=row,
            column=column,
            limit=limit,
        ),
        "file_too_many_columns": t.say(
            "The list has {found} columns; {limit} can be read. It may not be a list of people.",
            found=found,
            limit=limit,
        ),
        "file_too_many_rows": t.say(
            "The list has more than {limit} rows. Part it and bring it in piece by piece.",
            limit=limit,
        ),
        "file_ragged": t.say(
            "Row {row} has {found} cells and the heads have {limit}. Mend the row.",
            row=row,
            found=found,
            limit=facts.get("expected", limit),
        ),
        "file_no_such_sheet": t.say("There is no sheet of this name in the file."),
        "file_damaged": t.say("The file is damaged. Ask the sender for it again."),
        "file_archive_bomb": t.say(
            "The file unpacks to an enormous size, so it was not opened. Do not trust its sender."
        ),
        "file_archive_trick": t.say(
            "The file holds names that reach outside it, so it was not opened. Do not trust its "
            "sender."
        ),
        "file_xml_trick": t.say(
            "The file holds instructions instead of data, so it was not opened. Do not trust its "
            "sender."
        ),
        "file_pfif_version": t.say(
            "The file is not PFIF 1.1 to 1.4: it names itself “{found}”. Ask the sender for PFIF "
            "1.4.",
            found=found,
        ),
        "file_pfif_field_too_long": t.say(
            "Person {row}, field {found}: the text is longer than {limit} characters.",
            row=row,
            found=found,
            limit=limit,
        ),
        "file_picture_too_big": t.say("The picture is too large to be opened safely."),
        "file_not_a_picture": t.say("The file is not a picture."),
        "file_not_a_pdf": t.say("The file is not a PDF."),
        "file_no_such_page": t.say("There is no such page."),
        "file_no_such_part": t.say("This part lies outside the picture. Choose another."),
        "file_no_words": t.say("No text can be read from a file of this kind."),
        "file_locked": t.say(
            "The file is locked with a password. Ask the sender for a copy without one."
        ),
        "file_too_heavy": t.say(
            "Opening the file took too long or too much memory, so it was stopped."
        ),
        "file_reader_failed": t.say("The file could not be read. Try again."),
    }.get(facts["reason"])
    return f"{said} {kept}" if said else kept


def import_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a profile or an import that was refused."""
    facts = {key: _listed(value) for key, value in data.items()}
    kept = t.say("Nothing was changed.")
    said = {
        "profile_unknown": t.say(
            "There is no profile “{value}”. Choose one of these, or a TOML file: {known}.",
            value=facts.get("value", ""),
            known=facts.get("known", ""),
        ),
        "profile_needed": t.say(
            "The list is of no kind that is known by its columns. Say with --profile how to read "
            "it: {known}, or a TOML file.",
            known=facts.get("known", ""),
        ),
        "profile_not_toml": t.say(
            "The profile is not a TOML file that can be read: {detail}.",
            detail=facts.get("detail", ""),
        ),
        "profile_key": t.say(
            "The profile says something at “{key}” that is not understood. Mend it there.",
            key=facts.get("key", ""),
        ),
        "profile_pattern": t.say(
            "The profile holds a pattern that is not understood: {value}.",
            value=facts.get("value", ""),
        ),
        "profile_columns": t.say(
            "The list lacks columns that the profile reads: {missing}. It may be another list.",
            missing=facts.get("missing", ""),
        ),
        "import_undone": t.say("This import was taken back already."),
        "import_built_on": t.say(
            "These cases were worked on since, so the import cannot be taken back: {numbers}.",
            numbers=facts.get("numbers", ""),
        ),
    }.get(str(data["reason"]))
    return f"{said} {kept}" if said else kept


def _listed(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(str(one) for one in value)
    return str(value)
