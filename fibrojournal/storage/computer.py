"""The system's keyring, which may hold a journal's key for convenience and is never relied on.

A keyring may be absent, locked, broken, or ask a question that nobody answers. All of that is
simply "not remembered". It is asked on a thread of its own, which is left behind in the last case.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_T = TypeVar("_T")

SECONDS = 3.0
_SERVICE = "fibrojournal"
_SAFE = 1  # the keyring library's own bound: below it are those that keep secrets in plain text


class Computer:
    """The keyring of this computer, with a time limit in seconds for each answer."""

    def __init__(
        self, find: Callable[[], KeyringBackend] | None = None, seconds: float = SECONDS
    ) -> None:
        """Take how the keyring is found, if it is not the system's own."""
        self._find = find or _of_the_system
        self._seconds = seconds

    def secret(self, name: str) -> str | None:
        """Return what is kept under a name; None whatever the reason why there is nothing."""
        return self._ask(lambda keyring: keyring.get_password(_SERVICE, name))

    def keep(self, name: str, secret: str) -> bool:
        """Keep a secret under a name; tell whether it can be read back."""

        def keep(keyring: KeyringBackend) -> bool:
            keyring.set_password(_SERVICE, name, secret)
            return keyring.get_password(_SERVICE, name) == secret

        return self._ask(keep) is True

    def drop(self, name: str) -> None:
        """Remove what is kept under a name, if that can be done."""
        self._ask(lambda keyring: keyring.delete_password(_SERVICE, name))

    def _ask(self, question: Callable[[KeyringBackend], _T]) -> _T | None:
        answers: SimpleQueue[_T | None] = SimpleQueue()

        def ask() -> None:
            try:
                keyring = self._find()
                answers.put(question(keyring) if keyring.priority >= _SAFE else None)
            except Exception:  # noqa: BLE001  every system's keyring has errors of its own
                answers.put(None)

        Thread(target=ask, name="keyring", daemon=True).start()
        try:
            return answers.get(timeout=self._seconds)
        except Empty:
            return None


def _of_the_system() -> KeyringBackend:
    import keyring

    return keyring.get_keyring()
