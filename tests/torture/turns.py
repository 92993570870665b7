"""Kill a program at every step of putting a vault under new keys, and look at what is left.

`python -m tests.torture.turns 1` runs it by hand, every step, and prints the figures as JSON. A
process forks a worker for each step; the worker removes a colleague, or lets one in by the recovery
sheet, and ends without a word at one line of the code that changes files. Then the vault is opened:
it must be wholly the former one or wholly the new one.
"""

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any  # Any: the signature of a trace function

from app.clock import FrozenClock
from app.db import rekeying
from app.errors import HomewardError
from app.jobs.registers import recovering
from app.settings import SettingsFolder
from app.vault import files, rotation, turnover
from app.vault.header import DATA, HEADER, SPARE
from models.vocabulary.roles import Role
from tests.cases import circumstances_of, open_case
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, STARTED, Home, found_vault
from tests.torture.figures import NotHere

LEAVER, GOES = "Нарек Карабердян", "слова того кто уходит отсюда навсегда"
NEW = "վրան սոսինձ հոնք գարի քացախ շիշ"
WATCHED = frozenset(str(module.__file__) for module in (rotation, turnover, files, rekeying))
KILLED = 9


@dataclass(slots=True)
class Figures:
    """What the kills did."""

    kills: int = 0
    wholly_old: int = 0
    wholly_new: int = 0
    neither: int = 0
    lost: int = 0
    left_lying: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every vault was one or the other, with nothing lost and nothing strewn."""
        return self.kills > 0 and not (self.neither or self.lost or self.left_lying)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that begins a new epoch, and who opens the vault by which words after it."""

    do: Callable[[Path], None]
    opens_old: tuple[str, str]
    opens_new: tuple[str, str]
    refused_new: tuple[str, str]


def remove(vault: Path) -> None:
    """Remove a colleague."""
    with _home(vault).open() as register:
        register.key_desk.remove(LEAVER)


def acts(code: str) -> tuple[Act, ...]:
    """Return both ways into a new epoch."""

    def recover(vault: Path) -> None:
        recovering.recover(vault, code, FOUNDER, NEW, clock=FrozenClock(STARTED))

    return (
        Act(remove, (LEAVER, GOES), (FOUNDER, PASSPHRASE), (LEAVER, GOES)),
        Act(recover, (FOUNDER, PASSPHRASE), (FOUNDER, NEW), (FOUNDER, PASSPHRASE)),
    )


def torture(every: int, folder: Path) -> Figures:
    """Kill both acts at each of their steps, or at every so many-th, and record the figure."""
    if not hasattr(os, "fork"):
        raise NotHere("the workers are forked")
    figures = _run(every, folder)
    wrong = figures.neither + figures.lost + figures.left_lying
    record(
        "R-22",
        "kills while a vault was put under new keys that left it neither old nor new",
        f"{wrong} of {figures.kills} ({figures.wholly_old} old, {figures.wholly_new} new)",
        target="0",
        holds=figures.holds,
    )
    return figures


def _run(every: int, folder: Path) -> Figures:
    figures = Figures()
    template = folder / "template"
    found_vault(template)
    with _home(template).open() as register:
        register.add_staff(LEAVER, frozenset({Role.CASEWORKER}), GOES)
        case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "kept")).value
        code = " ".join(register.key_desk.new_sheet().lines)
    for act in acts(code):
        step = 0
        while True:
            vault = folder / "vault"
            shutil.copytree(template, vault)
            forget_what_was_seen()  # one kill's history is not another's
            ended = _killed_at(step, act, vault)
            if not ended:
                shutil.rmtree(vault)
                break
            figures.kills += 1
            _look_through(vault, act, case_id, figures)
            shutil.rmtree(vault)
            step += every
    return figures


def forget_what_was_seen() -> None:
    """Remove the anchors this machine keeps."""
    shutil.rmtree(SettingsFolder().folder, ignore_errors=True)


def _killed_at(step: int, act: Act, vault: Path) -> bool:
    """Run an act in a process of its own that dies at a step; False when it came to its end."""
    child = os.fork()
    if child == 0:
        sys.settrace(_tracer(step))
        code = 1
        with contextlib.suppress(BaseException):
            act.do(vault)
            code = 0
        os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, KILLED):
        raise AssertionError(f"the act failed by itself: {code}")
    return code == KILLED


def _tracer(step: int) -> Callable[..., Any]:
    seen: set[tuple[str, int]] = set()

    def trace(frame: FrameType, event: str, _argument: object) -> Any:  # Any: see import
        name = frame.f_code.co_filename
        if name not in WATCHED:
            return None
        if event == "line" and (name, frame.f_lineno) not in seen:
            seen.add((name, frame.f_lineno))
            if len(seen) > step:
                os._exit(KILLED)  # like a power cut: nothing is closed, nothing tidied up
        return trace

    return trace


def _look_through(vault: Path, act: Act, case_id: Any, figures: Figures) -> None:  # Any: an id
    old, new = _opens(vault, *act.opens_old), _opens(vault, *act.opens_new)
    refused = not _opens(vault, *act.refused_new)
    if new and refused:
        figures.wholly_new += 1
    elif old:
        figures.wholly_old += 1
    else:
        figures.neither += 1
        return
    user, words = act.opens_new if new and refused else act.opens_old
    with _home(vault).open(user, words) as register:
        kept = register.read(lambda reader: circumstances_of(reader, case_id)) == "kept"
        if not kept or register.verify_history():
            figures.lost += 1
    names = {path.name for path in vault.iterdir() if path.is_file()}
    same = (vault / HEADER).read_bytes() == (vault / SPARE).read_bytes()
    tidy = {DATA, HEADER, SPARE, "lock", f"{DATA}-wal", f"{DATA}-shm"}
    strays = {name for name in names - tidy if not name.startswith(f".{HEADER}")}
    figures.left_lying += bool(strays) or not same


def _opens(vault: Path, user: str, words: str) -> bool:
    try:
        _home(vault).open(user, words).close()
    except HomewardError:
        return False
    return True


def _home(vault: Path) -> Home:
    return Home("vault", vault, FrozenClock(STARTED))


if __name__ == "__main__":
    os.environ["HOMEWARD_TEST_PROFILE"] = "1"
    with tempfile.TemporaryDirectory() as place:
        os.environ["HOMEWARD_SETTINGS_DIR"] = f"{place}/settings"
        print(json.dumps(asdict(torture(int(sys.argv[1]), Path(place)))))
