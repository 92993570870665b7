"""Keep this process's memory out of core dumps and crash reports, from its first moment on.

What a register showed stands in this memory. A dump on the disk, or a report that the system sends
to its maker, would carry it past every lock (safety.md 3.6).
"""

import ctypes
import logging
import sys

if sys.platform != "win32":
    import resource

_log = logging.getLogger("homeward.hardening")

_PR_SET_DUMPABLE = 4
_NO_FAULT_BOX = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def keep_memory_private() -> None:
    """Forbid dumps of this process; where the system refuses, the log says so."""
    if sys.platform == "win32":
        _leave_windows_error_reporting()
        return
    try:
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    except (OSError, ValueError):
        _log.warning("core dumps could not be switched off")
    if sys.platform == "linux":
        _refuse_readers()


def _refuse_readers() -> None:
    """Let no other process of this user read our memory, and write no dump whatever the limits."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        _log.warning("the process stays dumpable: errno %d", ctypes.get_errno())


if sys.platform == "win32":

    def _leave_windows_error_reporting() -> None:
        ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_BOX)
        try:
            excluded = ctypes.windll.wer.WerAddExcludedApplication
        except OSError:  # an edition of the system without error reporting
            return
        if excluded(ctypes.c_wchar_p(sys.executable), False) != 0:
            _log.warning("error reporting could not be switched off")
