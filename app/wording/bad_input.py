"""Says what is wrong with a field, and what to write instead: one sentence a reason."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Translator
from app.wording.deeds import never_undone_sentence
from app.wording.field_names import field_name
from app.wording.foreign_files import file_sentence, import_sentence
from app.wording.handovers import REFUSED as REFUSED_OF_HANDOVERS
from app.wording.lists import list_refusal
from app.wording.releases import REFUSED_OF_PAPERS
from app.wording.submissions import is_of_submissions, submission_sentence
from app.wording.vocabulary import label


def bad_input_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a refused field from the data of a `BadInput`."""
    reason = str(data["reason"])
    if reason.startswith("file_"):
        return file_sentence(data, t)
    if reason.startswith(("profile_", "import_")):
        return import_sentence(data, t)
    if is_of_submissions(reason):
        return submission_sentence(data, t)
    if reason.startswith(("list_", "no_such_list")):
        return list_refusal(data, t)
    field = field_name(str(data["field"]), t)
    by_reason = {
        "missing": t.say("{field}: something must be entered here.", field=field),
        "empty": t.say("{field}: something must be entered here.", field=field),
        "reserved": t.say(
            "{field}: this name belongs to the program. Choose another.", field=field
        ),
        "nul": t.say("{field}: the text holds a character that cannot be kept.", field=field),
        "not_text": t.say("{field}: the text holds a character that cannot be kept.", field=field),
        "in_future": t.say(
            "{field}: this date lies in the future. Enter when it happened.", field=field
        ),
        "yet_to_come": t.say(
            "{field}: this day is yet to come. Name today or a day before it.", field=field
        ),
        "case_list_no_columns": t.say("No column was chosen. Choose at least one."),
        "case_list_too_wide": t.say("So many columns do not fit on one page. Choose fewer."),
        "case_list_too_wide_upright": t.say(
            "So many columns do not fit in portrait. Choose fewer, or landscape."
        ),
        "already_gone": t.say("It was withdrawn or replaced already."),
        "not_removed": t.say("It is not in the bin."),
        "already_linked": t.say("It is tied to this already."),
        "already_closed": t.say("This case is closed already."),
        "not_closed": t.say("This case is open already."),
        "of_another_event": t.say("This account belongs to another event."),
        "half_a_point": t.say("A point on the map needs latitude and longitude; enter both."),
        "off_the_globe": t.say(
            "These coordinates lie outside the globe. Check the order: latitude, then longitude."
        ),
        "no_such_exhibit": t.say("There is no exhibit of this number. Look it up in the list."),
        "is_itself": t.say("This is the exhibit itself. Enter the number of its translation."),
        "same_language": t.say("A translation is into another language than its original."),
        "last_name": t.say("This is the only name of the place. Give it another one first."),
        "taken_here": t.say("The place bears this name in this language already."),
        "negative": t.say("{field}: a number below zero makes no sense here.", field=field),
        "range_reversed": t.say("The range runs backwards. Enter the smaller number first."),
        "range_open": t.say("A range needs both numbers."),
        "not_letters": t.say("{field}: use Latin letters and figures only.", field=field),
        "already_lifted": t.say("This decision was lifted already."),
        "unknown": t.say("{field}: this value is not known here.", field=field),
        "in_bin": t.say("This case lies in the bin already."),
        "not_in_bin": t.say("This case does not lie in the bin."),
        "one_file": t.say("This is one and the same file. Choose another man to compare him with."),
        "parted_already": t.say("These two files were parted already."),
        "two_men_already": t.say("It was decided already that these are two men."),
        "not_weights": t.say("These are no weights that this program could compare men by."),
        "nothing_learnt": t.say("This register has learnt no weights of its own."),
        "oral_without_witness": t.say(
            "An oral consent needs a witness. Enter who heard it, or let it be signed."
        ),
        "oneself": t.say("The second member of staff must be somebody else than you."),
        "second_needed": t.say(
            "Nothing in bulk goes out by one person alone. Name a colleague who agrees: another "
            "supervisor, or whoever sees to data protection."
        ),
        "may_not_agree": t.say(
            "Nobody of this name may agree that the register goes out. Name another supervisor, "
            "or whoever sees to data protection."
        ),
        "nobody_told": t.say(
            "Sensitive news can only have been told where somebody was spoken with."
        ),
        "told_alone": t.say(
            "Sensitive news is told by two. Enter which member of staff was with you."
        ),
        "death_face_to_face": t.say(
            "This file speaks of his death. Such news is told face to face: enter a meeting or "
            "a visit, or do not mark the news as told."
        ),
        "before_contact": t.say("The next day lies before this contact. Choose a later one."),
        "not_a_domain": t.say(
            "This is no name of a domain. Write it plainly, like: office.example.org"
        ),
        "not_at_work": t.say("Nobody at work here goes by this name. Choose a colleague."),
        "not_put_off": t.say("This line stands on the page already."),
        "settled_otherwise": t.say(
            "This line goes when what it waits for is done. Open it, or put it off."
        ),
        "ended_already": t.say("This task has ended already."),
        "already_taken_back": t.say("This step was taken back already."),
    }
    if reason in by_reason:
        return by_reason[reason]
    if refused := REFUSED_OF_HANDOVERS.get(reason) or REFUSED_OF_PAPERS.get(reason):
        return refused(t)
    if reason == "not_undoable":
        return never_undone_sentence(str(data.get("why", "")), t)
    return _with_figures(field, reason, data, t)


def _with_figures(field: str, reason: str, data: Mapping[str, object], t: Translator) -> str:
    match reason:
        case "too_long":
            return t.say(
                "{field}: {length} characters are too many; {limit} fit. Shorten the text.",
                field=field,
                length=data.get("length", ""),
                limit=data.get("limit", ""),
            )
        case "too_short":
            return t.say(
                "{field}: write at least {limit} characters.", field=field, limit=data["limit"]
            )
        case "taken":
            return t.say(
                "{field}: “{value}” is used already. Choose another.",
                field=field,
                value=data.get("value", ""),
            )
        case "past_or_too_far":
            return t.say(
                "{field}: choose a day after today, at most {limit} days ahead.",
                field=field,
                limit=data["limit"],
            )
        case "several_bear_it":
            return t.say(
                "{field}: several are called “{value}”. Write the whole name.",
                field=field,
                value=data.get("value", ""),
            )
        case "out_of_range":
            return t.say("{field}: this value cannot be right. Check it.", field=field)
        case "not_borne_by_status":
            return t.say(
                "A case that stands at “{headline}” cannot be closed for this reason. Record what "
                "happened first.",
                headline=label("headline", str(data["headline"]), t.lang),
            )
    return t.say("{field}: this cannot be taken as it is. Check it.", field=field)
