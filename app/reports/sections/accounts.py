"""Accounts that differ, side by side, with what the file says until somebody decides."""

from __future__ import annotations

from collections.abc import Callable

from app.reports.document import AccountsMatrix, MatrixRow, Run, Text, literal, plain, strong
from app.reports.sections.desk import Desk, Part
from app.shapes.case_report import Account, Disagreement
from app.wording.field_names import field_name
from models.vocabulary.partial_date import NotADate, PartialDate

SIDE_BY_SIDE = 3
STACKED = 2
DATE_FIELDS = frozenset({"birth", "since"})
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def accounts(desk: Desk, number: int) -> Part | None:
    """Make a matrix for each thing on which sources differ, in section `number`.

    A single other value of a fact stands beside that fact already (`desk.fact`).
    """
    blocks: list[AccountsMatrix] = []
    differing = [d for d in desk.case.disagreements if len(d.accounts) > 1]
    for index, disagreement in enumerate(differing, start=1):
        blocks.extend(_matrices(desk, disagreement, f"{number}.{index}"))
    if not blocks:
        return None
    return Part(desk.words.say("Accounts that differ"), tuple(blocks))


def _matrices(desk: Desk, disagreement: Disagreement, number: str) -> list[AccountsMatrix]:
    """Set two or three side by side; more are stacked, two to a block."""
    everyone = disagreement.accounts
    step = len(everyone) if len(everyone) <= SIDE_BY_SIDE else STACKED
    title = f"{number} {_about(desk, disagreement)}"
    matrices = []
    for start in range(0, len(everyone), max(step, 1)):
        some = everyone[start : start + step]
        last = start + step >= len(everyone)
        cites = [account.cite for account in some]
        heads = tuple(
            desk.words.say("Account {letter}", letter=_letter(start + index))
            for index in range(len(some))
        )
        below = _below(desk, disagreement) if last else ()
        rows = _rows(desk, disagreement, some)
        matrices.append(AccountsMatrix(title, heads, rows, below, desk.citations.marks(cites)))
    return matrices


def _letter(index: int) -> str:
    return LETTERS[index] if index < len(LETTERS) else str(index + 1)


def _about(desk: Desk, disagreement: Disagreement) -> str:
    """Name the event, or the field of the file, on which the accounts differ."""
    about = disagreement.about
    label = desk.words.label("event", about)
    return field_name(about, desk.words.translator) if label == about else label


def _rows(
    desk: Desk, disagreement: Disagreement, some: tuple[Account, ...]
) -> tuple[MatrixRow, ...]:
    words = desk.words
    everyone = disagreement.accounts

    def stated(account: Account) -> str:
        return _value(desk, disagreement, account)

    rows = [
        _compared(desk, words.say("Day"), everyone, some, lambda a: _day(desk, a)),
        _compared(desk, words.say("Place"), everyone, some, lambda a: _place(desk, a)),
        _compared(desk, words.say("His condition"), everyone, some, lambda a: a.condition),
        _compared(
            desk, words.say("What is said"), everyone, some, lambda a: _value(desk, disagreement, a)
        ),
    ]
    whose = tuple(_whose(desk, account) for account in some)
    told = [
        MatrixRow(words.say("Whose word"), whose),
        MatrixRow(words.say("In their words"), tuple(_words(desk, account) for account in some)),
        MatrixRow(words.say("Grade"), tuple(_grade(desk, account) for account in some)),
    ]
    return (*(row for row in rows if row is not None), *told)


def _compared(
    desk: Desk,
    label: str,
    everyone: tuple[Account, ...],
    some: tuple[Account, ...],
    say: Callable[[Account], str],
) -> MatrixRow | None:
    """Make what differs bold and what agrees regular; nothing where nobody said anything."""
    said = {say(account) for account in everyone}
    if said == {""}:
        return None
    differ = len(said - {""}) > 1
    silence = desk.words.say("not stated")
    cells = tuple(
        (Run(say(a) or silence, bold=differ and bool(say(a)), literal=True),) for a in some
    )
    return MatrixRow(label, cells)


def _day(desk: Desk, account: Account) -> str:
    if account.date is None or (account.date.edtf is None and not account.date.text):
        return ""
    return desk.words.when(account.date)


def _place(desk: Desk, account: Account) -> str:
    return desk.words.place(account.place) if account.place else ""


def _value(desk: Desk, disagreement: Disagreement, account: Account) -> str:
    """Say a stated value; a date stands in words."""
    if disagreement.about not in DATE_FIELDS or not account.value:
        return account.value
    try:
        return desk.words.when(PartialDate.parse_edtf(account.value))
    except NotADate:
        return account.value


def _whose(desk: Desk, account: Account) -> Text:
    marks = desk.citations.marks([account.cite])
    if not marks:
        return plain(desk.words.say("source not named"))
    return literal(desk.citations.who_and_when(marks[0]))


def _words(desk: Desk, account: Account) -> Text:
    if not account.verbatim:
        return plain(desk.words.say("not recorded"))
    return plain(desk.words.quoted(account.verbatim))


def _grade(desk: Desk, account: Account) -> Text:
    marks = desk.citations.marks([account.cite])
    if not marks or not account.cite.grade:
        return plain(desk.words.say("not graded"))
    letter, figure = account.cite.grade[:1], account.cite.grade[1:]
    reliability = desk.words.inside(desk.words.label("reliability", letter))
    credibility = desk.words.inside(desk.words.label("credibility", figure))
    return plain(f"{marks[0].text} – {reliability}, {credibility}")


def _below(desk: Desk, disagreement: Disagreement) -> tuple[tuple[str, Text], ...]:
    words = desk.words
    meanwhile = [disagreement.meanwhile_words]
    if disagreement.meanwhile_place is not None:
        meanwhile.insert(0, words.place(disagreement.meanwhile_place))
    if disagreement.meanwhile_date is not None:
        meanwhile.insert(0, words.when(disagreement.meanwhile_date))
    says = ", ".join(part for part in meanwhile if part)
    decision = (words.say("Decision"), strong(_decision(desk, disagreement)))
    if not says:
        return (decision,)
    label = words.say("Until decided, this file says")
    if disagreement.decided or _taken(disagreement):
        label = words.say("This file says")
    return ((label, strong(says)), decision)


def _taken(disagreement: Disagreement) -> str:
    """Return the letter of the account by which the office goes, or nothing."""
    taken = (_letter(n) for n, account in enumerate(disagreement.accounts) if account.taken)
    return next(taken, "")


def _decision(desk: Desk, disagreement: Disagreement) -> str:
    words = desk.words
    if disagreement.decided:
        if disagreement.decided_on is None:
            return disagreement.decided
        return words.say(
            "{decision} ({who}, {date})",
            decision=disagreement.decided,
            who=disagreement.decided_by,
            date=words.day(disagreement.decided_on),
        )
    if letter := _taken(disagreement):
        return words.say("the Office goes by account {letter}", letter=letter)
    if disagreement.review_by is None:
        return words.say("none yet; no review is set")
    return words.say(
        "none yet; {who} to review by {date}",
        who=disagreement.reviewer or words.say("nobody yet"),
        date=words.day(disagreement.review_by),
    )
