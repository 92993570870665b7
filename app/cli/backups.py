"""Commands on backups: make one, list them with what verifying finds, put one back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.session import (
    AsJson,
    Asked,
    Exit,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    kindly,
    opened,
    passphrase_of,
    text_of,
)
from app.i18n import Translator
from app.settings import SettingsFolder
from app.shapes.backups import BackupOutcome, FoundFault, KnownBackup, Restored
from app.shapes.recovery import RecoverySheet


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("backup")(backup)
    root.command("backups")(backups)
    root.command("restore")(restore)


def backup(
    vault: Vault,
    dest: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DEST]",
            help="A folder on another disk; else the vault's own and the second disk.",
        ),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a backup and verify it.

    It is opened, every page, count and the end of the history compared with the register.
    """
    from app.jobs.registers.backup import back_up

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        outcome = back_up(workspace, dest)
    t = asked.translator
    answer(_outcome_facts(outcome), as_json=as_json, words=lambda: _outcome_words(outcome, t))
    if not outcome.verified:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def backups(
    vault: Vault,
    dest: Annotated[
        Path | None, typer.Argument(metavar="[DEST]", help="A folder on another disk.")
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List the backups of a register.

    Each is opened and verified, every file hashed.
    """
    from app.jobs.registers.backup import known_backups

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        found = known_backups(workspace, dest)
    t = asked.translator
    answer(
        {"backups": [_known_facts(one) for one in found]},
        as_json=as_json,
        words=lambda: _known_words(found, t),
    )
    if not found or any(one.faults for one in found):
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def restore(
    backup: Annotated[
        Path,
        typer.Argument(
            metavar="BACKUP", help="A backup, the folder of backups, or the disk they are on."
        ),
    ],
    vault: Annotated[
        Path, typer.Argument(metavar="VAULT", help="Where the vault is to be; nothing, or broken.")
    ],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    sheet_file: Annotated[
        str | None,
        typer.Option(
            "--sheet-file",
            help="A file with what stands on the recovery sheet; the passphrase is then new.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put the newest good backup in the place of a vault.

    A broken vault is moved aside, never deleted; a healthy one is never overwritten.
    """
    from app.jobs.registers import restore as restore_job

    asked = Asked(vault, user, lang, passphrase_file)
    t, settings = asked.translator, SettingsFolder()
    fresh: RecoverySheet | None = None
    with kindly(t):
        if sheet_file is None:
            secret = passphrase_of(passphrase_file, t.say("Passphrase"), t)
            done = restore_job.restore(backup, vault, user, secret, settings=settings)
        else:
            typed = text_of(Path(sheet_file), t)
            secret = passphrase_of(passphrase_file, t.say("New passphrase"), t, twice=True)
            entry = restore_job.BySheet(typed, user, secret)
            done, fresh = restore_job.restore_by_sheet(backup, vault, entry, settings=settings)
        with done.workspace:
            if not done.faults:
                restore_job.accept(done)
    restored, broken = done.restored, len(done.faults)
    answer(
        {**_restored_facts(restored, broken), "new_sheet": _lines_of(fresh)},
        as_json=as_json,
        words=lambda: "\n".join((_restored_words(restored, broken, t), *_sheet_words(fresh, t))),
    )
    if broken:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _lines_of(sheet: RecoverySheet | None) -> list[str]:
    if sheet is None:
        return []
    return [*sheet.lines, *(" ".join(share) for share in sheet.shares)]


def _sheet_words(sheet: RecoverySheet | None, t: Translator) -> list[str]:
    if sheet is None:
        return []
    return [
        t.say(
            "The recovery sheet that was used is spent. This is the new one, shown this once. "
            "Write it on paper and put it in the safe:"
        ),
        *_lines_of(sheet),
    ]


def _fault_facts(faults: tuple[FoundFault, ...]) -> list[dict[str, str]]:
    return [{"what": fault.what.value, "where": fault.where} for fault in faults]


def _outcome_facts(outcome: BackupOutcome) -> dict[str, object]:
    return {
        "ok": outcome.verified,
        "made": [
            {
                "kind": one.kind.value,
                "path": str(one.path),
                "made_at": one.made_at.isoformat(),
                "size": one.size,
                "entry": one.seq,
                "faults": _fault_facts(one.faults),
            }
            for one in outcome.made
        ],
        "absent": [str(path) for path in outcome.absent],
        "thinned": outcome.thinned,
    }


def _outcome_words(outcome: BackupOutcome, t: Translator) -> str:
    from app.wording.backups import absent_words, made_words

    lines = [made_words(one, t) for one in outcome.made]
    lines += [absent_words(path, t) for path in outcome.absent]
    return "\n".join(lines)


def _known_facts(one: KnownBackup) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "path": str(one.path),
        "made_at": one.made_at.isoformat(),
        "size": one.size,
        "ok": one.faults == (),
        "faults": _fault_facts(one.faults or ()),
    }


def _known_words(found: tuple[KnownBackup, ...], t: Translator) -> str:
    from app.wording.backups import known_words

    if not found:
        return t.say("There is no backup yet.")
    return "\n".join(known_words(one, t) for one in found)


def _restored_facts(restored: Restored, broken: int) -> dict[str, object]:
    aside = restored.set_aside
    return {
        "ok": not broken,
        "vault": str(restored.path),
        "backup": str(restored.backup),
        "made_at": restored.made_at.isoformat(),
        "entry": restored.seq,
        "seen": restored.seen,
        "passed_over": [str(path) for path in restored.passed_over],
        "set_aside": None if aside is None else str(aside),
        "problems": broken,
    }


def _restored_words(restored: Restored, broken: int, t: Translator) -> str:
    from app.wording.backups import restored_words

    return "\n".join(restored_words(restored, broken, t))
