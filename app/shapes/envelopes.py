"""What goes into an envelope: papers by their numbers, to whom, and who may open it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EnclosedPaper:
    """A paper in the envelope; `about` is a number, never a name."""

    kind: str  # a code of vocabulary `audience`, or empty for another paper
    title: str = ""  # what it is, where `kind` is empty
    about: str = ""  # "HRD-2020-00123", "L-014 v3"
    disclosure: str = ""  # "D-2021-0042"
    code: str = ""  # by which the office tells whether it is genuine
    pages: int = 1
    copy: int = 1
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope as it is closed: nothing on its cover says whom the papers are about."""

    recipient: str
    address: str = ""
    attention: str = ""  # who alone may open it; empty: the recipient
    by: str = ""  # on which way it goes: "by hand", "through the ICRC delegation"
    papers: tuple[EnclosedPaper, ...] = ()

    @property
    def sheets(self) -> int:
        """Count the pages of all papers."""
        return sum(paper.pages for paper in self.papers)


@dataclass(frozen=True, slots=True)
class CoverWanted:
    """Which issued copies go into one envelope, and what its cover says beside them."""

    copy_ids: tuple[UUID, ...] = ()
    address: str = ""
    attention: str = ""
    by: str = ""
