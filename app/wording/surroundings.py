"""Says what is to be known of the place a register lies in."""

from __future__ import annotations

from app.i18n import Translator


def synced_folder(service: str, t: Translator) -> str:
    """Say that a service carries the folder elsewhere."""
    return t.say(
        "This register lies in a folder that {service} synchronises. The service may put older "
        "files back or spoil them. Move the register to a folder that is not synchronised, and "
        "keep backups on a disk of your own.",
        service=service,
    )


def on_network(t: Translator) -> str:
    """Say why a register on a share is open to be read only."""
    return t.say(
        "This register lies on a share of the network. It is open to be read, not to be changed: "
        "two programs writing there would damage it. Copy it to a disk of this computer, or use a "
        "shared office."
    )


def on_read_only_medium(t: Translator) -> str:
    """Say why a register on such a medium is open to be read only."""
    return t.say(
        "Nothing can be written where this register lies, so it is open to be read, not to be "
        "changed. To work in it, copy it to a disk of this computer."
    )
