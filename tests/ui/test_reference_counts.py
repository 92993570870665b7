"""A Qt binding that loses references passes every short test and aborts in the afternoon."""

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(bool)

heard = 0

def hear(loud):
    global heard
    heard += loud

bell = Bell()
bell.rang.connect(hear)
for _ in range(20_000):
    bell.setObjectName("bell")
    bell.rang.emit(True)
print(heard)
"""


def test_twenty_thousand_calls_and_signals_lose_no_reference() -> None:
    ran = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "20000"), ran.stderr
