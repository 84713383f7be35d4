"""Which door a start goes through: the window or the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fibrojournal import __main__ as door
from fibrojournal import app, cli, preflight
from tests.storage.build import python


@pytest.fixture(autouse=True)
def usual_rights() -> Iterator[None]:
    """Give the tests that follow the rights back that new files had."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Note which journals a window was asked for, and show none."""
    asked: list[Path | None] = []

    def note(journal: Path | None, *, minimized: bool = False) -> int:
        asked.append(journal)
        return 0

    monkeypatch.setattr(app, "run_window", note)
    monkeypatch.setattr(preflight, "refusal", lambda: None)
    return asked


def test_no_arguments_open_the_window(opened: list[Path | None]) -> None:
    assert door.main([]) == 0
    assert opened == [None]


def test_a_journal_alone_opens_its_window(opened: list[Path | None]) -> None:
    assert door.main(["--journal", "mine.fjnl"]) == 0
    assert opened == [Path("mine.fjnl")]


def test_a_start_with_the_computer_puts_the_window_away(monkeypatch: pytest.MonkeyPatch) -> None:
    put_away: list[bool] = []

    def note(_journal: Path | None, *, minimized: bool = False) -> int:
        put_away.append(minimized)
        return 0

    monkeypatch.setattr(app, "run_window", note)
    monkeypatch.setattr(preflight, "refusal", lambda: None)
    assert door.main(["--minimized"]) == 0
    assert put_away == [True]


@pytest.mark.parametrize(
    "arguments", [["check"], ["--journal", "a", "check"], ["--journal"], ["--journal", "--json"]]
)
def test_anything_else_goes_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(cli, "main", lambda given: 7 if given == arguments else 1)
    assert door.main(arguments) == 7


def test_the_arguments_of_the_start_are_used(
    monkeypatch: pytest.MonkeyPatch, opened: list[Path | None]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fibrojournal", "--journal", "here.fjnl"])
    assert door.main() == 0
    assert opened == [Path("here.fjnl")]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in other ways")
def test_what_the_program_writes_is_its_owners_alone(
    tmp_path: Path, opened: list[Path | None]
) -> None:
    door.main([])
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps memory in other ways")
def test_a_program_that_ends_badly_leaves_no_memory_in_a_file() -> None:
    code = (
        "from resource import *; setrlimit(RLIMIT_CORE, (8192, getrlimit(RLIMIT_CORE)[1]))\n"
        "from fibrojournal.__main__ import main; main(['--version'])\n"
        "print('limit', getrlimit(RLIMIT_CORE)[0])"
    )
    assert "limit 0\n" in python(code).stdout


def test_where_no_window_can_open_the_reason_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opened: list[Path | None],
) -> None:
    monkeypatch.setattr(preflight, "refusal", lambda: "There is no screen.")
    assert door.main([]) == 1
    assert capsys.readouterr().err == "fibrojournal: There is no screen.\n"
    assert opened == []
