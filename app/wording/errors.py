"""Says what went wrong, what was kept and what to do: one sentence an error code (U-20)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from app.errors import (
    AlreadyThere,
    BadInput,
    BadProfile,
    BadRequest,
    BadSheet,
    CaseChangedMeanwhile,
    CaseInBin,
    CipherMissing,
    DamagedVault,
    DiskFull,
    FontMissing,
    FurnitureTooLong,
    HomewardError,
    KeysChanged,
    NeedsReason,
    NewerVault,
    NoLongerStaff,
    NoRecoverySheet,
    NotAllowed,
    NotAVault,
    NotFound,
    PassphraseRefused,
    ReadOnlyVault,
    RegisterBusy,
    SchemaBehind,
    ServerUnreachable,
    SlotExists,
    StaffNotRemoved,
    StorageFailed,
    TestProfileRefused,
    ToldAgainstWish,
    TooLittleToLearn,
    TooSoon,
    UpgradeFailed,
    VaultInUse,
    WeakKeySettings,
    WhichUser,
    WrongKey,
)
from app.i18n import Translator
from app.wording.backup_errors import BACKUP_SENTENCES
from app.wording.bad_input import bad_input_sentence
from app.wording.clock import moment
from app.wording.consents import against_wish_sentence
from app.wording.contradictions import contradiction_sentence
from app.wording.exhibits import EXHIBIT_SENTENCES
from app.wording.handovers import HANDOVER_SENTENCES
from app.wording.keys import no_sheet_sentence, request_sentence, sheet_sentence
from app.wording.merging import MERGE_SENTENCES
from app.wording.printing import PRINTING_SENTENCES
from app.wording.releases import RELEASE_SENTENCES
from app.wording.vocabulary import label

_MEGABYTE = 1024 * 1024

type Say = Callable[[HomewardError, Translator], str]


def sentence(error: HomewardError, t: Translator) -> str:
    """Give what a person should read about an error, in their language."""
    for kind, say in _SENTENCES.items():
        if isinstance(error, kind):
            return say(error, t)
    return unexpected(error.code, t)


def unexpected(code: str, t: Translator) -> str:
    """Say that something went wrong of which only the kind may be told."""
    return t.say(
        "Something went wrong ({code}). Nothing was saved. Try again; if it happens again, tell "
        "the person who looks after the program.",
        code=code,
    )


def _name(error: HomewardError) -> str:
    path = error.data.get("path")
    return path.name if isinstance(path, Path) else str(path or "")


def _wrong_key(_: HomewardError, t: Translator) -> str:
    return t.say(
        "The name or the passphrase is not right. Check Caps Lock and the keyboard language, then "
        "type it again."
    )


def _passphrase_refused(error: HomewardError, t: Translator) -> str:
    if error.data["reason"] == "empty":
        return t.say("Type a passphrase.")
    if error.data["reason"] == "weak":
        return t.say(
            "This passphrase is too easy to guess. Take six words that have nothing to do with one "
            "another, or let the program draw them."
        )
    if error.data["reason"] == "too_long":
        return t.say(
            "A PDF file keeps no passphrase as long as this: 63 Armenian or Russian letters, or "
            "127 Latin ones. Take a shorter one."
        )
    return t.say("A passphrase may not begin or end with a space. Take the space away.")


def _not_a_vault(error: HomewardError, t: Translator) -> str:
    return t.say(
        "“{name}” is not a Homeward register. Choose the folder that holds the file “vault.json”.",
        name=_name(error),
    )


def _already_there(error: HomewardError, t: Translator) -> str:
    return t.say(
        "Something already stands at “{name}”. Nothing was changed. Choose another name.",
        name=_name(error),
    )


def _damaged(error: HomewardError, t: Translator) -> str:
    return t.say(
        "The register is damaged ({part}). Nothing was changed. Restore the last backup, and keep "
        "the damaged folder for whoever looks after the program.",
        part=error.data["part"],
    )


def _weak(error: HomewardError, t: Translator) -> str:
    return t.say(
        "The key of {user} was weakened by someone, so it is not used. Restore the last backup.",
        user=error.data["user"],
    )


def _test_profile(_: HomewardError, t: Translator) -> str:
    return t.say("This register was made for tests. The program you use does not open it.")


def _newer(_: HomewardError, t: Translator) -> str:
    return t.say(
        "A newer version of Homeward wrote this register. Nothing was changed. Install the newer "
        "version to open it."
    )


def _in_use(error: HomewardError, t: Translator) -> str:
    return t.say(
        "This register is open already, on {host} since {since}. Close it there first.",
        host=error.data["host"],
        since=_moment(str(error.data["since"]), t),
    )


def _moment(stamp: str, t: Translator) -> str:
    """Say a moment that was written as ISO 8601, in the time of the office."""
    try:
        return moment(datetime.fromisoformat(stamp), t)
    except ValueError:
        return stamp


def _read_only(_: HomewardError, t: Translator) -> str:
    return t.say(
        "This register can be read but not written here. Nothing was saved. Copy it to a disk of "
        "this computer, or ask for the right to write to the folder."
    )


def _disk_full(error: HomewardError, t: Translator) -> str:
    free, needed = error.data.get("free"), error.data.get("needed")
    if not isinstance(free, int) or not isinstance(needed, int):
        return t.say(
            "The disk is full. Nothing was half saved. Make room on the disk, then save again."
        )
    return t.say(
        "The disk that holds “{name}” is full: {free} MB are free, {needed} MB are needed. Nothing "
        "was half saved. Make room on that disk, then save again.",
        name=_name(error),
        free=free // _MEGABYTE,
        needed=-(-needed // _MEGABYTE),
    )


def _storage(_: HomewardError, t: Translator) -> str:
    return t.say(
        "The disk did not answer. Nothing was half saved. Check the disk or the USB stick, then "
        "try again."
    )


def _cipher(_: HomewardError, t: Translator) -> str:
    return t.say("The database on this computer does not encrypt, so nothing was opened.")


def _slot_exists(error: HomewardError, t: Translator) -> str:
    return t.say("{user} already has a way into this register.", user=error.data["user"])


def _no_longer_staff(_: HomewardError, t: Translator) -> str:
    return t.say(
        "You were removed from the staff of this register, so nothing was saved and nothing more "
        "is shown. Ask your administrator."
    )


def _keys_changed(_: HomewardError, t: Translator) -> str:
    return t.say(
        "A colleague changed the keys of this register at the same moment. Nothing of yours was "
        "changed; try again."
    )


def _not_removed(error: HomewardError, t: Translator) -> str:
    if error.data["reason"] == "last_administrator":
        return t.say(
            "{user} is the only administrator, so nobody could take on or remove staff any more. "
            "Nothing was changed. Make somebody else an administrator first.",
            user=error.data["user"],
        )
    return t.say("You cannot remove yourself. Ask another administrator to do it.")


def _too_soon(error: HomewardError, t: Translator) -> str:
    seconds = error.data["seconds"]
    return t.say_n(
        "The name or the passphrase was not right. You may try again in {n} second.",
        "The name or the passphrase was not right. You may try again in {n} seconds.",
        seconds if isinstance(seconds, int) else 0,
    )


def _which_user(_: HomewardError, t: Translator) -> str:
    return t.say("Several people open this register. Say who you are (--user NAME).")


def _bad_profile(error: HomewardError, t: Translator) -> str:
    return t.say(
        "The profile “{name}” of the shared office cannot be used: look at “{field}”.",
        name=_name(error),
        field=error.data["field"],
    )


def _unreachable(error: HomewardError, t: Translator) -> str:
    return t.say(
        "The office server {host} does not answer. Check the network, then try again.",
        host=error.data["host"],
    )


def _behind(_: HomewardError, t: Translator) -> str:
    return t.say("The register must be brought up to date by an administrator first.")


def _upgrade_failed(_: HomewardError, t: Translator) -> str:
    return t.say(
        "The register could not be brought up to date. It is as it was before; nothing is lost."
    )


def _changed(_: HomewardError, t: Translator) -> str:
    return t.say(
        "Somebody saved this while you were working on it. Your text is kept: compare the two and "
        "save again."
    )


def _in_bin(error: HomewardError, t: Translator) -> str:
    return t.say(
        "{number} lies in the bin. Nothing was changed. Restore it from the bin first.",
        number=error.data["number"],
    )


def _busy(_: HomewardError, t: Translator) -> str:
    return t.say("Another save is taking long. Nothing was saved; try again in a moment.")


def _not_allowed(error: HomewardError, t: Translator) -> str:
    roles = error.data["roles"]
    held = (
        ", ".join(label("role", str(role), t.lang) for role in roles)
        if isinstance(roles, Iterable)
        else ""
    )
    return t.say(
        "Your role ({roles}) does not allow this. Ask a colleague whose role does.", roles=held
    )


def _not_found(error: HomewardError, t: Translator) -> str:
    return t.say("There is no “{thing}” in this register.", thing=error.data["thing"])


def _needs_reason(error: HomewardError, t: Translator) -> str:
    warnings = error.data["warnings"]
    told = (
        [contradiction_sentence(warning, t) for warning in warnings]
        if isinstance(warnings, Iterable)
        else []
    )
    ask = t.say("Check it. To save it all the same, write why.")
    return " ".join((*told, ask))


def _bad_input(error: HomewardError, t: Translator) -> str:
    return bad_input_sentence(error.data, t)


def _font_missing(_: HomewardError, t: Translator) -> str:
    return t.say(
        "The typeface of the papers is not where the program was installed. Nothing was printed. "
        "Install the program again."
    )


def _too_long(error: HomewardError, t: Translator) -> str:
    if error.data["line"] == "office":
        return t.say(
            "The name of the office does not fit at the head of the page. Nothing was printed. "
            "Shorten it in the settings of the office."
        )
    return t.say(
        "A line at the head or foot of the page does not fit ({line}). Nothing was printed.",
        line=error.data["line"],
    )


def _too_little_to_learn(error: HomewardError, t: Translator) -> str:
    if error.data["what"] == "people":
        return t.say_n(
            "The register holds {n} person; at least {least} are needed to learn from it. Nothing "
            "was changed.",
            "The register holds {n} people; at least {least} are needed to learn from it. Nothing "
            "was changed.",
            int(str(error.data["found"])),
            least=error.data["least"],
        )
    return t.say(
        "Hardly anybody seems to be entered twice in this register, so it cannot teach how two "
        "files of one man agree. Nothing was changed."
    )


_SENTENCES: dict[type[HomewardError], Say] = {
    WrongKey: _wrong_key,
    PassphraseRefused: _passphrase_refused,
    **PRINTING_SENTENCES,
    NotAVault: _not_a_vault,
    AlreadyThere: _already_there,
    DamagedVault: _damaged,
    WeakKeySettings: _weak,
    TestProfileRefused: _test_profile,
    NewerVault: _newer,
    VaultInUse: _in_use,
    ReadOnlyVault: _read_only,
    DiskFull: _disk_full,
    StorageFailed: _storage,
    CipherMissing: _cipher,
    SlotExists: _slot_exists,
    NoLongerStaff: _no_longer_staff,
    NoRecoverySheet: lambda _, t: no_sheet_sentence(t),
    BadSheet: lambda error, t: sheet_sentence(error.data, t),
    BadRequest: lambda error, t: request_sentence(error.data, t),
    KeysChanged: _keys_changed,
    StaffNotRemoved: _not_removed,
    TooSoon: _too_soon,
    WhichUser: _which_user,
    BadProfile: _bad_profile,
    ServerUnreachable: _unreachable,
    SchemaBehind: _behind,
    UpgradeFailed: _upgrade_failed,
    CaseChangedMeanwhile: _changed,
    CaseInBin: _in_bin,
    RegisterBusy: _busy,
    TooLittleToLearn: _too_little_to_learn,
    NotAllowed: _not_allowed,
    NotFound: _not_found,
    NeedsReason: _needs_reason,
    ToldAgainstWish: lambda error, t: against_wish_sentence(str(error.data["may_be_told"]), t),
    BadInput: _bad_input,
    **EXHIBIT_SENTENCES,
    **MERGE_SENTENCES,
    **HANDOVER_SENTENCES,
    **RELEASE_SENTENCES,
    FontMissing: _font_missing,
    FurnitureTooLong: _too_long,
    **BACKUP_SENTENCES,
}
