"""What surrounds a vault: a folder a service carries elsewhere, a share of the network, a disk.

SQLite's own locks do not hold on a share of the network, and two programs writing there damage the
file (safety.md 3.7): such a vault is opened to be read. A synchronised folder is warned of: the
service may put an older file back, or copy one that is being written.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

_SERVICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("OneDrive", r"onedrive\b.*"),
        ("Dropbox", r"dropbox\b.*"),
        ("Google Drive", r"google[ ._-]?(drive|диск)\b.*|drivefs"),
        ("Yandex Disk", r"(yandex|яндекс)[ ._-]?(disk|диск)\b.*"),
        ("iCloud", r"icloud[ ._-]?drive\b.*|com~apple~clouddocs|mobile documents"),
        ("Nextcloud", r"nextcloud\d*\b.*"),
        ("ownCloud", r"owncloud\b.*"),
        ("Syncthing", r"syncthing\b.*"),
        ("pCloud", r"p[ ]?cloud[ ._-]?drive\b.*"),
        ("MEGA", r"megasync\b.*|mega sync\b.*"),
        ("Mail.ru", r"(cloud|облако)[ ._-]?mail\.ru\b.*"),
        ("Box", r"box sync\b.*|box-box\b.*"),
        ("Proton Drive", r"proton ?drive\b.*"),
    )
)
"""Folders by the names the services give them, in whichever language."""

_MARKS = (
    ("Syncthing", ".stfolder"),
    ("Dropbox", ".dropbox.cache"),
    ("Dropbox", ".dropbox"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Nextcloud", ".owncloudsync.log"),
    ("Resilio Sync", ".sync"),
)
"""What services leave in the folders they carry, whatever these are called."""

_REMOTE = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs\d?|ncpfs|afs|ceph|lustre|"
    r"fuse\.(sshfs|davfs\d?|rclone|gvfsd-fuse|glusterfs|s3fs|curlftpfs|smbnetfs|kio-fuse|cifs)"
)
_DRIVE_REMOTE = 4
"""What Windows calls a drive letter that stands for a share."""

type Mounts = Callable[[], Iterable[tuple[str, str]]]
"""Gives every mount point of this machine with the kind of its file system."""


def sync_service(path: Path) -> str | None:
    """Name the service that synchronises the folder a path is in, None where none is recognised."""
    places = (path, *path.parents)
    for place in places:
        for name, pattern in _SERVICES:
            if pattern.fullmatch(place.name):
                return name
    for place in places:
        for name, mark in _MARKS:
            if (place / mark).exists():
                return name
    return None


def is_on_network(path: Path, mounts: Mounts | None = None) -> bool:
    """Say whether a path is on a share of the network."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if mounts is None and _is_remote_drive(path):
        return True
    where = str(path.resolve())  # links followed; the vault itself may not be there yet
    found = ""
    kind = ""
    for point, its_kind in (mounts or mounts_of_this_machine)():
        if len(point) >= len(found) and _is_under(where, point):
            found, kind = point, its_kind
    return _REMOTE.fullmatch(kind) is not None


def mounts_of_this_machine() -> list[tuple[str, str]]:
    """List the mount points of this machine; empty where that cannot be known."""
    platform = str(sys.platform)  # a variable: mypy would leave out the other systems
    if platform == "linux":
        return parsed_mountinfo(_text("/proc/self/mountinfo"))
    if platform == "darwin":
        return parsed_mount_output(_said_by_mount())
    return []


def parsed_mountinfo(text: str) -> list[tuple[str, str]]:
    """Read the table Linux keeps (proc(5)): blanks in a path are written in octal."""
    found = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            found.append((point, kinds[0]))
    return found


def parsed_mount_output(text: str) -> list[tuple[str, str]]:
    """Read what `mount` prints on macOS: `//user@host/share on /Volumes/share (smbfs, nodev)`."""
    lines = (re.fullmatch(r".* on (/.*) \((\w+)[,)].*", line) for line in text.splitlines())
    return [(line[1], line[2]) for line in lines if line]


def _is_under(where: str, point: str) -> bool:
    return where == point or where.startswith(point.rstrip("/") + "/")


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _said_by_mount() -> str:
    try:
        done = subprocess.run(  # nosec B603  # a fixed word, nothing of it from anybody
            ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def _is_remote_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only Windows asks it

        drive = path.absolute().drive
        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")) == _DRIVE_REMOTE
    return False
