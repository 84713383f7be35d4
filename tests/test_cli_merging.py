"""Merging from the command line: what is told, what is asked, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fibrojournal import cli, settings
from fibrojournal.storage import encryption
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import DAY, after, another_program_holding, answer, words
from tests.storage.computers import begin, copy
from tests.storage.converting import CHEAP


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def journal(home: Path) -> Path:
    home.mkdir()
    return begin(home / "journal.fjnl")


@pytest.fixture
def other(journal: Path) -> Path:
    """A copy, and what was written into both since."""
    made = copy(journal, "other.fjnl")
    with JournalFile.open(journal) as mine:
        mine.save([answer("pain", 5), words("sun")])
        mine.save([answer("fog", 2, after(1))])
    with JournalFile.open(made) as theirs:
        theirs.save([answer("fog", 3, after(1)), answer("mood", 4, after(2)), words("rain")])
        theirs.save([answer("fog", 4, after(1))])
    with JournalFile.open(journal) as mine:
        mine.save([answer("fog", 1, after(1))])
    return made


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def test_what_came_in_is_told_in_words(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", other) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 answers came in.",
        "2 days were touched.",
        "1 note now holds the words of both copies.",
        "1 answer stayed as it is here, where it was written later.",
        "Whatever was replaced is kept in the history of its day.",
    ]


def test_again_it_changes_nothing_and_says_so(
    other: Path, journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("merge", other)
    before = journal.read_bytes()
    capsys.readouterr()
    assert run("merge", other) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert journal.read_bytes() == before


def test_a_script_gets_the_counts(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", other, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "changed": True,
        "answers_taken": 2,
        "answers_kept": 1,
        "notes_joined": 1,
        "days_touched": 2,
        "history_added": 5,
    }


def test_history_alone_came_in(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with JournalFile.open(journal) as mine:
        mine.save([answer("pain", 5)])
    made = copy(journal, "other.fjnl")
    with JournalFile.open(made) as theirs:
        theirs.save([answer("pain", 6)])
    with JournalFile.open(journal) as mine:
        mine.save([answer("pain", 7)])
    assert run("merge", made) == 0
    assert "0 answers came in." in capsys.readouterr().out


def test_it_works_beside_an_open_window(other: Path, journal: Path) -> None:
    with another_program_holding(journal):
        assert run("merge", other) == 0
    with JournalFile.open(journal) as merged:
        assert merged.day(after(2)).value("mood") == 4


def test_a_copy_with_a_passphrase_of_its_own_asks_for_it(
    other: Path,
    journal: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    encryption.encrypt(other, "a walk by the sea", cost=CHEAP)
    assert run("merge", other) == 1
    assert "no terminal" in capsys.readouterr().err
    phrase = tmp_path / "phrase"
    phrase.write_text("a walk by the sea\n")
    assert run("merge", other, "--passphrase-file", phrase) == 0
    monkeypatch.setattr("fibrojournal.cli.passphrases.require_terminal", lambda: None)
    monkeypatch.setattr("getpass.getpass", lambda _: "a walk by the sea")
    assert run("merge", other) == 0
    with JournalFile.open(journal) as merged:
        assert merged.day(after(2)).value("mood") == 4
        assert merged.day(DAY).value("pain") == 5


def test_what_is_no_copy_is_refused(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for other in (journal, begin(tmp_path / "stranger.fjnl"), tmp_path / "none.fjnl"):
        assert run("merge", other) == 1
        assert capsys.readouterr().err.count("\n") == 1
