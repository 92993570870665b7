"""The one place where reportlab comes in: without Pillow, without Helvetica, without remote files.

reportlab ships no types, so what passes here is `Any` to mypy; the small protocols below say what
we use of it. Its text markup (`Paragraph`) is never used: it reads case text as tags.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def _import_without_pillow() -> None:
    """Import reportlab while a stand-in takes the place of Pillow, which it loads at import.

    Foreign pictures are parsed in the sandbox process only; Pillow never loads in this one
    (`decisions.md`, Program 4). Our pictures reach the page as grey pixels.
    """
    if "PIL" in sys.modules:
        import reportlab.pdfgen.canvas  # noqa: PLC0415  # the point is the import itself

        return
    package, image = ModuleType("PIL"), ModuleType("PIL.Image")
    package.Image = image  # type: ignore[attr-defined]  # a stand-in module made on the spot
    sys.modules["PIL"], sys.modules["PIL.Image"] = package, image
    try:
        import reportlab.pdfgen.canvas  # noqa: F401, PLC0415  # the point is the import itself
    finally:
        del sys.modules["PIL"], sys.modules["PIL.Image"]


_import_without_pillow()

from reportlab import rl_config  # noqa: E402  # after the stand-in is in place
from reportlab.graphics.barcode import qrencoder  # noqa: E402
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts  # noqa: E402
from reportlab.pdfgen import canvas  # noqa: E402

__all__ = ["canvas", "pdfdoc", "qr_modules", "register"]

rl_config.trustedSchemes = []
rl_config.trustedHosts = []
rl_config.useA85 = 0


def register(name: str, file: Path) -> Any:  # reportlab's TTFont is untyped
    """Register a TrueType file and make it the only base font of canvases."""
    font = ttfonts.TTFont(name, str(file), asciiReadable=0)
    pdfmetrics.registerFont(font)
    if rl_config.canvas_basefontname == "Helvetica":
        rl_config.canvas_basefontname = name
    return font


def qr_modules(text: str, version: int | None = 1) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a level Q code of capital letters, digits and spaces.

    Version 1 has 21 × 21; None takes the smallest version that holds the text.
    """
    code = qrencoder.QRCode(version, qrencoder.QRErrorCorrectLevel.Q)
    code.addData(qrencoder.QRAlphaNum(text))
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)
