"""Encryption from the command line: what is asked, what is printed, and what never is."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from fibrojournal import cli, settings
from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import is_encrypted, keys_path
from fibrojournal.storage.recovery_code import code_of
from tests.storage.build import DAY, another_program_holding, answer, words
from tests.storage.converting import CHEAP

PHRASE = "naps help a bit"
CODE = re.compile(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def plain(home: Path) -> Path:
    path = home / "journal.fjnl"
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 6), words("cancelled Ana")])
    return path


@pytest.fixture
def locked(plain: Path) -> Path:
    encryption.encrypt(plain, PHRASE, cost=CHEAP)
    return plain


@pytest.fixture
def phrase_file(tmp_path: Path) -> Path:
    return written(tmp_path / "passphrase", PHRASE)


def written(file: Path, text: str) -> Path:
    file.write_text(f"{text}\nanother line\n", encoding="utf-8")
    return file


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What went to stdout, where nothing went to stderr."""
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def refused(capsys: pytest.CaptureFixture[str], about: str) -> None:
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert about in shown.err


def key_in(text: str) -> str:
    codes = CODE.findall(text)
    assert len(codes) == 1, "the code is printed once"
    return str(codes[0])


# Turning it on


def test_encrypt_prints_the_code_once_and_asks_nothing_of_a_script(
    plain: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("encrypt", "--passphrase-file", phrase_file) == 0
    told = said(capsys)
    key = key_slots.code_key(plain, key_in(told))
    assert key_slots.passphrase_key(plain, PHRASE) == key
    assert "The journal is encrypted." in told
    assert "traces" in told
    with JournalFile.open(plain, key) as journal:
        assert journal.day(DAY).value("pain") == 6


def test_the_code_is_nowhere_else(
    plain: Path, phrase_file: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("encrypt", "--passphrase-file", phrase_file)
    code = key_in(said(capsys))
    secret = key_slots.code_key(plain, code).secret
    for file in home.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for hidden in (code, code.replace("-", ""), secret.hex(), PHRASE):
                assert hidden.encode() not in content
            assert secret not in content


def test_encrypt_takes_older_copies_along_and_says_so(
    plain: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, other = (plain.with_name(f"journal.before-v{n}.fjnl") for n in (2, 3, 4))
    good.write_bytes(plain.read_bytes())
    bad.write_bytes(plain.read_bytes()[:8192])
    other.write_text("a list\n")
    assert run("encrypt", "--passphrase-file", phrase_file) == 0
    told = said(capsys)
    assert "1 older copy was encrypted as well." in told
    assert f"Removed, as it could not be encrypted: {bad}" in told
    assert f"Left as it was: {other}" in told
    assert is_encrypted(good)
    assert not bad.exists()


def test_encrypt_takes_backups_along(
    plain: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plain.parent / "backups"
    folder.mkdir()
    backup = folder / "journal.2026-03-12-203000Z.fjnl"
    backup.write_bytes(plain.read_bytes())
    assert run("encrypt", "--passphrase-file", phrase_file) == 0
    assert key_slots.passphrase_key(backup, PHRASE) == key_slots.code_key(
        plain, key_in(said(capsys))
    )


def test_encrypt_twice_finishes_what_was_left_plain(
    locked: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("encrypt", "--passphrase-file", phrase_file) == 1
    refused(capsys, "is encrypted already")
    copy = locked.with_name("journal.before-v2.fjnl")
    shutil.copy(locked, copy)
    encryption.decrypt(copy, key_slots.passphrase_key(locked, PHRASE))
    assert run("--passphrase-file", phrase_file, "check") == 0
    assert "1 older copy is not encrypted" in said(capsys)
    assert run("encrypt", "--passphrase-file", phrase_file) == 0
    assert "1 older copy was encrypted" in said(capsys)
    assert is_encrypted(copy)


@pytest.mark.parametrize("command", ["encrypt", "decrypt", "passphrase"])
def test_there_must_be_a_journal(
    command: str, phrase_file: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    assert run(command, "--passphrase-file", phrase_file) == 1
    refused(capsys, "There is no journal")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", ["decrypt", "passphrase"])
def test_a_plain_journal_is_said_to_be_one(
    command: str, plain: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--passphrase-file", phrase_file) == 1
    refused(capsys, "is not encrypted")


@pytest.mark.parametrize("command", ["encrypt", "decrypt", "passphrase"])
def test_an_open_window_comes_first(
    command: str, plain: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command != "encrypt":
        encryption.encrypt(plain, PHRASE, cost=CHEAP)
    before = plain.read_bytes()
    files = ["--passphrase-file", phrase_file]
    if command == "passphrase":
        files += ["--new-passphrase-file", phrase_file]
    with another_program_holding(plain):
        assert run(command, *files) == 1
    refused(capsys, "open in another window")
    assert plain.read_bytes() == before


# Turning it off, and another passphrase


def test_decrypt_returns_the_plain_journal(
    locked: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("decrypt", "--passphrase-file", phrase_file) == 0
    assert "no longer encrypted" in said(capsys)
    assert not keys_path(locked).exists()
    with JournalFile.open(locked) as journal:
        assert journal.day(DAY).value("pain") == 6


def test_decrypt_takes_copies_along(
    locked: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = locked.with_name("journal.before-v2.fjnl")
    copy.write_bytes(locked.read_bytes())
    assert run("decrypt", "--passphrase-file", phrase_file) == 0
    assert "1 older copy is no longer encrypted either." in said(capsys)
    JournalFile.open(copy).close()


def test_the_passphrase_can_be_changed(
    locked: Path, phrase_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = locked.read_bytes()
    new = written(tmp_path / "new", "another one")
    assert run("passphrase", "--passphrase-file", phrase_file, "--new-passphrase-file", new) == 0
    assert CODE.search(said(capsys)) is None
    assert locked.read_bytes() == before
    key_slots.passphrase_key(locked, "another one")
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked, PHRASE)


def test_a_new_code_is_a_new_key(
    locked: Path, phrase_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = key_slots.passphrase_key(locked, PHRASE)
    copy = locked.with_name("journal.before-v2.fjnl")
    copy.write_bytes(locked.read_bytes())
    files = ["--passphrase-file", phrase_file, "--new-passphrase-file", phrase_file]
    assert run("passphrase", "--new-code", *files) == 0
    told = said(capsys)
    key = key_slots.code_key(locked, key_in(told))
    assert key != former
    assert "The same holds for 1 older copy." in told
    assert key_slots.passphrase_key(locked, PHRASE) == key_slots.passphrase_key(copy, PHRASE) == key
    with pytest.raises(WrongKey):
        key_slots.code_key(locked, code_of(former))


def test_both_passphrases_can_come_from_standard_input(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = io.TextIOWrapper(io.BytesIO(f"{PHRASE}\r\nsecond\r\n".encode()))
    monkeypatch.setattr(sys, "stdin", lines)
    assert run("passphrase", "--passphrase-file", "-", "--new-passphrase-file", "-") == 0
    key_slots.passphrase_key(locked, "second")


# Every other command


def test_every_command_reads_an_encrypted_journal(
    locked: Path, phrase_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = ["--passphrase-file", phrase_file]
    table, out = tmp_path / "diary.csv", tmp_path / "out.json"
    table.write_text("day,fog\n2025-03-01,4\n", encoding="utf-8")
    assert run(*opened, "import", table, "--json") == 0
    number = json.loads(said(capsys))["import"]
    assert run("export", out, *opened) == 0
    shown = capsys.readouterr()
    assert shown.out == "2 noted days were written.\n"
    assert shown.err == (f"The journal is encrypted, {out} is not: whoever opens it can read it.\n")
    assert "Ana" in out.read_text()
    assert run("undo-import", *opened, number) == 0
    said(capsys)
    assert run("check", *opened) == 0
    assert said(capsys) == "The journal is whole, holds 1 noted day and is encrypted.\n"


def test_the_recovery_code_is_as_good_as_the_passphrase(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_of(key_slots.passphrase_key(locked, PHRASE)).lower().replace("-", " ")
    keys_path(locked).unlink()
    assert run("check", "--passphrase-file", written(tmp_path / "code", code)) == 0
    assert "is encrypted" in said(capsys)


def test_a_plain_journal_asks_for_nothing(
    plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--passphrase-file", tmp_path / "nothing") == 0
    assert "is not encrypted" in said(capsys)


@pytest.mark.parametrize("command", ["check", "export", "import", "undo-import", "decrypt"])
def test_a_wrong_passphrase_is_one_sentence(
    command: str, locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = locked.read_bytes()
    table = tmp_path / "x.csv"
    table.write_text("day,fog\n2025-03-01,4\n", encoding="utf-8")
    more = [] if command in ("check", "decrypt") else [table]
    assert run(command, *more, "--passphrase-file", written(tmp_path / "wrong", "wrong")) == 1
    refused(capsys, "does not open the journal")
    assert locked.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\n"])
def test_a_file_without_a_passphrase_is_one_sentence(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert run("check", "--passphrase-file", file) == 1
    refused(capsys, "The passphrase file")


def test_where_nobody_can_be_asked_it_says_how_to_tell(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("check") == 1
    refused(capsys, "--passphrase-file")
    assert run("check", "--passphrase-file", "-") == 1
    refused(capsys, "cannot be read")


def test_damage_is_told_from_a_wrong_passphrase(
    locked: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = bytearray(locked.read_bytes())
    whole[2000] ^= 1
    locked.write_bytes(whole)
    assert run("check", "--passphrase-file", phrase_file) == 1
    shown = capsys.readouterr()
    assert "The passphrase is right" in shown.out
    assert "keep this file as it is" in shown.err


def test_an_encrypted_journal_and_its_keys_are_not_exported_over(
    locked: Path, phrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in (locked, keys_path(locked)):
        before = place.read_bytes()
        assert run("export", place, "--passphrase-file", phrase_file) == 1
        refused(capsys, "holds a journal")
        assert place.read_bytes() == before


def test_the_window_asks_for_itself(phrase_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--passphrase-file", phrase_file) == 2
    assert "belongs to a command" in capsys.readouterr().err
