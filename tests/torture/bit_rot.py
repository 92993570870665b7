"""R-04: one bit of a file of the vault goes bad, and the check or the opening says so."""

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import HomewardError
from app.jobs.registers.check import check_register
from app.vault.folder import EVIDENCE
from app.vault.header import DATA, HEADER
from tests.metrics import record
from tests.registers import Home, found_vault
from tests.torture import work
from tests.torture.work import Notes


@dataclass(slots=True)
class Figures:
    """What a number of flipped bits did: by file how many there were and how many were found."""

    flipped: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    missed: list[tuple[str, int]] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Say whether every bit was found."""
        return self.flipped == self.found


def torture(times: int, folder: Path) -> Figures:
    """Flip one random bit of each kind of file in so many copies, and write the figures."""
    template = folder / "template"
    _filled(template)
    figures = Figures()
    chance = random.Random(20201213)  # noqa: S311  # where it goes bad is no secret
    for kind, names in _files(template).items():
        figures.flipped[kind] = figures.found[kind] = 0
        for _ in range(times):
            copy = folder / "copy"
            shutil.copytree(template, copy)
            file = copy / chance.choice(names)
            bit = _flip(file, chance)
            is_found = _is_found(copy)
            figures.flipped[kind] += 1
            figures.found[kind] += is_found
            if not is_found:
                figures.missed.append((file.name, bit))
            shutil.rmtree(copy)
        n, found = figures.flipped[kind], figures.found[kind]
        record("R-04", f"bits found, {kind}", f"{found} of {n}", target="all", holds=found == n)
    return figures


def _filled(vault: Path) -> None:
    found_vault(vault)
    notes = Notes(vault.parent / "notes")
    with Home("vault", vault).open() as register:
        for _ in range(3):
            work.save(register, notes)
        work.take_in(register, work.invented_list(vault.parent), notes)
        work.attach(register, notes)


def _files(vault: Path) -> dict[str, list[str]]:
    shards = [str(path.relative_to(vault)) for path in (vault / EVIDENCE).glob("*.db")]
    found = {"register": [DATA], "key file": [HEADER], "evidence": shards}
    return {kind: names for kind, names in found.items() if names}


def _flip(file: Path, chance: random.Random) -> int:
    content = bytearray(file.read_bytes())
    bit = chance.randrange(len(content) * 8)
    content[bit // 8] ^= 1 << bit % 8
    file.write_bytes(content)
    return bit


def _is_found(vault: Path) -> bool:
    """Say whether opening refuses or warns, or the check finds something."""
    try:
        with Home("vault", vault).open() as register:
            faults = (*check_register(register), *register.evidence.faults())
            return bool(register.warnings or faults)
    except HomewardError:
        return True
