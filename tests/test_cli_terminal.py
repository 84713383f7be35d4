"""Encryption on a terminal: a person is asked, and types the recovery code back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fibrojournal import settings
from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted
from fibrojournal.storage.recovery_code import groups_of
from tests.storage.build import answer, words
from tests.storage.converting import CHEAP
from tests.terminal import terminal

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


def key_in(text: str) -> str:
    codes = CODE.findall(text)
    assert len(codes) == 1, "the code is printed once"
    return str(codes[0])


def test_on_a_terminal_the_code_is_typed_back(plain: Path) -> None:
    with terminal("encrypt") as person:
        person.wait_for("New passphrase:")
        person.type(PHRASE)
        person.wait_for("The same again:")
        person.type(PHRASE)
        code = key_in(person.wait_for("? "))
        assert not is_encrypted(plain), "nothing happens before the code is confirmed"
        person.type("0000")
        shown = person.wait_for("? ")
        assert "That is not it yet." in shown
        before = shown.split("comes after ")[1][:4]
        groups = code.split("-")
        person.type(f" {groups[groups.index(before) + 1].lower()} ")
        person.wait_for("The journal is encrypted.")
    assert PHRASE not in person.seen
    assert key_slots.code_key(plain, code) == key_slots.passphrase_key(plain, PHRASE)


def test_on_a_terminal_a_new_code_is_typed_back_as_well(locked: Path) -> None:
    with terminal("passphrase", "--new-code") as person:
        person.wait_for("Passphrase or recovery code:")
        person.type(PHRASE)
        for prompt in ("New passphrase:", "The same again:"):
            person.wait_for(prompt)
            person.type("another")
        code = key_in(person.wait_for("? "))
        person.type(code)
        person.wait_for("opens the journal no longer")
    assert key_slots.code_key(locked, code) == key_slots.passphrase_key(locked, "another")


def test_on_a_terminal_two_different_passphrases_change_nothing(plain: Path) -> None:
    with terminal("encrypt", code=1) as person:
        person.wait_for("New passphrase:")
        person.type("one")
        person.wait_for("The same again:")
        person.type("two")
        person.wait_for("not the same")
    assert not is_encrypted(plain)


@pytest.mark.parametrize("typed", ["", "\x04"])
def test_on_a_terminal_no_passphrase_changes_nothing(plain: Path, typed: str) -> None:
    with terminal("encrypt", code=1) as person:
        person.wait_for("New passphrase:")
        person.type(typed)
        person.wait_for("Nothing was typed")
    assert not is_encrypted(plain)


def test_on_a_terminal_the_code_may_be_left_unconfirmed(plain: Path) -> None:
    with terminal("encrypt", code=1) as person:
        for prompt in ("New passphrase:", "The same again:"):
            person.wait_for(prompt)
            person.type(PHRASE)
        person.wait_for("? ")
        person.type("\x04")
        person.wait_for("Nothing was typed")
    assert not is_encrypted(plain)


def test_on_a_terminal_an_encrypted_journal_asks_for_its_passphrase(locked: Path) -> None:
    with terminal("check") as person:
        person.wait_for("Passphrase or recovery code:")
        person.type(PHRASE)
        person.wait_for("is encrypted.")
    assert PHRASE not in person.seen


def test_the_group_that_is_asked_for_is_any_but_the_first() -> None:
    from fibrojournal.cli import locking, passphrases

    key = DataKey(bytes(range(32)))
    groups = groups_of(key)
    asked: set[str] = set()

    def answer_(prompt: str) -> str:
        before = prompt.split("comes after ")[1][:4]
        asked.add(before)
        return groups[groups.index(before) + 1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrases, "shown_from_terminal", answer_)
        for _ in range(300):
            locking._ask_back(key)
    assert asked == set(groups[:-1])
