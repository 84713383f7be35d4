"""The real program, stopped from outside while someone types: what was saved is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from fibrojournal import cli, settings
from fibrojournal.journal.day import Day
from fibrojournal.storage.journal_file import JournalFile

# Runs the program with a hand that presses keys, each when the one before it is on the disk.
HAND = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from fibrojournal import __main__ as door
from fibrojournal import app
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.pages.today.sections import NoteSection

when, what, *answers = sys.argv[1:]

def begin():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if not windows or not windows[0].isActiveWindow():
        return QTimer.singleShot(1, begin)
    if when == "ready" and not windows[0]._diary.is_ready:
        return QTimer.singleShot(1, begin)
    if what == "note":
        write_note(windows[0])
    else:
        windows[0]._diary.saved.connect(lambda: QTimer.singleShot(0, answer))
        windows[0]._today._ratings.rows["pain"].control.setFocus()
        answer()

def answer():
    if answers:
        QTest.keyClick(QApplication.focusWidget(), answers.pop(0))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

def write_note(window):
    section = window.findChild(NoteSection)
    section.set_open(is_open=True)
    QTest.keyClicks(section.field, answers[0])
    print("written", file=sys.stderr, flush=True)

app.make_application()
QTimer.singleShot(0, begin)
sys.exit(door.main([]))
"""

QUESTIONS = ("pain", "sleep_quality", "stress", "fatigue", "fog")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for the program, not made yet."""
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@contextmanager
def someone_at(home: Path, *hand: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program off-screen with someone at its keys, who has been there before."""
    settings.save(settings.Settings(), home / "settings.toml")
    surroundings = os.environ | {
        "FIBROJOURNAL_HOME": str(home),
        "FIBROJOURNAL_TRACE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    with subprocess.Popen(
        [sys.executable, "-c", HAND, *hand], stderr=subprocess.PIPE, text=True, env=surroundings
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def lines(program: subprocess.Popen[str]) -> Iterator[str]:
    assert program.stderr is not None
    return iter(program.stderr)


def wait_for(program: subprocess.Popen[str], beginning: str, times: int = 1) -> list[str]:
    """Read what the program says until it has said this so many times."""
    said = []
    for line in lines(program):
        said.append(line)
        times -= line.startswith(beginning)
        if not times:
            return said
    pytest.fail("".join(said))


def noted(home: Path) -> Day:
    """Return what the journal holds, and see that it is whole."""
    journal = home / "journal.fjnl"
    assert cli.main(["--journal", str(journal), "check"]) == 0
    with JournalFile.open(journal) as stored:
        return stored.days(date.min, date.max)[-1]


def test_what_was_saved_survives_a_kill_at_any_time(home: Path) -> None:
    rounds = [  # when the typing begins, the answers, after how many saves it is killed
        ("at once", "63574", 1),
        ("at once", "87290", 4),
        ("ready", "15306", 1),
        ("ready", "90812", 5),
    ]
    for when, answers, saves in rounds:
        with someone_at(home, when, "answers", *answers) as program:
            said = wait_for(program, "trace saved ", saves)
            program.send_signal(signal.SIGKILL)
            program.wait()
        has_loaded = any(line.startswith("trace background_ready ") for line in said)
        assert has_loaded is (when == "ready")
        day = noted(home)
        expected = {question: int(key) for question, key in zip(QUESTIONS, answers, strict=True)}
        for question in QUESTIONS[:saves]:
            assert day.value(question) == expected[question], (when, answers)


def test_a_kill_while_everything_loads_leaves_the_answer(home: Path) -> None:
    for answer in "27":
        with someone_at(home, "at once", "answers", answer) as program:
            wait_for(program, "trace saved ")
            # The answer came in the first instants; now numpy, SQLAlchemy and the rest load.
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(0.15)
            program.send_signal(signal.SIGKILL)
            program.wait()
        assert noted(home).value("pain") == int(answer)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_half_typed_note_is_saved_when_the_system_ends_the_program(
    home: Path, number: signal.Signals
) -> None:
    with someone_at(home, "at once", "note", "walked to the sea, and th") as program:
        wait_for(program, "written")
        program.send_signal(number)
        assert program.wait(20) == 0
    note = noted(home).note
    assert note is not None
    assert note.text == "walked to the sea, and th"
    made = {path.name: path.stat().st_mode & 0o077 for path in (home, *home.rglob("*"))}
    assert {"home", "journal.fjnl", "window.ini"} <= made.keys()
    assert not any(made.values()), "all of it is its owner's alone"
