"""Name what may lock the register, so that each can be told apart in tests and in the log."""

from enum import StrEnum


class Reason(StrEnum):
    """Why the register is locked."""

    ASKED = "asked"
    """Ctrl+L, the sidebar, the menu, or a notice that offered it."""
    IDLE = "idle"
    SCREEN = "screen"
    """The desk was locked, or its screen saver came up, or another user was switched to."""
    SUSPEND = "suspend"
    SLEPT = "slept"
    """The machine was asleep and nobody told us: the clocks show a gap."""
