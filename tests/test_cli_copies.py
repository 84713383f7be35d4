"""The commands about copies: backup, restore, rescue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fibrojournal import cli, settings
from fibrojournal.storage import sidecar
from fibrojournal.storage.backups import backups_of
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.key_slots import set_passphrase
from tests.storage.build import another_program_holding, answer, words
from tests.storage.released import fill

KEY = DataKey(b"k" * 32)
CHEAP = sidecar.Cost(8_192, 1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def journal(home: Path) -> Path:
    path = home / "journal.fjnl"
    with JournalFile.create(path) as journal:
        fill(journal)
    return path


@pytest.fixture
def locked(home: Path) -> Path:
    path = home / "journal.fjnl"
    with JournalFile.create(path, key=KEY) as journal:
        journal.save([answer("pain", 6)])
    set_passphrase(path, "open sesame", KEY, cost=CHEAP)
    return path


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    file = tmp_path / "passphrase"
    file.write_text("open sesame\n")
    return str(file)


def change(path: Path, key: DataKey | None = None) -> None:
    with JournalFile.open(path, key) as journal:
        journal.save([answer("pain", 1), words("written since then")])


def days_and_pain(path: Path, key: DataKey | None = None) -> tuple[int, float | None]:
    with JournalFile.open(path, key) as journal:
        days = [day for day in journal.snapshot().days if day.is_noted]
        return len(days), journal.day(answer("pain", 1).day).value("pain")


def break_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[30 * 4096 : 31 * 4096] = b"\x55" * 4096
    path.write_bytes(content)


def test_a_backup_lies_in_the_folder_of_backups(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backup"]) == 0
    [made] = backups_of(journal, journal.parent / "backups")
    assert str(made.path) in capsys.readouterr().out
    assert days_and_pain(made.path) == days_and_pain(journal)


def test_a_backup_lies_where_it_is_wanted(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backup", str(tmp_path / "stick"), "--json"]) == 0
    [made] = backups_of(journal, tmp_path / "stick")
    said = json.loads(capsys.readouterr().out)
    assert said == {"path": str(made.path), "taken": made.taken.isoformat()}
    assert cli.main(["backup", str(tmp_path / "no" / "such")]) == 1
    assert "cannot be used for backups" in capsys.readouterr().err


def test_a_restore_says_what_it_brings_and_where_the_former_state_is(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = days_and_pain(journal)
    cli.main(["backup"])
    [made] = backups_of(journal, journal.parent / "backups")
    change(journal)
    capsys.readouterr()
    assert cli.main(["restore", str(made.path)]) == 0
    said = capsys.readouterr().out
    assert "44 noted days, from 28 February 2024 to 20 April 2026." in said
    former = backups_of(journal, journal.parent / "backups")[0]
    assert str(former.path) in said
    assert days_and_pain(journal) == before
    assert days_and_pain(former.path)[1] == 1
    assert cli.main(["restore", str(former.path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["days"], said["first_day"], said["last_day"]) == (44, "2024-02-28", "2026-04-20")
    assert Path(said["former"]).exists()


def test_a_journal_that_is_gone_is_restored(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["backup"])
    [made] = backups_of(journal, journal.parent / "backups")
    journal.unlink()
    capsys.readouterr()
    assert cli.main(["restore", str(made.path)]) == 0
    assert "until now" not in capsys.readouterr().out
    assert days_and_pain(journal)[0] == 44


def test_an_empty_backup_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JournalFile.create(home / "journal.fjnl").close()
    JournalFile.create(home / "empty.fjnl").close()
    assert cli.main(["restore", str(home / "empty.fjnl")]) == 0
    assert "no noted days yet" in capsys.readouterr().out


def test_a_restore_is_refused_while_a_window_is_open(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["backup"])
    [made] = backups_of(journal, journal.parent / "backups")
    before = journal.read_bytes()
    with another_program_holding(journal):
        assert cli.main(["restore", str(made.path)]) == 1
    assert "open in another window" in capsys.readouterr().err
    assert journal.read_bytes() == before


def test_a_damaged_backup_is_refused_and_a_whole_one_named(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["backup"])
    [whole] = backups_of(journal, journal.parent / "backups")
    damaged = tmp_path / "damaged.fjnl"
    damaged.write_bytes(whole.path.read_bytes()[:50_000])
    assert cli.main(["restore", str(damaged)]) == 1
    assert f"cannot be read in full. This one is whole: {whole.path}" in capsys.readouterr().err
    break_page(whole.path)
    assert cli.main(["restore", str(damaged)]) == 1
    assert capsys.readouterr().err.endswith("cannot be read in full.\n")


def test_an_encrypted_journal_is_backed_up_and_restored(locked: Path, passphrase: str) -> None:
    given = ["--passphrase-file", passphrase]
    assert cli.main(["backup", *given]) == 0
    [made] = backups_of(locked, locked.parent / "backups")
    change(locked, KEY)
    assert cli.main(["restore", str(made.path), *given]) == 0
    assert days_and_pain(locked, KEY) == (1, 6)
    assert cli.main(["restore", str(made.path)]) == 1, "nobody can be asked"


def test_an_encrypted_journal_that_is_damaged_is_restored(locked: Path, passphrase: str) -> None:
    given = ["--passphrase-file", passphrase]
    cli.main(["backup", *given])
    [made] = backups_of(locked, locked.parent / "backups")
    locked.write_bytes(b"\xaa" * 4096 + locked.read_bytes()[4096:])
    assert cli.main(["restore", str(made.path), *given]) == 0
    assert days_and_pain(locked, KEY) == (1, 6)


def test_a_rescue_says_what_it_found(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.fjnl"
    assert cli.main(["rescue", str(journal), str(out)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("44 noted days were read.\n")
    assert said.endswith("Nothing is known to be missing.\n")
    assert days_and_pain(out) == days_and_pain(journal)
    assert cli.main(["rescue", str(journal), str(out)]) == 1
    assert "already a file" in capsys.readouterr().err


def test_a_rescue_says_what_it_could_not_read(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = home / "demo.fjnl"
    cli.main(["demo", str(demo), "--days", "120"])
    content = bytearray(demo.read_bytes())
    for page in range(45, 60, 3):
        content[page * 4096 : (page + 1) * 4096] = b"\x55" * 4096
    demo.write_bytes(content)
    capsys.readouterr()
    assert cli.main(["rescue", str(demo), str(tmp_path / "one.fjnl")]) == 0
    said = capsys.readouterr().out
    assert "known to be missing:\n  " in said
    assert "a backup may hold what is missing" in said
    assert cli.main(["rescue", str(demo), str(tmp_path / "two.fjnl"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["missing"]
    assert found["gaps"]
    assert found["days"] > 60


def test_a_rescue_of_an_encrypted_journal_asks_for_its_passphrase(
    locked: Path, tmp_path: Path, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.fjnl"
    assert cli.main(["rescue", str(locked), str(out), "--passphrase-file", passphrase]) == 0
    assert days_and_pain(out, KEY) == (1, 6)
    assert "1 noted day was read." in capsys.readouterr().out
