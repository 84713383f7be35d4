"""A second start brings the first window to the front: the one place that opens a socket.

A local one (AF_UNIX; on Windows a named pipe), named after the journal's real path and the user;
nothing but one word passes through it, each way. The journal's lock decides who may write, never
this. The library behind it loads late: it would cost the first paint a good part of its time.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE_SECONDS = 2.0
"""So long a second start waits for the first window."""
_LOOK_EVERY = 0.05
_COME, _HERE = b"come\n", b"here\n"


def load() -> bool:
    """Load the library behind this, on whatever thread; tell whether this system can.

    It needs libraries of the system that the window itself does not.
    """
    try:
        import PySide6.QtNetwork  # noqa: F401
    except ImportError:
        return False
    return True


def name_of(journal: Path) -> str:
    """Name the socket of a journal: the same for every way that leads to the file.

    It lies in a folder of the user's own where the system has one, and is short, as the names of
    sockets have to be.
    """
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    whose = os.fsencode(f"{user}\0{os.path.realpath(journal)}")
    digest = QCryptographicHash.hash(whose, QCryptographicHash.Algorithm.Sha256)
    name = f"fibrojournal-{digest.toHex().toStdString()[:32]}"
    if sys.platform == "win32":
        return name
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / name)


def call_first(
    journal: Path, *, patience: float = PATIENCE_SECONDS, is_open: bool = False
) -> bool | None:
    """Ask the window that has this journal open to come forward; tell whether it answered.

    False is one that is there and stuck. Where no window listens, None comes at once; where it is
    known that one is open, it may still be coming up, and is waited for. `patience` is in seconds.
    """
    until = time.monotonic() + patience
    while not _listens(name_of(journal)):
        if not is_open or time.monotonic() > until:
            return None
        time.sleep(_LOOK_EVERY)
    return _call(name_of(journal), until)


def _listens(name: str) -> bool:
    """Tell whether a socket of that name is there and belongs to this user."""
    if sys.platform == "win32":
        return True  # its pipes are no files, and refuse at once where nobody listens
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False


def _call(name: str, until: float) -> bool | None:
    from PySide6.QtNetwork import QLocalSocket

    def left() -> int:
        return max(int((until - time.monotonic()) * 1000), 0)

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(left()):
        return None  # left behind by a program that was killed
    socket.write(_COME)
    socket.waitForBytesWritten(left())
    return socket.waitForReadyRead(left()) and socket.readAll().data() == _HERE


class FirstInstance(QObject):
    """Listens for later starts as long as the window is open."""

    called = Signal()
    """A later start asks for the window."""

    def __init__(self, journal: Path, parent: QObject) -> None:
        """Begin to listen; where that cannot be, the window is as good without.

        Only whoever holds the journal's lock may: a socket that is there is then left over.
        """
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = name_of(journal)
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(lambda caller=caller: self._answer(caller))
            caller.disconnected.connect(caller.deleteLater)

    def _answer(self, caller: QLocalSocket) -> None:
        if caller.readAll().data() == _COME:
            caller.write(_HERE)
            caller.flush()
            self.called.emit()
