"""Lets many work in a register at once, or one alone who puts other keys and files in its place."""

import contextlib
import threading
from collections.abc import Iterator


class Gate:
    """Many pass together; one alone waits until they are through, and they wait for the one.

    Whoever is inside may pass again on the same thread: those who share wait only while the one
    is at work, never for one who waits.
    """

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._inside = 0
        self._alone = False

    @contextlib.contextmanager
    def shared(self) -> Iterator[None]:
        """Work beside others, on engines and keys that stay the same meanwhile."""
        with self._turn:
            self._turn.wait_for(lambda: not self._alone)
            self._inside += 1
        try:
            yield
        finally:
            with self._turn:
                self._inside -= 1
                self._turn.notify_all()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Work while nobody else does; must not be entered by whoever is inside already."""
        with self._turn:
            self._turn.wait_for(lambda: not self._alone and self._inside == 0)
            self._alone = True
        try:
            yield
        finally:
            with self._turn:
                self._alone = False
                self._turn.notify_all()
