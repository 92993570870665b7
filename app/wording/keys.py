"""Says what is wrong with what was typed from a recovery sheet, or with a key request."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Translator


def sheet_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a `BadSheet`: where the slip is, and what to do."""
    line, share = data.get("line", ""), data.get("share", "")
    found, wanted = data.get("found", ""), data.get("wanted", "")
    by_reason = {
        "empty": t.say("Type the letters of the recovery sheet, or the words of two shares."),
        "letter": t.say(
            "Line {line} holds “{found}”, which stands on no recovery sheet. Compare the line with "
            "the sheet.",
            line=line,
            found=found,
        ),
        "length": t.say(
            "Line {line} has {found} characters instead of {wanted}. Compare it with the sheet.",
            line=line,
            found=found,
            wanted=wanted,
        ),
        "too_long": t.say(
            "These are {found} characters; a recovery sheet has {wanted}. Type each line once.",
            found=found,
            wanted=wanted,
        ),
        "line": t.say(
            "There is a slip in line {line}. Compare each character of it with the sheet, and "
            "check the order of the lines.",
            line=line,
        ),
        "word": t.say(
            "Word {line} of share {share} stands on no share. Compare it with the sheet.",
            line=line,
            share=share,
        ),
        "words": t.say(
            "These are {found} words; two shares have {wanted}. Type two whole shares, one after "
            "the other.",
            found=found,
            wanted=wanted,
        ),
        "one_share": t.say("One share alone opens nothing. Type a second, different one as well."),
        "share": t.say(
            "These shares do not belong together, or two words of one are in the wrong order. "
            "Compare them with the sheets; both must bear the same number."
        ),
        "retired": t.say(
            "This recovery sheet was replaced by a newer one. Take the sheet with the highest "
            "number."
        ),
    }
    other = t.say(
        "This recovery sheet does not open this register: it belongs to another one, or it was "
        "replaced by a newer sheet. Nothing was changed."
    )
    return by_reason.get(str(data["reason"]), other)


def request_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a `BadRequest`."""
    by_reason = {
        "not_one": t.say("This file is not a key request. Nothing was changed."),
        "newer": t.say(
            "A newer version of Homeward made this key request. Install the newer version here."
        ),
        "weak": t.say(
            "The passphrase in this key request is protected too weakly, so it was not taken. Ask "
            "your colleague to make a new request with this version of Homeward."
        ),
        "name": t.say(
            "The name in this key request cannot be used: it is empty, too long, belongs to the "
            "program or holds invisible characters. Ask for a request with another name."
        ),
        "known": t.say(
            "Somebody of this name, or with these keys, works here or has worked here. Ask for a "
            "request with another name."
        ),
    }
    altered = t.say(
        "This key request was changed after it was made, so it was not taken. Ask your colleague "
        "to send it once more, by another way."
    )
    return by_reason.get(str(data["reason"]), altered)


def no_sheet_sentence(t: Translator) -> str:
    """Say that a register has no recovery sheet."""
    return t.say(
        "This register has no recovery sheet. Whoever still opens it as an administrator can make "
        "one; without one a lost passphrase cannot be recovered."
    )
