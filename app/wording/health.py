"""Says how a register is, line by line (U-23)."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.shapes.backups import BackupFault, FoundFault
from app.shapes.health import Finding, HealthItem, HealthLine, HealthState
from app.wording.backups import backup_fault_words, size_words
from app.wording.clock import moment

type _Say = Callable[[HealthLine, Translator], str]


def state_words(state: HealthState, t: Translator) -> str:
    """Say in a word how a line stands: the colour alone never does."""
    match state:
        case HealthState.GOOD:
            return t.say_in("health", "Good")
        case HealthState.ATTENTION:
            return t.say_in("health", "Needs attention")
        case HealthState.BAD:
            return t.say_in("health", "Bad")


def item_words(item: HealthItem, t: Translator) -> str:
    """Name what a line is about."""
    words = {
        HealthItem.BACKUP: t.say("Last verified backup"),
        HealthItem.SECOND_DISK: t.say("Second disk"),
        HealthItem.HISTORY: t.say("History"),
        HealthItem.CIPHER: t.say("Encryption"),
        HealthItem.FOLDER: t.say("Place of the register"),
        HealthItem.SPACE: t.say("Room on the disk"),
        HealthItem.SECOND_SPACE: t.say("Room on the second disk"),
        HealthItem.VERSION: t.say("Version"),
    }
    return words[item]


def line_words(line: HealthLine, t: Translator) -> str:
    """Say what was found, and what to do where something is."""
    return _WORDS[line.finding](line, t)


def _verified(line: HealthLine, t: Translator) -> str:
    return t.say("{moment}, opened and verified", moment=moment(line.at, t))


def _old(line: HealthLine, t: Translator) -> str:
    return t.say("{moment}; work was saved since. Make a backup today.", moment=moment(line.at, t))


def _never(_: HealthLine, t: Translator) -> str:
    return t.say("There is no good backup yet. Make one today.")


def _faulty(line: HealthLine, t: Translator) -> str:
    return t.say(
        "The backup of {moment} did not verify: {fault}. Check the disk and make another.",
        moment=moment(line.at, t),
        fault=backup_fault_words(FoundFault(BackupFault(line.words), "…"), t),
    )


def _not_set(_: HealthLine, t: Translator) -> str:
    return t.say(
        "None is chosen. A backup on the same disk does not help when the disk is lost: choose a "
        "folder on another one."
    )


def _absent(line: HealthLine, t: Translator) -> str:
    return t.say("“{disk}” is not connected. Connect it and make a backup.", disk=line.words)


def _unbroken(line: HealthLine, t: Translator) -> str:
    return t.say("Entry {n}, mark {mark}", n=line.number, mark=line.words)


def _older(_: HealthLine, t: Translator) -> str:
    return t.say(
        "It ends before the last entry this computer has seen: an older copy was put in its place."
    )


def _rewritten(_: HealthLine, t: Translator) -> str:
    return t.say("The last entry this computer has seen is another one now.")


def _on(line: HealthLine, t: Translator) -> str:
    return t.say("On ({version})", version=line.words)


def _off(_: HealthLine, t: Translator) -> str:
    return t.say("The line to the server is not encrypted. Tell whoever looks after the server.")


def _local(_: HealthLine, t: Translator) -> str:
    return t.say("A disk of this computer; only you can read the files.")


def _open_to_others(_: HealthLine, t: Translator) -> str:
    return t.say(
        "Other users of this computer may read the files. They are encrypted, but take the right "
        "away from them."
    )


def _synced(line: HealthLine, t: Translator) -> str:
    return t.say(
        "{service} synchronises this folder and may put older files back. Move the register "
        "elsewhere.",
        service=line.words,
    )


def _network(_: HealthLine, t: Translator) -> str:
    return t.say("A share of the network. Copy the register to a disk of this computer.")


def _read_only(_: HealthLine, t: Translator) -> str:
    return t.say("Nothing can be written there, so the register is open to be read.")


def _server(line: HealthLine, t: Translator) -> str:
    return t.say("The office server {host}", host=line.words)


def _enough(line: HealthLine, t: Translator) -> str:
    return t.say("{size} free", size=size_words(line.number, t))


def _low(line: HealthLine, t: Translator) -> str:
    return t.say("{size} free. Make room soon.", size=size_words(line.number, t))


def _none_left(line: HealthLine, t: Translator) -> str:
    return t.say(
        "{size} free: not enough for one more backup. Make room now.",
        size=size_words(line.number, t),
    )


def _unknown(_: HealthLine, t: Translator) -> str:
    return t.say("Cannot be known here.")


def _current(line: HealthLine, t: Translator) -> str:
    program, _, schema = line.words.partition(" · ")
    return t.say("Program {program}, register {schema}", program=program, schema=schema)


_WORDS: dict[Finding, _Say] = {
    Finding.VERIFIED: _verified,
    Finding.OLD: _old,
    Finding.NEVER: _never,
    Finding.FAULTY: _faulty,
    Finding.NOT_SET: _not_set,
    Finding.ABSENT: _absent,
    Finding.UNBROKEN: _unbroken,
    Finding.OLDER: _older,
    Finding.REWRITTEN: _rewritten,
    Finding.ON: _on,
    Finding.OFF: _off,
    Finding.LOCAL: _local,
    Finding.OPEN_TO_OTHERS: _open_to_others,
    Finding.SYNCED: _synced,
    Finding.NETWORK: _network,
    Finding.READ_ONLY: _read_only,
    Finding.SERVER: _server,
    Finding.ENOUGH: _enough,
    Finding.LOW: _low,
    Finding.NONE_LEFT: _none_left,
    Finding.UNKNOWN: _unknown,
    Finding.CURRENT: _current,
}
