"""How fast evidence goes in, through hash, cipher and disk, and how fast it is verified."""

from __future__ import annotations

import io
import os
import resource
import tempfile
import time
from pathlib import Path

from app.jobs.exhibits.check import verify_exhibits
from app.services.exhibits.exhibits import take_in_exhibit
from app.shapes.requests.exhibits import TakeInExhibit
from app.vault.evidence import fingerprint
from tests.bench.figure import Figure
from tests.factories.exhibits import FROM_MOTHER
from tests.metrics import record
from tests.registers import Home, found_vault

MIB = 1024 * 1024
SIZE = 1024 * MIB
FILES = 4


def measure() -> list[Figure]:
    """Take 1 GiB in as four films, then verify them."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home("vault", Path(folder) / "vault")
        found_vault(home.path)
        films = [_film(Path(folder) / f"film-{at}", SIZE // FILES) for at in range(FILES)]
        with home.open() as register:
            started = time.perf_counter()
            for film in films:
                with film.open("rb") as source:
                    kept = register.evidence.keep(source, fingerprint(source))
                request = TakeInExhibit(kept, film.name, "video/mp4", FROM_MOTHER)
                register.write(lambda u, asked=request: take_in_exhibit(u, asked))  # type: ignore[misc]  # mypy infers no default
            taken = SIZE / MIB / (time.perf_counter() - started)
            started = time.perf_counter()
            faults = verify_exhibits(register)
            verified = SIZE / MIB / (time.perf_counter() - started)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole = faults == []
    record("speed", "exhibits in", f"{taken:.0f} MiB/s", target="50", holds=taken >= 50 and whole)
    record("speed", "exhibits verified", f"{verified:.0f} MiB/s", target="80", holds=verified >= 80)
    how = f"1 GiB in {FILES} files; the process held {most:.0f} MiB at most"
    return [
        Figure("exhibits in: hash, encrypt, fsync", "MiB/s", taken, 50, 100, True, how),
        Figure("exhibits verified: decrypt, hash", "MiB/s", verified, 80, 150, True),
    ]


def _film(path: Path, size: int) -> Path:
    noise = io.BytesIO(os.urandom(16 * MIB))
    with path.open("wb") as file:
        for _ in range(size // (16 * MIB)):
            file.write(noise.getvalue())
            noise.seek(0)
            noise.write(os.urandom(8))
    return path
