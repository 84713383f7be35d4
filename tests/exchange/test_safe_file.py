from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fibrojournal.exchange.safe_file import write_export
from fibrojournal.journal.errors import JournalError

SQLITE = b"SQLite format 3\0 and so on"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    file = tmp_path / "journal.fjnl"
    file.write_bytes(SQLITE)
    return file


def write(out: Path, journal: Path, text: str = "new") -> None:
    write_export(out, iter(text), journal=journal)


def test_an_export_is_for_its_owner_alone(tmp_path: Path, journal: Path) -> None:
    out = tmp_path / "out.json"
    write(out, journal, "größer\r\n")
    assert out.read_bytes() == "größer\r\n".encode()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_earlier_export_is_replaced(tmp_path: Path, journal: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    write(out, journal)
    assert out.read_text(encoding="utf-8") == "new"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["journal.fjnl", "out.json"]


def test_a_link_is_followed_and_stays(tmp_path: Path, journal: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write(link, journal)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_what_breaks_half_way_leaves_what_was_there(tmp_path: Path, journal: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")

    def parts() -> Iterator[str]:
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_export(out, parts(), journal=journal)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["journal.fjnl", "out.json"]


def test_a_journal_is_never_replaced(tmp_path: Path, journal: Path) -> None:
    other = tmp_path / "other.fjnl"
    other.write_bytes(SQLITE)
    linked, hard = tmp_path / "linked", tmp_path / "hard"
    linked.symlink_to(journal)
    hard.hardlink_to(journal)
    side = tmp_path / "journal.fjnl-journal"
    for out in (journal, linked, hard, other, side, tmp_path / "x" / ".." / "journal.fjnl"):
        with pytest.raises(JournalError, match="holds a journal"):
            write(out, journal)
    assert journal.read_bytes() == other.read_bytes() == SQLITE


def test_a_journal_that_is_encrypted_is_known_as_the_own_one(tmp_path: Path) -> None:
    journal = tmp_path / "journal.fjnl"
    journal.write_bytes(b"\x8a\x11 noise")
    with pytest.raises(JournalError, match="holds a journal"):
        write(journal, journal)


def test_places_that_cannot_be_written(tmp_path: Path, journal: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(JournalError, match="is a folder"):
        write(tmp_path, journal)
    with pytest.raises(JournalError, match="There is no folder"):
        write(tmp_path / "none" / "out.json", journal)
    with pytest.raises(JournalError, match="could not be written"):
        write(tmp_path / "file" / "out.json", journal)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(JournalError, match="could not be written"):
        write(loop, journal)


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, journal: Path) -> None:
    def parts() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(JournalError, match=r"could not be written\.$"):
        write_export(tmp_path / "out.json", parts(), journal=journal)
    assert [file.name for file in tmp_path.iterdir()] == ["journal.fjnl"]


def test_a_reader_that_leaves_is_no_fault_of_the_place(tmp_path: Path, journal: Path) -> None:
    def parts() -> Iterator[str]:
        yield "half"
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        write_export(tmp_path / "out.json", parts(), journal=journal)
    assert [file.name for file in tmp_path.iterdir()] == ["journal.fjnl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path, journal: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write(pipe, journal)
    reader.join()
    assert got == ["new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_may_not_be_looked_into_is_no_journal_of_ours(
    tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    write(out, journal)
    monkeypatch.undo()
    assert out.read_text(encoding="utf-8") == "new"
