"""The profile file of a shared office: which server, which database, which role, which CA."""

import ipaddress
import tomllib
from dataclasses import dataclass
from pathlib import Path

from app import settings
from app.errors import BadProfile, TestProfileRefused

_KEYS = {"host", "port", "database", "role", "ca", "certificate", "key", "passfile", "test"}


@dataclass(frozen=True, slots=True)
class Profile:
    """Where the office's server is and how its identity is proved (safety.md 3.8)."""

    path: Path
    host: str
    database: str
    role: str
    port: int = 5432
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    passfile: Path | None = None
    test: bool = False

    def connect_options(self) -> dict[str, str]:
        """Return what the driver needs; always a verified server, but for a local test profile."""
        options = {"connect_timeout": "10", "application_name": "homeward"}
        if self.test:
            options["sslmode"] = "disable"
        else:
            options["sslmode"] = "verify-full"
            options["ssl_min_protocol_version"] = "TLSv1.3"
        named = {
            "sslrootcert": self.ca,
            "sslcert": self.certificate,
            "sslkey": self.key,
            "passfile": self.passfile,
        }
        return options | {name: str(path) for name, path in named.items() if path is not None}


def read_profile(path: Path) -> Profile:
    """Read a profile.

    Raises BadProfile with the field at fault, TestProfileRefused for a profile without TLS in a
    built program or toward another machine.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BadProfile(path, "", "unreadable") from None
    except tomllib.TOMLDecodeError:
        raise BadProfile(path, "", "not_toml") from None
    server = content.get("server")
    if not isinstance(server, dict):
        raise BadProfile(path, "server", "missing")
    unknown = set(server) - _KEYS
    if unknown:
        raise BadProfile(path, min(unknown), "unknown")
    profile = Profile(
        path=path,
        host=_text(path, server, "host"),
        database=_text(path, server, "database"),
        role=_text(path, server, "role"),
        port=_port(path, server),
        ca=_file(path, server, "ca"),
        certificate=_file(path, server, "certificate"),
        key=_file(path, server, "key"),
        passfile=_file(path, server, "passfile"),
        test=server.get("test") is True,
    )
    if profile.test:
        if not settings.test_profiles_allowed() or not _is_local(profile.host):
            raise TestProfileRefused("postgres")
    elif profile.ca is None:
        raise BadProfile(path, "ca", "missing")
    return profile


def _text(path: Path, server: dict[str, object], field: str) -> str:
    value = server.get(field)
    if not isinstance(value, str) or not value:
        raise BadProfile(path, field, "missing")
    return value


def _port(path: Path, server: dict[str, object]) -> int:
    value = server.get("port", 5432)
    if not isinstance(value, int) or not 0 < value < 65536:
        raise BadProfile(path, "port", "not_a_port")
    return value


def _file(path: Path, server: dict[str, object], field: str) -> Path | None:
    value = server.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadProfile(path, field, "not_a_path")
    found = path.parent / value
    if not found.is_file():
        raise BadProfile(path, field, "no_such_file")
    return found


def _is_local(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
