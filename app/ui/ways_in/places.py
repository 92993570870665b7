"""Say what should be known of a folder before a vault or its backups are put there."""

from pathlib import Path

from app.ui.widgets.kit import Words


def about_folder(folder: Path) -> Words:
    """Warn of a folder that a service carries elsewhere, or that is on a share."""
    # The unlock screen must come up without any of this.
    from app.vault.surroundings import is_on_network, sync_service  # noqa: PLC0415
    from app.wording.surroundings import on_network, synced_folder  # noqa: PLC0415

    service = sync_service(folder)
    if service is not None:
        return lambda t: synced_folder(service, t)
    return on_network if is_on_network(folder) else ""


def about_backup_folder(vault: Path, folder: Path) -> Words:
    """Warn of a folder on the disk of the vault itself, or one that a service carries elsewhere."""
    from app.vault.surroundings import sync_service  # noqa: PLC0415  as above

    if _same_disk(vault, folder):
        return lambda t: t.say(
            "This folder is on the same disk as the vault. Whoever takes the computer takes both; "
            "a disk that breaks takes both along. It is better than none."
        )
    service = sync_service(folder)
    if service is not None:
        return lambda t: t.say(
            "{service} carries this folder elsewhere. The backups are encrypted, but a service may "
            "put older files back; a disk of your own is safer.",
            service=service,
        )
    return ""


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
