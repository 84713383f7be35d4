"""Opening a journal that is open: the first window comes to the front, and no second one stays."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest

from fibrojournal.ui import single_instance
from fibrojournal.ui.single_instance import call_first, name_of
from tests.storage.build import ENVIRONMENT
from tests.ui.conftest import Person

CALL = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from fibrojournal.ui.single_instance import call_first
print(call_first(Path(sys.argv[1]), is_open=len(sys.argv) > 2))
"""


@contextmanager
def second_start(journal: Path, *how: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", CALL, str(journal), *how],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT | {"XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"]},
    ) as child:
        yield child


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets, whose names may not be long."""
    with TemporaryDirectory(prefix="fj") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


def test_a_second_start_brings_the_first_window_to_the_front(person: Person) -> None:
    program = person.start()
    program.window.setWindowState(Qt.WindowState.WindowMinimized)
    with second_start(person.journal) as second:
        person.qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
        assert second.stdout is not None
        assert second.stdout.read() == "True\n"
    person.qtbot.waitUntil(lambda: not program.window.isMinimized())
    assert program.window.isVisible()


def test_the_socket_is_the_users_alone_and_goes_with_the_window(
    person: Person, runtime: Path
) -> None:
    program = person.start()
    (socket,) = runtime.iterdir()
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    person.leave(program)
    assert list(runtime.iterdir()) == []


def test_a_window_that_is_still_coming_up_is_waited_for(person: Person) -> None:
    with second_start(person.journal, "open") as second:
        time.sleep(0.3)
        person.start()
        person.qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
        assert second.stdout is not None
        assert second.stdout.read() == "True\n"


def test_where_nothing_is_open_the_answer_comes_at_once(tmp_path: Path) -> None:
    began = time.monotonic()
    assert call_first(tmp_path / "journal.fjnl") is None
    assert time.monotonic() - began < 0.1


def test_a_window_that_does_not_answer_is_not_waited_for_for_long(tmp_path: Path) -> None:
    server = QLocalServer()
    assert server.listen(name_of(tmp_path / "journal.fjnl"))  # connects, and never answers
    began = time.monotonic()
    assert call_first(tmp_path / "journal.fjnl", patience=0.2, is_open=True) is False
    assert 0.15 < time.monotonic() - began < 1
    server.close()


def test_what_a_killed_window_left_behind_is_in_nobodys_way(person: Person) -> None:
    left = QLocalServer()
    assert left.listen(name_of(person.journal))
    socket = Path(name_of(person.journal))
    copy = socket.with_name("kept")
    socket.rename(copy)
    left.close()
    copy.rename(socket)
    assert not call_first(person.journal, patience=0.2)
    program = person.start()
    assert program.first is not None
    assert program.first._server.isListening()


def test_a_socket_of_somebody_else_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal.fjnl"
    server = QLocalServer()
    server.listen(name_of(journal))
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    monkeypatch.setattr(single_instance, "name_of", lambda _: server.fullServerName())
    assert call_first(journal) is None
    server.close()


def test_a_window_that_never_comes_up_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    assert call_first(tmp_path / "journal.fjnl", patience=0.1, is_open=True) is None


def test_any_way_to_a_journal_has_one_name(tmp_path: Path) -> None:
    (tmp_path / "journal.fjnl").touch()
    (tmp_path / "link.fjnl").symlink_to(tmp_path / "journal.fjnl")
    assert name_of(tmp_path / "link.fjnl") == name_of(tmp_path / "journal.fjnl")
    assert name_of(tmp_path / "other.fjnl") != name_of(tmp_path / "journal.fjnl")
    assert "journal" not in Path(name_of(tmp_path / "journal.fjnl")).name.removeprefix(
        "fibrojournal"
    )


def test_other_words_are_not_answered(person: Person) -> None:
    program = person.start()
    called: list[bool] = []
    assert program.first is not None
    program.first.called.connect(lambda: called.append(True))
    socket = QLocalSocket()
    socket.connectToServer(name_of(person.journal))
    assert socket.waitForConnected(1000)
    socket.write(b"something else\n")
    socket.flush()
    QTest.qWait(100)
    assert not called
    assert socket.bytesAvailable() == 0
    socket.abort()


def test_a_window_that_only_looks_does_not_listen(person: Person, runtime: Path) -> None:
    person.leave(person.start())
    program = person.start(why_read_only="Read only: it is a copy.")
    assert program.first is None
    assert list(runtime.iterdir()) == []


def test_a_system_without_the_library_goes_on_without(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    program = person.start()
    program.listen()
    assert program.first is None
    person.press("6")
    person.saved(program)
