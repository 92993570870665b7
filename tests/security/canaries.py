"""Twenty words that stand nowhere else, and the search for them in everything a program leaves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

CANARIES = [
    *(f"Թռչնագիր{number:02}" for number in range(7)),
    *(f"Канарейкин{number:02}" for number in range(7)),
    *(f"Canarybird{number:02}" for number in range(6)),
]


def found_in(folder: Path, words: Iterable[str] = CANARIES) -> list[tuple[str, str]]:
    """Look for every word in every file and every file's name, in UTF-8 and UTF-16LE."""
    needles = [
        (word, needle) for word in words for needle in (word.encode(), word.encode("utf-16le"))
    ]
    hits = []
    for file in folder.rglob("*"):
        hits += [(str(file), word) for word, _ in needles if word in file.name]
        if file.is_file():
            content = file.read_bytes()
            hits += [(file.name, word) for word, needle in needles if needle in content]
    return hits


def entropy(content: bytes) -> float:
    """Return the bits of surprise a byte of this content holds, 8 at most."""
    total = len(content)
    return -sum(n / total * math.log2(n / total) for n in Counter(content).values())
