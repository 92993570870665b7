"""What stays of a case for a court, where the matrix gives a section only in part."""

from __future__ import annotations

from app.reports.reductions.kinds import Reductions

REDUCTIONS: Reductions = {}
